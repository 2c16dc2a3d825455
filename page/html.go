package page

import (
	"errors"
	"strings"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostNodes is how many nodes a page may have for its main part to be looked for. The search is not linear; a page with more is a list.
const mostNodes = 100_000

// readHTML finds the report on a page: go-trafilatura, which knows the habits of many sites, says which text is the report's; the text itself
// is ours, made from the page, since that of the library joins words and loses items.
func readHTML(raw []byte, hints Hints) (*draft, error) {
	source := decodeHTML(raw)
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return readTokens(source)
	}
	d := &draft{}
	told := metaOf(root)
	told.fill(d)
	nodes := prune(root)
	if nodes > mostNodes {
		return nil, errors.New("the page is too large to be one report: save the article alone")
	}
	blocks := blocksOf(root)
	if hints.Title != "" {
		d.title = hints.Title
	}
	d.text = normal(joinBlocks(chooseBlocks(blocks, mainText(root), told.body, d.title)))
	d.stamps = append(d.stamps, stampBlocks(blocks)...)
	return d, nil
}

// prune takes out what holds no text, so that the search has less to copy, and counts the nodes that stay.
func prune(n *html.Node) int {
	nodes := 1
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.DataAtom == atom.Script, c.DataAtom == atom.Style, c.DataAtom == atom.Noscript, c.DataAtom == atom.Svg,
			c.DataAtom == atom.Template, c.DataAtom == atom.Iframe:
			n.RemoveChild(c)
		default:
			nodes += prune(c)
		}
		c = next
	}
	return nodes
}

// mainText is what the library takes for the report, in blocks; nothing where it finds none.
func mainText(root *html.Node) []block {
	found, err := trafilatura.ExtractDocument(root, trafilatura.Options{ExcludeComments: true, HtmlDateOverride: &htmldate.Result{}})
	if err != nil || found.ContentNode == nil {
		return nil
	}
	return blocksOf(found.ContentNode)
}

func joinBlocks(blocks []block) string {
	var b strings.Builder
	for i, k := range blocks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(k.text)
	}
	return b.String()
}

// readTokens takes the text of a page that is nested too deeply to be a tree, without looking for its main part.
func readTokens(source string) (*draft, error) {
	d := &draft{titleInText: true}
	z := html.NewTokenizer(strings.NewReader(source))
	var r renderer
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.flush(block{})
			d.text = normal(joinBlocks(r.blocks))
			d.problem("the page is nested too deeply: its text is read whole, menus and notices too")
			return d, nil
		case html.TextToken:
			if skip == 0 {
				r.write(string(z.Text()), block{})
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch {
			case t.DataAtom == atom.Script || t.DataAtom == atom.Style || t.DataAtom == atom.Title:
				skip = 0
				if t.Type == html.StartTagToken {
					skip = 1
				}
			case blockTags[t.DataAtom]:
				r.flush(block{})
			case t.DataAtom == atom.Br:
				r.breaks++
			}
		}
	}
}
