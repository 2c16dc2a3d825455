package record

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"sitrep"
	"sitrep/internal/terminal"
)

// TreeStyle says how trees are drawn.
type TreeStyle struct {
	Width  int  // columns to fit into, 0 for no limit
	Colour bool // ANSI colours
}

// WriteTrees draws the tree of every sentence with one word a line, in the order of the text: the arcs, the word, its tag, its
// relation to its governor, and its name's label if it belongs to a name. Nothing of the text reaches the terminal that could steer it.
func WriteTrees(w io.Writer, d *sitrep.Doc, style TreeStyle) error {
	out := bufio.NewWriterSize(w, 1<<16)
	labels := nameLabels(d)
	for i, s := range d.Sentences {
		if i > 0 {
			out.WriteByte('\n')
		}
		head := fmt.Sprintf("%d: %s", i+1, terminal.Clean(d.In(s.Span)))
		out.WriteString(style.paint(dim, terminal.Fit(head, style.Width)) + "\n")
		style.drawTree(out, d.Words(s), s.First, labels)
	}
	return out.Flush()
}

func nameLabels(d *sitrep.Doc) map[int]string {
	labels := map[int]string{}
	for _, n := range d.Names {
		for t := n.First; t < n.Last; t++ {
			labels[t] = string(n.Label)
		}
	}
	return labels
}

// row is a word's line.
type row struct{ form, tag, relation, label string }

// drawTree draws the words of one sentence; first is the number of its first token in the document.
func (style TreeStyle) drawTree(out *bufio.Writer, words []sitrep.Token, first int, labels map[int]string) {
	rows := make([]row, len(words))
	widest := row{}
	forms, tags, relations := 0, 0, 0
	for i, t := range words {
		rows[i] = row{terminal.Clean(t.Form), t.UPOS, t.Deprel, labels[first+i]}
		forms = max(forms, terminal.Width(rows[i].form))
		tags, relations = max(tags, len(t.UPOS)), max(relations, len(t.Deprel))
		if len(rows[i].label) > len(widest.label) {
			widest.label = rows[i].label
		}
	}
	arcs := drawArcs(localHeads(words, first))
	if style.Width > 0 {
		arcs = narrow(arcs, style.Width/2)
		rest := terminal.Width(arcs[0]) + 1 + 2 + tags + 2 + relations + 2 + len(widest.label)
		forms = min(forms, max(8, style.Width-rest))
	}
	for i, r := range rows {
		style.writeRow(out, arcs[i], r, [3]int{forms, tags, relations}, words[i].Head == sitrep.NoHead && r.relation != "")
	}
}

// writeRow writes a word's line; columns are the widths of form, tag and relation.
func (style TreeStyle) writeRow(out *bufio.Writer, arcs string, r row, columns [3]int, root bool) {
	form := terminal.Pad(terminal.Fit(r.form, columns[0]), columns[0])
	plain := strings.TrimRight(fmt.Sprintf("%s %s  %-*s  %-*s  %s", arcs, form, columns[1], r.tag, columns[2], r.relation, r.label), " ")
	if !style.Colour || style.Width > 0 && terminal.Width(plain) > style.Width {
		out.WriteString(terminal.Fit(plain, style.Width) + "\n")
		return
	}
	colour := normal
	if root {
		colour = bold
	}
	fmt.Fprintf(out, "%s %s  %s  %s  %s\n", style.paint(dim, arcs), style.paint(colour, form), style.paint(cyan, fmt.Sprintf("%-*s", columns[1], r.tag)),
		style.paint(green, fmt.Sprintf("%-*s", columns[2], r.relation)), style.paint(yellow, r.label))
}

// The codes of colours (ECMA-48, SGR).
const (
	normal = ""
	bold   = "1"
	dim    = "2"
	green  = "32"
	yellow = "33"
	cyan   = "36"
)

func (style TreeStyle) paint(code, s string) string {
	if !style.Colour || code == normal || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// narrow cuts arcs that take more columns than n.
func narrow(arcs []string, n int) []string {
	if n < 1 || terminal.Width(arcs[0]) <= n {
		return arcs
	}
	for i := range arcs {
		arcs[i] = terminal.Fit(arcs[i], n)
	}
	return arcs
}

// localHeads are the governors counted from the sentence's first word, sitrep.NoHead for roots and for governors outside.
func localHeads(words []sitrep.Token, first int) []int {
	heads := make([]int, len(words))
	for i, t := range words {
		heads[i] = t.Head - first
		if t.Head == sitrep.NoHead || heads[i] < 0 || heads[i] >= len(words) || heads[i] == i {
			heads[i] = sitrep.NoHead
		}
	}
	return heads
}
