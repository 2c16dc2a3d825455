package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says about itself: its meta elements by name, its structured data, its headings and times.
type meta struct {
	named       map[string]string // names in small letters; the first value of each
	titles      []string          // h1
	title       string
	canonical   string
	language    string
	times       []string // of time elements, those marked as publication first
	article     article
	body        string // of the article, from the structured data
	siteInTitle string
}

func metaOf(root *html.Node) *meta {
	m := &meta{named: map[string]string{}}
	m.walk(root, 0)
	m.body = m.article.body
	return m
}

func (m *meta) walk(n *html.Node, depth int) {
	if n.Type == html.ElementNode {
		m.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c, depth+1)
	}
}

func (m *meta) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.language = attr(n, "lang")
	case atom.Meta:
		value := oneLine(attr(n, "content"))
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			if name := strings.ToLower(attr(n, key)); name != "" && value != "" && m.named[name] == "" {
				m.named[name] = value
			}
		}
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") && m.canonical == "" {
			m.canonical = attr(n, "href")
		}
	case atom.Title:
		if m.title == "" && (n.Parent == nil || n.Parent.DataAtom != atom.Svg) {
			m.title = oneLine(textOf(n))
		}
	case atom.H1:
		if t := oneLine(textOf(n)); t != "" {
			m.titles = append(m.titles, t)
		}
	case atom.Time:
		m.time(n)
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			m.article.read(n.FirstChild.Data)
		}
	default:
		if p := attr(n, "itemprop"); p == "datePublished" || p == "author" || p == "headline" {
			key := strings.ToLower(p)
			if v := first(attr(n, "content"), attr(n, "datetime"), oneLine(textOf(n))); m.named[key] == "" && len(v) < 300 {
				m.named[key] = v
			}
		}
	}
}

// time takes a time element; one that says when a page was changed is left out.
func (m *meta) time(n *html.Node) {
	value := first(attr(n, "datetime"), attr(n, "content"), oneLine(textOf(n)))
	words := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop") + " " + attr(n, "id"))
	switch {
	case value == "" || strings.Contains(words, "modif") || strings.Contains(words, "updat"):
	case strings.Contains(words, "publish") || hasAttr(n, "pubdate"):
		m.times = append([]string{value}, m.times...)
	default:
		m.times = append(m.times, value)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

// any is the first of the meta elements that is there.
func (m *meta) any(names ...string) string {
	for _, n := range names {
		if v := m.named[n]; v != "" {
			return v
		}
	}
	return ""
}

// fill writes what the page says into the draft.
func (m *meta) fill(d *draft) {
	d.url = m.address()
	d.outlet = first(m.any("og:site_name"), m.article.publisher, m.any("application-name", "dc.publisher", "publisher", "copyright"))
	d.title = m.headline(d.outlet)
	d.byline = byName(first(m.article.author, m.any("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author", "dcterms.creator")))
	d.language = first(m.language, m.any("og:locale", "content-language", "language"), m.article.language)
	d.published = m.published()
	d.stamps = m.times
}

// publishedNames are the meta elements that tell the time of publication, the best first.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published", "article.published", "parsely-pub-date",
	"sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "article_date_original", "originalpublicationdate",
	"dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime", "rnews:datepublished",
	"bt:pubdate", "article:published", "published_time", "release_date", "displaydate", "ptime", "pdate", "date", "citation_publication_date",
	"analyticsattributes.articledate", "datecreated", "created", "dc.created", "og:pubdate",
}

func (m *meta) published() moment {
	if t, ok := ParseTime(m.article.published); ok {
		return t
	}
	for _, n := range publishedNames {
		if t, ok := ParseTime(m.named[n]); ok {
			return t
		}
	}
	for _, s := range m.times {
		if t, ok := ParseTime(s); ok {
			return t
		}
	}
	if t, ok := ParseTime(m.article.created); ok {
		return t
	}
	return moment{}
}

// address is the page's own address, absolute.
func (m *meta) address() string {
	for _, a := range []string{m.canonical, m.any("og:url", "twitter:url", "parsely-link"), m.article.url} {
		if u, err := url.Parse(a); err == nil && u.IsAbs() && u.Host != "" {
			return a
		}
	}
	return ""
}

// headline is the title of the report: the page's heading, as the structured data or the meta elements confirm it.
func (m *meta) headline(outlet string) string {
	told := []string{m.article.headline, m.any("og:title"), m.any("headline"), m.any("twitter:title", "title", "dc.title", "sailthru.title", "parsely-title"), m.title}
	for i := range told {
		told[i] = withoutSite(html.UnescapeString(told[i]), outlet)
	}
	for _, h := range m.titles {
		for _, t := range told {
			if l := letters(h); l != "" && (l == letters(t) || len(l) > 15 && strings.HasPrefix(letters(t), l)) {
				return h
			}
		}
	}
	if t := first(told...); t != "" {
		return t
	}
	return first(m.titles...)
}

// withoutSite takes the name of the site off the end of a title.
func withoutSite(title, outlet string) string {
	title = oneLine(title)
	for _, mark := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		i := strings.LastIndex(title, mark)
		if i < 15 {
			continue
		}
		end := letters(title[i:])
		if mark == " | " || mark == " :: " || outlet != "" && (strings.Contains(letters(outlet), end) || strings.Contains(end, letters(outlet))) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// byName is a byline without the word before it; an address is none.
func byName(s string) string {
	s = oneLine(s)
	if strings.Contains(s, "://") || len(s) > 200 {
		return ""
	}
	for _, by := range []string{"By ", "by ", "BY "} {
		s = strings.TrimPrefix(s, by)
	}
	return s
}
