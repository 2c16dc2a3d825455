package text

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/internal/terminal"
)

// Changes says in words what is different between two states of an incident, figures first.
func Changes(before, after *sitrep.Incident) []string {
	var out []string
	moved := func(what, a, b string) {
		if a != b {
			out = append(out, what+": "+orNone(a)+" → "+orNone(b))
		}
	}
	for _, line := range lines(before, after) {
		moved(line.name, line.before, line.after)
	}
	moved("kind", string(before.Kind), string(after.Kind))
	moved("status", string(before.Status), string(after.Status))
	moved("when", before.When.Words(before.Status), after.When.Words(after.Status))
	moved("where", PlaceName(&before.Place), PlaceName(&after.Place))
	moved("who", cast(before), cast(after))
	moved("grade", Grade(before), Grade(after))
	moved("part of", before.PartOf, after.PartOf)
	moved("follows", before.Follows, after.Follows)
	moved("origins", names(before.Origins), names(after.Origins))
	moved("reports", fmt.Sprint(len(casebook.ReportsOf(before))), fmt.Sprint(len(casebook.ReportsOf(after))))
	moved("turns", fmt.Sprint(len(before.Course)), fmt.Sprint(len(after.Course)))
	moved("told differently", fields(before), fields(after))
	if len(out) == 0 && !slices.Equal(before.Events, after.Events) {
		out = append(out, "told by other passages")
	}
	if len(out) == 0 {
		out = append(out, "words or sources of a figure")
	}
	return out
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// tallyLine is one line of two tallies.
type tallyLine struct{ name, before, after string }

func lines(before, after *sitrep.Incident) []tallyLine {
	var out []tallyLine
	for i, incident := range []*sitrep.Incident{before, after} {
		for k := range incident.Tally {
			t := &incident.Tally[k]
			name := string(t.Harm) + ", " + Whom(t)
			at := slices.IndexFunc(out, func(l tallyLine) bool { return l.name == name })
			if at < 0 {
				at = len(out)
				out = append(out, tallyLine{name: name})
			}
			if i == 0 {
				out[at].before = rows.Figure(t)
			} else {
				out[at].after = rows.Figure(t)
			}
		}
	}
	return out
}

func cast(i *sitrep.Incident) string {
	var out []string
	for k := range i.Actors {
		out = append(out, string(i.Actors[k].Role)+" "+rows.Actor(&i.Actors[k]))
	}
	return strings.Join(out, "; ")
}

func names(origins []sitrep.Origin) string {
	var out []string
	for _, o := range origins {
		out = append(out, o.Name)
	}
	return strings.Join(out, ", ")
}

func fields(i *sitrep.Incident) string {
	var out []string
	for _, c := range i.Contradictions {
		out = append(out, c.Field)
	}
	return strings.Join(out, ", ")
}

// summary is an incident in one line.
func summary(i *sitrep.Incident) string {
	var figures []string
	for k := range i.Tally {
		figures = append(figures, string(i.Tally[k].Harm)+" "+rows.Figure(&i.Tally[k]))
	}
	return strings.Join(given(i.Title, i.When.Words(i.Status), strings.Join(figures, ", "), Grade(i)), " · ")
}

// WriteChanges writes what became of incidents between two times: new ones, changed ones with what changed, those that are no more.
func WriteChanges(w io.Writer, changes []casebook.IncidentChange, since, until time.Time, style Style) error {
	p := terminal.NewPage(w, style.Width, style.Colour)
	between := "Since " + since.Format("2006-01-02 15:04 MST")
	if !until.IsZero() {
		between += " until " + until.Format("2006-01-02 15:04 MST")
	}
	p.Title(between)
	section(p, "NEW", changes, func(c *casebook.IncidentChange) bool { return c.Before.ID == "" && c.After.ID != "" })
	section(p, "CHANGED", changes, func(c *casebook.IncidentChange) bool { return c.Before.ID != "" && c.After.ID != "" })
	section(p, "NO MORE (joined to others, or without reports that tell it)", changes, func(c *casebook.IncidentChange) bool { return c.After.ID == "" && c.Before.ID != "" })
	if len(changes) == 0 {
		p.Line(0, "nothing changed")
	}
	return p.Flush()
}

func section(p *terminal.Page, heading string, changes []casebook.IncidentChange, in func(*casebook.IncidentChange) bool) {
	begun := false
	for k := range changes {
		c := &changes[k]
		if !in(c) {
			continue
		}
		if !begun {
			p.Heading(heading)
			begun = true
		}
		shown := &c.After
		if c.After.ID == "" {
			shown = &c.Before
		}
		p.Line(2, summary(shown)+" · "+shown.ID)
		if c.Before.ID != "" && c.After.ID != "" {
			for _, what := range Changes(&c.Before, &c.After) {
				p.Line(4, what)
			}
		}
	}
}
