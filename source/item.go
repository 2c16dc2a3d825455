package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"
)

// Item is one report as its source holds it: the bytes, what the source says about it, and where it stands.
type Item struct {
	Raw []byte
	Hints
	Where string    // what messages call it: "wires.jsonl: line 3"
	From  string    // the source as it was asked for: a path, an address, "-"
	Line  int       // of JSON Lines, else 0
	Seen  time.Time // when the source is known to have held it: the file was written, the page fetched; zero where that is not known
	Read  int64     // bytes of its file that are read by now, packed as they are; 0 of what is fetched

	Edited        time.Time // when its author changed it, where the source tells
	ForwardedFrom string    // whose words it passes on, where the source tells
	Excerpt       bool      // the source holds the beginning only; the whole is at URL
}

// Hints are what a source says about a report, in the terms of page.Hints.
type Hints struct {
	ID, URL, Outlet, Title string
	Published              string // a day, or a time
	Name                   string // of the file; its ending is a hint at the form
	NoTitle                bool   // the text has no title at its head
	Form                   Form
}

// Form is a form of input, by the names of page.Form; empty where it is to be found out.
type Form string

// The forms that sources tell.
const (
	Text Form = "text"
	HTML Form = "html"
	Mail Form = "mail"
	PDF  Form = "pdf"
)

// SHA256 is the hash of the raw bytes, in hex.
func (i *Item) SHA256() string {
	sum := sha256.Sum256(i.Raw)
	return hex.EncodeToString(sum[:])
}

// Mark tells an item from every other: the hash, in hex, of the raw bytes and of what the source says about them. An ingest that goes on where it stopped
// skips the marks that it has filed. The raw bytes alone would not do: one text by two outlets is two reports. The name of a file is no part of it.
func (i *Item) Mark() string {
	h := sha256.New()
	for _, s := range []string{i.ID, i.URL, i.Outlet, i.Title, i.Published, fmt.Sprint(i.NoTitle), string(i.Form)} {
		fmt.Fprintf(h, "%d:", len(s))
		io.WriteString(h, s)
	}
	h.Write(i.Raw)
	return hex.EncodeToString(h.Sum(nil))
}
