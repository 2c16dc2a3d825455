package compare

import (
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/export/rows"
	"sitrep/reference"
)

// Pair is an event of theirs and an incident of ours that are taken for one happening.
type Pair struct {
	Theirs  *reference.Incident
	Ours    *Ours
	Score   float64 // above 0
	Reasons []string
	Apart   int     // days
	Km      float64 // between the places; below 0 where that is not known
	Tolls   []Tolls
	// Shared is set where one of the two stands in a surer pair already: theirs is finer than ours there, or coarser.
	Shared bool
}

// least is the score from which two are taken for one.
const least = 2.5

// scorer compares one of theirs with one of ours.
type scorer struct {
	Pair
	side func(string) string // the side of a name as they write it
	why  bool                // it is asked why
	*folded
	no bool
}

func (s *scorer) say(score float64, format string, values ...any) {
	if s.Score += score; !s.why {
		return
	}
	s.Reasons = append(s.Reasons, fmt.Sprintf(format, values...))
}

// pairOf is a pair, false where the two are no one happening. Without why it has no reasons.
func pairOf(theirs *reference.Incident, ours *Ours, side func(string) string, known *folded, why bool) (Pair, bool) {
	s := scorer{Pair: Pair{Theirs: theirs, Ours: ours, Km: -1}, side: side, why: why, folded: known}
	for _, step := range []func(){s.days, s.place, s.kind, s.actors} {
		if step(); s.no {
			return Pair{}, false
		}
	}
	s.tolls()
	return s.Pair, s.Score >= least
}

// days: a day more or less is common between two codings of one event, for reports of a night.
func (s *scorer) days() {
	a, _ := daysOf(s.Theirs.From, s.Theirs.To)
	b, _ := daysOf(s.Ours.When.From, s.Ours.When.To)
	s.Apart = a.apart(b)
	slack := s.Theirs.Slack
	if s.Ours.When.Basis == sitrep.Assumed {
		slack = max(slack, 2)
	}
	switch wide := max(a.length(), b.length()); {
	case s.Apart == 0 && wide == 1:
		s.say(1.5, "the same day, %s", s.Theirs.From)
	case s.Apart == 0 && wide <= 7:
		s.say(1, "they share days of one week")
	case s.Apart == 0:
		s.say(0.4, "they share days, of %d", wide)
	case s.Apart == 1:
		s.say(0.7, "one day apart")
	case s.Apart <= slack:
		s.say(0.3, "%d days apart, of %d that it may lie off", s.Apart, slack)
	default:
		s.no = true
	}
}

// place: the distance counts by how finely both places are known.
func (s *scorer) place() {
	t, o := s.Theirs, s.Ours
	named := sameName(s.name(t.Place), s.name(o.Place.Name))
	if !t.Located || !o.Place.Located {
		s.unlocated(named)
		return
	}
	s.Km = sitrep.GreatCircle(t.Lat, t.Lon, o.Place.Lat, o.Place.Lon)
	allowed := t.Km + rows.Kilometres(o.Place.Precision) + 5
	coarse := max(t.Km, rows.Kilometres(o.Place.Precision)) >= 90
	switch {
	case s.Km > allowed && !named:
		s.no = true
	case s.Km > allowed*2:
		s.no = true // two places of one name
	case named:
		s.say(2, "the same place by name, %s, %.0f km apart", o.Place.Name, s.Km)
	case coarse:
		s.say(0.5, "%.0f km apart, and one of the two is known by province or country only", s.Km)
	case s.Km <= 10:
		s.say(1.7, "%.0f km apart", s.Km)
	default:
		s.say(1, "%.0f km apart, of %.0f that the places may lie off", s.Km, allowed)
	}
}

// possible tells whether two can be in one place, as far as their countries say. It is asked of very many.
func possible(t *reference.Incident, o *Ours) bool {
	return t.Country == "" || len(o.Place.Countries) == 0 || slices.Contains(o.Place.Countries, t.Country) || near(t, o)
}

// near tells whether two places of different countries lie at one border.
func near(t *reference.Incident, o *Ours) bool {
	return t.Located && o.Place.Located && sitrep.GreatCircle(t.Lat, t.Lon, o.Place.Lat, o.Place.Lon) < 15
}

func (s *scorer) unlocated(named bool) {
	switch {
	case named:
		s.say(1.7, "the same place by name, %s", s.Ours.Place.Name)
	case s.Theirs.Country == "" || !slices.Contains(s.Ours.Place.Countries, s.Theirs.Country):
		s.no = true
	case s.Theirs.Place != "" && s.Theirs.Place != s.Theirs.Land && s.Ours.Place.Name != "" && s.Ours.Place.Precision != 6:
		s.say(-1.2, "the same country, %s; the places have other names, and one is not on the map", s.Theirs.Country)
	default:
		s.say(0.3, "the same country, %s; one of the two has no place on the map", s.Theirs.Country)
	}
}

