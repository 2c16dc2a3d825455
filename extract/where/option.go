package where

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
)

// Option is a toponym that may be where a mention happened, with what speaks for and against it: what model/train/where learns from.
type Option struct {
	Mention, Toponym int
	maxent.Vector
	distance int
	rank     int  // among the fine ones, by distance
	finer    bool // whether another near it lies in it
}

// Options are the options of all mentions of a story.
func Options(s *sitrep.Story) []Option {
	var all []Option
	v := newView(s)
	for m := range s.Mentions {
		all = append(all, v.options(m, &room{})...)
	}
	return all
}

// room is where the options of a mention are written, and the settings of an event, that the next one may use again.
type room struct {
	near     []int // of each toponym: its distance
	best     []int // of each place: its nearest toponym and one, 0 for none
	options  []Option
	settings []Setting
	ids      []uint32 // of the vectors
}

// vector gives the room of one of n vectors.
func (r *room) vector(i, n int) []uint32 {
	r.ids = long(r.ids, features*n)
	return r.ids[i*features : i*features : (i+1)*features]
}

// long is a slice of n elements, the same if it has room.
func long[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// options are the toponyms that may be where a mention happened: of each place the name that stands nearest, before or after. They stand in the room.
func (v *view) options(m int, in *room) []Option {
	trigger := v.Mentions[m].Trigger
	if trigger < 0 || trigger >= len(v.Tokens) {
		return nil
	}
	in.near, in.best = long(in.near, len(v.Toponyms)), long(in.best, len(v.Toponyms))
	near, best := in.near, in.best
	clear(best)
	for i := range v.Toponyms {
		if v.head[i] < 0 {
			continue
		}
		near[i] = v.distance(trigger, i)
		if b := best[v.place[i]]; b == 0 || near[i] < near[b-1] {
			best[v.place[i]] = i + 1
		}
	}
	all := in.options[:0]
	for i := range v.Toponyms {
		if best[v.place[i]] == i+1 {
			all = append(all, Option{Mention: m, Toponym: i, distance: near[i]})
		}
	}
	in.options = all
	all = nearest(all)
	c := v.context(m, all)
	for i := range all {
		all[i].IDs = in.vector(i, len(all))
		c.describe(&all[i])
	}
	return all
}

// mostOptions is how many places are weighed for a mention: far more than a report names, so that only a very long text is cut.
const mostOptions = 60

// nearest are the options that stand nearest, in the order of the text.
func nearest(all []Option) []Option {
	if len(all) <= mostOptions {
		return all
	}
	far := make([]int, len(all))
	for i := range all {
		far[i] = all[i].distance
	}
	slices.Sort(far)
	near := slices.DeleteFunc(all, func(o Option) bool { return o.distance > far[mostOptions-1] })
	return near[:min(len(near), mostOptions)]
}

// distance is how far a toponym is from a token: in its sentence by the steps in the tree, elsewhere by sentences, those after it counting more.
func (v *view) distance(token, t int) int {
	d := v.sentence[t] - v.Tree.Sentence(token)
	weak := 0
	if v.Toponyms[t].Metonym || v.Toponyms[t].Adjectival {
		weak = 150
	}
	switch {
	case d == 0:
		return weak + v.steps(token, v.head[t])
	case d > 0:
		return weak + 100*d + 60
	}
	return weak - 100*d
}

// farSteps is how far over a token its governors are looked at.
const farSteps = 6

// steps is the length of the path between two tokens of a sentence.
func (v *view) steps(a, b int) int {
	for n := 0; a >= 0 && n < farSteps; a, n = v.Tokens[a].Head, n+1 {
		if up := v.above(b, a); up >= 0 {
			return n + up
		}
	}
	return 99
}

// path is the relations from a trigger up and down to a token of its sentence, with the last preposition.
func (v *view) path(trigger, token int) (path, preposition string) {
	if c := v.Tree.Child(token, "case"); c >= 0 {
		preposition = v.Tokens[c].Lemma
	}
	var down []string
	for b := token; b >= 0 && len(down) < farSteps; b = v.Tokens[b].Head {
		if n := v.above(trigger, b); n >= 0 {
			return v.up(trigger, n) + "|" + strings.Join(down, "<"), preposition
		}
		down = append(down, plain(v.Tokens[b].Deprel))
	}
	return "far", preposition
}

// above is how many steps over a token another one stands, -1 where it does not.
func (v *view) above(token, top int) int {
	for n := 0; token >= 0 && n < farSteps; token, n = v.Tokens[token].Head, n+1 {
		if token == top {
			return n
		}
	}
	return -1
}

func (v *view) up(token, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(plain(v.Tokens[token].Deprel))
		b.WriteByte('>')
		token = v.Tokens[token].Head
	}
	return b.String()
}

func plain(deprel string) string {
	name, _, _ := strings.Cut(deprel, ":")
	return name
}
