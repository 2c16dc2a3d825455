package page

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
)

// The reasons why a stretch is no part of the report.
const (
	reasonLink      = "link"      // to another page: "See also …", "Read more"
	reasonNotice    = "notice"    // of the site: newsletter, share, cookies, adverts
	reasonCopyright = "copyright" // "© 2016 … All rights reserved"
	reasonByline    = "byline"    // who wrote, edited or contributed
	reasonCredit    = "credit"    // of a photo or a source
	reasonCaption   = "caption"   // of a photo, as the page marks it
	reasonStamp     = "stamp"     // when it was published, printed or changed
	reasonTags      = "tags"      // keywords and hashtags
	reasonRule      = "rule"      // a line of dashes, "ENDS"
	reasonHeading   = "heading"   // a headline between paragraphs: of a part, or of another report
)

// finder collects the leftovers of a text.
type finder struct {
	text  string
	found []sitrep.Dropped
}

func (f *finder) drop(start, end int, reason string) {
	for start < end && isBlank(f.text[start]) {
		start++
	}
	for start < end && isBlank(f.text[end-1]) {
		end--
	}
	if start < end {
		f.found = append(f.found, sitrep.Dropped{Span: sitrep.Span{Start: start, End: end}, Reason: reason})
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// Leftovers are the stretches of a text that are no part of the report, in the order of the text, none inside another.
func Leftovers(text string) []sitrep.Dropped { return merge(leftovers(text), text) }

// leftovers finds them: whole lines first, then what stands inside lines.
func leftovers(text string) []sitrep.Dropped {
	f := &finder{text: text}
	lines := linesOf(text)
	for i, l := range lines {
		line := text[l.Start:l.End]
		reason := lineReason(line)
		if reason == "" && beginsUnit(text, lines, i) {
			reason = unitReason(line)
		}
		if reason != "" {
			f.drop(l.Start, l.End, reason)
			continue
		}
		f.inside(l, i == 0 || len(f.found) == i && i < 4, i == len(lines)-1)
	}
	f.letterheads(lines)
	f.trailingLinks(lines)
	f.headings(lines)
	return f.found
}

// letterheads drops the lines of a press office over "For immediate release": who sends it, and its number. What opens the text is its title.
func (f *finder) letterheads(lines []sitrep.Span) {
	for i := range lines {
		if line := strings.TrimSpace(f.text[lines[i].Start:lines[i].End]); !strings.EqualFold(strings.Trim(line, ":. "), "for immediate release") {
			continue
		}
		for k := i - 1; k > 0 && k >= i-2; k-- {
			if head := strings.TrimSpace(f.text[lines[k].Start:lines[k].End]); len(head) > 60 || endsSentence(head) {
				break
			}
			f.drop(lines[k].Start, lines[k].End, reasonNotice)
		}
	}
}

// linesOf are the lines of a text that are not empty.
func linesOf(text string) []sitrep.Span {
	var lines []sitrep.Span
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		if strings.TrimSpace(text[at:end]) != "" {
			lines = append(lines, sitrep.Span{Start: at, End: end})
		}
		at = next
	}
	return lines
}

// lineEnd is where the line ends that begins at a byte, and where the next begins. Some pages have Unicode's separators of lines and paragraphs.
func lineEnd(text string, at int) (end, next int) {
	i := strings.IndexAny(text[at:], "\n\u2028\u2029")
	if i < 0 {
		return len(text), len(text)
	}
	_, n := utf8.DecodeRuneInString(text[at+i:])
	return at + i, at + i + n
}

// beginsUnit tells whether a line begins something: it is the first, a blank line stands before it, or the line before ended a sentence. In
// a text whose paragraphs are broken into short lines any other word of a sentence may begin a line.
func beginsUnit(text string, lines []sitrep.Span, i int) bool {
	if i == 0 {
		return true
	}
	gap, before := text[lines[i-1].End:lines[i].Start], strings.TrimSpace(text[lines[i-1].Start:lines[i-1].End])
	return strings.Count(gap, "\n") > 1 || endsSentence(before) || len(before) < 40 || lineReason(before) != ""
}

// endsSentence tells whether a stretch ends with the end of a sentence, marks after it aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t\"'”’)]*")
	last, _ := utf8.DecodeLastRuneInString(s)
	return last == '.' || last == '!' || last == '?' || last == '…'
}

// trailingLinks drops the headlines of other reports after a line like "ALSO", "Related" or "Read more" at the end: short lines, few of which end as
// a sentence does.
func (f *finder) trailingLinks(lines []sitrep.Span) {
	dropped := map[int]string{}
	for _, d := range f.found {
		dropped[d.Start] = d.Reason
	}
	sentences := 0
	for i := len(lines) - 1; i > 0 && i > len(lines)-15; i-- {
		line := f.line(lines[i])
		start := lines[i].Start + strings.Index(f.text[lines[i].Start:lines[i].End], line)
		switch reason, ok := dropped[start]; {
		case ok && reason == reasonLink && len(line) < 40:
			if 2*sentences < len(lines)-1-i {
				for _, l := range lines[i+1:] {
					f.drop(l.Start, l.End, reasonLink)
				}
			}
			return
		case ok:
		case len(line) > mostHeadline:
			return
		case endsSentence(line):
			sentences++
		}
	}
}

// merge sorts spans and makes one of those that overlap; a span that holds nothing or lies outside the text is left out.
func merge(all []sitrep.Dropped, text string) []sitrep.Dropped {
	sort.SliceStable(all, func(i, k int) bool {
		if all[i].Start != all[k].Start {
			return all[i].Start < all[k].Start
		}
		return all[i].End > all[k].End
	})
	var out []sitrep.Dropped
	for _, d := range all {
		if d.Start < 0 || d.End > len(text) || d.Start >= d.End {
			continue
		}
		if n := len(out); n > 0 && d.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, d.End)
			continue
		}
		out = append(out, d)
	}
	return out
}

// capitalised tells whether every word begins with a capital, a digit or a mark, small joining words aside.
func capitalised(words []string) bool {
	for _, w := range words {
		r := []rune(w)[0]
		if unicode.IsLower(r) && !joining[w] && !smallPlaceWords[w] {
			return false
		}
	}
	return true
}

var joining = map[string]bool{"and": true, "in": true, "for": true, "with": true, "from": true, "at": true, "by": true, "bin": true, "ibn": true, "van": true, "von": true}