// sameName tells whether two names of places are one, or one of them a part of the other: "Dorel" and "Dorel town".
func sameName(x, y *foldedName) bool {
	a, b := x.text, y.text
	if min(len(a), len(b)) < 3 {
		return false
	}
	return a == b || slices.Contains(x.fields, b) || slices.Contains(y.fields, a) || begins(a, b) || begins(b, a)
}

// begins tells whether a name begins with the words of another.
func begins(a, b string) bool { return len(a) > len(b) && a[len(b)] == ' ' && a[:len(b)] == b }

func (s *scorer) kind() {
	t, o := s.Theirs, s.Ours
	switch {
	case len(t.Kinds) == 0:
		s.say(0, "their sort (%s) may be any kind", t.Sort)
	case slices.Contains(t.Kinds, o.Kind):
		s.say(0.7, "%s can be their %s", o.Kind, orWord(t.Sort, "event"))
	case violent(o.Kind) && slices.ContainsFunc(t.Kinds, violent):
		s.say(-0.5, "%s and their %s are both violence, of another kind", o.Kind, orWord(t.Sort, "event"))
	default:
		s.no = true
	}
}

// violent tells whether a kind is violence. A short war is one too: a month of it, told as one.
func violent(k sitrep.Kind) bool { return k == sitrep.War || slices.Contains(reference.Violent, k) }

func orWord(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// actors: a side that both name speaks for the pair; that none is shared speaks little against it, as one of the two mostly names fewer.
func (s *scorer) actors() {
	var both []string
	unlike := false
	for _, name := range s.Theirs.Sides {
		side := s.side(name)
		i := slices.IndexFunc(s.Ours.Actors, func(a Actor) bool { return side != "" && a.Side == side || sharesWord(s.name(name), s.name(a.Name)) })
		if i >= 0 {
			both = append(both, name+" = "+s.Ours.Actors[i].Name)
		} else if side != "" {
			unlike = true
		}
	}
	sided := slices.ContainsFunc(s.Ours.Actors, func(a Actor) bool { return a.Side != "" })
	switch {
	case len(both) > 0:
		s.say(min(1, 0.6*float64(len(both))), "both name %s", strings.Join(both, ", "))
	case unlike && sided:
		s.say(-0.5, "no side is named by both")
	}
}

// common are words that say nothing of who somebody is.
var common = map[string]bool{"forces": true, "force": true, "government": true, "army": true, "military": true, "movement": true, "front": true, "group": true, "state": true, "police": true,
	"civilians": true, "people": true, "militia": true, "national": true, "islamic": true, "armed": true, "communal": true, "unidentified": true, "party": true, "united": true, "liberation": true,
	"unknown": true, "rebels": true, "democratic": true, "brigade": true, "troops": true, "soldiers": true, "officers": true, "fighters": true, "gunmen": true, "villagers": true, "residents": true, "children": true, "women": true, "workers": true,
	"students": true, "protesters": true, "rioters": true, "militants": true, "about": true, "security": true, "local": true, "region": true, "against": true}

// sharesWord tells whether two names share a word that tells who it is.
func sharesWord(a, b *foldedName) bool {
	return slices.ContainsFunc(a.telling, func(w string) bool { return slices.Contains(b.words, w) })
}

func notLetter(r rune) bool { return r < '0' || r > '9' && r < 'a' || r > 'z' && r < 0x80 }

// tolls: figures that overlap speak for a pair, those that are far apart against it.
func (s *scorer) tolls() {
	s.Tolls = tollsOf(s.Theirs, s.Ours)
	for _, t := range s.Tolls {
		if t.Harm != sitrep.Killed || t.Theirs == nil || t.OursLow == 0 && t.OursHigh == 0 {
			continue
		}
		switch t.Overlap {
		case Overlaps:
			s.say(0.7, "the figures of killed overlap")
		default:
			if far(t) {
				s.say(-0.8, "the figures of killed are far apart")
			} else {
				s.say(0, "the figures of killed do not overlap")
			}
		}
		return
	}
}

// far tells whether one figure is more than three times the other and ten more.
func far(t Tolls) bool {
	a, b := t.Theirs.Best, max(t.OursLow, 1)
	if t.Overlap == TheirsHigher {
		b = max(t.OursHigh, 1)
	}
	return max(a, b) > 3*max(1, min(a, b)) && max(a, b)-min(a, b) > 10
}
