package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"sync"
	"time"

	"sitrep/alert"
	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/desk"
	"sitrep/page"
	"sitrep/source"
	"sitrep/source/fetch"
)

type watchCommand struct {
	caseArgument
	File    string        `arg:"" name:"file" help:"Addresses of feeds (RSS, Atom, JSON Feed), one a line; # begins a remark. OPML is taken too."`
	Every   time.Duration `default:"15m" placeholder:"TIME" help:"How long between two looks at a feed, a minute at least (default ${default})."`
	Lexicon string        `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
	fetchFlags
}

// fetchFlags say how pages are fetched.
type fetchFlags struct {
	proxyFlag
	Delay time.Duration `default:"2s" placeholder:"TIME" help:"Wait so long between two requests to one host (default ${default})."`
}

func (f *fetchFlags) client() (*fetch.Client, error) {
	proxy, err := f.proxy()
	if err != nil {
		return nil, err
	}
	return fetch.New(fetch.Options{Delay: f.Delay, Proxy: proxy}), nil
}

// Help is shown below the flags' head.
func (watchCommand) Help() string {
	return `Asks the feeds for what is new, files it and joins it, until it is stopped; weeks are well. It asks servers as they ask to be asked (robots.txt, ETag, Retry-After), looks again at pages that it has fetched, since corrections are made there, and asks a feed that fails less and less often. Alerts go out after each joining, and every minute where one is due. It goes on where it was stopped, and holds the casebook only while it files: other commands can write in between.

    sitrep watch case.db feeds.txt`
}

// patient lets Run end by itself after Ctrl-C.
func (*watchCommand) patient() {}

const (
	silence = 3 * time.Second // what comes within is filed together
	full    = 200             // reports that are filed together at most
)

// Run watches.
func (c *watchCommand) Run(ctx context.Context, a *app) error {
	feeds, err := feedsIn(c.File)
	if err != nil {
		return fmt.Errorf("watch the feeds of %s: %w", c.File, err)
	}
	client, err := c.client()
	if err != nil {
		return err
	}
	reader, err := a.reader(c.Lexicon)
	if err != nil {
		return err
	}
	var one sync.Mutex // the casebook is opened by one at a time: filing, or keeping where a feed was read to
	open := func(ctx context.Context, do func(casebook.Casebook) error) error {
		one.Lock()
		defer one.Unlock()
		return a.whenFree(ctx, func() error { return a.writing(c.Case, "sitrep watch", true, do) })
	}
	defer a.tellAlerts(ctx, c.Case, open, &c.proxyFlag)()
	if c.Every < source.EveryShortest {
		a.note("a feed is asked once in %s at most, however short --every is", source.EveryShortest)
	}
	w := source.Watcher{Feeds: feeds, Every: c.Every, State: marks{open}, Options: source.Options{Known: page.Known, Fetch: client}}
	a.note("%d feeds are watched; Ctrl-C ends it", len(feeds))
	for batch := range desk.Batches(ctx, w.Items(ctx), cmp.Or(a.silence, silence), full) {
		err := open(ctx, func(book casebook.Casebook) error {
			d := &desk.Desk{Book: book, Reader: reader, By: readerInfo(reader.Lexicon())}
			return errors.Join(a.round(ctx, d, batch), a.alerts(ctx, book, &c.proxyFlag))
		})
		if err != nil && ctx.Err() == nil {
			return err
		}
	}
	return errInterrupted
}

// betweenAlerts is how long a watch waits between two looks for what has to be told although no report came: what people corrected, and what is to be tried again.
const betweenAlerts = time.Minute

// tellAlerts does what the alerts of a casebook ask for, now and then, until ctx ends or stop is called. It waits for no feed, and takes the casebook only where there is something to do.
func (a *app) tellAlerts(ctx context.Context, path string, open func(context.Context, func(casebook.Casebook) error) error, f *proxyFlag) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var ended sync.WaitGroup
	ended.Go(func() {
		for fetch.Sleep(ctx, betweenAlerts) == nil {
			pending, err := alertsPending(ctx, path)
			if err == nil && pending {
				err = open(ctx, func(book casebook.Casebook) error { return a.alerts(ctx, book, f) })
			}
			if err != nil && ctx.Err() == nil && !errors.Is(err, fs.ErrNotExist) {
				a.note("alerts: %v", err)
			}
		}
	})
	return func() { cancel(); ended.Wait() }
}

// alertsPending looks without taking the casebook from others.
func alertsPending(ctx context.Context, path string) (pending bool, err error) {
	book, err := sqlite.OpenReadOnly(path, sqlite.Options{Who: "sitrep watch"})
	if err != nil {
		return false, err
	}
	pending, err = alert.Pending(ctx, book, time.Now())
	return pending, errors.Join(err, book.Close())
}

// feedsIn are the addresses in a file.
func feedsIn(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, plainError(err)
	}
	defer f.Close()
	return source.Addresses(f)
}

// round files and joins what came. Inputs that failed have been told; the watching goes on.
func (a *app) round(ctx context.Context, d *desk.Desk, items iter.Seq2[source.Item, error]) error {
	done, err := d.Ingest(ctx, items, a.watcher())
	if err != nil {
		return err
	}
	joined, err := d.Reconcile(ctx, nil)
	if done.New > 0 || joined.Placed > 0 {
		a.note("%s; %d events joined", summary(done), joined.Placed)
	}
	return err
}

const (
	firstWait = time.Second
	mostWait  = 30 * time.Second
)

// whenFree does something with a casebook that another process may be writing to: then it waits, and says so once.
func (a *app) whenFree(ctx context.Context, do func() error) error {
	for tries := 1; ; tries++ {
		err := do()
		if !errors.Is(err, casebook.ErrBusy) {
			return err
		}
		if tries == 1 {
			a.note("%v; waiting for it", err)
		}
		if err := fetch.Sleep(ctx, fetch.Backoff(firstWait, mostWait, tries)); err != nil {
			return err
		}
	}
}

// marks keeps where feeds were read to in a casebook that is open only meanwhile.
type marks struct {
	open func(context.Context, func(casebook.Casebook) error) error
}

// Watermark is where a feed was read to.
func (m marks) Watermark(ctx context.Context, name string) (value string, err error) {
	err = m.open(ctx, func(book casebook.Casebook) error {
		value, err = book.Watermark(ctx, name)
		return err
	})
	return value, err
}

// SetWatermark keeps where a feed was read to.
func (m marks) SetWatermark(ctx context.Context, name, value string) error {
	return m.open(ctx, func(book casebook.Casebook) error { return book.SetWatermark(ctx, name, value) })
}
