package source

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"sitrep/source/fetch"
)

// Options say how sources are read.
type Options struct {
	Stdin   io.Reader              // what "-" reads
	Known   func(name string) bool // whether files named so are reports (page.Known); in folders others are passed over
	Lines   bool                   // standard input, and files that are named as no other kind, are JSON Lines
	MaxSize int64                  // bytes of one report; 0 for MaxSize

	Published, Outlet, Title string // what the caller knows, where a source of many reports does not tell

	Fetch  Fetcher                 // gets pages and feeds; nil: nothing is fetched
	Passed func(where, why string) // is told of what is passed over because it is no report; may be nil
}

// MaxSize is how many bytes a report may have where the caller does not say.
const MaxSize = 32 << 20

// Fetcher gets what stands at an address; *fetch.Client is one.
type Fetcher interface {
	Fetch(ctx context.Context, address string, known fetch.Validators) (*fetch.Response, error)
}

func (o *Options) maxSize() int64 {
	if o.MaxSize > 0 {
		return o.MaxSize
	}
	return MaxSize
}

func (o *Options) known(name string) bool { return o.Known != nil && o.Known(name) }

func (o *Options) pass(where, why string) {
	if o.Passed != nil {
		o.Passed(where, why)
	}
}

// tooLarge says that a report is larger than may be.
func (o *Options) tooLarge(what, way string) error {
	return fmt.Errorf("%s is larger than %s; a report is not: %s, or raise --max-size", what, bytesIn(o.maxSize()), way)
}

// bytesIn writes a number of bytes as people do: 32MB.
func bytesIn(n int64) string {
	for _, u := range []struct {
		suffix string
		bytes  int64
	}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}} {
		if n >= u.bytes && n%u.bytes == 0 {
			return strconv.FormatInt(n/u.bytes, 10) + u.suffix
		}
	}
	return strconv.FormatInt(n, 10) + "B"
}

// firstOf is the first that is not empty.
func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
