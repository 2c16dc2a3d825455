package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
)

// inside finds the leftovers inside a line: stamps at the head of the text, brackets, and what follows the last sentence.
func (f *finder) inside(l sitrep.Span, isFirst, isLast bool) {
	if isFirst {
		l.Start += f.head(l)
	}
	f.brackets(l)
	f.contributors(l)
	line := f.text[l.Start:l.End]
	if len(line) > 200 { // a paragraph into which a page was poured whole
		f.captionMarks(l)
		f.tagRun(l)
		f.embeds(l)
		f.agencyStamp(l, isFirst)
	}
	if isLast {
		f.tail(l)
	}
}

// head drops a stamp or a credit with which the text begins, and tells how long it is.
func (f *finder) head(l sitrep.Span) int {
	line := f.text[l.Start:l.End]
	if i := strings.Index(line[:min(len(line), 300)], "Get short URL"); i >= 0 {
		end := i + len("Get short URL")
		for end < len(line) && (line[end] == ' ' || line[end] >= '0' && line[end] <= '9') {
			end++
		}
		start := strings.LastIndex(line[:i], ". ") + 1
		if k := lastAgency(line[start:i]); k >= 0 {
			start += k
		} else if i-start > 60 {
			start = i
		}
		f.drop(l.Start+start, l.Start+end, reasonStamp)
		if start == 0 {
			return end
		}
		return 0
	}
	if n := stampPrefix(line); n > 0 && n < len(line) {
		rest := strings.TrimLeft(line[n:], " ")
		if by, ok := strings.CutPrefix(rest, "by "); ok { // "Posted on March 8 2021 by Ann Example": where the name ends nobody can tell
			rest, n = by, n+strings.Index(line[n:], by)
		}
		if rest == "" || startsUpper(rest) && !isDatelinePart(rest) {
			f.drop(l.Start, l.Start+n, reasonStamp)
			return n
		}
	}
	return 0
}

// captionMarks drops "Image copyright X Image caption" before the captions of photos. Where such a caption ends nobody can tell: it stays.
func (f *finder) captionMarks(l sitrep.Span) {
	const before, after = "Image copyright ", " Image caption"
	for at := l.Start; ; {
		i := strings.Index(f.text[at:l.End], before)
		if i < 0 {
			return
		}
		start := at + i
		at = start + len(before)
		if k := strings.Index(f.text[at:l.End], after); k >= 0 && k < 60 {
			f.drop(start, at+k+len(after), reasonCredit)
		}
	}
}

// isDatelinePart tells whether what follows a day goes on as a dateline does.
func isDatelinePart(rest string) bool {
	return strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "-")
}

func lastAgency(s string) int {
	best := -1
	for _, a := range []string{"REUTERS ", "AFP ", "Sputnik ", "AP "} {
		best = max(best, strings.LastIndex(s, a))
	}
	return best
}

// bracketed are how brackets begin that hold no part of the report.
var bracketed = []pattern{
	{"reporting by", reasonByline}, {"additional reporting", reasonByline}, {"writing by", reasonByline}, {"editing by", reasonByline}, {"edited by", reasonByline},
	{"with reporting", reasonByline}, {"with input", reasonByline}, {"with afp", reasonByline}, {"with agencies", reasonByline}, {"with reuters", reasonByline},
	{"source:", reasonCredit}, {"photo", reasonCredit}, {"image:", reasonCredit}, {"file photo", reasonCredit}, {"picture:", reasonCredit}, {"credit:", reasonCredit},
	{"this story has been refiled", reasonNotice}, {"this story was refiled", reasonNotice}, {"$1 = ", reasonNotice}, {"1 euro = ", reasonNotice}, {"£1 = ", reasonNotice},
	{"©", reasonCredit}, {"ap photo", reasonCredit}, {"eds:", reasonNotice}, {"eds.:", reasonNotice}, {"read more", reasonLink}, {"see also", reasonLink},
	{"read also", reasonLink}, {"related:", reasonLink}, {"click ", reasonLink}, {"watch:", reasonLink}, {"video:", reasonLink}, {"advertisement", reasonNotice},
}

