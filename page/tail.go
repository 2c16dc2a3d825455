package page

import (
	"strings"
	"unicode"

	"sitrep"
)

// tail drops what follows the last sentence of the text: who signed, when it was changed, tags, the site's lists.
func (f *finder) tail(l sitrep.Span) {
	line := strings.TrimRight(f.text[l.Start:l.End], " ")
	for _, d := range f.found { // what brackets hold is known already
		if d.Start >= l.Start && d.End == l.Start+len(line) {
			line = strings.TrimRight(f.text[l.Start:max(l.Start, d.Start)], " ")
		}
	}
	if at, reason := siteLists(line); at > 0 {
		f.drop(l.Start+at, l.Start+len(line), reason)
		line = strings.TrimRight(line[:at], " ")
	}
	if at := staffAt(line); at > 0 {
		f.drop(l.Start+at, l.Start+len(line), reasonByline)
		return
	}
	at := lastStop(line)
	if at <= 0 || at >= len(line) {
		return
	}
	if reason := signOff(strings.TrimSpace(line[at:])); reason != "" {
		f.drop(l.Start+at, l.Start+len(line), reason)
	}
}

// mostStaff is how long, in bytes, the list may be of those who reported, wrote and edited.
const mostStaff = 500

// staffAt is where the list of those who reported, wrote and edited begins that was poured behind the last sentence, 0 where there is none.
func staffAt(line string) int {
	from := max(0, len(line)-mostStaff)
	best := 0
	for _, open := range []string{". Reporting by ", ". Additional reporting by ", ". Writing by ", ". Editing by "} {
		i := strings.Index(line[from:], open)
		if i >= 0 && (best == 0 || from+i+2 < best) && strings.Contains(strings.ToLower(line[from+i:]), "editing by ") {
			best = from + i + 2
		}
	}
	return best
}

// lastStop is the byte after the last sentence of a line that goes on after it.
func lastStop(line string) int {
	best := -1
	for _, stop := range []string{". ", ".\" ", ".” ", "! ", "? ", ".) ", ") "} {
		if i := strings.LastIndex(line, stop); i >= 0 {
			best = max(best, i+len(stop)-1)
		}
	}
	return best
}

// signOff tells why a short rest after the last sentence is no part of the report. A rest that ends with a stop is a sentence.
func signOff(rest string) string {
	if rest == "" || len(rest) > 160 || endsSentence(rest) {
		return ""
	}
	words := strings.Fields(rest)
	lower := strings.ToLower(rest)
	switch {
	case strings.HasPrefix(lower, "last update"), isStamp(rest):
		return reasonStamp
	case strings.HasPrefix(lower, "read also"), strings.HasPrefix(lower, "see also"), strings.HasPrefix(lower, "read more"), lower == "related", lower == "more":
		return reasonLink
	case strings.HasPrefix(rest, "Tags "):
		return reasonTags
	case strings.HasPrefix(rest, "Source") && len(words) < 8, strings.Contains(rest, " Source ") && strings.HasSuffix(lower, " and agencies"):
		return reasonCredit
	case len(words) <= 5 && isSignature(words):
		return reasonByline
	}
	return ""
}

// isSignature tells whether a few words are names or marks only: "Name/Name", "AGENCY 11".
func isSignature(words []string) bool {
	for _, w := range words {
		for i, r := range w {
			if i == 0 && !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '/' {
				return false
			}
		}
	}
	return true
}

// chrome are words of a site's own lists; a report can hold one of them, but not several in its last lines.
var chrome = []string{"follow us", "subscribe", "privacy policy", "cookie", "copyright", "tags ", "comment via", "community standards", "newsletter", "terms of use",
	"contact us", "careers", "related ", "share", "instagram", "youtube", "facebook", "twitter", "legal", "watch live", "discussion"}

// siteLists finds where lists of a site begin that were poured behind the report: after the end of a sentence, a word that opens such
// a list, and several words of sites in what follows.
func siteLists(line string) (at int, reason string) {
	for _, open := range []string{"... ", "Related ", "Source ", "Share ", "Tags ", "Print "} {
		from := 0
		for {
			i := strings.Index(line[from:], ". "+open)
			if i < 0 {
				break
			}
			i += from + 2
			from = i
			lower, n := strings.ToLower(line[i:]), 0
			for _, c := range chrome {
				if strings.Contains(lower, c) {
					n++
				}
			}
			if n >= 3 && (at == 0 || i < at) {
				at, reason = i, reasonNotice
			}
		}
	}
	return at, reason
}
