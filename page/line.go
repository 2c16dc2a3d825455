package page

import (
	"strings"
	"unicode"
)

// lineReason tells why a line is a leftover by words that a report does not use; empty for a line of the report.
func lineReason(line string) string {
	line = strings.TrimSpace(line)
	if line == "" || len(line) > 600 {
		return ""
	}
	if isRule(line) {
		return reasonRule
	}
	bare := strings.ToLower(strings.Trim(line, "()[]{}*_ \t>•→►▶-–—|"))
	if agencyLine[strings.Trim(bare, ".")] && len(line) < 20 {
		return reasonByline
	}
	for _, p := range linePrefixes {
		if strings.HasPrefix(bare, p.words) && len(line) <= mostOf[p.reason] {
			return p.reason
		}
	}
	for _, p := range lineParts {
		if strings.Contains(bare, p.words) && len(line) < 400 {
			return p.reason
		}
	}
	switch {
	case isBoxed(line):
		return reasonLink
	case isAccount(bare), isReadingTime(bare), isPost(line):
		return reasonNotice
	case isAddress(bare, line):
		return reasonNotice
	case isCreditLine(bare):
		return reasonCredit
	case isHashtags(line):
		return reasonTags
	case isByline(line):
		return reasonByline
	case isStamp(line):
		return reasonStamp
	}
	return ""
}

// mostOf is how long, in bytes, a line may be that begins as leftovers of a kind do. A longer one may be a page poured into one line.
var mostOf = map[string]int{reasonLink: 250, reasonNotice: 350, reasonCopyright: 600, reasonByline: 600, reasonCredit: 160, reasonTags: 400}