func (f *finder) brackets(l sitrep.Span) {
	for at := l.Start; ; {
		open := strings.IndexAny(f.text[at:l.End], "([")
		if open < 0 {
			return
		}
		open += at
		at = open + 1
		end := strings.IndexAny(f.text[at:l.End], ")]")
		if end < 0 || end > 500 {
			continue
		}
		within := f.text[at : at+end]
		if reason := bracketReason(strings.ToLower(within)); reason != "" {
			f.drop(open, at+end+1, reason)
			at += end + 1
		}
	}
}

// monitorMarks are what services that monitor broadcasts write in brackets to say what kind of piece it is and where its sound begins and ends. What stands inside
// sentences ("[words indistinct]") stays, as the sentence goes on behind it.
var monitorMarks = map[string]bool{
	"text": true, "excerpt": true, "excerpts": true, "report": true, "begin recording": true, "end recording": true, "passage omitted": true,
	"passages omitted": true, "video report": true, "live relay": true, "editorial report": true, "continued": true,
}

func bracketReason(within string) string {
	if monitorMarks[within] {
		return reasonNotice
	}
	for _, p := range bracketed {
		if strings.HasPrefix(within, p.words) {
			return p.reason
		}
	}
	if strings.HasSuffix(within, " and agencies") || strings.HasSuffix(within, "/getty images") {
		return reasonCredit
	}
	return ""
}

// tagRun drops a list of keywords in the middle of a paragraph: "Tags" after the end of a sentence, and the words up to the one that begins the next
// sentence.
func (f *finder) tagRun(l sitrep.Span) {
	line := f.text[l.Start:l.End]
	i := strings.Index(line, ". Tags ")
	if i < 0 {
		return
	}
	start := i + 2
	if cut := tagsEnd(line[start+len("Tags "):]); cut > 0 {
		f.drop(l.Start+start, l.Start+start+len("Tags ")+cut, reasonTags)
	}
}

// mostTags is how many words a list of keywords may have.
const mostTags = 45

// tagsEnd is how long a list of keywords is, 0 where that cannot be told. Keywords have no article, no verb and hardly a preposition: the sentence behind them
// begins with the last word in capitals before its first such word, or with one that begins only sentences.
func tagsEnd(rest string) int {
	last := 0
	for n, at := 0, 0; n < mostTags; n++ {
		next := at + strings.IndexByte(rest[at:], ' ')
		if next < at {
			return len(rest)
		}
		w := rest[at:next]
		switch {
		case starters[w]:
			return at
		case strings.HasSuffix(w, "."):
			return next + 1
		case small[w]:
			return last
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			last = at
		}
		at = next + 1
	}
	return 0
}

// small are words that stand in a sentence and in no list of keywords.
var small = wordSet(`the a an of in on at by to from with after before as that who which was were is are has have had been will would said says killed launched
	continued announced against into over near its their his her thought believed`)

// starters are words that begin a sentence and no keyword.
var starters = wordSet(`A An The At In On After As Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Scores Hundreds Thousands Several Some Many Nearly
	About Around Over More When While Since During Following It He She They This That These Those There His Her Their But And Police Officials At Least Thirteen Fourteen
	Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty`)

