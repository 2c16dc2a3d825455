package predict

import (
	"strings"
	"sync"

	"sitrep"
	"sitrep/extract"
	"sitrep/extract/toll"
	"sitrep/lexicon"
)

// tolls answers with the killed and injured of the incident that an article is about, its day and its place.
var tolls = Kit{Name: "tolls", Help: "Killed and injured of the incident that an article is about, its day and its place; which articles are about one incident, and what it came to.", Answer: answerTolls, Finish: groupTolls}

type tollsAnswer struct {
	ID      string   `json:"id,omitempty"` // empty in the line of a group
	Killed  int      `json:"killed"`
	Injured int      `json:"injured"`
	Group   string   `json:"group"`
	Date    string   `json:"date,omitempty"`
	Lat     *float64 `json:"lat"`
	Lon     *float64 `json:"lon"`
}

// titleTolls reads the tolls of a headline, which a record leaves out: its words are not in the text.
var titleTolls = sync.OnceValue(func() *toll.Step { return toll.New(lexicon.English()) })

func answerTolls(r *extract.Reader, in Input) (any, error) {
	s, err := r.Story(in.Report())
	if err != nil {
		return nil, err
	}
	t, err := newTally(s)
	if err != nil {
		return nil, err
	}
	out := tollsAnswer{ID: in.ID, Killed: t.killed(), Group: in.Group}
	out.Injured = t.injured(out.Killed)
	day, told := t.day()
	out.Date = day
	p := t.place()
	if p != nil {
		out.Lat, out.Lon = &p.Lat, &p.Lon
	}
	return &article{out, t.telling(&out, told, p)}, nil
}

// tally is the tolls of an article's main incident by where they stand.
type tally struct {
	*sitrep.Story
	title, lead []sitrep.Toll
	suicide     bool
}

// leadSentences are the sentences in which an article tells its main incident; what comes later is as often background.
const leadSentences = 12

func newTally(s *sitrep.Story) (*tally, error) {
	t := &tally{Story: s}
	if s.Title != nil {
		title := &sitrep.Story{Report: s.Report, Doc: s.Title, Tree: sitrep.NewTree(s.Title)}
		if err := titleTolls().Read(title); err != nil {
			return nil, err
		}
		t.title = title.Tolls
	}
	for _, x := range s.Tolls {
		if s.Tree.Sentence(x.HarmToken) < leadSentences && x.Relation != sitrep.CumulativeToll && x.Count < 1000 {
			t.lead = append(t.lead, x)
		}
	}
	for i := range s.Tokens {
		switch strings.ToLower(s.Tokens[i].Form) {
		case "himself", "herself", "themselves":
			t.suicide = t.suicide || nearBy(s, i, "kill turn fatally")
		case "self", "self-inflicted":
			t.suicide = t.suicide || nearBy(s, i, "die dead kill suicide")
		case "murder-suicide":
			t.suicide = true
		case "suicide":
			t.suicide = t.suicide || nearBy(s, i, "murder commit homicide")
		}
	}
	return t, nil
}

// nearBy tells whether one of the lemmas stands within a few tokens before a token.
func nearBy(s *sitrep.Story, i int, lemmas string) bool {
	for k := max(0, i-8); k < i; k++ {
		for _, w := range strings.Fields(lemmas) {
			if s.Tokens[k].Lemma == w {
				return true
			}
		}
	}
	return false
}

// most is the greatest count of a harm, over whole tolls; of single persons, how many different ones are told.
func most(all []sitrep.Toll, harm sitrep.Harm) (count, persons int) {
	var who []*sitrep.Toll
next:
	for i := range all {
		x := &all[i]
		if x.Harm != harm {
			continue
		}
		if x.Count > 1 || x.CountToken >= 0 {
			count = max(count, x.Count)
			continue
		}
		for _, o := range who {
			if o.Same(x) {
				continue next
			}
		}
		who = append(who, x)
	}
	return count, len(who)
}

func (t *tally) count(harm sitrep.Harm) int {
	n, persons := most(t.title, harm)
	if n > 0 {
		return n
	}
	m, more := most(t.lead, harm)
	if m > 0 {
		return m
	}
	return max(persons, min(more, 1))
}

func (t *tally) killed() int {
	n := t.count(sitrep.Killed)
	if t.suicide {
		n++
	}
	return n
}

func (t *tally) injured(killed int) int {
	if n := t.count(sitrep.Wounded); n > 0 {
		return n
	}
	if n := t.count(sitrep.Casualties); n > killed {
		return n - killed
	}
	if killed == 0 {
		return 1
	}
	return 0
}

// day is the day of the first date that tells of the deed rather than of what was said or done about it, else the day of publication: then it is not told.
func (t *tally) day() (day string, told bool) {
	for i := range t.Timexes {
		x := &t.Timexes[i]
		if x.Interval.From.Day > 0 && (x.Type == sitrep.TimexDate || x.Type == sitrep.TimexTime) && t.ofDeed(x) {
			return x.Interval.From.String(), true
		}
	}
	for _, e := range t.Events {
		if e.News && e.When.From.Day > 0 {
			return e.When.From.String(), e.When.Basis != sitrep.Assumed
		}
	}
	if t.Report.Published.IsZero() {
		return "", false
	}
	return t.Report.Day().String(), false
}

// aftermath are verbs of what is said and done after a deed.
var aftermath = words(`say announce tell report identify arrest charge release post publish update sentence continue remain seek appear book hold
	confirm investigate file schedule expect convict plead rule testify describe gather search issue ask urge`)

func words(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

// ofDeed tells whether a date hangs from a verb that can be the deed's.
func (t *tally) ofDeed(x *sitrep.Timex) bool {
	i := x.First
	for h := t.Tokens[i].Head; h >= x.First && h < x.Last; h = t.Tokens[i].Head {
		i = h
	}
	for steps := 0; i >= 0 && steps < 8; i, steps = t.Tokens[i].Head, steps+1 {
		if t.Tokens[i].UPOS == "VERB" {
			return !aftermath[t.Tokens[i].Lemma]
		}
	}
	return false
}

// place is the first located place of the main incident, else of the text.
func (t *tally) place() *sitrep.Place {
	for _, e := range t.Events {
		for i := range e.Places {
			if e.News && e.Places[i].Located {
				return &e.Places[i]
			}
		}
	}
	for i := range t.Toponyms {
		if t.Toponyms[i].Place.Located {
			return &t.Toponyms[i].Place
		}
	}
	return nil
}
