package brief

import (
	"fmt"
	"io"

	"sitrep/internal/terminal"
)

func (b *Brief) text(w io.Writer, width int) error {
	p := terminal.NewPage(w, width, false)
	p.Title(b.Title)
	p.Blank()
	for _, s := range b.Head {
		p.Line(0, s.Text)
	}
	for _, s := range b.Sections {
		p.Heading(s.Heading)
		for _, i := range s.Items {
			textItem(p, &i)
		}
	}
	if len(b.Notes) > 0 {
		p.Heading("Notes")
	}
	for k := range b.Notes {
		p.Hang(2, 7, fmt.Sprintf("[%d] %s", k+1, b.Notes[k].String()))
	}
	return p.Flush()
}

func textItem(p *terminal.Page, i *Item) {
	lead := ""
	for _, s := range i.Sentences {
		lead += s.Text + references(s.Notes) + " "
	}
	if lead != "" && i.Incident != "" {
		lead += "(incident " + i.Incident + ")"
	}
	if lead != "" {
		p.Hang(2, 4, "- "+lead)
	}
	for _, s := range i.Points {
		p.Hang(6, 8, "· "+s.Text+references(s.Notes))
	}
}
