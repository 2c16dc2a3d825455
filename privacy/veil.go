package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
	"sitrep/casebook"
	"sitrep/standoff"
)

// withheld stands for a name beside which its description stands already.
const withheld = "[name withheld]"

// Veil gives a text with the names of private persons, in whatever of their forms, replaced by their descriptions in square brackets. It finds a name
// in capitals, with a possessive ending, over a line's end and with other hyphens, blanks and accents, and leaves other words whole. Offsets into the text do
// not hold for what it gives.
func Veil(text string, names []casebook.PrivateName) string {
	return Veils(names)(text)
}

// Veils is Veil for several texts of the same names.
func Veils(names []casebook.PrivateName) func(text string) string {
	if len(names) == 0 {
		return func(text string) string { return text }
	}
	return formsOf(names).veil
}

func (forms *forms) veil(text string) string {
	var b strings.Builder
	done := 0
	for _, h := range forms.hidings(text) {
		b.WriteString(text[done:h.Start])
		b.WriteString(stand(h.form, b.String(), text[h.Start:h.End], text[h.End:]))
		done = h.End
	}
	if done == 0 {
		return text
	}
	b.WriteString(text[done:])
	return b.String()
}

// Spans are the stretches of a text at which Veil finds names, in order, for whoever shows the text by other means.
func Spans(text string, names []casebook.PrivateName) []sitrep.Span {
	var out []sitrep.Span
	for _, h := range formsOf(names).hidings(text) {
		out = append(out, h.Span)
	}
	return out
}

// CoverUp gives a text with the names of private persons covered up, character by character: offsets in code points hold for what it gives, those in bytes do not.
func CoverUp(text string, names []casebook.PrivateName) string {
	return formsOf(names).covered(text, cover)
}

// covered gives a text with each sign of the names in it replaced.
func (forms *forms) covered(text string, sign func(rune) rune) string {
	var b strings.Builder
	done := 0
	for _, h := range forms.hidings(text) {
		b.WriteString(text[done:h.Start])
		b.WriteString(strings.Map(sign, text[h.Start:h.End]))
		done = h.End
	}
	b.WriteString(text[done:])
	return b.String()
}

func cover(r rune) rune {
	if unicode.IsSpace(r) {
		return r
	}
	return standoff.Cover
}

// hiding is a stretch of a text that is to be hidden, and the form of the name that stands there.
type hiding struct {
	sitrep.Span
	form *form
}

func (forms *forms) hidings(text string) []hiding {
	if len(forms.all) == 0 {
		return nil
	}
	pieces := piecesOf(text)
	var out []hiding
	for i := 0; i < len(pieces); {
		f, next := forms.longest(pieces, i)
		if f == nil || f.kept {
			i = max(next, i+1)
			continue
		}
		next = f.goesOn(pieces, next, forms)
		out = append(out, hiding{sitrep.Span{Start: pieces[i].start, End: pieces[next-1].end}, f})
		i = next
	}
	return out
}

// piece is a run of letters and digits, folded, and what stands between it and the next one.
type piece struct {
	start, end int
	key        string
	upper      bool
	gap        gap
}

// gap says what may stand between two pieces of a name.
type gap int8

const (
	noGap    gap = iota // something else: no name goes over it
	inside              // a hyphen, an apostrophe, a mark that is not seen: also inside a word of a name
	betweens            // white space or a point: between two words of a name
)

func piecesOf(text string) []piece {
	var pieces []piece
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		start := i
		for i < len(text) {
			if r, n = utf8.DecodeRuneInString(text[i:]); !wordRune(r) {
				break
			}
			i += n
		}
		first, _ := utf8.DecodeRuneInString(text[start:])
		pieces = append(pieces, piece{start: start, end: i, key: letters(text[start:i]), upper: !unicode.IsLower(first)})
	}
	for i := 0; i+1 < len(pieces); i++ {
		g := text[pieces[i].end:pieces[i+1].start]
		if pieces[i].gap = gapOf(g); strings.Contains(g, ".") && len(pieces[i].key) > 2 {
			pieces[i].gap = noGap // the end of a sentence, not of an initial
		}
	}
	return pieces
}

// gapOf tells what a name may have there. A hyphen at the end of a line stands inside a word.
func gapOf(s string) gap {
	if utf8.RuneCountInString(s) > 6 || strings.Count(s, "\n") > 1 {
		return noGap
	}
	white, hyphen := false, false
	for _, r := range s {
		switch {
		case inner(r):
			hyphen = true
		case unicode.IsSpace(r) || r == '.':
			white = true
		default:
			return noGap
		}
	}
	if white && !(hyphen && strings.HasSuffix(s, "\n")) {
		return betweens
	}
	return inside
}

