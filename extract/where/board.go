package where

import (
	"slices"
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

// board is a story with what its mentions say of where each event was.
type board struct {
	*view
	tops  map[int]int         // of each place: for how many events it is the likeliest of a mention
	parts []map[string]string // of each event: the part that each side has in it
}

func newBoard(s *sitrep.Story) *board {
	b := &board{view: newView(s), tops: map[int]int{}}
	for e := range s.Events {
		b.parts = append(b.parts, partsOf(&s.Events[e]))
		seen := map[int]bool{}
		for _, m := range s.Events[e].MentionsOf {
			if t := top(s.Mentions[m].PlaceScores); t >= 0 && !seen[b.place[t]] {
				seen[b.place[t]] = true
				b.tops[b.place[t]]++
			}
		}
	}
	return b
}

// top is the likeliest toponym, -1 where there is none.
func top(scores []sitrep.PlaceScore) int {
	best, at := 0.0, -1
	for _, p := range scores {
		if p.Score > best {
			best, at = p.Score, p.Toponym
		}
	}
	return at
}

// settings are the places that may be where an event was. They stand in the room.
func (b *board) settings(e int, in *room) []Setting {
	in.best = long(in.best, len(b.Toponyms))
	at := in.best // of each place: its number in all, and one
	clear(at)
	all := in.settings[:0]
	members := b.Events[e].MentionsOf
	for _, m := range members {
		first := top(b.Mentions[m].PlaceScores)
		for _, p := range b.Mentions[m].PlaceScores {
			k := at[b.place[p.Toponym]]
			if k == 0 {
				all = append(all, Setting{Event: e, Toponym: p.Toponym})
				k = len(all)
				at[b.place[p.Toponym]] = k
			}
			o := &all[k-1]
			if p.Score > o.best {
				o.best, o.Toponym = p.Score, p.Toponym
			}
			o.sum += p.Score
			o.beside = o.beside || b.sentence[p.Toponym] == b.Tree.Sentence(b.Mentions[m].Trigger)
			if p.Toponym == first {
				o.firsts++
			}
		}
	}
	in.settings = all
	for i := range all {
		all[i].IDs = in.vector(i, len(all))
		b.describe(all, i, len(members))
	}
	return all
}

// describe gathers what speaks for and against a setting.
func (b *board) describe(all []Setting, i, members int) {
	o := &all[i]
	e, t := &b.Events[o.Event], &b.Toponyms[o.Toponym]
	kind, size := string(e.Kind), sizeOf(&t.Place)
	rank, finer, coarser := 0, 0.0, 0.0
	lead := 0.0 // of the best of the others that says something else
	for k := range all {
		p := &all[k]
		if k == i {
			continue
		}
		if p.best > o.best {
			rank++
		}
		switch {
		case b.covers(o.Toponym, p.Toponym):
			finer = max(finer, p.best)
		case b.covers(p.Toponym, o.Toponym):
			coarser = max(coarser, p.best)
		default:
			lead = max(lead, p.best)
		}
	}
	mean := o.sum / float64(max(1, members))
	x := &o.Vector
	best, place := tenth(o.best), strconv.Itoa(min(rank, 3))
	standing := "place"
	if t.Metonym {
		standing = "state"
	} else if t.Adjectival {
		standing = "adjective"
	}
	beside := strconv.FormatBool(o.beside)
	several := strconv.FormatBool(members > 1)
	home := strconv.FormatBool(slices.Contains(t.Place.Countries, b.country))
	part := partOf(b.parts[o.Event], &t.Place)
	x.Add("part", part, size)
	x.Add("part, kind", part, kind)
	x.Add("part, standing", part, standing, place)
	x.Add("best", best)
	x.Add("mean", tenth(mean), several)
	x.Add("rank", place, several)
	x.Add("rank, best", place, best)
	x.Add("finer", tenth(finer), size)
	x.Add("finer, best", tenth(finer), best)
	x.Add("coarser", tenth(coarser), size)
	x.Add("others", tenth(lead), place)
	x.Add("others, best", tenth(lead), best)
	x.Add("firsts", strconv.Itoa(min(3, o.firsts)), strconv.Itoa(min(4, members)))
	x.Add("size", size, place)
	x.Add("kind, size", kind, size)
	x.Add("kind, size, rank", kind, size, place)
	x.Add("standing", standing, size, place)
	x.Add("kind, standing", kind, standing)
	x.Add("beside", beside, place)
	x.Add("beside, size", beside, size)
	x.Add("home", home, size)
	x.Add("home, kind", home, kind)
	x.Add("times", strconv.Itoa(min(4, b.times[b.place[o.Toponym]])), size)
	x.Add("other events", strconv.Itoa(min(4, b.tops[b.place[o.Toponym]])), strconv.FormatBool(o.firsts > 0))
	x.AddIf(b.source[o.Toponym], "source")
	x.AddIf(b.title[o.Toponym], "title", size)
	x.AddIf(t.First < 3, "dateline", size, place)
	x.Add("located", strconv.FormatBool(t.Place.Located), place)
	x.Number(o.best)
	x.Number(mean)
	x.Number(max(-1, o.best-lead))
	x.Number(finer)
}

// tenth names a probability coarsely, finer near 0 and 1.
func tenth(p float64) string {
	for i, b := range []float64{0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95} {
		if p < b {
			return maxent.Letter(i)
		}
	}
	return "z"
}

// partsOf says for each side what part it has in an event.
func partsOf(e *sitrep.Event) map[string]string {
	sides := map[string]string{}
	for i := range e.Actors {
		if a := &e.Actors[i]; a.Side != "" && sides[a.Side] == "" {
			sides[a.Side] = string(a.Role)
		}
	}
	return sides
}
