package terminal

import (
	"bufio"
	"io"
	"strings"
)

// Page writes lines of text for people. What it is given is cleaned: text of strangers cannot steer a terminal.
type Page struct {
	out    *bufio.Writer
	width  int
	colour bool
}

// usualWidth is the width of a page where the terminal does not say.
const usualWidth = 100

// NewPage makes a page so many columns wide, 0 for the usual width.
func NewPage(w io.Writer, width int, colour bool) *Page {
	if width <= 0 {
		width = usualWidth
	}
	return &Page{bufio.NewWriter(w), width, colour}
}

// Line writes words, wrapped, each line after the first two columns further in.
func (p *Page) Line(indent int, words string) { p.Hang(indent, indent+2, words) }

// Hang writes words, wrapped; the lines after the first begin at another column.
func (p *Page) Hang(indent, hang int, words string) {
	column := 0
	for _, w := range strings.Fields(Clean(words)) {
		n := Width(w)
		switch {
		case column == 0:
			p.out.WriteString(strings.Repeat(" ", indent))
			column = indent
		case column+1+n > p.width:
			p.out.WriteString("\n" + strings.Repeat(" ", hang))
			column = hang
		default:
			p.out.WriteByte(' ')
			column++
		}
		p.out.WriteString(w)
		column += n
	}
	p.out.WriteByte('\n')
}

// Labelled writes a label, and words beside it that begin at a column.
func (p *Page) Labelled(indent, column int, label, words string) {
	label = Clean(label)
	if words == "" || indent+Width(label)+1 > column {
		p.Line(indent, label)
		if words != "" {
			p.Hang(column, column, words)
		}
		return
	}
	p.out.WriteString(strings.Repeat(" ", indent) + Pad(label, column-indent))
	var b strings.Builder
	inner := Page{bufio.NewWriter(&b), p.width - column, false}
	inner.Hang(0, 0, words)
	inner.out.Flush()
	p.out.WriteString(strings.ReplaceAll(strings.TrimSuffix(b.String(), "\n"), "\n", "\n"+strings.Repeat(" ", column)) + "\n")
}

// Heading writes a line by itself, after a blank one, bold where there is colour.
func (p *Page) Heading(s string) { p.out.WriteString("\n" + p.Bold(Clean(s)) + "\n") }

// Title writes a line that is bold where there is colour.
func (p *Page) Title(s string) {
	if p.colour {
		p.out.WriteString("\x1b[1m")
	}
	p.Line(0, s)
	if p.colour {
		p.out.WriteString("\x1b[0m")
	}
}

// Blank writes an empty line.
func (p *Page) Blank() { p.out.WriteByte('\n') }

// Bold is a text that is bold where there is colour.
func (p *Page) Bold(s string) string {
	if p.colour {
		return "\x1b[1m" + s + "\x1b[0m"
	}
	return s
}

// Flush writes what is held back.
func (p *Page) Flush() error { return p.out.Flush() }
