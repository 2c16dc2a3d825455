package source

import (
	"context"
	"errors"
	"mime"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"sitrep/source/fetch"
)

// isAddress tells addresses of the web from paths.
func isAddress(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

var errNoFetch = errors.New("it is an address, and nothing is fetched here; save the page and give the file")

// address gives the report at an address, or those of the feed there.
func (r *reader) address(address string) bool {
	v := visit{item: Item{From: address, Where: address}, address: address, err: errNoFetch}
	if r.o.Fetch != nil {
		v.got, v.err = r.o.Fetch.Fetch(r.ctx, address, fetch.Validators{})
	}
	return r.visited(v)
}

// visited gives what stood at an address.
func (r *reader) visited(v visit) bool {
	i := v.item
	switch {
	case v.err != nil:
		return r.fail(i, v.err)
	case isFeed(v.got.Body):
		return r.feed(i.From, v.got.URL, v.got.Body)
	}
	i.set(v.got.Body, v.got.Type)
	i.URL, i.Seen = plainAddress(v.got.URL), v.got.At
	i.Published, i.Outlet, i.Title = r.o.Published, r.o.Outlet, r.o.Title
	return r.give(i)
}

// set takes what a server sent. Text in a charset that only the server names is decoded: the bytes by themselves do not tell it.
func (i *Item) set(body []byte, contentType string) {
	kind, parameters, _ := mime.ParseMediaType(contentType)
	i.Raw, i.Form = body, formOf(kind)
	if utf8.Valid(body) || i.Form != HTML && i.Form != Text {
		return
	}
	if e, name := charset.Lookup(parameters["charset"]); e != nil && name != "utf-8" {
		if b, err := e.NewDecoder().Bytes(body); err == nil {
			i.Raw = b
		}
	}
}

// formOf is the form that a media type tells, empty where the bytes tell it better.
func formOf(kind string) Form {
	switch kind {
	case "text/html", "application/xhtml+xml":
		return HTML
	case "application/pdf":
		return PDF
	case "message/rfc822":
		return Mail
	}
	return ""
}

// plainAddress is an address without what the way to it has added: the part, and the marks of campaigns. It is what a report is known by.
func plainAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	u.Fragment, u.RawFragment = "", ""
	if u.RawQuery != "" {
		var kept []string
		for part := range strings.SplitSeq(u.RawQuery, "&") {
			if name, _, _ := strings.Cut(part, "="); !strings.HasPrefix(name, "utm_") && name != "fbclid" && name != "gclid" {
				kept = append(kept, part)
			}
		}
		u.RawQuery = strings.Join(kept, "&")
	}
	return u.String()
}

// isPermanent tells whether a page will not be had later either: then what is known of it has to do.
func isPermanent(ctx context.Context, err error) bool {
	if s, ok := errors.AsType[*fetch.StatusError](err); ok {
		return !s.Temporary()
	}
	return ctx.Err() == nil && (errors.Is(err, fetch.ErrRobots) || errors.Is(err, fetch.ErrRefused))
}
