// Package gold reads the answers that people made by hand, in the form of the record's contract: what a report says, with quoted words in
// place of offsets.
package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
)

// Answer is a report with what a person found in it.
type Answer struct {
	ID          string   `json:"id"`
	Published   string   `json:"published"`
	Title       string   `json:"title"`
	Text        string   `json:"text"`
	Events      []Event  `json:"events"`
	Claims      []Claim  `json:"claims"`
	Boilerplate []string `json:"boilerplate"`
	Folder      int      `json:"-"` // the number of the folder that it was read from
	File        string   `json:"-"` // the name of its file, without .json
}

// Event is one happening.
type Event struct {
	ID       string        `json:"id"`
	Kind     sitrep.Kind   `json:"kind"`
	Also     []sitrep.Kind `json:"also"`
	Status   sitrep.Status `json:"status"`
	News     bool          `json:"news"`
	From     string        `json:"from"`
	To       string        `json:"to"`
	FromAlt  []string      `json:"from_alt"` // null becomes ""
	ToAlt    []string      `json:"to_alt"`
	Places   []Place       `json:"places"`
	Actors   []Actor       `json:"actors"`
	Tolls    []Toll        `json:"tolls"`
	Words    Words         `json:"words"`
	Optional bool          `json:"optional"`
	Spans    []sitrep.Span `json:"-"` // of Words, in bytes; those that the text does not have are left out
}

// Place is where an event was.
type Place struct {
	Name    string   `json:"name"`
	Country []string `json:"country"`
	Lat     *float64 `json:"lat"`
	Lon     *float64 `json:"lon"`
	Km      float64  `json:"km"`
}

// Actor is somebody with a part in an event.
type Actor struct {
	Role sitrep.Role `json:"role"`
	Name string      `json:"name"`
	Side string      `json:"side"`
}

// Toll is a number of people harmed.
type Toll struct {
	Harm      sitrep.Harm          `json:"harm"`
	Count     int                  `json:"count"`
	CountTo   int                  `json:"count_to"`
	Qualifier sitrep.TollQualifier `json:"qualifier"`
	Who       string               `json:"who"`
	Side      string               `json:"side"`
	Civilian  *bool                `json:"civilian"`
	Words     string               `json:"words"`
	Claim     string               `json:"claim"`
	Span      sitrep.Span          `json:"-"`
}

// Claim is what somebody says.
type Claim struct {
	ID        string           `json:"id"`
	Source    string           `json:"source"`
	Side      string           `json:"side"`
	Mode      sitrep.ClaimMode `json:"mode"`
	Stance    sitrep.Stance    `json:"stance"`
	StanceAlt []sitrep.Stance  `json:"stance_alt"`
	Words     Words            `json:"words"`
	About     []string         `json:"about"`
	Optional  bool             `json:"optional"`
	Spans     []sitrep.Span    `json:"-"`
}

// Words are quotations: in the file one string or a list of them.
type Words []string

// UnmarshalJSON reads one string or a list.
func (w *Words) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*w = Words{one}
		return nil
	}
	var many []string
	if err := json.Unmarshal(b, &many); err != nil {
		return fmt.Errorf("words: want a string or a list of strings: %w", err)
	}
	*w = many
	return nil
}

// Load reads the answers of folders, parted by commas, in the order of their files; files of JSON that are no answers are passed over.
func Load(dirs string) ([]Answer, error) {
	var all []Answer
	for n, dir := range strings.Split(dirs, ",") {
		part, err := load(dir)
		if err != nil {
			return nil, err
		}
		for i := range part {
			part[i].Folder = n
		}
		all = append(all, part...)
	}
	return all, nil
}

func load(dir string) ([]Answer, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var all []Answer
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var a Answer
		if err := json.Unmarshal(b, &a); err != nil {
			return nil, fmt.Errorf("answer %s: %w", file, err)
		}
		if a.Text == "" || a.Events == nil {
			continue
		}
		a.File = strings.TrimSuffix(filepath.Base(file), ".json")
		a.place()
		all = append(all, a)
	}
	if all == nil {
		return nil, fmt.Errorf("answers in %s: %w", dir, errors.New("no file *.json holds a text and events; give the folder of the answers"))
	}
	return all, nil
}

// place finds the quoted words in the text.
func (a *Answer) place() {
	f := newFinder(a.Text)
	for i := range a.Events {
		e := &a.Events[i]
		e.Spans = f.all(e.Words)
		for k := range e.Tolls {
			e.Tolls[k].Span, _ = f.find(e.Tolls[k].Words)
		}
	}
	for i := range a.Claims {
		a.Claims[i].Spans = f.all(a.Claims[i].Words)
	}
}

// finder finds quotations in a text where white space, case and the form of quotation marks make no difference.
type finder struct {
	flat string
	at   []int // the byte in the text of each byte of flat
	text string
}

func newFinder(text string) *finder {
	f := &finder{text: text}
	var b strings.Builder
	for i, r := range text {
		if unicode.IsSpace(r) {
			if s := b.String(); s != "" && s[len(s)-1] == ' ' {
				continue
			}
			r = ' '
		}
		n := b.Len()
		b.WriteRune(plain(r))
		for ; n < b.Len(); n++ {
			f.at = append(f.at, i)
		}
	}
	f.flat = b.String()
	return f
}

func plain(r rune) rune {
	switch r {
	case '’', '‘':
		return '\''
	case '“', '”':
		return '"'
	}
	return unicode.ToLower(r)
}

func (f *finder) find(quote string) (sitrep.Span, bool) {
	q := strings.Map(plain, strings.Join(strings.Fields(quote), " "))
	i := strings.Index(f.flat, q)
	if i < 0 || q == "" {
		return sitrep.Span{}, false
	}
	last := f.at[i+len(q)-1]
	_, size := utf8.DecodeRuneInString(f.text[last:])
	return sitrep.Span{Start: f.at[i], End: last + size}, true
}

func (f *finder) all(quotes []string) []sitrep.Span {
	var out []sitrep.Span
	for _, q := range quotes {
		if s, ok := f.find(q); ok {
			out = append(out, s)
		}
	}
	return out
}