// embeds drops the titles of videos and of other reports that were poured into a paragraph.
func (f *finder) embeds(l sitrep.Span) {
	line := f.text[l.Start:l.End]
	const bar = "Print Tweet "
	if i := strings.Index(line, bar); i > 0 {
		words, ends := headWords(line[i+len(bar):])
		n := 0
		for n < len(words) && (words[n] == "views" || words[n] == "related" || number(words[n]) > 0) {
			n++
		}
		if n > 0 {
			end := i + len(bar) + ends[n-1]
			f.drop(l.Start+pouredHead(line[:i]), l.Start+end, reasonNotice)
			if words[n-1] == "related" {
				f.drop(l.Start+end, l.Start+end+relatedEnd(line[end:]), reasonLink)
			}
		}
	}
	if i := strings.Index(line, " - YouTube"); i > 0 {
		if start := strings.LastIndex(line[:i], ". ") + 2; start > 1 && i-start < 150 {
			f.drop(l.Start+start, l.Start+i+len(" - YouTube"), reasonLink)
		}
	}
	for _, agency := range []string{"REUTERS ", "Sputnik ", "AFP ", "AP "} {
		f.embedBeforePlaceLine(l, ". "+agency)
		f.embedBeforeSentence(l, ". "+agency)
	}
	if i := strings.Index(line, " reports from "); i > 0 {
		start := strings.LastIndex(line[:i], ". ") + 2
		end := i + strings.IndexByte(line[i:], '.') + 1
		if start > 1 && end > i && capitalised(strings.Fields(line[start:i])) && capitalised(strings.Fields(line[i+len(" reports from "):end])) {
			f.drop(l.Start+start, l.Start+end, reasonByline)
		}
	}
}

// mostHeadline is how long, in bytes, a headline may be.
const mostHeadline = 150

// pouredHead is where a headline begins that stands before the buttons of a page, with the agency and the day over it; the end of the words before the buttons
// where they are none.
func pouredHead(before string) int {
	if len(before) < mostHeadline && !strings.Contains(before, ". ") {
		return 0
	}
	return len(before)
}

// mostRelated is how long, in bytes, the headlines of other reports may be that stand before the first sentence.
const mostRelated = 500

// relatedEnd is how long a run of headlines is that leads to a sentence: up to the last word before its stop that begins sentences. It is 0 where that cannot be told.
func relatedEnd(rest string) int {
	stop := strings.Index(rest, ". ")
	if stop < 0 || stop > 2*mostRelated {
		return 0
	}
	end := 0
	for at := 0; at < min(stop, mostRelated); {
		next := at + strings.IndexByte(rest[at:], ' ') + 1
		if next <= at {
			break
		}
		if starters[strings.TrimSpace(rest[at:next])] {
			end = at
		}
		at = next
	}
	return end
}

// embedBeforePlaceLine drops the credit of a photo and a headline between the end of a sentence and a place line "TOWN (Agency)".
func (f *finder) embedBeforePlaceLine(l sitrep.Span, mark string) {
	line := f.text[l.Start:l.End]
	i := strings.Index(line, mark)
	if i < 0 {
		return
	}
	rest := line[i+2:]
	open := strings.IndexByte(rest, '(')
	if open < 0 || open > 250 || strings.Contains(rest[:open], ". ") {
		return
	}
	place := strings.LastIndexByte(strings.TrimRight(rest[:open], " "), ' ') + 1
	if isCapitals(strings.TrimSpace(rest[place:open]), 4) {
		f.drop(l.Start+i+2, l.Start+i+2+place, reasonLink)
	}
}

// headlineSmall are words that headlines leave small.
var headlineSmall = wordSet("a an the of in on at by to from with for and or as after over")

// leastEmbed is of how many words a credit and a headline are at least.
const leastEmbed = 6

// embedBeforeSentence drops the credit of a photo and a headline between the end of a sentence and the next one: a run of words in capitals up to
// the last word of it that begins sentences.
func (f *finder) embedBeforeSentence(l sitrep.Span, mark string) {
	line := f.text[l.Start:l.End]
	i := strings.Index(line, mark)
	if i < 0 {
		return
	}
	start, end, words := i+2, 0, 0
	for at := start; at < len(line) && at < start+mostRelated; words++ {
		next := at + strings.IndexByte(line[at:], ' ') + 1
		word := strings.TrimSpace(line[at:max(at, next)])
		if strings.HasPrefix(word, "(") {
			return // a place line: embedBeforePlaceLine
		}
		if next <= at || word == "" || !headlineSmall[word] && !capitalised([]string{word}) || endsSentence(word) {
			break
		}
		if starters[word] && words >= leastEmbed {
			end = at
		}
		at = next
	}
	if end > 0 {
		f.drop(l.Start+start, l.Start+end, reasonLink)
	}
}
