package text

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/internal/terminal"
)

// Style says how a page is laid out.
type Style struct {
	Width  int  // columns, 0 for 100
	Colour bool // ANSI colours
}

// column is where words beside a label begin.
const column = 14

type page struct {
	*terminal.Page
	d     *casebook.Dossier
	marks map[string]string // of reports: "[1]"
}

// WriteIncident writes the page of an incident: what, when, where, who; tolls by source and how they moved; claims side by side; contradictions; reports.
func WriteIncident(w io.Writer, d *casebook.Dossier, style Style) error {
	p := newPage(w, d, style)
	p.head()
	p.facts()
	p.actors()
	p.tallies()
	p.contradictions()
	p.course()
	p.claims()
	p.origins()
	p.reports()
	p.kin()
	p.history()
	return p.Flush()
}

func newPage(w io.Writer, d *casebook.Dossier, style Style) *page {
	p := &page{terminal.NewPage(w, style.Width, style.Colour), d, map[string]string{}}
	for i := range d.Reports {
		p.marks[d.Reports[i].ID] = fmt.Sprintf("[%d]", i+1)
	}
	return p
}

func (p *page) head() {
	i := &p.d.Incident
	p.Title(i.Title)
	p.Line(0, strings.Join(given("incident "+i.ID, Grade(i), Count(len(i.Origins), "origin"), Count(len(p.d.Reports), "report")), " · "))
}

func (p *page) facts() {
	i := &p.d.Incident
	p.Blank()
	what := string(i.Kind)
	if i.Status != "" && i.Status != sitrep.Happened {
		what += ", " + string(i.Status)
	}
	if !i.News {
		what += ", told as background only"
	}
	p.Labelled(0, column, "what", what)
	p.Labelled(0, column, "when", strings.Join(given(i.When.Words(i.Status), precision(i.When)), " · "))
	p.Labelled(0, column, "where", Where(&i.Place))
}

// precision says how finely a time is known, where that is not the day.
func precision(i sitrep.Interval) string {
	if i.Precision == "" || i.Precision == sitrep.DayPrecision || i.IsZero() {
		return ""
	}
	return "to the " + strings.TrimSuffix(string(i.Precision), "s")
}

// roles are the parts in an incident in the order of the page.
var roles = []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}

func (p *page) actors() {
	for _, role := range roles {
		for k := range p.d.Incident.Actors {
			if a := &p.d.Incident.Actors[k]; a.Role == role {
				p.Labelled(0, column, string(role), rows.Actor(a))
			}
		}
	}
}

// mark points to the list of reports.
func (p *page) mark(k sitrep.EventKey) string { return p.marks[k.Report] }

func (p *page) contradictions() {
	list := p.d.Incident.Contradictions
	if len(list) == 0 {
		return
	}
	p.Heading("REPORTS DIFFER")
	for _, c := range list {
		p.Line(2, c.Field)
		for _, a := range answers(c.Entries) {
			var said []string
			for _, e := range a {
				words := e.Origin
				if e.Quote != "" {
					words += " " + quoted(e.Quote)
				}
				said = append(said, words+" "+p.mark(e.Key))
			}
			p.Labelled(4, column+4, a[0].Value, strings.Join(said, "; "))
		}
	}
}

// answers are the entries of a contradiction by their value, in the order in which the values come.
func answers(entries []sitrep.ContradictionEntry) [][]sitrep.ContradictionEntry {
	var out [][]sitrep.ContradictionEntry
	for _, e := range entries {
		k := slices.IndexFunc(out, func(a []sitrep.ContradictionEntry) bool { return a[0].Value == e.Value })
		if k < 0 {
			out = append(out, nil)
			k = len(out) - 1
		}
		out[k] = append(out[k], e)
	}
	return out
}

// mostBeside is how wide the times of a course may be for words to stand beside them.
const mostBeside = 30

func (p *page) course() {
	if len(p.d.Incident.Course) == 0 {
		return
	}
	p.Heading("COURSE")
	beside := column
	for k := range p.d.Incident.Course {
		beside = max(beside, min(mostBeside, 4+terminal.Width(p.d.Incident.Course[k].When.Words(sitrep.Happened))))
	}
	for k := range p.d.Incident.Course {
		t := &p.d.Incident.Course[k]
		p.Labelled(2, beside, t.When.Words(sitrep.Happened), Turn(t)+" "+p.mark(t.Key)+p.again(t))
	}
	if last := LastInEffect(p.d.Incident.Course); last != nil {
		p.Line(2, "last reported in effect "+last.When.Words(sitrep.Happened)+", by "+Voices(last.AccordingTo)+"; what is not reported is not known")
	}
}

// again are the marks of the other reports that tell a turn.
func (p *page) again(t *sitrep.Turn) string {
	s, seen := "", []string{t.Key.Report}
	for _, k := range t.Again {
		if !slices.Contains(seen, k.Report) {
			s, seen = s+p.marks[k.Report], append(seen, k.Report)
		}
	}
	return s
}

// LastInEffect is the last turn that says that something holds.
func LastInEffect(course []sitrep.Turn) *sitrep.Turn {
	for k := len(course) - 1; k >= 0; k-- {
		if course[k].What == "in-effect" || course[k].What == "extended" {
			return &course[k]
		}
	}
	return nil
}

// Turn is a point in the life of a ceasefire, of talks or of a demand, with who says so.
func Turn(t *sitrep.Turn) string {
	s := turned(t)
	if t.Venue != "" {
		s += " in " + t.Venue
	}
	s += ", according to " + Voices(t.AccordingTo)
	if t.Quote != "" {
		s += " " + quoted(t.Quote)
	}
	return s
}

// TurnBy is a turn without its words, with who says so in front.
func TurnBy(t *sitrep.Turn) string { return "by " + Voices(t.AccordingTo) + ": " + turned(t) }

// turned is what a turn is, and who did it. Who stood between the parties of a truce or of talks did neither agree on it nor hold it.
func turned(t *sitrep.Turn) string {
	s := strings.ReplaceAll(t.What, "-", " ")
	switch {
	case t.What == "violation" && t.By != "":
		return "alleged violation by " + t.By
	case t.What == "violation":
		return "alleged violation"
	case t.By == "":
		return s
	case t.Claim == "":
		return s + ", mediated by " + t.By
	}
	return s + " by " + t.By
}

// Voices are origins by name, the reporters where there is none.
func Voices(origins []string) string {
	if len(origins) == 0 {
		return "the reporters"
	}
	return strings.Join(InlineAll(origins), ", ")
}
