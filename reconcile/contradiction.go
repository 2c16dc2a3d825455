package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep"
)

// contradictions are what the tellings of an incident differ in, and who says which. Updates, parts and bounds that allow each other are none.
func contradictions(in *sitrep.Incident, group []*profile, o *origins) []sitrep.Contradiction {
	var out []sitrep.Contradiction
	for i := range in.Tally {
		if c, ok := tollContradiction(&in.Tally[i]); ok {
			out = append(out, c)
		}
	}
	for _, field := range []struct {
		name string
		of   func(*profile) []answer
	}{{"initiator", doers}, {"when", daysTold}, {"where", townsTold}} {
		if c, ok := o.differ(field.name, group, field.of); ok {
			out = append(out, c)
		}
	}
	if c, ok := o.denial(group); ok {
		out = append(out, c)
	}
	return out
}

// tollContradiction lists the figures of a line of which two cannot both be true.
func tollContradiction(t *sitrep.Tally) (sitrep.Contradiction, bool) {
	c := sitrep.Contradiction{Field: string(t.Harm)}
	found := false
	for i, a := range t.RestsOn {
		for _, b := range t.RestsOn[:i] {
			found = found || a.Origin != b.Origin && !allow(a, b)
		}
		c.Entries = append(c.Entries, sitrep.ContradictionEntry{Value: figureWords(a), Origin: a.Origin, Key: a.Key, Quote: a.Quote, Span: a.Span})
	}
	return c, found
}

// bounds are what a figure allows.
func bounds(f sitrep.TallyToll) (low, high float64) {
	const endless = 1e12
	n := float64(f.Count)
	switch f.Qualifier {
	case sitrep.AtLeast, sitrep.MoreThan:
		return n, endless
	case sitrep.UpTo, sitrep.FewerThan:
		return 0, n
	case sitrep.About:
		return 0.9 * n, 1.1 * n
	case sitrep.Vague:
		return n / 2, 10 * n
	case sitrep.Range:
		return n, float64(f.CountTo)
	}
	return n, n
}

func allow(a, b sitrep.TallyToll) bool {
	al, ah := bounds(a)
	bl, bh := bounds(b)
	return al <= bh && bl <= ah
}

func figureWords(f sitrep.TallyToll) string {
	switch f.Qualifier {
	case sitrep.Exact, "":
		return fmt.Sprint(f.Count)
	case sitrep.Range:
		return fmt.Sprintf("%d to %d", f.Count, f.CountTo)
	case sitrep.Vague:
		return fmt.Sprintf("a word for about %d", f.Count)
	}
	return strings.ReplaceAll(string(f.Qualifier), "-", " ") + " " + fmt.Sprint(f.Count)
}

// answer is what one telling says of a field.
type answer struct {
	value  string
	key    string // what answers that agree with the same others have in common
	agrees func(answer) bool
	claims []string
	span   sitrep.Span
	at     *spot
}

// differ lists the answers of the tellings where two of them do not agree.
func (o *origins) differ(field string, group []*profile, of func(*profile) []answer) (sitrep.Contradiction, bool) {
	c := sitrep.Contradiction{Field: field}
	var all []answer
	for _, p := range group {
		for _, a := range of(p) {
			all = append(all, a)
			for _, name := range o.sayers(p.t, a.claims) {
				c.Entries = append(c.Entries, sitrep.ContradictionEntry{Value: a.value, Origin: name, Key: p.t.Key, Quote: p.t.Quote(a.span), Span: a.span})
			}
		}
	}
	slices.SortStableFunc(c.Entries, func(a, b sitrep.ContradictionEntry) int {
		return cmp.Or(strings.Compare(a.Value, b.Value), strings.Compare(a.Origin, b.Origin), compareKeys(a.Key, b.Key))
	})
	return c, disagree(all)
}

// disagree tells whether two answers do not agree.
func disagree(all []answer) bool {
	seen := map[string]bool{}
	var kinds []answer
	for _, a := range all {
		if !seen[a.key] {
			seen[a.key] = true
			kinds = append(kinds, a)
		}
	}
	for i, a := range kinds {
		for _, b := range kinds[:i] {
			if !a.agrees(b) {
				return true
			}
		}
	}
	return false
}

// sayers are the names of who says something: those of the claims, else those of the event.
func (o *origins) sayers(t *sitrep.Telling, claims []string) []string {
	if names := o.names(t, claims); len(names) > 0 {
		return ordered(names)
	}
	var out []string
	for _, s := range speakersOf(t) {
		if i, ok := o.at[s.key]; ok {
			out = append(out, o.all[i].Name)
		} else {
			out = append(out, s.name)
		}
	}
	return ordered(out)
}

func doers(p *profile) []answer {
	var out []answer
	for i := range p.t.Event.Actors {
		if a := &p.t.Event.Actors[i]; a.Role == sitrep.Initiator && a.Side != "" {
			x := answer{value: a.Side, key: a.Side, claims: a.AccordingTo}
			if len(a.Mentions) > 0 {
				x.span = a.Mentions[0]
			}
			x.agrees = func(o answer) bool { return o.value == x.value }
			out = append(out, x)
		}
	}
	return out
}

// daysTold is the day of a telling; two answers agree where they are next to each other, as night attacks and zones of time make them.
func daysTold(p *profile) []answer {
	if !p.when.known || p.when.coarse || p.t.Event.When.Basis == sitrep.Assumed {
		return nil
	}
	x := answer{value: p.t.Event.When.From.String(), span: p.t.Event.Trigger}
	if x.value == "" {
		x.value = p.t.Event.When.To.String()
	}
	when := p.when
	x.key = fmt.Sprint(x.value, " ", when.first, when.last)
	x.agrees = func(o answer) bool {
		d, err := sitrep.ParseCivilDate(o.value)
		return err != nil || when.gap(days{first: dayNumber(d), last: dayNumber(d)}) <= 1
	}
	return []answer{x}
}

// farApart is how many kilometres apart two towns are that one happening cannot be in.
const farApart = 50

func townsTold(p *profile) []answer {
	if len(p.spots) != 1 || p.spots[0].fineness != town || !p.spots[0].place.Located {
		return nil
	}
	here := p.spots[0]
	return []answer{{value: here.place.Name, key: fmt.Sprint(here.place.Lat, " ", here.place.Lon), span: p.t.Event.Trigger, at: &here,
		agrees: func(o answer) bool { return kilometres(here, *o.at) < farApart }}}
}

// denial lists who denies that it was.
func (o *origins) denial(group []*profile) (sitrep.Contradiction, bool) {
	c := sitrep.Contradiction{Field: "happened"}
	found := false
	for _, p := range group {
		for i := range p.t.Claims {
			x := &p.t.Claims[i]
			value := map[sitrep.Stance]string{sitrep.Deny: "denied", sitrep.Assert: "told"}[x.Stance]
			if value == "" || !slices.Contains(x.About, p.t.Event.ID) || len(x.Content) == 0 {
				continue
			}
			found = found || x.Stance == sitrep.Deny
			c.Entries = append(c.Entries, sitrep.ContradictionEntry{Value: value, Origin: o.all[o.at[speakerOf(x).key]].Name, Key: p.t.Key,
				Quote: p.t.Quote(x.Content[0]), Span: x.Content[0]})
		}
	}
	return c, found
}