// unitReason tells it by words that a sentence may also begin with: only a line without a final stop, at the start of a unit, is dropped.
func unitReason(line string) string {
	line = strings.TrimSpace(line)
	bare := strings.ToLower(strings.Trim(line, "()[]{}*_ \t>•→►▶-–—|"))
	if len(line) > 200 || strings.HasSuffix(line, ".") || isLetter(line[0]) {
		return ""
	}
	for _, p := range unitPrefixes {
		if rest, ok := strings.CutPrefix(bare, p.words); ok && (rest == "" || strings.HasSuffix(p.words, ":") || !isLetter(rest[0])) {
			return p.reason
		}
	}
	whole := strings.Trim(bare, ".:!")
	switch {
	case linkWhole[whole]:
		return reasonLink
	case unitWhole[whole]:
		return reasonNotice
	}
	return ""
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// pattern is a stretch in small letters that marks a leftover.
type pattern struct{ words, reason string }

var linePrefixes = []pattern{
	{"see also", reasonLink}, {"read also", reasonLink}, {"also read", reasonLink}, {"read more", reasonLink}, {"read next", reasonLink},
	{"related:", reasonLink}, {"related article", reasonLink}, {"related stor", reasonLink}, {"related news", reasonLink}, {"related topics", reasonLink},
	{"related coverage", reasonLink}, {"related content", reasonLink}, {"more on this", reasonLink}, {"more stories", reasonLink}, {"more from", reasonLink},
	{"continue reading", reasonLink}, {"keep reading", reasonLink}, {"go back to top", reasonLink}, {"skip to", reasonLink}, {"back to top", reasonLink},
	{"click here", reasonLink}, {"click to ", reasonLink}, {"get short url", reasonLink}, {"story continues below", reasonLink}, {"article continues", reasonLink},
	{"read or share this story", reasonNotice}, {"have something to add to this story", reasonNotice}, {"for breaking news", reasonNotice},
	{"for more news", reasonNotice}, {"for more stories", reasonNotice}, {"sign up for", reasonNotice}, {"sign up to", reasonNotice}, {"subscribe to our", reasonNotice},
	{"subscribe now", reasonNotice}, {"follow us", reasonNotice}, {"like us on", reasonNotice}, {"join us on", reasonNotice}, {"share this", reasonNotice},
	{"share on ", reasonNotice}, {"download our", reasonNotice}, {"download the app", reasonNotice}, {"get the latest", reasonNotice}, {"get our", reasonNotice},
	{"we use cookies", reasonNotice}, {"this site uses cookies", reasonNotice}, {"this website uses cookies", reasonNotice}, {"by continuing to use", reasonNotice},
	{"please refer to the attached", reasonNotice}, {"download pdf", reasonNotice}, {"for immediate release", reasonNotice}, {"leave a comment", reasonNotice},
	{"post a comment", reasonNotice}, {"log in to", reasonNotice}, {"support our journalism", reasonNotice}, {"stay up to date", reasonNotice},
	{"this article first appeared", reasonNotice}, {"this article was originally published", reasonNotice}, {"this story was originally published", reasonNotice},
	{"the views expressed in this", reasonNotice}, {"opinions expressed in this", reasonNotice}, {"enable javascript", reasonNotice}, {"please enable", reasonNotice},
	{"you are using an outdated", reasonNotice}, {"your browser", reasonNotice},
	{"copyright", reasonCopyright}, {"©", reasonCopyright}, {"(c) 19", reasonCopyright}, {"(c) 20", reasonCopyright}, {"c) 20", reasonCopyright},
	{"reporting by ", reasonByline}, {"additional reporting", reasonByline}, {"writing by ", reasonByline}, {"editing by ", reasonByline},
	{"reporting and writing", reasonByline}, {"edited by", reasonByline}, {"compiled by", reasonByline}, {"with inputs from", reasonByline},
	{"with input from", reasonByline}, {"with reporting by", reasonByline}, {"with additional reporting", reasonByline}, {"with files from", reasonByline},
	{"our standards: the thomson reuters", reasonNotice}, {"source: reuters", reasonByline},
	{"image copyright", reasonCredit}, {"image source", reasonCredit}, {"image caption", reasonCredit}, {"media caption", reasonCredit}, {"photo by ", reasonCredit},
	{"photo credit", reasonCredit}, {"picture credit", reasonCredit}, {"photographer:", reasonCredit}, {"image credit", reasonCredit}, {"click to expand image", reasonCredit},
	{"view image", reasonCredit}, {"expand image", reasonCredit}, {"enlarge image", reasonCredit}, {"media playback is", reasonCredit},
	{"posted in ", reasonTags}, {"categories:", reasonTags}, {"category:", reasonTags},
	{"print this", reasonNotice}, {"email this", reasonNotice}, {"copy this link", reasonNotice}, {"these are external links", reasonNotice}, {"leave a reply", reasonNotice},
	{"join our", reasonNotice}, {"suggest a correction", reasonNotice}, {"spotted an error", reasonNotice}, {"if you notice a mistake", reasonNotice},
	{"listen to this article", reasonNotice}, {"recommended for you", reasonLink}, {"previous article", reasonLink}, {"next article", reasonLink},
	{"notes to editors", reasonNotice}, {"note to editors", reasonNotice}, {"media contact", reasonNotice}, {"press contact", reasonNotice}, {"media inquiries", reasonNotice},
	{"media enquiries", reasonNotice}, {"for more information, contact", reasonNotice}, {"for more information contact", reasonNotice},
	{"for further information, contact", reasonNotice}, {"for further information contact", reasonNotice}, {"for more information, visit", reasonNotice},
	{"based on reporting by", reasonByline}, {"translated by", reasonByline}, {"reported by ", reasonByline}, {"story by ", reasonByline},
	{"tags:", reasonTags}, {"filed under", reasonTags}, {"keywords:", reasonTags}, {"topics:", reasonTags},
}

var lineParts = []pattern{
	{"all rights reserved", reasonCopyright}, {"may not be published, broadcast", reasonCopyright}, {"information for this report", reasonByline}, {"information in this report", reasonByline}, {"material in this report", reasonByline},
	{"some material for this report", reasonByline}, {"for immediate release", reasonNotice}, {"sign up for our", reasonNotice}, {"our newsletter", reasonNotice}, {"get short url", reasonLink}, {"continue reading the main story", reasonLink},
}

// unitPrefixes also begin sentences and headlines of the report itself.
var unitPrefixes = []pattern{
	{"read:", reasonLink}, {"more:", reasonLink}, {"watch:", reasonLink}, {"watch", reasonLink}, {"video:", reasonLink}, {"videos:", reasonLink},
	{"photos:", reasonLink}, {"pictures:", reasonLink}, {"in pictures:", reasonLink}, {"gallery:", reasonLink}, {"listen:", reasonLink}, {"listen to", reasonLink},
	{"opinion:", reasonLink}, {"explainer:", reasonLink}, {"analysis:", reasonLink}, {"timeline:", reasonLink}, {"factbox:", reasonLink}, {"podcast:", reasonLink},
	{"live:", reasonLink}, {"live updates", reasonLink}, {"live blog", reasonLink}, {"full coverage", reasonLink}, {"full story", reasonLink}, {"get up to speed", reasonLink},
	{"don't miss", reasonLink}, {"don’t miss", reasonLink}, {"must read", reasonLink}, {"up next", reasonLink},
	{"what to know", reasonLink}, {"read the full", reasonLink}, {"learn more", reasonLink}, {"find out more", reasonLink},
	{"image:", reasonCredit}, {"photo:", reasonCredit}, {"photograph:", reasonCredit}, {"picture:", reasonCredit}, {"credit:", reasonCredit}, {"credits:", reasonCredit},
	{"file photo", reasonCredit}, {"country:", reasonCredit}, {"source:", reasonCredit}, {"sources:", reasonCredit}, {"caption:", reasonCredit},
	{"published:", reasonStamp}, {"updated:", reasonStamp}, {"last update:", reasonStamp}, {"last updated", reasonStamp}, {"last modified", reasonStamp},
	{"share:", reasonNotice}, {"follow", reasonNotice}, {"subscribe", reasonNotice},
}

// linkWhole are lines before the headlines of other reports.
var linkWhole = wordSetOf("also|related|recommended|see also|read also|most read|most popular|trending|trending now|top stories|latest news|more news|more|" +
	"editors' picks|editor's picks|recommended stories|more stories|you may also like|you might also like|in other news|latest")

// unitWhole are lines that a site puts between its parts.
var unitWhole = wordSetOf("story highlights|highlights|advertisement|advertisment|sponsored|sponsored content|promoted content|share|print|email|tweet|facebook|twitter|" +
	"whatsapp|linkedin|reddit|telegram|copy link|link copied|save|menu|search|home|close|next|previous|newsletter|sign in|log in|register|donate|comments|tags|topics|" +
	"breaking news|key points|photo|image|listen|play|pause|text size|font size|a a|comment|report this ad|ad|ads|article|contact us|about us|privacy policy|terms of use|terms and conditions|cookie policy|loading|" +
	"read later|bookmark|gift article|open image in gallery|show caption|hide caption|toggle caption|enlarge this image|view comments|show comments|" +
	"list of 3 items|list of 4 items|end of list|x|close dialog")

func wordSetOf(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split(s, "|") {
		set[w] = true
	}
	return set
}

// agencyLine are signatures: nothing but the name of who sent it.
var agencyLine = wordSetOf("reuter|reuters|afp|ap|dpa|xinhua|tass|itar-tass|upi|ians|pti|ani|efe|ansa|sana|irna|wam|spa|kuna|bna|yonhap|kyodo|interfax|anadolu|" +
	"associated press|the associated press|agence france-presse|sputnik|ria novosti|agencies|staff|staff reporter|staff writer|web desk|news desk|news agencies")

// isRule tells whether a line is a rule or says that the text ends.
func isRule(line string) bool {
	letters := strings.ToLower(strings.Trim(line, "-—–_*=~·•#.• \t"))
	return letters == "" && (len(line) > 2 || line == "—" || line == "#") || letters == "ends" || letters == "30" && strings.HasPrefix(line, "-") || letters == "end" && line != "end"
}

// creditEnds are how lines that credit a photo end.
var creditEnds = []string{"getty images", "/reuters", "/afp", "/ap", "via reuters", "via ap", "via afp", "ap photo", "/epa", "/getty", "/shutterstock", "/anadolu",
	"shutterstock", "/ap photo", "afp photo", "/xinhua", "file photo", "handout", "courtesy photo"}

// isCreditLine tells whether a short line ends as the credit of a photo does.
func isCreditLine(bare string) bool {
	bare = strings.TrimRight(bare, ".")
	if len(bare) > 110 {
		return false
	}
	for _, e := range creditEnds {
		if rest, ok := strings.CutSuffix(bare, e); ok && len(strings.Fields(rest)) < 9 && !strings.Contains(rest, ". ") {
			return true
		}
	}
	return false
}

// isBoxed tells whether a line is nothing but a headline in square brackets: a link that the site put between two paragraphs. A sentence in them is a
// remark of the report.
func isBoxed(line string) bool {
	within, opens := strings.CutPrefix(line, "[")
	within, closes := strings.CutSuffix(within, "]")
	return opens && closes && !strings.ContainsAny(within, "[]") && !strings.ContainsAny(strings.TrimRight(within, "\"'”’"), ".!…") && len(strings.Fields(within)) >= leastHeading
}

// isAccount tells whether a line asks to follow somebody on a social network.
func isAccount(bare string) bool {
	if !strings.HasPrefix(bare, "follow ") || len(bare) > 160 {
		return false
	}
	for _, network := range []string{"twitter", "@", "facebook", "instagram", "telegram", "whatsapp"} {
		if strings.Contains(bare, network) {
			return true
		}
	}
	return false
}

// isPost tells whether a line is the signature of a post of a social network: "— Name (@name) May 3, 2016", "@name".
func isPost(line string) bool {
	if strings.HasPrefix(line, "@") {
		return !strings.Contains(line, " ")
	}
	rest, ok := strings.CutPrefix(line, "— ")
	return ok && len(line) < 120 && strings.Contains(rest, " (@")
}

// isReadingTime tells whether a line says how long the report takes to read.
func isReadingTime(bare string) bool {
	words := strings.Fields(bare)
	return len(words) >= 3 && len(words) <= 4 && number(words[0]) > 0 && strings.HasPrefix(words[1], "min") && strings.HasPrefix(words[2], "read")
}

func isHashtags(line string) bool {
	words := strings.Fields(line)
	for _, w := range words {
		if w[0] != '#' || len(w) < 3 {
			return false
		}
	}
	return len(words) > 0
}

// isByline tells whether a line names who wrote: "By Name", "By Name | AP June 25", "Name, Agency".
func isByline(line string) bool {
	words := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == '|' || r == '/' || r == '•' || r == '·' })
	if len(words) < 2 || len(words) > 16 || endsSentence(line) && len(words) > 6 {
		return false
	}
	if w := strings.ToLower(words[0]); w == "by" {
		return !strings.HasSuffix(line, ".") && len(words[1]) > 1 && capitalised(dropStampWords(words[1:])) && words[1] != "The"
	}
	name, agency, ok := strings.Cut(line, ", ")
	return ok && len(words) <= 7 && agencyLine[strings.ToLower(strings.TrimSpace(agency))] && capitalised(strings.Fields(name))
}

// dropStampWords leaves out what tells the time.
func dropStampWords(words []string) []string {
	var rest []string
	for _, w := range words {
		if !isStampWord(strings.ToLower(strings.Trim(w, ".,;:()"))) {
			rest = append(rest, w)
		}
	}
	return rest
}
