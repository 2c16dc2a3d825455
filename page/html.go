package page

import (
	"strings"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostWork bounds the nodes of a page times the bytes of its text: what the library needs grows with that, and 2e9 take it about a second.
// A usual page has 5,000 nodes and 60 KB.
const mostWork = 2e9

// mostMarkup is how many tags a page may have to be made a tree of. Elements that are left open, which a browser opens again and again, make a tree of many times
// their size. A usual page has 3,000, a long one 30,000.
const mostMarkup = 150_000

// readHTML finds the report on a page: go-trafilatura, which knows the habits of many sites, says which text is the report's; the text itself
// is ours, made from the page, since that of the library joins words and loses items.
func readHTML(raw []byte, hints Hints) (*draft, error) {
	source := decodeHTML(raw)
	if strings.Count(source, "<") > mostMarkup {
		return readTokens(source, "the page has more tags than any report's")
	}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return readTokens(source, "the page is nested too deeply")
	}
	d := &draft{}
	told := metaOf(root)
	told.fill(d)
	nodes, size := prune(root)
	blocks := blocksOf(root)
	var found []block
	if float64(nodes)*float64(size) < mostWork {
		found = mainText(root)
	}
	if hints.Title != "" {
		d.title = hints.Title
	}
	d.text = normal(joinBlocks(chooseBlocks(blocks, found, told.body, d.title)))
	d.stamps = append(d.stamps, stampBlocks(blocks)...)
	return d, nil
}

// prune takes out what holds no text, so that the search has less to copy, and counts the nodes and the bytes of text that stay.
func prune(n *html.Node) (nodes, size int) {
	nodes = 1
	if n.Type == html.TextNode {
		size = len(n.Data)
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.DataAtom == atom.Script, c.DataAtom == atom.Style, c.DataAtom == atom.Noscript, c.DataAtom == atom.Svg,
			c.DataAtom == atom.Template, c.DataAtom == atom.Iframe:
			n.RemoveChild(c)
		default:
			k, s := prune(c)
			nodes, size = nodes+k, size+s
		}
		c = next
	}
	return nodes, size
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

// readTokens takes the text of a page that cannot be made a tree, without looking for its main part, and says why.
func readTokens(source, why string) (*draft, error) {
	d := &draft{titleInText: true}
	z := html.NewTokenizer(strings.NewReader(source))
	var r renderer
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.flush(block{})
			d.text = normal(joinBlocks(r.blocks))
			d.problem("%s: its text is read whole, menus and notices too", why)
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
