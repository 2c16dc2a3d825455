package privacy

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// Names are the private persons whom a report names, in its text or its title, by the lists that are built in.
func Names(r *sitrep.Reading) []casebook.PrivateName { return builtIn().Names(r) }

// Names are the private persons whom a report names, and the addresses at which somebody lives, in the order of their names.
func (x *Index) Names(r *sitrep.Reading) []casebook.PrivateName {
	if r == nil || r.Report == nil {
		return nil
	}
	people := x.people(r)
	var names []casebook.PrivateName
	var public []*person
	for _, p := range people {
		if x.public(p) {
			public = append(public, p)
		}
	}
	for _, p := range people {
		if !slices.Contains(public, p) {
			names = append(names, x.private(r, p, public))
		}
	}
	names = append(names, homes(&text{string: r.Report.Text})...)
	slices.SortStableFunc(names, func(a, b casebook.PrivateName) int { return cmp.Compare(a.Name, b.Name) })
	return names
}

// people are all persons whom the report names, with what it says of them.
func (x *Index) people(r *sitrep.Reading) []*person {
	body := &text{string: r.Report.Text, words: wordsOf(r.Report.Text)}
	title := &text{string: r.Report.Title, words: wordsOf(r.Report.Title)}
	persons := x.mark(body, r)
	all := append(x.namings(body, persons), x.namings(title, nil)...)
	people := x.gather(all)
	for _, p := range people {
		for _, n := range p.namings {
			p.evidence.add(x.around(n))
			p.author = p.author || authored(r.Report, n)
		}
		x.fromReading(r, p)
	}
	return slices.DeleteFunc(people, func(p *person) bool { return !x.isPerson(p) || x.isPlace(r, p) })
}

// mark notes which stretches of a text name something else than persons, and gives those that the reading has persons in.
func (x *Index) mark(t *text, r *sitrep.Reading) (persons []sitrep.Span) {
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			if m.Pronoun {
				continue
			}
			if e.Kind == sitrep.PersonEntity && !e.Named {
				continue
			} else if e.Kind == sitrep.PersonEntity {
				persons = append(persons, m.Span)
			} else if e.Named {
				t.taken = append(t.taken, m.Span)
			}
		}
	}
	for _, p := range r.Toponyms {
		if p.Place.Located {
			t.taken = append(t.taken, p.Span)
		}
	}
	return persons
}

// authored tells whether a naming stands in what is no part of the report but says who wrote it, or is its byline.
func authored(r *sitrep.Report, n naming) bool {
	if k := letters(n.written()); len(n.words()) > 1 && r.Byline != "" && strings.Contains(letters(r.Byline), k) {
		return true
	}
	if n.in.string != r.Text {
		return false
	}
	if signs(n) {
		return true
	}
	s := sitrep.Span{Start: n.in.words[n.first].Start, End: n.in.words[n.last-1].End}
	return slices.ContainsFunc(r.Dropped, func(d sitrep.Dropped) bool { return d.Contains(s) && (d.Reason == "byline" || d.Reason == "credit") })
}

// signs tells whether a naming is a line of its own, "by" before it.
func signs(n naming) bool {
	w := n.in.words
	if n.first == 0 || w[n.first-1].key != "by" {
		return false
	}
	before := n.first == 1 || strings.Contains(w[n.first-2].gap, "\n")
	after := strings.TrimSpace(w[n.last-1].gap) == "" && (n.last == len(w) || strings.Contains(w[n.last-1].gap, "\n"))
	return before && after
}

// fromReading adds what the reading knows of a person.
func (x *Index) fromReading(r *sitrep.Reading, p *person) {
	for _, e := range r.Entities {
		if e.Kind != sitrep.PersonEntity || !p.in(r.Report.Text, &e) {
			continue
		}
		p.ids = p.ids || slices.ContainsFunc(x.ids[e.Actor], func(w string) bool {
			return sameName(w, strings.TrimSuffix(p.parts[len(p.parts)-1], "s")) || w == p.parts[len(p.parts)-1]
		})
		if p.source == "" || p.source == sitrep.UnnamedSource {
			p.source = e.SourceKind
		}
		for _, c := range r.Claims {
			p.speaks = p.speaks || c.Source == e.Name || len(p.parts) > 1 && strings.Contains(letters(c.Source), letters(p.full.written()))
		}
	}
}

