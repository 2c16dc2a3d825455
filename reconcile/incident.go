package reconcile

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"sitrep"
)

// IncidentID is the id of an incident by its least event, or by the first of those that stand for others, see namesake.
func IncidentID(least sitrep.EventKey) string {
	h := sha256.Sum256([]byte(least.Report + "\x00" + least.Event))
	return "i" + hex.EncodeToString(h[:])[:10]
}

// assemble makes the incident of some tellings, which are in order; around are the other events of their reports. What it is a part of, and what it follows
// from, is for links to say.
func assemble(group, around []*profile) sitrep.Incident {
	o := originsOf(group)
	in := sitrep.Incident{ID: IncidentID(namesake(group)), Kind: kindOf(group), Status: statusOf(group), When: whenOf(group), Place: placeOf(group)}
	for _, p := range group {
		in.Events = append(in.Events, p.t.Key)
		in.News = in.News || p.t.Event.News
		published(&in, p.t)
	}
	in.Actors = actorsOf(group, o)
	in.Origins = o.list()
	in.Tally = tallies(group, o)
	in.Grade = gradeOf(&in, group)
	in.Contradictions = contradictions(&in, group, o)
	in.Course = courseOf(group, around, o)
	in.Title = titleOf(&in)
	return in
}

// namesake is the event that gives an incident its id: the least, or the first of its core.
func namesake(group []*profile) sitrep.EventKey {
	if core := coreOf(group); core != nil {
		return ranked(core)[0].t.Key
	}
	return group[0].t.Key
}

// coreOf are those that stand for all that recall something alike, of which there are most, with a time before those without; nil where none do. They do not change with what else is told to belong to an incident.
func coreOf(group []*profile) (core []*profile) {
	alike := map[string][]*profile{}
	for _, p := range group {
		if s := p.signature(); s != "" {
			alike[s] = append(alike[s], p)
		}
	}
	for _, p := range group {
		if list := alike[p.signature()]; len(list) >= plain && (core == nil || moreSure(list, core)) {
			core = list
		}
	}
	return core
}

func moreSure(a, b []*profile) bool {
	if known := a[0].when.known; known != b[0].when.known {
		return known
	}
	return len(a) > len(b)
}

func published(in *sitrep.Incident, t *sitrep.Telling) {
	at := t.Report.Published
	if at.IsZero() {
		return
	}
	if in.FirstPublished.IsZero() || at.Before(in.FirstPublished) {
		in.FirstPublished = at
	}
	if at.After(in.LastPublished) {
		in.LastPublished = at
	}
}

// vote counts values and gives the one with the most votes, of several the least.
func vote[T any](group []*profile, of func(*profile) (T, string)) (T, bool) {
	n, value := map[string]int{}, map[string]T{}
	for _, p := range group {
		v, name := of(p)
		if name == "" {
			continue
		}
		if _, ok := value[name]; !ok {
			value[name] = v
		}
		n[name]++
	}
	best := ""
	for name := range n {
		if best == "" || n[name] > n[best] || n[name] == n[best] && name < best {
			best = name
		}
	}
	return value[best], best != ""
}

// kindOf is the kind that most tellings give. A weapon that is told is more than an attack of which none is.
func kindOf(group []*profile) sitrep.Kind {
	kind, ok := vote(group, func(p *profile) (sitrep.Kind, string) {
		if p.kind == sitrep.Attack || p.kind == sitrep.Destruction {
			return "", ""
		}
		return p.kind, string(p.kind)
	})
	if !ok {
		kind, _ = vote(group, func(p *profile) (sitrep.Kind, string) { return p.kind, string(p.kind) })
	}
	return kind
}

