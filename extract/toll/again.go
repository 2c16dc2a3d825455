package toll

import (
	"slices"

	"sitrep"
)

// again ties a group to what a clause on the side says became of the same people: "three pilgrims were freed after they were taken hostage", "two rebels
// were shot after being taken prisoner".
func (f *finder) again() {
	for v := f.first; v < f.last; v++ {
		x := f.harmAt(v)
		if x == nil || x.Slot == "count" || x.Slot == "deed" || x.Slot == "people" || !sitrep.Is(f.Tokens[v].Deprel, "advcl") || !f.ofSubject(v) {
			continue
		}
		k := f.subjectOf(f.Tokens[v].Head)
		if k < 0 || f.groups[k].rule == "unreal" {
			continue
		}
		if g := &f.groups[k]; g.word < 0 {
			f.bind(g, v, x, "again")
			continue
		}
		g := f.groups[k]
		if g.word != v && g.harm != sitrep.Harm(x.Harm) && !f.both(v) {
			g.word, g.update, g.whole, g.part = -1, -1, -1, false
			if f.bind(&g, v, x, "again") && g.word == v {
				f.groups = append(f.groups, g)
			}
		}
	}
}

// ofSubject tells whether a clause tells of "they" in the passive or as those who suffer, or of nobody by name, "after being".
func (f *finder) ofSubject(v int) bool {
	h := f.harmAt(v)
	suffers := h.Slot == "subject" || h.Slot == "state" || f.passive(v)
	if s := f.Tree.Child(v, "nsubj"); s >= 0 {
		return suffers && f.form(s) == "they" && f.Tree.Child(v, "obj") < 0
	}
	return f.childForm(v, "being") && f.childForm(v, "after")
}

// subjectOf is the number of the counted group that is the subject of a verb, -1 for none.
func (f *finder) subjectOf(verb int) int {
	if verb < f.first || verb >= f.last {
		return -1
	}
	s := f.Tree.Child(verb, "nsubj")
	return slices.IndexFunc(f.groups, func(g group) bool { return s >= g.first && s < g.last && g.number >= 0 })
}