// in tells whether a mention of an entity has a naming of the person in it.
func (p *person) in(body string, e *sitrep.Entity) bool {
	for _, n := range p.namings {
		if n.in.string != body {
			continue
		}
		s := sitrep.Span{Start: n.in.words[n.first].Start, End: n.in.words[n.last-1].End}
		for _, m := range e.Mentions {
			if !m.Pronoun && m.Span.Contains(s) {
				return true
			}
		}
	}
	return false
}

// isPerson tells whether anything shows that a name is a person's: the words around it, that he speaks, a given name, or that it has several words. A word
// alone for which nothing speaks is mostly a place, a weapon or a newspaper.
func (x *Index) isPerson(p *person) bool {
	if len(p.parts) > 1 || p.evidence != (evidence{}) || p.speaks || p.ids {
		return true
	}
	if x.given[p.parts[0]] && !x.things[p.parts[0]] && !strings.Contains(p.full.written(), "-") {
		return true
	}
	return slices.ContainsFunc(p.namings, func(n naming) bool {
		w := n.in.words
		before, after := n.first > 0 && courtesy[w[n.first-1].key] && strings.HasPrefix(w[n.first-1].key, "m"), at(w, n.last)
		return before || speaking[after] || w[n.last-1].possessive && (kin[after] || after == "body" || after == "family" || after == "home")
	})
}

// speaking are verbs whose subject is mostly a person.
var speaking = set("said", "says", "told", "added", "recalled", "cried", "wept", "sobbed", "explained", "remembered")

// isPlace tells whether what was taken for a person is a place: the place line's, or a single word that only stands where places stand.
func (x *Index) isPlace(r *sitrep.Reading, p *person) bool {
	if len(p.parts) == 1 && p.parts[0] == letters(r.Report.Dateline.Place) {
		return true
	}
	if p.evidence == (evidence{}) && slices.ContainsFunc(r.Toponyms, func(t sitrep.Toponym) bool {
		return letters(r.Report.Text[t.Start:t.End]) == letters(p.full.written()) && (t.Place.Located || x.afterPlaceWord(p))
	}) {
		return true
	}
	if len(p.parts) != 1 || x.given[p.parts[0]] {
		return false
	}
	if p.speaks || p.evidence.age > 0 {
		return false // no town speaks, and none is 34
	}
	return p.evidence == (evidence{}) && x.afterPlaceWord(p) || placedTwice(r, p.parts[0])
}

// placedTwice tells whether a report says "in" or the like of a place with a name of one word, more than once: what stands elsewhere before "suspect" or "victim" is the town too.
func placedTwice(r *sitrep.Reading, name string) bool {
	n := 0
	for _, t := range r.Toponyms {
		if !t.Place.Located || letters(r.Report.Text[t.Start:t.End]) != name {
			continue
		}
		before, blank := strings.CutSuffix(r.Report.Text[:t.Start], " ")
		if blank && placeWords[strings.ToLower(before[strings.LastIndexAny(before, " \n")+1:])] {
			n++
		}
	}
	return n > 1
}

// placeWords stand before places.
var placeWords = set("in", "at", "near", "outside", "around", "towards", "toward", "across")

// afterPlaceWord tells whether "in" or the like stands before each naming of a person.
func (x *Index) afterPlaceWord(p *person) bool {
	for _, n := range p.namings {
		if n.first == 0 {
			return false
		}
		if b := &n.in.words[n.first-1]; !placeWords[b.key] || !plain(b.gap) {
			return false
		}
	}
	return true
}
