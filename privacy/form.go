package privacy

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep"
	"sitrep/casebook"
)

// private makes the entry of a private person: every form in which the report writes the name, and what is shown for it.
func (x *Index) private(r *sitrep.Reading, p *person, public []*person) casebook.PrivateName {
	n := casebook.PrivateName{Name: p.full.written(), Minor: p.minor()}
	for _, o := range p.namings {
		n.Forms = append(n.Forms, o.written())
	}
	for _, w := range x.alone(p) {
		if x.mayStandAlone(r, w, public) {
			n.Forms = append(n.Forms, w)
		}
	}
	n.Forms = compact(n.Forms)
	n.Except = exceptions(n.Forms, public)
	n.Description = p.describe()
	if veiled := Veil(n.Description, []casebook.PrivateName{n}); veiled != n.Description {
		n.Description = "a person"
	}
	return n
}

// alone are the words of a name that can stand for it alone, each as the report spells it.
func (x *Index) alone(p *person) []string {
	var words []string
	for _, n := range p.namings {
		w := n.words()
		doubtful := p.evidence == (evidence{}) && !p.speaks && !x.given[p.parts[0]] // may be no name at all: "Assad Rebels Aleppo" in a line of keywords
		for i := range w {
			if doubtful && i+1 < len(w) {
				continue
			}
			if w[i].initial() || particle[w[i].key] || utf8.RuneCountInString(bare(w[i].text)) < 2 || courtesy[w[i].key] {
				continue
			}
			if p.evidence == (evidence{}) && x.officials[letters(bare(w[i].text))] { // "Assad" in a report that has him in a line of keywords
				continue
			}
			words = append(words, w[i].text, bare(w[i].text))
		}
		for i := range n.in.words { // "the Haddads"
			if w := &n.in.words[i]; w.capital() && family([]string{letters(bare(w.text))}, p.parts) {
				words = append(words, w.text)
			}
		}
	}
	return words
}

// mayStandAlone tells whether a word means this person where it stands alone: it is no place, people or body of the report, and no public person's name
// by which the report calls him.
func (x *Index) mayStandAlone(r *sitrep.Reading, word string, public []*person) bool {
	key := letters(word)
	if x.things[key] && !x.given[key] || x.ordinary[strings.ToLower(word)] && !x.given[key] {
		return false
	}
	if st := x.words[strings.TrimSuffix(key, "s")]; st != unknown && !x.given[key] && strings.HasSuffix(key, "s") {
		return false // "Rebels"
	}
	for _, t := range r.Toponyms {
		if t.Place.Located && letters(t.Place.Name) == key {
			return false
		}
	}
	for _, p := range public {
		for _, n := range p.namings {
			if parts := x.parts(n); len(parts) == 1 && parts[0] == letters(bare(word)) {
				return false
			}
		}
	}
	return true
}

// compact is each form once, in order.
func compact(forms []string) []string {
	slices.Sort(forms)
	return slices.Compact(forms)
}

// exceptions are the full names of public persons that hold one of the forms.
func exceptions(forms []string, public []*person) []string {
	var out []string
	for _, p := range public {
		for _, n := range p.namings {
			if len(n.words()) < 2 {
				continue
			}
			for i := range n.words() {
				w := n.words()[i]
				if slices.ContainsFunc(forms, func(f string) bool { return letters(f) == w.key || letters(f) == letters(bare(w.text)) }) {
					out = append(out, n.written())
				}
			}
		}
	}
	return compact(out)
}
