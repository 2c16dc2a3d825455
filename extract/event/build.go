package event

import (
	"slices"
	"sort"
	"strings"

	"sitrep"
)

// build makes the event of a group of mentions.
func build(v *view, members []int) sitrep.Event {
	head := chief(v, members)
	m := &v.Mentions[head]
	e := sitrep.Event{Kind: kindOf(v, members), Status: m.Status, Trigger: m.TriggerSpan, MentionsOf: members}
	for _, i := range members {
		o := &v.Mentions[i]
		e.Mentions = append(e.Mentions, o.Span)
		e.Actors = append(e.Actors, o.Actors...)
		if e.Weapon == "" && !(o.Verbal && o.Weapon == v.In(o.TriggerSpan)) { // "bombed" tells of no bomb by itself
			e.Weapon = o.Weapon
		}
		if e.Stage == "" {
			e.Stage = o.Stage
		}
	}
	if e.Kind == sitrep.Attack && planted(m.Weapon) && !spared(v.In(m.Span)) {
		e.Kind = sitrep.Bombing
	}
	e.Actors = sitrep.JoinActors(e.Actors)
	e.When = whenOf(v, members)
	e.Places = placesOf(v, members)
	e.Tolls = tollsOf(v, members)
	e.Why = m.Why
	return e
}

// planted tells whether a weapon is an explosive that is planted or carried: an attack with one is a bombing.
func planted(weapon string) bool {
	return says(weapon, "dynamite", "explosives", "explosive device", "explosive charge", "bomb")
}

// spared tells of bombs in words for what keeps them away: "bomb shelters".
func spared(words string) bool {
	return says(words, "bomb shelter", "bomb squad", "bomb threat", "bomb scare", "bomb disposal")
}

// says tells whether one of some wordings stands in a text, in capitals or not.
func says(text string, any ...string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(any, func(w string) bool { return strings.Contains(text, w) })
}

// chief is the mention that tells most surely of the happening.
func chief(v *view, members []int) int {
	best := members[0]
	for _, i := range members[1:] {
		if v.Mentions[i].Score > v.Mentions[best].Score+0.1 {
			best = i
		}
	}
	return best
}

// kindOf is the kind with the highest sum of likelihoods; between equals the one that says more of how it was done.
func kindOf(v *view, members []int) sitrep.Kind {
	sum := map[sitrep.Kind]float64{}
	for _, i := range members {
		m := &v.Mentions[i]
		if len(m.Scores) == 0 {
			sum[m.Kind]++
		}
		for _, k := range m.Scores {
			sum[k.Kind] += k.Score
		}
		if m.Kind != sitrep.Attack && families[m.Kind] == "violence" {
			sum[m.Kind] += 0.5
		}
	}
	best := v.Mentions[members[0]].Kind
	for _, k := range sitrep.Kinds {
		if sum[k] > sum[best]+1e-9 {
			best = k
		}
	}
	return best
}

// whenOf is the time of the mention whose time is surest. That a mention of it tells no time is an answer too: of a happening that is only
// recalled nothing should be guessed.
func whenOf(v *view, members []int) sitrep.Interval {
	best, top := members[0], -1.0
	for _, i := range members {
		if sure := timeSure(&v.Mentions[i]); sure > top {
			best, top = i, sure
		}
	}
	return v.Mentions[best].When
}

// assumedCounts is how much the sureness of a time that is only assumed counts beside one that words of the report tell.
const assumedCounts = 0.8

func timeSure(m *sitrep.EventMention) float64 {
	if m.When.Basis == sitrep.Assumed {
		return assumedCounts * m.WhenScore
	}
	return m.WhenScore
}

// placesOf are the places of the mentions, without those that hold a finer one of them. Where a mention names a place in its own sentence, those that
// others took from elsewhere in the report do not count.
func placesOf(v *view, members []int) []sitrep.Place {
	var all []sitrep.Place
	near := slices.ContainsFunc(members, func(i int) bool {
		return slices.ContainsFunc(v.Mentions[i].Places, func(t int) bool { return v.beside(i, t) })
	})
	for _, i := range members {
		for _, t := range v.Mentions[i].Places {
			if near && !v.beside(i, t) {
				continue
			}
			p := v.Toponyms[t].Place
			if !has(all, &p) {
				all = append(all, p)
			}
		}
	}
	var out []sitrep.Place
	for i := range all {
		if !holdsFiner(all, i) {
			out = append(out, all[i])
		}
	}
	return out
}

// beside tells whether a toponym stands in the sentence of a mention.
func (v *view) beside(mention, toponym int) bool {
	t := &v.Toponyms[toponym]
	return t.First < len(v.Tokens) && v.Tree.Sentence(t.First) == v.Tree.Sentence(v.Mentions[mention].Trigger)
}

func has(all []sitrep.Place, p *sitrep.Place) bool {
	for i := range all {
		if place(&all[i], p) == same {
			return true
		}
	}
	return false
}

// holdsFiner tells whether a country or a unit of it is told more finely by another place.
func holdsFiner(all []sitrep.Place, i int) bool {
	for j := range all {
		if j != i && all[i].Precision > all[j].Precision && all[j].Precision > 0 && all[i].Precision >= 4 && sharesCountry(&all[i], &all[j]) {
			return true
		}
	}
	return false
}

// tollsOf are the tolls of the mentions: a figure told twice for the same people is one, with the more careful qualifier.
func tollsOf(v *view, members []int) []sitrep.Toll {
	var ids []int
	seen := map[int]bool{}
	for _, i := range members {
		for _, t := range v.Mentions[i].Tolls {
			if !seen[t] {
				seen[t] = true
				ids = append(ids, t)
			}
		}
	}
	sort.Ints(ids)
	var out []sitrep.Toll
	for _, t := range ids {
		out = addToll(out, v.Tolls[t])
	}
	return out
}

func addToll(all []sitrep.Toll, t sitrep.Toll) []sitrep.Toll {
	for i := range all {
		o := &all[i]
		if o.Same(&t) {
			o.Mentions = append(o.Mentions, t.Words)
			if o.Qualifier == sitrep.Exact || o.Qualifier == sitrep.Vague { // a number says more than "several"
				o.Qualifier = t.Qualifier
			}
			if o.Side == "" {
				o.Side = t.Side
			}
			return all
		}
	}
	if len(t.Mentions) == 0 {
		t.Mentions = []sitrep.Span{t.Words}
	}
	return append(all, t)
}
