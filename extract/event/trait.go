package event

import (
	"fmt"
	"math"
	"strings"

	"sitrep"
)

// trait is what a mention is compared by, looked up once.
type trait struct {
	family              string // of its kind
	word                string // the lemma of its trigger
	told                string // how long before the publication it was, by its words
	number              counted
	anaphor             string
	turn                int    // which way its deed goes
	murdered            bag    // the words of the names of those of whose murder it tells
	relation            string // how its trigger hangs on what it hangs on
	tense, determiner   string
	quantity            string
	newTarget, newPlace string
	apart               []string
	plural              bool
	words               bag
	own                 bag       // the words that no mention within it has
	names               bag       // names among them
	where               []int     // places named in it
	odds                placeOdds // of where it was
	people              bag       // the nouns for those who were hit
	crowd               bag       // those who may be its actors
	from, to            int       // the first and the last day
	row                 []float64 // of the trunk, about its mean, and its length
	length              float64
	claim               int     // that its trigger stands in, -1 for none
	titled              float64 // the part of its words that the headline has too
}

func (v *view) trait(i int) trait {
	m := &v.Mentions[i]
	t := trait{family: families[m.Kind], word: v.trigger(i), tense: v.tense(i), determiner: v.determiner(i), quantity: v.quantity(i),
		newTarget: v.firstTold(i, sitrep.Target), newPlace: v.newPlace(i), apart: v.apart(i), plural: v.plural(i), words: v.wordsIn(m), people: v.people(i),
		told: v.told(m), number: v.number(i), anaphor: v.anaphor(i), turn: v.turn(i), murdered: v.murdered(i), relation: v.Tokens[m.Trigger].Deprel + v.marker(m.Trigger), odds: v.odds(m), crowd: crowd(m)}
	if !m.When.IsZero() {
		t.from, t.to = bounds(m.When)
	}
	t.claim = -1
	if c := v.claimsAt(m.TriggerSpan); len(c) > 0 {
		t.claim = c[0]
	}
	t.row, t.length = centred(v.row(m.Trigger))
	t.own, t.names = v.ownWords(i)
	for _, p := range m.Places {
		if v.Toponyms[p].Overlaps(m.Span) {
			t.where = append(t.where, p)
		}
	}
	t.titled = t.words.shared(v.title)
	return t
}

// Times that do not say how long ago.
const (
	untold  = "not told"
	assumed = "assumed"
)

// told says how long before the day of publication a mention says that it was.
func (v *view) told(m *sitrep.EventMention) string {
	if m.When.Basis == sitrep.Assumed {
		return assumed
	}
	return v.age(m.When)
}

// crowd are the entities that may be actors of a mention.
func crowd(m *sitrep.EventMention) bag {
	var out []int32
	for i := range m.Parts {
		if e := m.Parts[i].Entity; e >= 0 {
			out = append(out, int32(e))
		}
	}
	return bagOf(out)
}

// key holds all that compare asks of a member of a group: two members of one key speak for and against the same.
func (v *view) key(i int) string {
	m, t := &v.Mentions[i], &v.traits[i]
	var b strings.Builder
	fmt.Fprint(&b, m.Kind, m.When.From, m.When.To, m.When.Basis == sitrep.Assumed, "\x00", t.word, t.words, t.own, t.names, t.where, t.people, t.odds, t.crowd, m.Scores, m.WhenScore, t.number, t.anaphor, t.turn, "\x00")
	b.Write(v.row(m.Trigger))
	for _, p := range m.Places {
		p := &v.Toponyms[p].Place
		fmt.Fprint(&b, "\x00", p.Name, p.Located, p.Lat, p.Lon, p.Precision, p.Countries)
	}
	for k := range m.Actors {
		a := &m.Actors[k]
		fmt.Fprint(&b, "\x00", a.Role, a.Entity, a.Side)
	}
	for _, n := range m.Tolls {
		fmt.Fprint(&b, "\x00", v.Tolls[n].Harm, v.Tolls[n].Count)
	}
	return b.String()
}

// row is the row of the trunk of a token, nil where it was not kept.
func (v *view) row(i int) []uint8 {
	if v.Width == 0 || len(v.Vectors) < (i+1)*v.Width {
		return nil
	}
	return v.Vectors[i*v.Width : (i+1)*v.Width]
}

// centred is a row about its mean, and the square of its length.
func centred(row []uint8) ([]float64, float64) {
	m, out, square := mean(row), make([]float64, len(row)), 0.0
	for k := range row {
		out[k] = float64(row[k]) - m
		square += out[k] * out[k]
	}
	return out, square
}

// alike is the likeness of the trunk's vectors of the triggers of two mentions, -1 to 1.
func (v *view) alike(i, j int) float64 {
	a, b := &v.traits[i], &v.traits[j]
	if len(a.row) == 0 || len(b.row) == 0 || a.length == 0 || b.length == 0 {
		return 0
	}
	ab := 0.0
	for k, x := range a.row[:len(b.row)] {
		ab += x * b.row[k]
	}
	return ab / math.Sqrt(a.length*b.length)
}
