package lexicon

import (
	"io/fs"
	"strings"
)

// HarmWord is a word that tells what became of people, and where in its clause those people stand.
type HarmWord struct {
	Lemma string
	Harm  string // a harm as the record names it: killed, wounded, missing, captured, displaced, casualties
	// Slot is where the people stand:
	//   object    object of the verb, subject of its passive: "killed 12"
	//   subject   subject of the verb: "12 died"
	//   either    object or, without one, subject: "drowned"
	//   state     what the people are: "12 dead", "12 are missing"
	//   deed      a noun of the deed, with its people after "of": "the killing of two men", "12 deaths"
	//   people    a noun for the people themselves: "12 fatalities"
	//   count     a noun for the number: "the toll rose to 12"
	Slot string
}

// PersonWord is a common noun for a person.
type PersonWord struct {
	Lemma    string
	Class    string // as a toll's people: children, women, aid-workers; empty where none fits
	Civilian string // yes, no, or empty where the word does not say
}

func (l *Lexicon) loadHarms(fsys fs.FS) (err error) {
	l.Harms, err = load(fsys, "harms.tsv", "lemma harm slot", parseHarm)
	return err
}

func parseHarm(r row) (h HarmWord, err error) {
	h.Lemma = strings.ToLower(r.fields[0])
	if h.Harm, err = r.oneOf(1, "killed", "wounded", "casualties", "missing", "captured", "displaced"); err != nil {
		return h, err
	}
	h.Slot, err = r.oneOf(2, "object", "subject", "either", "state", "deed", "people", "count")
	return h, err
}

func (l *Lexicon) loadPersons(fsys fs.FS) (err error) {
	l.Persons, err = load(fsys, "persons.tsv", "lemma class civilian", parsePerson)
	return err
}

func parsePerson(r row) (p PersonWord, err error) {
	p.Lemma, p.Class = strings.ToLower(r.fields[0]), r.fields[1]
	p.Civilian, err = r.oneOf(2, "yes", "no", "")
	return p, err
}
