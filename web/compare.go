package web

import (
	"sitrep/export/text"
	"slices"
	"strings"

	"sitrep"
)

// comparison lays what the origins of an incident say side by side: one column each, one row for each field.
type comparison struct {
	Origins []sitrep.Origin
	Rows    []comparedRow
	Others  int // origins that found no room
}

// comparedRow is one field. Differs is true where reports contradict each other in it.
type comparedRow struct {
	Field   string
	Differs bool
	Cells   [][]said
}

// said is what one origin says of one field, with the words, where there are any of its own.
type said struct {
	Value, Doubt, Quote string
	Key                 sitrep.EventKey
}

// mostOrigins is how many origins are laid side by side.
const mostOrigins = 8

// compare lays the origins side by side, those first that contradict each other. It needs two.
func compare(i *sitrep.Incident, tellings map[sitrep.EventKey]*sitrep.Telling) comparison {
	c := comparison{Origins: slices.Clone(i.Origins)}
	if len(c.Origins) < 2 {
		return comparison{}
	}
	apart := map[string]bool{}
	for _, x := range i.Contradictions {
		for _, e := range x.Entries {
			apart[e.Origin] = true
		}
	}
	slices.SortStableFunc(c.Origins, func(a, b sitrep.Origin) int { return b2i(apart[b.Name]) - b2i(apart[a.Name]) })
	if n := len(c.Origins) - mostOrigins; n > 0 {
		c.Origins, c.Others = c.Origins[:mostOrigins], n
	}
	for _, t := range i.Tally {
		c.add(i, string(t.Harm), peopleLabel(t), func(o *sitrep.Origin) []said { return figuresOf(t, o) })
	}
	c.add(i, "initiator", "by whom", func(o *sitrep.Origin) []said { return doersOf(i, o) })
	c.add(i, "happened", "whether it was", func(o *sitrep.Origin) []said { return entriesOf(i, "happened", o) })
	c.add(i, "when", "", func(o *sitrep.Origin) []said {
		return answersOf(o, tellings, func(t *sitrep.Telling) string { return whenLabel(t.Event.When) })
	})
	c.add(i, "where", "", func(o *sitrep.Origin) []said {
		return answersOf(o, tellings, func(t *sitrep.Telling) string { return placeNames(t.Event.Places) })
	})
	return c
}

// add adds a row, unless nobody says anything in it.
func (c *comparison) add(i *sitrep.Incident, field, label string, of func(*sitrep.Origin) []said) {
	row := comparedRow{Field: field, Differs: slices.ContainsFunc(i.Contradictions, func(x sitrep.Contradiction) bool { return x.Field == field })}
	switch {
	case field == "initiator" || field == "happened":
		row.Field = label
	case label != "":
		row.Field += ", " + label
	}
	anything := false
	for k := range c.Origins {
		cell := distinct(of(&c.Origins[k]))
		anything = anything || len(cell) > 0
		row.Cells = append(row.Cells, cell)
	}
	if anything {
		c.Rows = append(c.Rows, row)
	}
}

// distinct are answers each once, with the first words of each: what an origin says in ten reports it says once.
func distinct(cell []said) (out []said) {
	for _, a := range cell {
		if !slices.ContainsFunc(out, func(b said) bool { return a.Value == b.Value && a.Doubt == b.Doubt }) {
			out = append(out, a)
		}
	}
	return out
}

func figuresOf(t sitrep.Tally, o *sitrep.Origin) []said {
	var out []said
	for _, f := range t.RestsOn {
		if f.Origin == o.Name {
			out = append(out, said{Value: figureLabel(f), Quote: f.Quote, Key: f.Key})
		}
	}
	return out
}

// figureLabel is a figure with how it is meant.
func figureLabel(f sitrep.TallyToll) string {
	label := text.Number(f.Count)
	if f.CountTo > 0 {
		label += "–" + text.Number(f.CountTo)
	}
	if how := meant(f.Qualifier); how != "" {
		label = how + " " + label
	}
	return label
}

// doersOf are those whom an origin names as the initiators, and those of whom it denies it.
func doersOf(i *sitrep.Incident, o *sitrep.Origin) []said {
	var out []said
	for _, a := range inRole(i.Actors, sitrep.Initiator) {
		key, inOwn := sitrep.EventKey{}, false
		for _, k := range a.Events {
			if slices.Contains(o.Events, k) {
				key, inOwn = k, true
				break
			}
		}
		name := a.Name
		if a.Side != "" && a.Side != a.Name {
			name += " (" + a.Side + ")"
		}
		switch {
		case slices.Contains(a.AccordingTo, o.Name):
			out = append(out, said{Value: name, Doubt: confidenceLabel(a.Confidence), Key: key})
		case slices.Contains(a.DeniedBy, o.Name):
			out = append(out, said{Value: "not " + name, Doubt: "denied", Key: key})
		case len(a.AccordingTo) == 0 && inOwn:
			out = append(out, said{Value: name, Doubt: confidenceLabel(a.Confidence), Key: key})
		}
	}
	return out
}

func entriesOf(i *sitrep.Incident, field string, o *sitrep.Origin) []said {
	var out []said
	for _, c := range i.Contradictions {
		for _, e := range c.Entries {
			if c.Field == field && e.Origin == o.Name {
				out = append(out, said{Value: e.Value, Quote: e.Quote, Key: e.Key})
			}
		}
	}
	return out
}

// answersOf is what the tellings of an origin say, each answer once.
func answersOf(o *sitrep.Origin, tellings map[sitrep.EventKey]*sitrep.Telling, of func(*sitrep.Telling) string) []said {
	var out []said
	for _, k := range o.Events {
		t := tellings[k]
		if t == nil {
			continue
		}
		if v := of(t); v != "" && !slices.ContainsFunc(out, func(s said) bool { return s.Value == v }) {
			out = append(out, said{Value: v, Key: k})
		}
	}
	return out
}

func placeNames(places []sitrep.Place) string {
	var names []string
	for _, p := range places {
		if p.Name != "" {
			names = append(names, placeLabel(p))
		}
	}
	return strings.Join(names, "; ")
}
