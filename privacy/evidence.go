package privacy

import (
	"regexp"
	"strconv"
	"strings"
)

// evidence is what the words around the namings of a person say of him.
type evidence struct {
	office bool // an office, a command, a body that he speaks for
	rank   bool // an officer's rank
	own    bool // a calling or kinship of his own, told right beside the name
	kin    bool
	age    int
	noun   string // what he is called beside his name, in one or two words
	hit    string // "victim", "wounded person", "detainee" where the words say so
}

func (e *evidence) add(o evidence) {
	e.office, e.rank, e.own, e.kin = e.office || o.office, e.rank || o.rank, e.own || o.own, e.kin || o.kin
	if e.age == 0 {
		e.age = o.age
	}
	if e.noun == "" || kin[e.noun] && o.noun != "" && !kin[o.noun] {
		e.noun = o.noun
	}
	if e.hit == "" {
		e.hit = o.hit
	}
}

// around gathers what stands around a naming.
func (x *Index) around(n naming) evidence {
	var e evidence
	x.before(n, &e)
	x.after(n, &e)
	e.hit = struck(n)
	return e
}

// before reads the words before a name backwards: titles and callings that end there.
func (x *Index) before(n naming, e *evidence) {
	w, end := n.in.words, n.first
	for range 4 {
		first := sentenceStart(w, end)
		st, k := x.phraseBefore(w, first, end)
		if end <= first {
			return
		}
		last := &w[end-1]
		if k == 0 {
			if a := yearsOld(last.text); a > 0 && e.age == 0 {
				e.age = a
			}
			x.holder(w, first, end, e)
			return
		}
		if last.possessive || !beside(last) {
			return
		}
		word := phrase(w[end-k : end])
		x.take(st, word, w, end-k, end, false, e)
		if !courtesy[word] && st == private {
			if a := yearsOld(at(w, end-k-1)); a > 0 && e.age == 0 {
				e.age = a
			}
			return
		}
		end -= k
	}
}

// beside tells whether what follows a word stands right beside it: behind a blank, the point of an abbreviation, or a comma.
func beside(w *word) bool {
	g := strings.TrimSpace(w.gap)
	return g == "" || g == "." || g == "," || g == "-"
}

// holder sees what stands before a name that only somebody of public life has: "forces loyal to X", "the regime of X", "pro-X".
func (x *Index) holder(w []word, first, end int, e *evidence) {
	if end-first < 2 || !plain(w[end-1].gap) {
		return
	}
	switch last, prior := w[end-1].key, w[end-2].key; {
	case last == "of" && kin[prior] && prior != "driver" && prior != "guard":
		e.kin, e.own = true, true
	case (last == "to" && prior == "loyal") || (last == "of" && (holdings[prior] && prior != "office" && prior != "party")):
		e.office = true
	}
}

// sentenceStart is the first word before a word, at most eight, with no full stop between.
func sentenceStart(w []word, end int) int {
	first := end
	for first > 0 && end-first < 8 {
		g := w[first-1].gap
		if strings.ContainsAny(g, "!?;:()\"“”") || strings.Count(g, "\n") > 1 || strings.Contains(g, ".") && len(w[first-1].text) > 4 {
			break
		}
		first--
	}
	return first
}

// take notes a title or a role that somebody bears.
func (x *Index) take(st standing, word string, w []word, first, end int, behind bool, e *evidence) {
	if hedged(w, first) && st != private {
		st, word = private, "suspect"
	}
	last := word[strings.LastIndexByte(word, ' ')+1:]
	switch {
	case (last == "member" || last == "members") && sits(w, end-1):
		e.office = true
		return
	case kin[last]:
		e.kin, e.own = true, true
	case st == official:
		e.office = true
		return
	case st == heading && (!behind && !weak[word] && plain(w[end-1].gap) || x.ofSomething(w, first, end, behind)):
		e.office = true
		return
	case st == rank:
		e.rank = true
		return
	case courtesy[word]:
		return
	case st == private:
		e.own = true
	default:
		return
	}
	if e.noun == "" {
		e.noun = word
	}
}

