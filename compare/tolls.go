package compare

import (
	"math"
	"strings"

	"sitrep"
	"sitrep/reference"
)

// Overlap says how their figure stands to ours.
type Overlap string

// The ways in which two figures stand to each other.
const (
	Overlaps     Overlap = "overlap"
	TheirsHigher Overlap = "theirs higher"
	OursHigher   Overlap = "ours higher"
	TheirsOnly   Overlap = "theirs only" // the reports of ours tell none
	OursOnly     Overlap = "ours only"
)

// Tolls are the figures of one harm, side by side. Lines of ours are never added up: where several groups of people are counted, OursLow is the greatest of their
// least figures and OursHigh is open above, which is all that can be said of the whole.
type Tolls struct {
	Harm              sitrep.Harm
	Civilians         bool // theirs counts civilians only
	Theirs            *reference.Toll
	Ours              []string // our lines in words
	OursLow, OursHigh int
	Open              bool // ours is at least so many
	Overlap           Overlap
}

// tollsOf are the tolls of a pair.
func tollsOf(t *reference.Incident, o *Ours) []Tolls {
	var out []Tolls
	seen := map[sitrep.Harm]bool{}
	for i := range t.Tolls {
		toll := &t.Tolls[i]
		if toll.High == 0 {
			continue
		}
		seen[toll.Harm] = true
		x := Tolls{Harm: toll.Harm, Civilians: toll.Civilians, Theirs: toll}
		x.ours(o.linesOf(toll.Harm, toll.Civilians))
		x.Overlap = x.stand()
		out = append(out, x)
	}
	for _, harm := range []sitrep.Harm{sitrep.Killed, sitrep.Wounded} {
		if lines := o.linesOf(harm, false); !seen[harm] && len(lines) > 0 {
			x := Tolls{Harm: harm, Overlap: OursOnly}
			x.ours(lines)
			out = append(out, x)
		}
	}
	return out
}

// linesOf are the lines that count a harm; of civilians, those that can be civilians.
func (o *Ours) linesOf(harm sitrep.Harm, civilians bool) []*Line {
	var out, all []*Line
	for i := range o.Tally {
		l := &o.Tally[i]
		if l.Harm != harm || l.High == 0 {
			continue
		}
		switch {
		case l.Civilian == sitrep.True:
			out = append(out, l)
		case l.Civilian == sitrep.NotKnown && l.Side == "":
			all = append(all, l)
		case !civilians:
			out = append(out, l)
		}
	}
	if civilians && len(out) > 0 {
		return out // the line of all people may hold others
	}
	return append(out, all...)
}

// ours takes our lines. One of all people is the whole of which the others are parts.
func (x *Tolls) ours(lines []*Line) {
	for _, l := range lines {
		x.Ours = append(x.Ours, l.Words())
	}
	for _, l := range lines {
		if len(lines) == 1 || l.Side == "" && l.Civilian == sitrep.NotKnown {
			x.OursLow, x.OursHigh, x.Open = l.Low, l.High, l.Open
			return
		}
		x.OursLow, x.OursHigh, x.Open = max(x.OursLow, l.Low), max(x.OursHigh, l.High), true
	}
}

func (x *Tolls) stand() Overlap {
	high := x.OursHigh
	if x.Open {
		high = math.MaxInt
	}
	switch {
	case len(x.Ours) == 0:
		return TheirsOnly
	case x.Theirs.Low > high:
		return TheirsHigher
	case x.Theirs.High < x.OursLow:
		return OursHigher
	}
	return Overlaps
}

// Words are our lines in one text.
func (x *Tolls) Words() string { return strings.Join(x.Ours, "; ") }
