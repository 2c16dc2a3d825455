package source

import (
	"context"
	"iter"
	"os"
)

// Items gives the reports of sources, one after the other: a source is a path, an address, or "-" for Options.Stdin. Folders are searched in the order of their names.
//
// An error beside an item is about that item: Where, Line and ID say which, and those after it still come. When ctx ends, the items end.
func Items(ctx context.Context, sources []string, o Options) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		r := &reader{ctx: ctx, o: &o, yield: yield}
		for _, s := range sources {
			if !r.source(s) {
				return
			}
		}
	}
}

// reader gives the items of one source after the other. Its methods return false when no more are wanted.
type reader struct {
	ctx   context.Context
	o     *Options
	yield func(Item, error) bool
}

func (r *reader) source(s string) bool {
	if isAddress(s) {
		return r.address(s)
	}
	if info, err := os.Stat(s); err == nil && info.IsDir() && s != "-" {
		return r.folder(s)
	}
	in, err := openFile(s, r.o.Stdin)
	if err != nil {
		return r.fail(Item{From: s, Where: nameOf(s)}, err)
	}
	defer in.close()
	return r.input(in)
}

func (r *reader) give(i Item) bool { return r.ctx.Err() == nil && r.yield(i, nil) }

func (r *reader) fail(i Item, err error) bool { return r.ctx.Err() == nil && r.yield(i, err) }

// input gives the report of a file, or those that it is made of.
func (r *reader) input(in *input) bool {
	switch {
	case isLines(in.file), r.o.Lines && in.form == "" && !r.o.known(unpackedName(in.file)) && !isArchive(in.file):
		return r.lines(in)
	case in.form == "" && isMbox(in):
		return r.mbox(in)
	case isArchiveOfWeb(in):
		return r.archive(in)
	case isTelegram(in):
		return r.telegram(in)
	case r.o.Fetch != nil && isList(in):
		return r.list(in)
	case isFeedFile(in):
		return r.feedFile(in)
	case in.form == "" && looksLikeLines(in):
		return r.lines(in)
	}
	return r.report(in)
}

// nameOf is what messages call a source.
func nameOf(s string) string {
	switch s {
	case "-":
		return "standard input"
	case "":
		return `""`
	}
	return s
}
