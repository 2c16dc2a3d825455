package page

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"
)

// What is read of a PDF: so many pages, so long.
const (
	mostPages = 300
	mostTime  = 20 * time.Second
)

// readPDF takes the text layer: letters to lines by where they stand, lines to paragraphs by the gaps between them. The library can run for
// ever on a file made to that end: it works beside, and is left behind when its time is up.
func readPDF(raw []byte) (*draft, error) {
	type answer struct {
		d   *draft
		err error
	}
	done := make(chan answer, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- answer{nil, errors.New("the PDF is broken; print it to a new PDF, or take its text out with another program")}
			}
		}()
		d, err := pagesOf(raw)
		done <- answer{d, err}
	}()
	select {
	case a := <-done:
		return a.d, a.err
	case <-time.After(mostTime):
		return nil, errors.New("the PDF takes too long to read; take its text out with another program, pdftotext, say")
	}
}

func pagesOf(raw []byte) (*draft, error) {
	r, err := pdf.NewReader(bytes.NewReader(raw), int64(len(raw)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, errors.New("the PDF needs a password; save it without one")
	case err != nil:
		return nil, fmt.Errorf("the PDF is broken: %w; print it to a new PDF, or take its text out with another program", err)
	}
	left := mostNodes
	if !sound(r.Trailer().Key("Root").Key("Pages"), 0, &left) {
		return nil, errors.New("the PDF is broken: its pages run in a circle; print it to a new PDF, or take its text out with another program")
	}
	d := &draft{titleInText: true}
	info := r.Trailer().Key("Info")
	if t := oneLine(info.Key("Title").Text()); strings.Contains(t, " ") && !strings.Contains(t, ".doc") {
		d.title, d.titleInText = t, false
	}
	d.byline = oneLine(info.Key("Author").Text())
	var paragraphs []string
	for n := 1; n <= min(r.NumPage(), mostPages); n++ {
		page := r.Page(n)
		if !page.V.IsNull() {
			paragraphs = append(paragraphs, paragraphsOf(linesOfPage(page.Content().Text))...)
		}
	}
	d.text = normal(strings.Join(paragraphs, "\n\n"))
	return d, nil
}

// What a tree of pages may be: real ones are some levels deep and have a node for every few pages.
const (
	mostNodes  = 20_000
	mostLevels = 50
)

// sound tells whether a tree of pages comes to an end, downwards and upwards: the library would follow one that is its own child for ever.
func sound(v pdf.Value, level int, left *int) bool {
	if *left--; *left < 0 || level > mostLevels {
		return false
	}
	steps := 0
	for up := v.Key("Parent"); !up.IsNull(); up = up.Key("Parent") {
		if steps++; steps > mostLevels {
			return false
		}
	}
	if v.Key("Type").Name() != "Pages" {
		return true
	}
	kids := v.Key("Kids")
	for i := range kids.Len() {
		if !sound(kids.Index(i), level+1, left) {
			return false
		}
	}
	return true
}

// pdfLine is a line of a page.
type pdfLine struct {
	text       string
	left, y    float64
	size, wide float64
}

// linesOfPage joins the letters of a page into lines. The order is that of the file, which is that of reading: sorted by height, columns
// would run into each other.
func linesOfPage(all []pdf.Text) []pdfLine {
	var lines []pdfLine
	var b strings.Builder
	var now pdfLine
	end := 0.0
	flush := func() {
		if now.text = oneLine(b.String()); now.text != "" {
			now.wide = end - now.left
			lines = append(lines, now)
		}
		b.Reset()
	}
	for i, t := range all {
		if i == 0 || math.Abs(t.Y-now.y) > 2 || t.X < end-10*t.FontSize {
			flush()
			now, end = pdfLine{left: t.X, y: t.Y, size: t.FontSize}, t.X
		}
		if t.X-end > t.FontSize*0.18 && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.S)
		end = t.X + t.W
	}
	flush()
	return lines
}

// paragraphsOf joins lines into paragraphs: a gap wider than the usual, another size of letters, or an indent after the end of a sentence
// begins a new one. A word that was broken at the end of a line is joined.
func paragraphsOf(lines []pdfLine) []string {
	usual := usualGap(lines)
	var out []string
	for i, l := range lines {
		switch {
		case i == 0 || startsParagraph(lines[i-1], l, usual):
			out = append(out, l.text)
		default:
			last := &out[len(out)-1]
			if word, ok := strings.CutSuffix(*last, "-"); ok && len(l.text) > 0 && isLetter(l.text[0]) && word != "" {
				*last = word + l.text
			} else {
				*last += " " + l.text
			}
		}
	}
	return out
}

func startsParagraph(before, l pdfLine, usual float64) bool {
	gap := before.y - l.y
	switch {
	case gap < 0 || gap > usual*1.35, math.Abs(before.size-l.size) > 1.5:
		return true
	}
	return endsSentence(before.text) && l.left-before.left > l.size*0.8
}

// usualGap is the gap between lines that is most common.
func usualGap(lines []pdfLine) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if g := lines[i-1].y - lines[i].y; g > 0 {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	sort.Float64s(gaps)
	return gaps[len(gaps)/3]
}
