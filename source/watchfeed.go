package source

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"sitrep/source/fetch"
)

// notAFeed says what else stands at the address of a feed. Many pages name their feed, and people give the page.
func notAFeed(got *fetch.Response) error {
	if f := feedOf(got); f != "" {
		return fmt.Errorf("it is a page and no feed; the page names %s as its feed: give that", f)
	}
	return errors.New("it is no feed: want RSS, Atom or JSON Feed")
}

// feedOf is the feed that a page names in its head.
func feedOf(got *fetch.Response) string {
	base, err := url.Parse(got.URL)
	if err != nil {
		return ""
	}
	z := html.NewTokenizer(bytes.NewReader(got.Body))
	for range 10_000 {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			attr := map[string]string{}
			for _, a := range t.Attr {
				attr[a.Key] = a.Val
			}
			if t.Data == "link" && strings.EqualFold(attr["rel"], "alternate") && isFeedType(attr["type"]) {
				return resolve(base, attr["href"])
			}
		}
	}
	return ""
}

func isFeedType(kind string) bool {
	switch strings.ToLower(kind) {
	case "application/rss+xml", "application/atom+xml", "application/feed+json":
		return true
	}
	return false
}