// ofSomething tells whether it is said of what somebody is the head: "of the hospital", "the hospital's", "World Bank".
func (x *Index) ofSomething(w []word, first, end int, behind bool) bool {
	if behind && end < len(w) && plain(w[end-1].gap) {
		switch w[end].key {
		case "of", "for", "at", "in":
			return !strings.HasPrefix(phrase(w[end:min(len(w), end+4)]), "of the family") && !strings.Contains(phrase(w[end:min(len(w), end+4)]), "household")
		}
	}
	if first == 0 || !plain(w[first-1].gap) {
		return false
	}
	p := &w[first-1]
	return p.possessive || !notNames[p.key] && !slight[p.key]
}

// slight are words before "head" or "chief" that say nothing of what.
var slight = set("new", "deputy", "acting", "then", "old", "young", "first", "own", "your", "another", "every", "each", "any", "former", "and", "or", "of", "be", "became", "as")

// chambers are bodies whose members hold an office.
var chambers = set("parliament", "council", "senate", "congress", "assembly", "cabinet", "politburo", "committee", "knesset", "duma", "delegation", "leadership", "bureau", "commission")

// sits tells whether "member" at a word is one of a chamber.
func sits(w []word, i int) bool {
	if i+1 >= len(w) || w[i+1].key != "of" {
		return false
	}
	for k := i + 2; k < min(len(w), i+8); k++ {
		if chambers[w[k].key] {
			return true
		}
		if !plain(w[k].gap) || w[k].key == "of" {
			return false
		}
	}
	return false
}

func hedged(w []word, first int) bool {
	for i := max(0, first-3); i < first; i++ {
		switch w[i].key {
		case "alleged", "suspected", "accused", "purported", "presumed", "supposed", "selfstyled":
			return true
		}
	}
	return false
}

var old = regexp.MustCompile(`^(\d{1,3})-(?:year|month)s?-old$`)

// yearsOld is the age in "34-year-old".
func yearsOld(s string) int {
	if m := old.FindStringSubmatch(strings.ToLower(s)); m != nil {
		n, _ := strconv.Atoi(m[1])
		if strings.Contains(s, "month") {
			n = 1
		}
		return n
	}
	return 0
}

func at(w []word, i int) string {
	if i < 0 || i >= len(w) {
		return ""
	}
	return w[i].text
}

// ageAfter is the age told behind a word, "X, 34," or "X (34)" or "X, aged 34", and the number of words it takes.
func ageAfter(w []word, i int) (age, n int) {
	g := strings.TrimSpace(w[i].gap)
	if g != "," && g != "(" && g != "" || i+1 >= len(w) {
		return 0, 0
	}
	k := i + 1
	if w[k].key == "aged" || w[k].key == "age" {
		k++
	} else if g == "" {
		return 0, 0
	}
	a, err := strconv.Atoi(at(w, k))
	if err != nil || a < 1 || a > 115 {
		return 0, 0
	}
	next := strings.TrimSpace(w[k].gap)
	if next == "" && !(k+1 < len(w) && strings.HasPrefix("years old months", w[k+1].key)) && w[i+1].key != "aged" {
		if k+1 < len(w) { // "X, 34 killed": a count of something else
			return 0, 0
		}
	}
	if next == "" && at(w, k+1) == "months" {
		a = 1
	}
	return a, k - i
}

// ruling are holdings that stand behind a name without a possessive ending.
var ruling = set("loyalists", "regime", "administration", "government", "presidency")

// stops end the words that say what somebody is.
var stops = set("of", "for", "in", "at", "from", "with", "on", "near", "by", "and", "to", "who", "whose", "whom", "which", "that", "said", "says", "told", "was", "were", "is", "has", "had", "died", "also", "as", "but", "when", "while", "after", "before", "under", "among", "between", "about", "since", "now", "posted", "wrote", "announced")

