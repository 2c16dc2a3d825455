package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/desk"
	"sitrep/page"
	"sitrep/source"
	"sitrep/web"
)

type serveCommand struct {
	Case     string   `arg:"" name:"case" help:"The casebook, or a folder or file of reports: these are filed in a casebook that is thrown away at the end."`
	Address  string   `name:"address" default:"127.0.0.1:7350" placeholder:"HOST:PORT" help:"Where to listen (default ${default}). Only addresses of this machine are taken."`
	Host     []string `placeholder:"NAME" help:"A further name, with its port, by which the window may be called, where a proxy on this machine passes requests on."`
	Title    string   `placeholder:"TEXT" help:"What the pages call the case; else the name of its file."`
	ReadOnly bool     `help:"Nothing can be corrected or filed."`
	Names    bool     `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
	Lexicon  string   `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
}

// Help is shown below the flags' head.
func (serveCommand) Help() string {
	return `Shows a casebook in a browser: map, timeline, incidents with their sources, reports with what was read in them, truces and talks, claims, a brief, and the queue of what waits for a person's judgement. It listens on this machine only and asks nothing of any other.

    sitrep serve case.db
    sitrep serve examples/

Others can file meanwhile: the window takes the casebook to write only while something is corrected. Ctrl-C ends it.`
}

// patient lets Run end by itself after Ctrl-C.
func (*serveCommand) patient() {}

// Run serves until Ctrl-C.
func (c *serveCommand) Run(ctx context.Context, a *app) error {
	if err := c.check(); err != nil {
		return err
	}
	path, done, err := c.casebook(ctx, a)
	if err != nil {
		return err
	}
	defer done()
	return a.reading(ctx, path, c.Names, "sitrep serve", func(book casebook.Casebook) error {
		handler, err := c.window(a, path, book)
		if err != nil {
			return err
		}
		return c.listen(ctx, a, handler)
	})
}

func (c *serveCommand) check() error {
	host, _, err := net.SplitHostPort(c.Address)
	if err != nil {
		return usageError{fmt.Errorf("--address=%s: want HOST:PORT, as 127.0.0.1:7350", c.Address), "sitrep serve --help"}
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return usageError{fmt.Errorf("--address=%s is open to other machines, and the window knows no users; use 127.0.0.1, and for others a proxy that asks who they are", c.Address), "sitrep serve --help"}
	}
	return nil
}

// casebook is the path of the casebook to be shown. Reports are filed in one that done takes away.
func (c *serveCommand) casebook(ctx context.Context, a *app) (path string, done func(), err error) {
	info, err := os.Stat(c.Case)
	if err != nil {
		return "", nil, err
	}
	if !info.IsDir() && !page.Known(strings.TrimSuffix(c.Case, ".gz")) && !strings.Contains(c.Case, ".jsonl") {
		return c.Case, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "sitrep-serve")
	if err != nil {
		return "", nil, fmt.Errorf("make a casebook to show %s: %w", c.Case, err)
	}
	done = func() { os.RemoveAll(dir) }
	path = filepath.Join(dir, "case.db")
	if err := c.fill(ctx, a, path); err != nil {
		done()
		return "", nil, err
	}
	return path, done, nil
}

// fill files reports in a new casebook.
func (c *serveCommand) fill(ctx context.Context, a *app, path string) error {
	return a.writing(path, "sitrep serve", true, func(book casebook.Casebook) error {
		d, err := a.desk(book, c.Lexicon)
		if err != nil {
			return err
		}
		ingested, err := d.Ingest(ctx, source.Items(ctx, []string{c.Case}, source.Options{Known: page.Known}), a.watcher())
		if err == nil {
			_, err = d.Reconcile(ctx, nil)
		}
		if errors.Is(err, context.Canceled) {
			return errInterrupted
		}
		if err == nil && ingested.New == 0 {
			return fmt.Errorf("%s: none of its reports could be filed", c.Case)
		}
		a.note("%s", summary(ingested))
		return err
	})
}

func (c *serveCommand) window(a *app, path string, book casebook.Casebook) (http.Handler, error) {
	d, err := a.desk(book, c.Lexicon)
	if err != nil {
		return nil, err
	}
	o := web.Options{Title: c.Title, Hosts: c.Host, Names: c.Names, By: a.person(), Places: a.places(), Desk: d, Log: slog.New(slog.NewTextHandler(a.err, nil))}
	if o.Title == "" {
		o.Title = strings.TrimSuffix(filepath.Base(filepath.Clean(c.Case)), filepath.Ext(c.Case))
	}
	if !c.ReadOnly {
		o.Change = func(_ context.Context, do func(*desk.Desk) error) error {
			writer, err := sqlite.Open(path, sqlite.Options{Who: "sitrep serve"})
			if err != nil {
				return err
			}
			lent := *d
			lent.Book = writer
			return errors.Join(do(&lent), writer.Close())
		}
	}
	s, err := web.New(book, o)
	if err != nil {
		return nil, err
	}
	return s.Handler(), nil
}

// closing is how long requests that are under way have at the end.
const closing = 5 * time.Second

func (c *serveCommand) listen(ctx context.Context, a *app, handler http.Handler) error {
	l, err := net.Listen("tcp", c.Address)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; choose another port with --address", c.Address, err)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 60 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	a.note("open http://%s in a browser; Ctrl-C ends it", l.Addr())
	select {
	case err := <-ended:
		return fmt.Errorf("serve on %s: %w", c.Address, err)
	case <-ctx.Done():
	}
	wait, stop := context.WithTimeout(context.WithoutCancel(ctx), closing)
	defer stop()
	return server.Shutdown(wait)
}
