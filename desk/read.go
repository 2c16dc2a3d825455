package desk

import (
	"fmt"
	"strings"
	"time"

	"sitrep"
	"sitrep/extract"
	"sitrep/page"
	"sitrep/source"
)

// Read makes a reading of an input. It needs no casebook. A fault of the program on one input is an error of that input.
func Read(by *extract.Reader, raw []byte, hints page.Hints) (*sitrep.Reading, error) {
	return readSeen(by, raw, hints, time.Time{})
}

// fault makes an error of one input of a fault of the program, so that it ends the work on that input only.
func fault(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("a fault of the program: %v; please report it with the text", p)
	}
}

// readSeen reads an input that is known to have been there at a time: where nothing tells when it was published, that day is assumed.
func readSeen(by *extract.Reader, raw []byte, hints page.Hints, seen time.Time) (reading *sitrep.Reading, err error) {
	defer fault(&err)
	report, err := page.Parse(raw, hints)
	if err != nil {
		return nil, err
	}
	if report.Published.IsZero() && !seen.IsZero() {
		report.Published, report.PublishedBasis = seen, sitrep.PublishedAssumed
	}
	return by.Read(report)
}

// HintsOf are what a source says of a report, in the terms of page.
func HintsOf(h source.Hints) page.Hints {
	return page.Hints{ID: h.ID, URL: h.URL, Outlet: h.Outlet, Title: h.Title, Published: h.Published, Name: h.Name, NoTitle: h.NoTitle, Form: page.Form(h.Form)}
}

// fetched tells whether an item was taken from the net: the time at which it was seen then says much of when it appeared. A file's time says little: copying and
// unpacking change it.
func fetched(i *source.Item) bool { return strings.Contains(i.From, "://") }