// after reads what stands behind a name: an age, an apposition, "who heads", "is the".
func (x *Index) after(n naming, e *evidence) {
	w, i := n.in.words, n.last-1
	if w[i].possessive {
		if i+1 < len(w) && holdings[w[i+1].key] {
			e.office = true
		}
		return
	}
	if i+1 < len(w) && plain(w[i].gap) && (ruling[w[i+1].key] || strings.HasSuffix(w[i].text, "s") && holdings[w[i+1].key]) {
		e.office = true // "the Haddad regime", and "Haddads government" where the apostrophe was lost
	}
	if a, k := ageAfter(w, i); a > 0 {
		if e.age == 0 {
			e.age = a
		}
		i += k
	}
	for range 2 {
		j, behind := x.apposition(w, i)
		if j < 0 {
			return
		}
		if next := x.bears(w, j, behind, e); next > 0 {
			return
		}
		if a := yearsOld(at(w, i+1)); a > 0 && e.age == 0 {
			e.age = a
		}
		return
	}
}

// apposition is the first word of what is said of a name that ends at a word; behind tells that a comma or a verb parts the two.
func (x *Index) apposition(w []word, i int) (first int, behind bool) {
	if i+1 >= len(w) {
		return -1, false
	}
	g := strings.TrimSpace(w[i].gap)
	switch g {
	case ",", "(", "-", "–", "—", ", (", "),":
		return i + 1, true
	case "":
		switch w[i+1].key {
		case "is", "was", "became", "as":
			if i+2 < len(w) && (w[i+2].key == "the" || w[i+2].key == "a" || w[i+2].key == "an") {
				return i + 2, true
			}
		case "who":
			return i + 1, true
		}
		if !w[i+1].capital() && x.roleFollows(w, i+1) { // the comma is missing
			return i + 1, true
		}
	}
	return -1, false
}

// roleFollows tells whether a role with "of" or the like begins at a word.
func (x *Index) roleFollows(w []word, first int) bool {
	for n := 1; n < 4 && first+n < len(w) && plain(w[first+n-1].gap); n++ {
		if next := w[first+n].key; next == "of" || next == "for" || next == "at" {
			_, k := x.phraseBefore(w, first, first+n)
			return k > 0
		}
	}
	return false
}

// heads are verbs of which only the head of something is the subject.
var heads = set("heads", "headed", "leads", "led", "commands", "commanded", "chairs", "chaired", "directs", "governs", "rules", "ruled", "founded", "runs", "oversees")

// bears notes what an apposition from a word on says somebody is, and gives the word after it; 0 where it says nothing.
func (x *Index) bears(w []word, first int, behind bool, e *evidence) int {
	if w[first].key == "who" {
		k := first + 1
		for k < len(w) && (w[k].key == "also" || w[k].key == "now" || w[k].key == "previously") {
			k++
		}
		if k < len(w) && heads[w[k].key] {
			e.office = true
		}
		return first + 1
	}
	if w[first].key == "whose" {
		e.own = true
		return first + 1
	}
	end := first
	for end < len(w) && end-first < 12 && !stops[w[end].key] {
		if a := yearsOld(w[end].text); a > 0 && e.age == 0 {
			e.age = a
		}
		end++
		if !plain(w[end-1].gap) && strings.TrimSpace(w[end-1].gap) != "." {
			break
		}
	}
	if end == first {
		return 0
	}
	for ; end > first; end-- {
		if st, k := x.phraseBefore(w, first, end); k > 0 {
			x.take(st, phrase(w[end-k:end]), w, end-k, end, behind, e)
			return end
		}
		if k := w[end-1].key; !strings.HasSuffix(k, "ing") && !strings.HasSuffix(k, "ed") {
			break // "a civil defence chief working in …"
		}
	}
	return 0
}
