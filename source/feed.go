package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"sitrep/source/fetch"
)

// feedHead is how a feed begins: RSS, RDF or Atom behind declarations and comments, or JSON Feed.
var feedHead = regexp.MustCompile(`^(?:\x{feff})?(?:\s|<\?[^>]*>|<!--(?s:.{0,1000}?)-->|<!DOCTYPE rss[^>]*>)*<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]|^(?:\x{feff})?\s*\{[^<]{0,1000}"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org`)

func isFeed(head []byte) bool { return feedHead.Match(head[:min(len(head), 4096)]) }

// mostEntries is how many entries of a feed are read: those that stand first are the newest.
const mostEntries = 2000

// entry is a report that a feed tells of.
type entry struct {
	feed, key, title string // key tells it from the other entries
	url              string
	published        string
	body             string // what the feed holds of it
	markup           bool
	whole            bool // that is all of it
}

// readFeed reads RSS, RDF, Atom or JSON Feed. Entries come in the order of the feed turned around: the oldest first.
func readFeed(address string, raw []byte) (all []entry, err error) {
	defer func() { // it is a large program of others
		if p := recover(); p != nil {
			err = fmt.Errorf("the feed cannot be read: %v", p)
		}
	}()
	if tooDeep(raw) {
		return nil, fmt.Errorf("the feed cannot be read: its elements are nested deeper than %d, as in no feed", mostDeep)
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("the feed cannot be read: %w", err)
	}
	base, _ := url.Parse(firstOf(f.Link, address))
	for _, i := range f.Items[:min(len(f.Items), mostEntries)] {
		all = append(all, entryOf(f, i, base))
	}
	tellApart(all)
	slices.Reverse(all)
	return all, nil
}

// tellApart makes keys of entries differ: there are feeds that give all entries one.
func tellApart(all []entry) {
	times := map[string]int{}
	for _, e := range all {
		times[e.key]++
	}
	for i := range all {
		if e := &all[i]; times[e.key] > 1 {
			e.key = hashOf(e.key, e.url, e.title)
		}
	}
}

// entryOf reads an entry. Titles are escaped twice by many: "Troops &amp; talks".
func entryOf(f *gofeed.Feed, i *gofeed.Item, base *url.URL) entry {
	e := entry{feed: f.Title, title: html.UnescapeString(strings.TrimSpace(i.Title)), url: resolve(base, i.Link), published: publishedOf(i)}
	e.body, e.whole = bodyOf(i)
	e.markup = strings.Contains(e.body, "<") || strings.Contains(e.body, "&")
	e.key = firstOf(i.GUID, e.url, e.title)
	return e
}

func resolve(base *url.URL, link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || link == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// shortBody is how many bytes of markup an excerpt has at most: feeds put the first paragraph in the place of the whole, too.
const shortBody = 1200

var cutOff = regexp.MustCompile(`(?i)(\.\.\.|…|\[…\]|&hellip;|&#8230;|&#x2026;|\[&#8230;\]|read more|continue reading[^<]{0,100}|full story|»)\s*(</?[a-z][^>]{0,300}>\s*)*$`)

// bodyOf is what a feed holds of a report, and whether that is all.
func bodyOf(i *gofeed.Item) (body string, whole bool) {
	body = strings.TrimSpace(i.Content)
	if len(body) < len(strings.TrimSpace(i.Description)) {
		body = strings.TrimSpace(i.Description)
	}
	return body, len(body) > shortBody && !cutOff.MatchString(body[max(0, len(body)-2000):])
}

// zones are those of RFC 822, which feeds of America still use. Go reads any other abbreviation as UTC, as the RFC wants it.
var zones = map[string]string{"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700"}

// publishedOf is when an entry was published, in its own zone; the time of a change stands in for one that is not told.
func publishedOf(i *gofeed.Item) string {
	for _, at := range []struct {
		told string
		read *time.Time // by gofeed: any form, but in UTC
	}{{i.Published, i.PublishedParsed}, {i.Updated, i.UpdatedParsed}} {
		if at.read == nil {
			continue
		}
		told := strings.TrimSpace(at.told)
		if n := strings.LastIndexByte(told, ' ') + 1; zones[told[n:]] != "" {
			told = told[:n] + zones[told[n:]]
		}
		for _, layout := range []string{time.RFC3339, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700"} {
			if t, err := time.Parse(layout, told); err == nil {
				return t.Format(time.RFC3339)
			}
		}
		return at.read.Format(time.RFC3339)
	}
	return ""
}

// item is an entry as the feed holds it.
func (e *entry) item(from, where string) Item {
	i := Item{From: from, Where: firstOf(e.url, where+": "+firstOf(e.title, e.key)), Raw: []byte(e.body), Excerpt: !e.whole}
	i.Hints = Hints{URL: plainAddress(e.url), Title: e.title, Published: e.published, NoTitle: true, Form: Text}
	if e.url == "" {
		i.ID, i.Outlet = where+"#"+e.key, e.feed
	}
	if e.markup {
		i.Form = HTML
	}
	return i
}

// feed gives the reports of a feed; those of which it holds the beginning only are fetched.
func (r *reader) feed(from, address string, raw []byte) bool {
	entries, err := readFeed(address, raw)
	if err != nil {
		return r.fail(Item{From: from, Where: address}, err)
	}
	for _, e := range entries {
		i := e.item(from, address)
		i.Published = firstOf(i.Published, r.o.Published)
		if !e.whole && e.url != "" && r.o.Fetch != nil {
			i, _, err = r.o.page(r.ctx, i, e.url, fetch.Validators{})
		}
		switch {
		case err == nil && len(i.Raw) == 0:
			err = errors.New("the feed holds nothing of it but its title")
		case err == nil && i.Outlet == "":
			i.Outlet = r.o.Outlet
		}
		if err != nil && !r.fail(i, err) || err == nil && !r.give(i) {
			return false
		}
		err = nil
	}
	return true
}

// page gets the page of an entry in place of its beginning. Where it will not be had, the beginning has to do.
func (o *Options) page(ctx context.Context, i Item, address string, known fetch.Validators) (Item, *fetch.Response, error) {
	got, err := o.Fetch.Fetch(ctx, address, known)
	switch {
	case err != nil && isPermanent(ctx, err) && len(i.Raw) > 0:
		o.pass(i.Where, fmt.Sprintf("only what the feed holds of it is taken: %v", err))
		return i, nil, nil
	case err != nil || got.NotModified:
		return i, got, err
	}
	i.set(got.Body, got.Type)
	i.URL, i.Seen, i.Excerpt, i.NoTitle = plainAddress(got.URL), got.At, false, false
	if i.Form == HTML { // the page's own title is better than the feed's
		i.Title = ""
	}
	return i, got, nil
}

func isFeedFile(in *input) bool {
	head, _ := in.Peek(4096)
	return isFeed(head)
}

// feedFile gives the reports of a feed that was saved.
func (r *reader) feedFile(in *input) bool {
	raw, ok, err := in.whole(r.o.maxSize())
	switch {
	case err != nil:
		return r.fail(in.item(), err)
	case !ok:
		return r.fail(in.item(), r.o.tooLarge("it", "a feed is not either: cut it"))
	}
	return r.feed(in.from, in.file, raw)
}
