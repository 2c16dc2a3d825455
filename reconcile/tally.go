package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep"
)

// tally makes the lines of an incident by the rules of docs/incidents.md. Every low, best and high is a figure that some report told.
type tally struct {
	o      *origins
	chains [][]*sitrep.ReportHead
	sides  map[sitrep.Role][]string // of the incident
}

// tallies are the lines of an incident.
func tallies(group []*profile, o *origins) []sitrep.Tally {
	w := &tally{o: o, chains: chainsOf(reportsOf(group)), sides: map[sitrep.Role][]string{sitrep.Initiator: mostlyDoers(group)}}
	var figures []figure
	for _, p := range group {
		for _, r := range []sitrep.Role{sitrep.Target, sitrep.Party} {
			w.sides[r] = append(w.sides[r], p.sides[r]...)
		}
		for i := range p.t.Event.Tolls {
			x := &p.t.Event.Tolls[i]
			s := tollSpeaker(p.t, x)
			figures = append(figures, figure{x, p.t, o.of(s, p.t, w.chains), s, p.pub, i})
		}
	}
	order, of := linesOf(figures)
	var out []sitrep.Tally
	for _, l := range order {
		out = append(out, w.line(l, of[l]))
	}
	return out
}

// mostlyDoers are the sides that are told as the doer by more than half as many tellings as the side that is told so most: one telling among many that lays the
// deed at another door makes nobody's count a party's count.
func mostlyDoers(group []*profile) []string {
	n, most := map[string]int{}, 0
	for _, p := range group {
		for _, s := range p.sides[sitrep.Initiator] {
			n[s]++
			most = max(most, n[s])
		}
	}
	var out []string
	for s, k := range n {
		if 2*k > most {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// aside is a figure that does not count, and why.
type aside struct {
	figure
	why string
}

// line weighs the figures of one line.
func (w *tally) line(l line, figures []figure) sitrep.Tally {
	rests, out := w.standing(figures)
	t := sitrep.Tally{Harm: l.harm}
	t.Side, t.Civilian = l.people(rests)
	best, why := w.best(rests)
	t.Best, t.Why = best.toll.Count, why
	t.Low = t.Best
	for _, f := range rests {
		t.Low = min(t.Low, f.toll.Count)
		if top := max(f.toll.Count, f.toll.CountTo); top > t.High {
			t.High, t.Open = top, open(f.toll)
		} else if top == t.High {
			t.Open = t.Open || open(f.toll)
		}
		t.RestsOn = append(t.RestsOn, w.told(f, "the last figure of "+w.o.all[f.origin].Name))
	}
	for _, a := range out {
		t.SetAside = append(t.SetAside, w.told(a.figure, a.why))
	}
	return t
}

func open(x *sitrep.Toll) bool {
	return x.Qualifier == sitrep.AtLeast || x.Qualifier == sitrep.MoreThan
}

func (w *tally) told(f figure, why string) sitrep.TallyToll {
	return sitrep.TallyToll{Key: f.telling.Key, Toll: f.toll.ID, Count: f.toll.Count, CountTo: f.toll.CountTo, Qualifier: f.toll.Qualifier,
		Origin: w.o.all[f.origin].Name, Published: f.telling.Report.Published, Quote: f.telling.Quote(f.toll.Words), Span: f.toll.Words, Why: why}
}

// standing parts figures into those that count and those that are set aside. Each step sets aside nothing where nothing would be left.
func (w *tally) standing(figures []figure) (rests []figure, out []aside) {
	rests = figures
	for _, s := range []struct {
		why  func(figure, []figure) string
		with func(figure) any // the others that it looks at have this in common with it; nil for all
	}{{partial, nil}, {vague, nil}, {one, ofReport}, {w.relayed, ofReport}, {w.under, ofReport}, {w.earlier, ofOrigin}, {w.outgrown, nil}} {
		var keep []figure
		var gone []aside
		others := groupedBy(rests, s.with)
		for _, f := range rests {
			if why := s.why(f, others(f)); why != "" {
				gone = append(gone, aside{f, why})
			} else {
				keep = append(keep, f)
			}
		}
		if len(keep) > 0 {
			rests, out = keep, append(out, gone...)
		}
	}
	return rests, out
}

func ofReport(f figure) any { return f.telling.Report.ID }

func ofOrigin(f figure) any { return f.origin }

// groupedBy gives of each figure those that have something in common with it, in order.
func groupedBy(all []figure, with func(figure) any) func(figure) []figure {
	if with == nil {
		return func(figure) []figure { return all }
	}
	of := map[any][]figure{}
	for _, f := range all {
		of[with(f)] = append(of[with(f)], f)
	}
	return func(f figure) []figure { return of[with(f)] }
}

// partial sets aside what is no count of all the people: parts, running counts, and figures that their own report tells as earlier ones.
func partial(f figure, _ []figure) string {
	switch f.toll.Relation {
	case sitrep.PartToll:
		return "a part of another figure"
	case sitrep.CumulativeToll:
		return "a running count over more than this happening"
	case sitrep.UpdateToll:
		return "an earlier figure, told as one"
	}
	if f.toll.Harm == sitrep.Wounded && degree(f.telling.Quote(f.toll.Words)) {
		return "those wounded to one degree, a part of all"
	}
	return ""
}

// degree tells whether words say how badly people were wounded: such a figure counts only those.
func degree(words string) bool {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		switch strings.Trim(w, ".,;:") {
		case "critically", "seriously", "severely", "gravely", "moderately", "lightly", "slightly", "critical", "serious", "severe", "grave", "moderate", "light":
			return true
		}
	}
	return false
}

// one sets aside a single person where the same report counts more: he is one of them.
func one(f figure, all []figure) string {
	if f.toll.Count == 1 && slices.ContainsFunc(all, func(o figure) bool { return o.telling.Report.ID == f.telling.Report.ID && o.toll.Count > 1 }) {
		return "one of those counted"
	}
	return ""
}

// under sets aside a number below one that the same report tells in its own voice: a part, an earlier count, or a weaker bound.
func (w *tally) under(f figure, all []figure) string {
	if f.speaker.voice || f.toll.Qualifier != sitrep.Exact && !open(f.toll) {
		return ""
	}
	for _, o := range all {
		if o.speaker.voice && o.telling.Report.ID == f.telling.Report.ID && o.toll.Count > f.toll.Count {
			return "fewer than the same report tells in its own voice"
		}
	}
	return ""
}

// vague sets aside a word where a number stands.
func vague(f figure, all []figure) string {
	if f.toll.Qualifier != sitrep.Vague || !slices.ContainsFunc(all, func(o figure) bool { return o.toll.Qualifier != sitrep.Vague }) {
		return ""
	}
	return "a word for a number, where others give one"
}

// relayed sets aside the reporter's own words where his report gives a figure of somebody who may know: they repeat it, or an earlier one. Of a party that counts its enemy's
// losses, or the victims of its own strikes, they repeat no other figure than the same.
func (w *tally) relayed(f figure, all []figure) string {
	if !f.speaker.voice {
		return ""
	}
	for _, o := range all {
		if o.telling.Report.ID == f.telling.Report.ID && !o.speaker.voice && (o.toll.Count == f.toll.Count || o.toll.Count > f.toll.Count && !w.interested(o)) {
			return "the reporter's words beside the figure of " + w.o.all[o.origin].Name
		}
	}
	return ""
}

// earlier sets aside what its own origin has told anew: in a later report, in the same one as a part or an earlier stage of a greater figure, or on the same day where a
// report says that this figure was the one before.
func (w *tally) earlier(f figure, all []figure) string {
	for _, o := range all {
		if o.origin != f.origin || o == f {
			continue
		}
		if takesBack(o, f) || compareFigures(f, o) < 0 && !takesBack(f, o) {
			return fmt.Sprintf("%s told it anew", w.o.all[f.origin].Name)
		}
	}
	return ""
}

// takesBack tells whether the report of a figure says that another one was told before it: "an earlier version gave four", "down from four". What is told on a later day is no more
// taken back by it.
func takesBack(f, o figure) bool {
	if f.pub != o.pub || f.toll.Count == o.toll.Count || f.telling.Report.ID == o.telling.Report.ID {
		return false
	}
	return slices.ContainsFunc(f.telling.Event.Tolls, func(x sitrep.Toll) bool {
		return x.Relation == sitrep.UpdateToll && x.Harm == o.toll.Harm && x.Count == o.toll.Count
	})
}

// compareFigures orders the figures of one origin: by publication, within a report by number, then by key.
func compareFigures(a, b figure) int {
	return cmp.Or(a.pub-b.pub, clock(a, b), cmp.Compare(a.toll.Count, b.toll.Count), compareKeys(b.telling.Key, a.telling.Key), b.order-a.order)
}

// clock compares the times of publication where both are known to the minute.
func clock(a, b figure) int {
	if !a.telling.Report.Clock || !b.telling.Report.Clock {
		return 0
	}
	return a.telling.Report.Published.Compare(b.telling.Report.Published)
}

// outgrown sets aside a lower figure of an earlier day where as well-placed an origin has a higher one since: the count has grown.
func (w *tally) outgrown(f figure, all []figure) string {
	for _, o := range all {
		if o.pub > f.pub && f.pub > 0 && o.toll.Count > f.toll.Count && w.rank(o) >= w.rank(f) {
			return "the count has grown since: " + w.o.all[o.origin].Name
		}
	}
	return ""
}

// best is the last figure of the best-placed origin. Between equals the later one counts, then what more reports tell, then the higher one: two lower bounds
// are both true, and the higher says more.
func (w *tally) best(rests []figure) (figure, string) {
	best := slices.MaxFunc(rests, func(a, b figure) int {
		return cmp.Or(w.rank(a)-w.rank(b), a.pub-b.pub, clock(a, b), len(w.o.all[a.origin].Reports)-len(w.o.all[b.origin].Reports),
			cmp.Compare(a.toll.Count, b.toll.Count), compareKeys(b.telling.Key, a.telling.Key), b.order-a.order)
	})
	why := "the last figure of the best-placed origin, " + w.o.all[best.origin].Name
	if len(rests) == 1 {
		why = "the only figure that stands, of " + w.o.all[best.origin].Name
	}
	if short := partial(best, nil); short != "" { // where a whole is told it would be set aside
		why += "; it is " + short
	}
	return best, why
}

// rank is how well placed who gives a figure is: 3 for medical, rescue, monitors and officials on the spot, 2 for witnesses, bodies, reporters and officials far off, 1 for
// the unnamed, 0 for a party to the fight that counts its enemy's losses or the victims of its own strikes.
func (w *tally) rank(f figure) int {
	s := f.speaker
	if w.interested(f) {
		return 0
	}
	switch s.kind {
	case sitrep.MedicalOrRescue, sitrep.MonitorSource, sitrep.LocalOfficial:
		return 3
	case sitrep.GovernmentSource, sitrep.AnonymousOfficial, sitrep.Belligerent:
		if s.side != "" && (s.side == f.toll.Side || slices.Contains(f.lands(), s.side)) {
			return 3
		}
	case sitrep.UnnamedSource, "":
		if s.side != "" {
			return 2 // the authorities of a state
		}
		return 1
	}
	return 2
}

// lands are the countries of where it was.
func (f figure) lands() []string {
	var out []string
	for i := range f.telling.Event.Places {
		out = append(out, f.telling.Event.Places[i].Countries...)
	}
	return out
}

// interested tells whether a party to the fight counts its enemy's losses, or the victims of its own strike. The side of residents, and of a hospital, is a nationality: no
// party's word.
func (w *tally) interested(f figure) bool {
	s := f.speaker
	if s.side == "" || s.voice || s.side == f.toll.Side {
		return false
	}
	switch s.kind {
	case sitrep.MedicalOrRescue, sitrep.MonitorSource, sitrep.LocalOfficial, sitrep.Witness:
		return false
	}
	party := slices.Contains(w.sides[sitrep.Initiator], s.side) || slices.Contains(w.sides[sitrep.Party], s.side) || slices.Contains(w.sides[sitrep.Target], s.side)
	return slices.Contains(w.sides[sitrep.Initiator], s.side) || party && f.toll.Side != "" || s.kind == sitrep.ArmedGroupSource
}
