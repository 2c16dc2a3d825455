package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/page"
	"sitrep/source"
)

type ingestCommand struct {
	caseArgument
	Sources   []string `arg:"" name:"source" help:"Files, folders, JSON Lines, mail folders, archives, addresses, feeds and lists of addresses; - is standard input."`
	Lines     bool     `name:"jsonl" help:"Standard input and files of other kinds are JSON Lines, one report a line."`
	Published string   `placeholder:"DATE" help:"When the reports were published, where their sources do not tell."`
	Outlet    string   `placeholder:"NAME" help:"Who published them, where their sources do not tell."`
	Lexicon   string   `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
	MaxSize   byteSize `default:"32MB" placeholder:"SIZE" help:"Refuse reports that are larger (default ${default})."`
	fetchFlags
	assistFlags
}

// Help is shown below the flags' head.
func (ingestCommand) Help() string {
	return `Reads the reports, files them in the casebook, which is made where there is none, and joins what they tell with what is there. What is filed already is passed over, so the same command goes on where it was stopped. The first Ctrl-C finishes the report under way and says what is left, the second stops at once; nothing that was filed is lost.

    sitrep ingest case.db reports/
    sitrep ingest case.db wire.jsonl.gz mail.mbox
    other-program | sitrep ingest case.db --jsonl -`
}

// patient lets Run end by itself after Ctrl-C.
func (*ingestCommand) patient() {}

// Run files the reports and joins them.
func (c *ingestCommand) Run(ctx context.Context, a *app) error {
	if c.Published != "" {
		if _, ok := page.ParseTime(c.Published); !ok {
			return usageError{fmt.Errorf("--published=%s: want a day like 2016-04-12, or a time like 2016-04-12T09:30:00+02:00", c.Published), "sitrep ingest --help"}
		}
	}
	client, err := c.client()
	if err != nil {
		return err
	}
	helper, err := c.assistant(a)
	if err != nil {
		return err
	}
	return a.writing(c.Case, "sitrep ingest", true, func(book casebook.Casebook) error {
		d, err := a.desk(book, c.Lexicon)
		if err != nil {
			return err
		}
		d.Assist = helper
		o := source.Options{Stdin: a.in, Known: page.Known, Lines: c.Lines, MaxSize: int64(c.MaxSize), Published: c.Published, Outlet: c.Outlet, Fetch: client}
		w, size := a.watcher(), sizeOfAll(c.Sources)
		w.Size = func() int64 { return size }
		begun := time.Now()
		done, err := d.Ingest(ctx, source.Items(ctx, c.Sources, o), w)
		a.note("%s, %s", summary(done), pace(done.Read, begun))
		return a.finish(ctx, d, done, err, &c.proxyFlag)
	})
}

// watcher says on standard error what goes wrong, and to people how far the work is.
func (a *app) watcher() desk.Watcher {
	return desk.Watcher{
		Failed: func(x desk.Failure) { a.fault(fmt.Errorf("read %s: %w", x.Where, x.Err)) },
		Problems: func(where string, r *sitrep.Report) {
			for _, p := range r.Problems {
				a.note("%s: %s", where, p.Err)
			}
		},
		Progress: func(p desk.Progress) { a.progress(p.String()) },
	}
}

// finish joins what was filed, and says what was done and what is left. What was filed before something went wrong is joined too, unless that was Ctrl-C.
func (a *app) finish(ctx context.Context, d *desk.Desk, done desk.Ingested, err error, f *proxyFlag) error {
	read := err == nil
	if read {
		begun := time.Now()
		var joined desk.Joined
		joined, err = d.Reconcile(ctx, func(j desk.Joined) { a.progress(fmt.Sprintf("%d events joined", j.Placed)) })
		if err == nil && joined.Placed > 0 {
			a.note("%d events joined: %d incidents new or made anew, %d no more, %s", joined.Placed, joined.Put, joined.Dropped, pace(joined.Placed, begun))
		}
	}
	if err == nil {
		err = a.alerts(ctx, d.Book, f)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("%w; %s; the same command goes on from here", errInterrupted, left(d, read))
	case err != nil:
		return err
	case len(done.Failed) > 0:
		return failedOf(done)
	}
	return nil
}

// left says what waits in the casebook, see whatIsLeft.
func left(d *desk.Desk, read bool) string {
	stats, err := d.Book.Stats(context.Background())
	if err != nil {
		return "what was filed is kept"
	}
	return whatIsLeft(stats.Reports, stats.Unplaced, read)
}

// whatIsLeft says what a stopped ingest leaves; read tells whether its sources were read to their ends.
func whatIsLeft(reports, unplaced int, read bool) string {
	s := fmt.Sprintf("%d reports are filed", reports)
	if unplaced > 0 {
		s += fmt.Sprintf(", %d events of them are not joined yet", unplaced)
	}
	if !read {
		s += ", and the sources were not read to their ends"
	}
	return s
}

// pace is how long a work took, and how fast it went.
func pace(n int, begun time.Time) string {
	took := time.Since(begun)
	return fmt.Sprintf("in %s (%.1f a second)", took.Round(time.Second/10), float64(n)/max(took.Seconds(), 0.001))
}

func summary(done desk.Ingested) string {
	parts := []string{fmt.Sprintf("%d read: %d new", done.Read, done.New)}
	for _, p := range []struct {
		n    int
		what string
	}{{done.Versions, "of them new versions"}, {done.Known, "filed before"}, {len(done.Failed), "failed"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}

func failedOf(done desk.Ingested) error {
	var names []string
	for _, f := range done.Failed {
		names = append(names, f.Where)
	}
	return someFailed{failed: names, of: done.Read}
}

// sizeOfAll is how many bytes there are to read, 0 where that is not known. It tells the time left and nothing else: files that come and go meanwhile do no harm.
func sizeOfAll(sources []string) int64 {
	var size int64
	for _, s := range sources {
		info, err := os.Stat(s)
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			return 0
		}
		err = filepath.WalkDir(s, func(_ string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
				size += info.Size()
			}
			return nil
		})
		if err != nil {
			return 0
		}
	}
	return size
}
