package reconcile

import (
	"slices"
	"strings"
	"sync"

	"sitrep"
	"sitrep/lexicon"
)

// line is one line of a tally: one harm to the forces of a side, to civilians, or to people of whom nothing more is told.
type line struct {
	harm     sitrep.Harm
	side     string
	civilian sitrep.Truth
}

// figure is a toll in its telling.
type figure struct {
	toll    *sitrep.Toll
	telling *sitrep.Telling
	origin  int
	speaker speaker
	pub     int
	order   int // among the tolls of its event
}

// lineOf says which line a toll belongs to.
func lineOf(x *sitrep.Toll, e *sitrep.Event) line {
	switch {
	case x.People == "attackers":
		return line{x.Harm, "", sitrep.False}
	case x.Civilian == sitrep.False:
		return line{x.Harm, x.Side, sitrep.False}
	case x.Civilian == sitrep.True:
		return line{x.Harm, x.Side, sitrep.True}
	case x.Side != "" && x.Harm != sitrep.Displaced && (!state(x.Side) || e.Kind == sitrep.Battle):
		return line{x.Harm, x.Side, sitrep.False} // who falls in a battle is told by the side he fights for
	}
	return line{x.Harm, "", sitrep.NotKnown}
}

// state tells whether a side is a state: three capital letters that are no armed group's.
func state(side string) bool {
	return len(side) == 3 && side == strings.ToUpper(side) && !groupSides()[side]
}

// groupSides are the sides of armed groups.
var groupSides = sync.OnceValue(func() map[string]bool {
	sides := map[string]bool{}
	for _, g := range lexicon.English().Groups {
		sides[g.Side] = sides[g.Side] || g.Side == g.ID // one that fights for a state has the state's
	}
	return sides
})

// linesOf sorts figures by line. Civilians and people of whom nothing more is told are the same people where no forces were harmed in that way, and no report tells civilians of
// several countries apart: then they share a line, of civilians if every figure in it says so.
func linesOf(figures []figure) (order []line, of map[line][]figure) {
	of = map[line][]figure{}
	armed := map[sitrep.Harm]bool{}
	for _, f := range figures {
		l := lineOf(f.toll, &f.telling.Event)
		armed[f.toll.Harm] = armed[f.toll.Harm] || l.civilian == sitrep.False && f.toll.People != "attackers" && f.toll.Qualifier != sitrep.Vague
	}
	nations := nationsOf(figures)
	for _, f := range figures {
		l := lineOf(f.toll, &f.telling.Event)
		if l.civilian != sitrep.False && !armed[l.harm] && !nations[l.harm] {
			l = line{harm: l.harm}
		}
		of[l] = append(of[l], f)
	}
	for l := range of {
		order = append(order, l)
	}
	slices.SortFunc(order, compareLines)
	return order, of
}

// nationsOf are the harms of which one report tells civilians of several countries apart: those are not the same people.
func nationsOf(figures []figure) map[sitrep.Harm]bool {
	type of struct {
		report string
		harm   sitrep.Harm
	}
	side, several := map[of]string{}, map[sitrep.Harm]bool{}
	for _, f := range figures {
		if x := f.toll; x.Civilian == sitrep.True && x.Side != "" && x.Relation != sitrep.PartToll {
			k := of{f.telling.Report.ID, x.Harm}
			several[x.Harm] = several[x.Harm] || side[k] != "" && side[k] != x.Side
			side[k] = x.Side
		}
	}
	return several
}

var harmOrder = []sitrep.Harm{sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced}

func compareLines(a, b line) int {
	if a.harm != b.harm {
		return slices.Index(harmOrder, a.harm) - slices.Index(harmOrder, b.harm)
	}
	if a.civilian != b.civilian {
		return int(a.civilian) - int(b.civilian)
	}
	return strings.Compare(a.side, b.side)
}

// people says whose line it is once its figures are known: of civilians, and of which state, only if all of them say so.
func (l line) people(rests []figure) (side string, civilian sitrep.Truth) {
	if l.civilian != sitrep.NotKnown {
		return l.side, l.civilian
	}
	for i, f := range rests {
		if f.toll.Civilian != sitrep.True {
			return "", sitrep.NotKnown
		}
		if i == 0 {
			side = f.toll.Side
		} else if side != f.toll.Side {
			side = ""
		}
	}
	return side, sitrep.True
}
