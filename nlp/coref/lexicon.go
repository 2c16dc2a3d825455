package coref

import (
	"strings"

	"sitrep/lexicon"
)

// add puts the open classes of a lexicon on top of the closed ones, which go first where both have a word.
func (w *wordlist) add(l *lexicon.Lexicon) {
	for _, n := range l.GivenNames {
		w.addGiven(n)
	}
	for _, t := range l.Titles {
		w.addTitle(t)
	}
	for _, c := range l.Countries {
		w.addCountry(c)
	}
	for _, o := range l.OrgWords {
		w.addOrgWord(o)
	}
	for _, g := range l.Groups {
		w.addGroup(g)
	}
	for _, o := range l.Organisations {
		w.addAliases(o.Name, o.Aliases)
	}
}

// addGiven leaves out a name that men and women bear.
func (w *wordlist) addGiven(n lexicon.GivenName) {
	if g := genderOf(n.Gender); g != anyGender {
		w.given[strings.ToLower(n.Name)] = g
	}
}

func genderOf(g lexicon.Gender) gender {
	switch g {
	case lexicon.Male:
		return male
	case lexicon.Female:
		return female
	}
	return anyGender
}

// addTitle makes the last word of a title a word for a person, and of the title's gender where it has one.
func (w *wordlist) addTitle(t lexicon.Title) {
	words := strings.Fields(strings.ToLower(t.Title))
	for _, word := range words {
		w.titles[word] = true
	}
	if len(words) == 0 {
		return
	}
	last := words[len(words)-1]
	w.addSort(last, person)
	if g := genderOf(t.Gender); g != anyGender {
		w.genders[last] = g
	}
}

// partOfKingdom are loose names of the United Kingdom that careful texts use of its parts.
var partOfKingdom = map[string]bool{"england": true, "scotland": true, "wales": true, "northern ireland": true, "ulster": true}

func (w *wordlist) addCountry(c lexicon.Country) {
	name := keyOf(c.Name)
	w.country[name] = true
	w.lostApostrophe(name)
	for _, n := range c.Names {
		if k := keyOf(n); !partOfKingdom[k] {
			w.alias[k], w.demonym[k] = name, name
		}
	}
	for _, n := range c.Capitals {
		w.capital[keyOf(n)] = true
	}
	for _, n := range c.Demonyms {
		w.demonym[keyOf(n)] = name
	}
}

// lostApostrophe makes "Syrias", as texts write that lost their apostrophes, a name of Syria.
func (w *wordlist) lostApostrophe(name string) {
	if !strings.HasSuffix(name, "s") && len(name) > 3 {
		w.alias[name+"s"] = name
	}
}

func (w *wordlist) addOrgWord(o lexicon.OrgWord) {
	if o.Kind == "facility" {
		w.addSort(o.Word, place|thing)
	} else {
		w.addSort(o.Word, group)
	}
}

func (w *wordlist) addSort(word string, k sort) {
	if _, ok := w.sorts[word]; !ok {
		w.sorts[word] = k
	}
}

func (w *wordlist) addGroup(g lexicon.Group) {
	w.armed[keyOf(g.Name)] = true
	for _, n := range g.Aliases {
		w.armed[keyOf(n)] = true
	}
	w.addAliases(g.Name, g.Aliases)
}

// addAliases makes the other names of a body give the key of the first. A name that a body before it has is left to that one.
func (w *wordlist) addAliases(name string, aliases []string) {
	first := keyOf(name)
	for _, n := range aliases {
		k := keyOf(n)
		if _, ok := w.alias[k]; !ok && k != first && !w.country[k] {
			w.alias[k] = first
		}
	}
}

// keyOf is the key that state.nameKey gives a name of these words.
func keyOf(name string) string {
	low := strings.ReplaceAll(strings.ToLower(name), ".", "")
	low = strings.ReplaceAll(strings.ReplaceAll(low, "'s", ""), "’s", "")
	return strings.TrimPrefix(low, "the ")
}
