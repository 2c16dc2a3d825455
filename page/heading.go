package page

import (
	"strings"

	"sitrep"
)

// What tells a headline between paragraphs from a line of the report.
const (
	leastParagraph  = 15 // words: so long a line is a paragraph
	leastParagraphs = 3  // a text of fewer says nothing of how its paragraphs end
	leastHeading    = 4  // words: a shorter one names a part of the report and tells nothing
	mostHeading     = 14
	opensText       = 2 // lines that may be the report's own headline and place
)

// headings drops headlines that stand between paragraphs: those of parts of the report, which tell nothing that their part does not, and those of other
// reports, which are not this one's. Only a text whose paragraphs end with a stop shows them: in others any line may be a piece of the report.
func (f *finder) headings(lines []sitrep.Span) {
	if !f.stopped(lines) {
		return
	}
	for i := opensText; i < len(lines); i++ {
		if f.heading(f.line(lines[i])) && f.alone(lines, i) {
			f.drop(lines[i].Start, lines[i].End, reasonHeading)
		}
	}
}

func (f *finder) line(l sitrep.Span) string { return strings.TrimSpace(f.text[l.Start:l.End]) }

// stopped tells whether the paragraphs of a text end with a stop, few aside.
func (f *finder) stopped(lines []sitrep.Span) bool {
	paragraphs, stopped := 0, 0
	for _, l := range lines {
		if line := f.line(l); len(strings.Fields(line)) >= leastParagraph {
			paragraphs++
			if endsSentence(line) || strings.HasSuffix(line, ":") {
				stopped++
			}
		}
	}
	return paragraphs >= leastParagraphs && 5*stopped >= 4*paragraphs
}

// heading tells whether a line may be a headline: some words without a stop, without a figure, and not an entry of a list.
func (f *finder) heading(line string) bool {
	if n := len(strings.Fields(line)); n < leastHeading || n > mostHeading {
		return false
	}
	return startsUpper(strings.TrimLeft(line, "'\"‘“")) && !endsSentence(line) && !strings.HasSuffix(line, ":") && !strings.HasSuffix(line, ",") &&
		!strings.HasSuffix(line, ";") && !strings.ContainsAny(line, "0123456789")
}

// alone tells whether a line stands between blank lines.
func (f *finder) alone(lines []sitrep.Span, i int) bool {
	before := strings.Count(f.text[lines[i-1].End:lines[i].Start], "\n") > 1
	return before && (i+1 == len(lines) || strings.Count(f.text[lines[i].End:lines[i+1].Start], "\n") > 1)
}
