package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a paragraph, heading, item, cell or line of a page: what stands alone when a person reads it.
type block struct {
	text    string
	tag     atom.Atom // of the nearest element that makes a block
	parent  *html.Node
	linked  int  // bytes of the text inside links
	outside bool // in a part that pages use for something else: menu, aside, footer, caption
	caption bool
}

// invisible are elements whose content is no text of the page.
var invisible = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true, atom.Object: true, atom.Embed: true,
	atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Input: true, atom.Datalist: true,
	atom.Head: true, atom.Math: true, atom.Title: true, atom.Dialog: true,
}

// blockTags are elements that begin and end a block.
var blockTags = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Td: true, atom.Th: true,
	atom.Tr: true, atom.Table: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Caption: true, atom.H1: true, atom.H2: true, atom.H3: true,
	atom.H4: true, atom.H5: true, atom.H6: true, atom.Blockquote: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true,
	atom.Main: true, atom.Aside: true, atom.Nav: true, atom.Pre: true, atom.Figure: true, atom.Figcaption: true, atom.Form: true, atom.Fieldset: true,
	atom.Address: true, atom.Hr: true, atom.Body: true, atom.Html: true, atom.Center: true, atom.Details: true, atom.Summary: true, atom.Hgroup: true,
}

// outsideTags are elements that hold something else than the report.
var outsideTags = map[atom.Atom]bool{atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Figure: true, atom.Figcaption: true, atom.Form: true, atom.Menu: true}

// renderer cuts a tree into blocks: inline elements join without breaking words, white space is one space, a line break is a line end.
type renderer struct {
	blocks []block
	text   strings.Builder
	space  bool // white space is due before the next letter
	breaks int  // line breaks since the last letter
	linked int
	inLink bool
}

func blocksOf(root *html.Node) []block {
	r := &renderer{}
	r.node(root, block{})
	r.flush(block{})
	return r.blocks
}

func (r *renderer) node(n *html.Node, in block) {
	switch n.Type {
	case html.TextNode:
		r.write(n.Data, in)
		return
	case html.ElementNode:
		if invisible[n.DataAtom] || isHidden(n) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	inner, inLink := in, r.inLink
	if n.DataAtom == atom.Br {
		r.breaks++
		return
	}
	isBlock := blockTags[n.DataAtom]
	if isBlock {
		r.flush(in)
		inner.tag, inner.parent = n.DataAtom, n
		inner.outside = in.outside || outsideTags[n.DataAtom]
		inner.caption = in.caption || n.DataAtom == atom.Figcaption
	}
	r.inLink = inLink || n.DataAtom == atom.A
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, inner)
	}
	r.inLink = inLink
	if isBlock {
		r.flush(inner)
	}
}

// write adds text to the block.
func (r *renderer) write(s string, in block) {
	for _, c := range s {
		if unicode.IsSpace(c) || c == '\u200b' {
			r.space = r.space || c != '\u200b'
			continue
		}
		if r.breaks > 1 {
			r.flush(in)
		}
		if r.text.Len() > 0 {
			switch {
			case r.breaks == 1:
				r.text.WriteByte('\n')
			case r.space:
				r.text.WriteByte(' ')
			}
		}
		r.space, r.breaks = false, 0
		n := r.text.Len()
		r.text.WriteRune(c)
		if r.inLink {
			r.linked += r.text.Len() - n
		}
	}
}

// flush ends the block.
func (r *renderer) flush(in block) {
	r.space, r.breaks = false, 0
	if r.text.Len() > 0 {
		in.text, in.linked = r.text.String(), r.linked
		r.blocks = append(r.blocks, in)
	}
	r.text.Reset()
	r.linked = 0
}

// isHidden tells whether the page hides an element from every reader.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
		}
	}
	return false
}
