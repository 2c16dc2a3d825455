// Package htmldate stands in for github.com/markusmobius/go-htmldate, which go-trafilatura imports: by way of go-dateparser that package
// costs every start of the program a quarter of a second and 55 MB. Package page finds the time of publication itself, so nothing is
// looked for here.
package htmldate

import (
	"errors"
	"time"

	"golang.org/x/net/html"
)

// Options are those that go-trafilatura names.
type Options struct {
	URL                                  string
	UseOriginalDate, SkipExtensiveSearch bool
}

// Result is a time found.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero tells whether no time was found.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

// FromDocument finds nothing.
func FromDocument(*html.Node, Options) (Result, error) {
	return Result{}, errors.New("package page looks for the time of publication itself")
}
