package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/desk"
	"sitrep/page"
	"sitrep/source"
	"sitrep/source/fetch"
	"sitrep/web"
	"sitrep/web/users"
)

type serveCommand struct {
	Case     string   `arg:"" name:"case" help:"The casebook, or a folder or file of reports: these are filed in a casebook that is thrown away at the end."`
	Address  string   `name:"address" default:"127.0.0.1:7350" placeholder:"HOST:PORT" help:"Where to listen (default ${default}). Others than this machine can be let in with --users only."`
	Host     []string `placeholder:"NAME" help:"A further name, with its port if it is not the usual one, by which the window may be called."`
	Users    string   `type:"path" placeholder:"FILE" help:"Who may use the window: everybody has to log in. sitrep user add writes the file."`
	Cert     string   `type:"path" placeholder:"FILE" help:"Speak TLS: the certificate, with those that it rests on, as PEM."`
	Key      string   `type:"path" placeholder:"FILE" help:"Its private key, as PEM."`
	Proxy    []string `placeholder:"NETWORK" help:"A proxy, by address or network (127.0.0.1, 10.0.0.0/8), that speaks TLS with whoever asks and passes requests on: its X-Forwarded-For is believed."`
	Title    string   `placeholder:"TEXT" help:"What the pages call the case; else the name of its file."`
	ReadOnly bool     `help:"Nothing can be corrected or filed."`
	Names    bool     `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
	Lexicon  string   `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
}

// Help is shown below the flags' head.
func (serveCommand) Help() string {
	return `Shows a casebook in a browser: map, timeline, incidents with their sources, reports with what was read in them, truces and talks, claims, a brief, and the queue of what waits for a person's judgement. It asks another machine only for a page whose address somebody gives it to read, and listens on this one only unless it is told who may come in.

    sitrep serve case.db
    sitrep serve examples/
    sitrep user add users mara --role editor
    sitrep serve case.db --users users --address 0.0.0.0:443 --host sitrep.example.org --cert cert.pem --key key.pem

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
		handler, err := c.window(ctx, a, path, book)
		if err != nil {
			return err
		}
		return c.listen(ctx, a, handler)
	})
}

// check refuses what would let in strangers, or let them listen.
func (c *serveCommand) check() error {
	host, _, err := net.SplitHostPort(c.Address)
	ip := net.ParseIP(host)
	open := host != "localhost" && (ip == nil || !ip.IsLoopback())
	for _, fault := range []struct {
		is   bool
		what string
	}{
		{err != nil, "want HOST:PORT, as 127.0.0.1:7350"},
		{open && c.Users == "", "is open to other machines, and nobody is asked who they are; name who may come in with --users FILE (sitrep user add makes it), or use 127.0.0.1"},
		{open && c.Cert == "" && len(c.Proxy) == 0, "is open to other machines, and passwords would cross the net in the clear; give --cert and --key, or --proxy where a proxy speaks TLS"},
		{open && len(c.Host) == 0, "is open to other machines; say by which name they call it, with --host"},
	} {
		if fault.is {
			return usageError{fmt.Errorf("--address=%s: %s", c.Address, fault.what), "sitrep serve --help"}
		}
	}
	if (c.Cert == "") != (c.Key == "") {
		return usageError{errors.New("--cert and --key go together"), "sitrep serve --help"}
	}
	_, err = c.proxies()
	return err
}

// proxies are the networks of proxies.
func (c *serveCommand) proxies() ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, text := range c.Proxy {
		p, err := netip.ParsePrefix(text)
		if a, bare := netip.ParseAddr(text); bare == nil {
			p, err = a.Prefix(a.BitLen())
		}
		if err != nil {
			return nil, usageError{fmt.Errorf("--proxy=%s: want an address or a network, as 127.0.0.1 or 10.0.0.0/8", text), "sitrep serve --help"}
		}
		out = append(out, p.Masked())
	}
	return out, nil
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

func (c *serveCommand) window(ctx context.Context, a *app, path string, book casebook.Casebook) (http.Handler, error) {
	d, err := a.desk(book, c.Lexicon)
	if err != nil {
		return nil, err
	}
	o := web.Options{Title: c.Title, Hosts: c.Host, Names: c.Names, By: a.person(), Places: a.places(), Desk: d, Log: c.log(a), Secure: c.Cert != "" || len(c.Proxy) > 0}
	if !c.ReadOnly {
		o.Fetch = fetch.New(fetch.Options{Total: 15 * time.Second}) // a request has 20
	}
	if o.Proxies, err = c.proxies(); err != nil {
		return nil, err
	}
	if c.Users != "" {
		o.Sessions = path + "-sessions"
		if o.Users, err = users.Open(c.Users); err != nil {
			return nil, err
		}
		if len(o.Users.All()) == 0 {
			return nil, fmt.Errorf("users %s: nobody is in it; sitrep user add %s NAME", c.Users, c.Users)
		}
	}
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
	go s.Warm(ctx)
	return s.Handler(), nil
}

func (c *serveCommand) log(a *app) *slog.Logger { return slog.New(slog.NewTextHandler(a.err, nil)) }

// closing is how long requests that are under way have at the end.
const closing = 5 * time.Second

func (c *serveCommand) listen(ctx context.Context, a *app, handler http.Handler) error {
	l, err := net.Listen("tcp", c.Address)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; choose another port with --address", c.Address, err)
	}
	server := web.HTTP(handler, web.UsualTimeouts, c.log(a))
	scheme, serve := "http", server.Serve
	if c.Cert != "" {
		scheme, serve = "https", func(l net.Listener) error { return server.ServeTLS(l, c.Cert, c.Key) }
	}
	ended := make(chan error, 1)
	go func() { ended <- serve(web.Listener(l)) }()
	a.note("open %s://%s in a browser; Ctrl-C ends it", scheme, l.Addr())
	select {
	case err := <-ended:
		return fmt.Errorf("serve on %s: %w", c.Address, err)
	case <-ctx.Done():
	}
	wait, stop := context.WithTimeout(context.WithoutCancel(ctx), closing)
	defer stop()
	return server.Shutdown(wait)
}