// statusOf is disputed where a telling says so; what is told as done is no longer planned.
func statusOf(group []*profile) sitrep.Status {
	has := map[sitrep.Status]int{}
	for _, p := range group {
		has[p.t.Event.Status]++
	}
	switch {
	case has[sitrep.Disputed] > 0:
		return sitrep.Disputed
	case has[sitrep.Happened] > 0 && has[sitrep.Happened] >= has[sitrep.Ongoing]:
		return sitrep.Happened
	case has[sitrep.Ongoing] > 0:
		return sitrep.Ongoing
	case has[sitrep.Planned] > 0:
		return sitrep.Planned
	}
	return sitrep.Happened
}

// whenOf is the time that most of the most precise tellings give.
func whenOf(group []*profile) sitrep.Interval {
	if kindOf(group) == sitrep.War {
		return whenOfWar(group)
	}
	return finestTime(group)
}

// whenOfWar is a time that lasts, where such a one is told: a day that is told of a war is a day in it. Where many recall it, it is what most of them give, since nobody knows the day on which a
// war began so surely as all know the year.
func whenOfWar(group []*profile) sitrep.Interval {
	if core := coreOf(group); core != nil {
		if when := mostGive(core, func(p *profile) bool { return p.when.known }); !when.IsZero() {
			return when
		}
	}
	if lasting := slices.DeleteFunc(slices.Clone(group), func(p *profile) bool { return !p.when.known || !p.when.open && !p.when.coarse }); len(lasting) > 0 {
		return finestTime(lasting)
	}
	return finestTime(group)
}

func finestTime(group []*profile) sitrep.Interval {
	finest := 1 << 30
	for _, p := range group {
		if p.when.known {
			finest = min(finest, grain(p.when))
		}
	}
	return mostGive(group, func(p *profile) bool { return p.when.known && grain(p.when) == finest })
}

// mostGive is the time that most of those tellings give that count.
func mostGive(group []*profile, counts func(*profile) bool) sitrep.Interval {
	when, _ := vote(group, func(p *profile) (sitrep.Interval, string) {
		if !counts(p) {
			return sitrep.Interval{}, ""
		}
		return p.t.Event.When, p.t.Event.When.From.String() + "/" + p.t.Event.When.To.String()
	})
	when.Basis = surest(group, when)
	return when
}

// surest is the best basis that a telling of this time has.
func surest(group []*profile, when sitrep.Interval) sitrep.Basis {
	bases := []sitrep.Basis{sitrep.Told, sitrep.Resolved, sitrep.Assumed}
	best := when.Basis
	for _, p := range group {
		w := p.t.Event.When
		if w.From == when.From && w.To == when.To && slices.Contains(bases, w.Basis) && slices.Index(bases, w.Basis) < slices.Index(bases, best) {
			best = w.Basis
		}
	}
	return best
}

// grain is how finely a time is told: the least is a day.
func grain(d days) int {
	switch {
	case d.length() <= 1:
		return 1
	case d.length() <= 6:
		return 2
	case d.length() <= 31:
		return 3
	}
	return 4
}

// placeOf is the finest place that most tellings give; one that has coordinates before one that has none.
func placeOf(group []*profile) sitrep.Place {
	for _, f := range []fineness{town, region, land} {
		for _, located := range []bool{true, false} {
			if p, ok := vote(group, func(p *profile) (sitrep.Place, string) { return first(p, f, located) }); ok {
				return p
			}
		}
	}
	return sitrep.Place{}
}

// first is the first place of a telling of one fineness.
func first(p *profile, f fineness, located bool) (sitrep.Place, string) {
	for _, s := range p.spots {
		if s.fineness == f && s.place.Located == located && s.name != "" {
			return *s.place, s.name
		}
	}
	return sitrep.Place{}, ""
}

// hasCourse tells whether what is told is of a kind that others can be told to breach.
func (p *profile) hasCourse() bool { return familiesOf(p.kind)[0] == peace }

// aroundOf are the events of the reports of a group that may be told to breach it, in order.
func aroundOf(group []*profile, siblings map[string][]*profile) []*profile {
	var out []*profile
	last := ""
	for _, p := range group {
		if r := p.t.Key.Report; p.hasCourse() && r != last {
			out, last = append(out, siblings[r]...), r
		}
	}
	return out
}