// form is a form of a name, ready to be looked for.
type form struct {
	who       int
	key       string
	edges     map[int]bool // offsets in key at which a word of the name ends
	single    bool         // one word beside articles: it has to stand with a capital
	kept      bool         // another's name, which stays
	describes string
}

// forms are the forms of some names. They are looked for in many texts: those that can begin at a piece are found by the first byte of their keys.
type forms struct {
	all   []form
	begin [256][]*form
}

func formsOf(names []casebook.PrivateName) *forms {
	var list []form
	add := func(who int, s, description string, kept bool) {
		f := form{who: who, kept: kept, describes: description, edges: map[int]bool{}}
		whole := 0
		for _, p := range piecesOf(s) {
			f.key += p.key
			f.edges[len(f.key)] = true
			if !particle[p.key] {
				whole++
			}
		}
		if f.single = whole < 2; f.key != "" {
			list = append(list, f)
		}
	}
	for i, n := range names {
		for _, s := range append([]string{n.Name}, n.Forms...) {
			add(i, s, n.Description, false)
		}
		for _, s := range n.Except {
			add(-1, s, "", true)
		}
	}
	all := &forms{all: list}
	for i := range list {
		all.begin[list[i].key[0]] = append(all.begin[list[i].key[0]], &list[i])
	}
	return all
}

// beginning are the forms that a piece can begin, in order.
func (forms *forms) beginning(key string) []*form {
	if key == "" { // nothing but marks: it stands before any letter
		all := make([]*form, len(forms.all))
		for i := range forms.all {
			all[i] = &forms.all[i]
		}
		return all
	}
	return forms.begin[key[0]]
}

// longest is the form that takes most of the text from a piece on, and the piece after it. A name that stays wins over another of its length.
func (forms *forms) longest(pieces []piece, i int) (found *form, next int) {
	for _, f := range forms.beginning(pieces[i].key) {
		if n := f.at(pieces, i); n > next || n > 0 && n == next && f.kept {
			found, next = f, n
		}
	}
	return found, next
}

// at is the piece after the form where it stands at a piece, else 0.
func (f *form) at(pieces []piece, i int) int {
	if !strings.HasPrefix(f.key, pieces[i].key) {
		return 0
	}
	upper := false
	for at := 0; i < len(pieces); i++ {
		if !strings.HasPrefix(f.key[at:], pieces[i].key) {
			return 0
		}
		upper = upper || pieces[i].upper
		if at += len(pieces[i].key); at == len(f.key) {
			if f.single && !upper {
				return 0
			}
			return i + 1
		}
		if pieces[i].gap == noGap || pieces[i].gap == betweens && !f.edges[at] {
			return 0
		}
	}
	return 0
}

// goesOn takes further forms of the same person that follow at once into one.
func (f *form) goesOn(pieces []piece, next int, forms *forms) int {
	for next < len(pieces) && pieces[next-1].gap != noGap {
		g, after := forms.longest(pieces, next)
		if g == nil || g.kept || g.who != f.who {
			break
		}
		next = after
	}
	return next
}

// stand is what stands for a name: its description, or less where the text describes the person right there.
func stand(f *form, before, name, after string) string {
	if f.describes == "" {
		return "[a person]"
	}
	words := strings.Fields(f.describes)
	noun := strings.ToLower(words[len(words)-1])
	before, after = strings.ToLower(before[max(0, len(before)-60):]), strings.ToLower(after[:min(len(after), 80)])
	if strings.HasSuffix(strings.TrimRight(before, " ,"), " "+noun) || strings.HasPrefix(strings.TrimLeft(after, " ,("), strings.ToLower(f.describes)) {
		return withheld
	}
	if len(name) > 3 && strings.ToUpper(name) == name && strings.ToLower(name) != name {
		return "[" + strings.ToUpper(f.describes) + "]"
	}
	return "[" + f.describes + "]"
}

// Holds tells whether a text holds a name, in the ways in which Veil finds one.
func Holds(text, name string) bool {
	return Veil(text, []casebook.PrivateName{{Name: name, Description: "x"}}) != text
}

// HoldsAny tells whether a text holds one of some names, however it is written: in small letters too.
func HoldsAny(text string, names []casebook.PrivateName) bool {
	return len(Spans(strings.ToUpper(text), names)) > 0
}
