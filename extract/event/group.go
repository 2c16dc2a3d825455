package event

import (
	"slices"

	"sitrep"
)

// group is mentions of one happening, in the order of the text.
type group struct {
	members []int
	kind    sitrep.Kind // of its first mention, with its family
	family  string
	words   bag
	people  bag
	own     bag
	names   bag
	weapon  string
	last    int // the last sentence that tells of it
	// unlike are its members without those that are like an earlier one, and keys what tells so once there are many: a text that says one thing
	// over and over is read as fast as another.
	unlike []int
	keys   map[string]bool
	// kin is a mention of the other group that the first mention came nearest to, -1 for none, and likely how likely it is one happening with it.
	kin    int
	likely float64
}

func (g *group) add(v *view, i int) {
	m, t := &v.Mentions[i], &v.traits[i]
	if len(g.members) == 0 {
		g.kind, g.family = m.Kind, t.family
	}
	if g.weapon == "" {
		g.weapon = m.Weapon
	}
	g.members = append(g.members, i)
	g.words = g.words.with(t.words)
	g.people = g.people.with(t.people)
	g.own, g.names = g.own.with(t.own), g.names.with(t.names)
	g.last = v.sentence[i]
	v.largest = max(v.largest, len(g.members))
	if !g.differs(v, i) {
		return
	}
	if len(g.unlike) == manyUnlike {
		g.unlike = slices.Delete(g.unlike, few, few+1)
	}
	g.unlike = append(g.unlike, i)
}

// few is how many members are not worth the search for one like another.
const few = 8

// manyUnlike is how many members a mention is compared with: the first few and the last. No happening of a report is told of so often.
const manyUnlike = 100

// differs tells whether no member is known to be like a mention.
func (g *group) differs(v *view, i int) bool {
	if len(g.unlike) < few {
		return true
	}
	if g.keys == nil {
		g.keys = map[string]bool{}
		for _, n := range g.unlike {
			g.keys[v.key(n)] = true
		}
	}
	key := v.key(i)
	if g.keys[key] {
		return false
	}
	g.keys[key] = true
	return true
}
