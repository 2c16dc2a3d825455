package page

import (
	"encoding/json"
	"sort"
	"strings"

	"golang.org/x/net/html"
)

// article is what structured data (schema.org, JSON-LD) says of the article on a page.
type article struct {
	headline, published, created, author, publisher, body, url, language string
	rank                                                                 int // how sure it is that this is the article: see rankOf
}

// mostJSON is how many bytes of structured data are read, and mostDepth how deep.
const (
	mostJSON  = 4 << 20
	mostDepth = 12
)

// read takes one script of structured data. Of several articles on a page the first of the best kind counts.
func (a *article) read(source string) {
	if len(source) > mostJSON {
		return
	}
	source = strings.Map(func(r rune) rune {
		if r < ' ' { // line ends inside strings, which JSON forbids and pages have
			return ' '
		}
		return r
	}, strings.TrimRight(strings.TrimSpace(source), ";"))
	source = strings.TrimSuffix(strings.TrimPrefix(source, "<!--"), "-->")
	var v any
	if json.Unmarshal([]byte(source), &v) == nil {
		a.value(v, 0)
	}
}

func (a *article) value(v any, depth int) {
	if depth > mostDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			a.value(e, depth+1)
		}
	case map[string]any:
		if rank := rankOf(v); rank > a.rank {
			a.take(v, rank)
		}
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			a.value(v[k], depth+1)
		}
	}
}

// rankOf tells how likely an object describes the page's article.
func rankOf(o map[string]any) int {
	kind := textIn(o["@type"])
	switch {
	case strings.Contains(kind, "NewsArticle"), strings.Contains(kind, "ReportageNews"), strings.Contains(kind, "LiveBlog"):
		return 4
	case strings.HasSuffix(kind, "Article"), strings.HasSuffix(kind, "Posting"), strings.Contains(kind, "Report"):
		return 3
	case strings.Contains(kind, "VideoObject") && o["uploadDate"] != nil:
		return 1
	case strings.Contains(kind, "WebPage") && o["datePublished"] != nil:
		return 2
	}
	return 0
}

func (a *article) take(o map[string]any, rank int) {
	old := *a
	*a = article{rank: rank, headline: plainText(textIn(o["headline"])), published: textIn(o["datePublished"]),
		created: first(textIn(o["dateCreated"]), textIn(o["uploadDate"])), author: namesIn(o["author"]), publisher: namesIn(o["publisher"]),
		body: textIn(o["articleBody"]), url: first(textIn(o["url"]), textIn(o["mainEntityOfPage"])), language: textIn(o["inLanguage"])}
	a.headline, a.published = first(a.headline, old.headline), first(a.published, old.published)
	a.author, a.publisher = first(a.author, old.author), first(a.publisher, old.publisher)
}

// textIn is a string, the first of a list, or the id of an object.
func textIn(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return textIn(v[0])
		}
	case map[string]any:
		return first(textIn(v["@value"]), textIn(v["@id"]))
	}
	return ""
}

// namesIn joins the names of persons and organisations.
func namesIn(v any) string {
	switch v := v.(type) {
	case string:
		return plainText(strings.TrimSpace(v))
	case []any:
		var all []string
		for _, e := range v {
			if n := namesIn(e); n != "" {
				all = append(all, n)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		return namesIn(v["name"])
	}
	return ""
}

// plainText undoes the escapes of HTML, which some pages put into their data.
func plainText(s string) string { return oneLine(html.UnescapeString(s)) }
