package reconcile

import (
	"slices"

	"sitrep"
)

// link says that a telling is a part of another, or follows from it.
type link struct {
	from, to sitrep.EventKey
	relation sitrep.Relation
}

func appendLink(links []link, p, q *profile) []link {
	if v, ok := related(p, q); ok {
		return append(links, link{v.A, v.B, v.Relation})
	}
	return links
}

// tiesOthers tells whether anything can be a part of what a telling tells, or follow from it.
func (p *profile) tiesOthers() bool {
	return p.hasCourse() || p.when.known && (stageOf(p.kind) >= 0 || p.kind == sitrep.War || p.kind == sitrep.Battle || p.kind == sitrep.Displacement || oneSided(p.kind))
}

// linksOfReports are the links between the events of one report.
func linksOfReports(siblings map[string][]*profile) []link {
	var out []link
	for _, events := range siblings {
		for i, p := range events {
			for _, q := range events[:i] {
				out = appendLink(out, q, p)
			}
		}
	}
	return out
}

// holds tells whether an event stands for itself in its incident: what only belongs to it, since others stand for it, ties it to nothing.
func holds(in *sitrep.Incident, k sitrep.EventKey) bool {
	_, found := slices.BinarySearchFunc(in.Events, k, compareKeys)
	return found
}

// parent is an incident that another may be tied to.
type parent struct {
	id     string
	when   days
	extent int
}

func parentOf(in *sitrep.Incident) parent {
	w := daysOf(in.When)
	return parent{in.ID, w, extentOf(w)}
}

// extentOf is how long a time is; what still goes on is longer than all that has ended, and the longer the earlier it began.
func extentOf(d days) int {
	if d.open {
		return 1<<30 - d.first
	}
	return d.length()
}

// better orders what an incident can be a part of: the narrowest first; and what it can follow from: the latest first.
func better(a, b parent, r sitrep.Relation) bool {
	switch {
	case b.id == "":
		return true
	case r == sitrep.PartOf && a.extent != b.extent:
		return a.extent < b.extent
	case r == sitrep.Follows && a.when.first != b.when.first:
		return a.when.first > b.when.first
	}
	return a.id < b.id
}

// allowed tells whether one incident can be a part of another, or follow from it, so that no circle comes about: a whole is longer than its part, and what
// follows is later or of a later stage.
func allowed(x, y *sitrep.Incident, r sitrep.Relation) bool {
	a, b := parentOf(x), parentOf(y)
	known := a.when.known && b.when.known
	switch {
	case x.ID == y.ID:
		return false
	case r == sitrep.PartOf:
		return known && b.extent > a.extent
	case !known || b.when.first == a.when.first:
		return stageOf(y.Kind) < stageOf(x.Kind)
	}
	return b.when.first < a.when.first
}

// ties are what incidents are a part of and follow from, by id: the best that the links allow.
type ties map[string]*tied

type tied struct{ whole, before parent }

// consider takes a link between an event of x and one of y.
func (t ties) consider(x, y *sitrep.Incident, r sitrep.Relation) {
	if !allowed(x, y, r) {
		return
	}
	if t[x.ID] == nil {
		t[x.ID] = &tied{}
	}
	best := &t[x.ID].whole
	if r == sitrep.Follows {
		best = &t[x.ID].before
	}
	if p := parentOf(y); better(p, *best, r) {
		*best = p
	}
}

// settle writes into an incident what it is tied to.
func (t ties) settle(in *sitrep.Incident) {
	in.PartOf, in.Follows = "", ""
	if best := t[in.ID]; best != nil {
		in.PartOf, in.Follows = best.whole.id, best.before.id
	}
}
