package record

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"sitrep"
	"sitrep/internal/terminal"
)

// PageStyle says how a reading is laid out for people.
type PageStyle struct {
	Width  int  // columns, 0 for 100
	Colour bool // ANSI colours
	Why    bool // the reasons for each entry
}

// WritePage writes a reading as a page of text for people: what is new first, talks and truces, tolls with their bounds, demands with their
// answers, who says what, then the background. An accusation always stands with its accuser.
func WritePage(w io.Writer, r *sitrep.Reading, style PageStyle) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	b := bufio.NewWriter(w)
	p := &page{out: b, r: r, style: style, claims: map[string]*sitrep.Claim{}, events: map[string]*sitrep.Event{}}
	for i := range r.Claims {
		p.claims[r.Claims[i].ID] = &r.Claims[i]
	}
	for i := range r.Events {
		p.events[r.Events[i].ID] = &r.Events[i]
	}
	p.head()
	p.section("NEW", func(e *sitrep.Event) bool { return e.News && !diplomatic(e.Kind) })
	p.section("TALKS AND TRUCES", func(e *sitrep.Event) bool { return e.News && diplomatic(e.Kind) })
	p.demands()
	p.speakers()
	p.section("BACKGROUND", func(e *sitrep.Event) bool { return !e.News })
	p.proposals()
	p.notes()
	return b.Flush()
}

func diplomatic(k sitrep.Kind) bool {
	return k == sitrep.Ceasefire || k == sitrep.Agreement || k == sitrep.Talks
}

type page struct {
	out    *bufio.Writer
	r      *sitrep.Reading
	style  PageStyle
	claims map[string]*sitrep.Claim
	events map[string]*sitrep.Event
}

// line writes words, wrapped, each line after the first two columns further in.
func (p *page) line(indent int, words string) {
	pad := strings.Repeat(" ", indent)
	column := 0
	for _, w := range strings.Fields(terminal.Clean(words)) {
		n := terminal.Width(w)
		switch {
		case column == 0:
			p.out.WriteString(pad)
			column = indent
		case column+1+n > p.style.Width:
			p.out.WriteString("\n" + pad + "  ")
			column = indent + 2
		default:
			p.out.WriteByte(' ')
			column++
		}
		p.out.WriteString(w)
		column += n
	}
	p.out.WriteByte('\n')
}

func (p *page) heading(s string) {
	if p.style.Colour {
		s = "\x1b[1m" + s + "\x1b[0m"
	}
	p.out.WriteString("\n" + s + "\n")
}

func (p *page) head() {
	r := p.r.Report
	title := r.Title
	if title == "" {
		title = "(no title)"
	}
	if p.style.Colour {
		p.out.WriteString("\x1b[1m")
	}
	p.line(0, title)
	if p.style.Colour {
		p.out.WriteString("\x1b[0m")
	}
	p.line(0, strings.Join(given(r.Outlet, r.Byline, published(r), r.Dateline.Place, r.URL), " · "))
}

// published says when a report appeared and how that is known.
func published(r *sitrep.Report) string {
	switch r.PublishedBasis {
	case sitrep.PublishedNotKnown, "":
		return "day of publication not known"
	case sitrep.PublishedAssumed:
		return "published " + r.Day().String() + " (assumed)"
	}
	return "published " + r.Day().String()
}

func given(parts ...string) []string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (p *page) section(name string, in func(*sitrep.Event) bool) {
	begun := false
	for i := range p.r.Events {
		if e := &p.r.Events[i]; in(e) {
			if !begun {
				p.heading(name)
				begun = true
			}
			p.event(e)
		}
	}
}

func (p *page) event(e *sitrep.Event) {
	var places []string
	for i := range e.Places {
		places = append(places, placeName(&e.Places[i]))
	}
	what := string(e.Kind)
	if e.Stage == sitrep.Attempted {
		what += " (attempted)"
	}
	state := ""
	if e.Status != sitrep.Happened {
		state = strings.ToUpper(string(e.Status))
	}
	p.line(2, strings.Join(given(what, state, e.When.Words(e.Status), strings.Join(places, ", "), e.Weapon, phase(e)), " · "))
	for k := range e.Actors {
		p.actor(&e.Actors[k])
	}
	for k := range e.Tolls {
		p.toll(&e.Tolls[k])
	}
	if e.Violates != "" && p.events[e.Violates] != nil {
		p.line(4, "in breach of: "+p.quote(p.events[e.Violates].Mentions[0]))
	}
	if len(e.AccordingTo) > 0 {
		p.line(4, "told only by "+p.sources(e.AccordingTo))
	}
	for _, s := range e.Terms {
		p.line(4, "term: "+p.quote(s))
	}
	if e.Outcome != "" {
		p.line(4, "outcome: "+e.Outcome)
	}
	if !e.Next.IsZero() {
		p.line(4, "next: "+e.Next.String())
	}
	if len(e.Mentions) > 0 {
		p.line(4, p.quote(e.Mentions[0]))
	}
	p.why(e.Why)
}

func phase(e *sitrep.Event) string { return strings.ReplaceAll(e.Phase, "-", " ") }

func placeName(p *sitrep.Place) string {
	name := p.Name
	if len(p.Countries) > 0 && p.Precision != 6 {
		name += " (" + strings.Join(p.Countries, ", ") + ")"
	}
	if !p.Located {
		name += " (not on the map)"
	}
	return name
}

func (p *page) actor(a *sitrep.Actor) {
	s := string(a.Role) + ": " + named(a.Name, a.Side)
	if a.Effect != "" {
		s += ", " + string(a.Effect)
	}
	if a.Role == sitrep.Initiator {
		s += p.blame(a)
	}
	p.line(4, s)
}

// blame says who makes an actor the initiator; nothing only where the reporter does.
func (p *page) blame(a *sitrep.Actor) string {
	s := ", suspected"
	switch by := p.sources(a.AccordingTo); {
	case by != "":
		s = ", according to " + by
	case a.Confidence == sitrep.ClaimedByDoer:
		s = ", by its own claim"
	case a.Confidence == sitrep.Fact:
		s = ""
	}
	if by := p.sources(a.DeniedBy); by != "" {
		s += "; denied by " + by
	}
	return s
}

func named(name, side string) string {
	if side == "" {
		return name
	}
	return name + " (" + side + ")"
}

// sources names who makes claims, each once.
func (p *page) sources(ids []string) string {
	var out []string
	seen := map[string]bool{}
	for _, id := range ids {
		if c := p.claims[id]; c != nil && !seen[c.Source] {
			seen[c.Source] = true
			out = append(out, c.Source)
		}
	}
	return strings.Join(out, ", ")
}

var qualified = map[sitrep.TollQualifier]string{sitrep.AtLeast: "at least ", sitrep.MoreThan: "more than ", sitrep.About: "about ",
	sitrep.UpTo: "up to ", sitrep.FewerThan: "fewer than "}

func (p *page) toll(t *sitrep.Toll) {
	count := fmt.Sprint(qualified[t.Qualifier], t.Count)
	switch {
	case t.CountTo > 0:
		count = fmt.Sprintf("%d to %d", t.Count, t.CountTo)
	case t.Qualifier == sitrep.Vague:
		count = "no number told, about " + count
	}
	s := string(t.Harm) + ": " + count
	if t.Who != "" {
		s += ", " + named(t.Who, t.Side)
	}
	if t.Relation != "" && t.Relation != sitrep.WholeToll {
		s += " [" + string(t.Relation) + "]"
	}
	if c := p.claims[t.Claim]; c != nil {
		s += ", according to " + c.Source
	}
	p.line(4, s+" "+p.quote(t.Words))
	p.why(t.Why)
}

// quote is the words of a span between quotation marks.
func (p *page) quote(s sitrep.Span) string {
	return "“" + strings.Trim(strings.Join(strings.Fields(p.r.Report.Text[s.Start:s.End]), " "), `"“”`) + "”"
}

func (p *page) content(c *sitrep.Claim) string {
	var parts []string
	for _, s := range c.Content {
		parts = append(parts, p.quote(s))
	}
	return strings.Join(parts, " … ")
}

func (p *page) demands() {
	begun := false
	for i := range p.r.Claims {
		c := &p.r.Claims[i]
		if c.Stance != sitrep.Demand {
			continue
		}
		if !begun {
			p.heading("DEMANDS")
			begun = true
		}
		to := ""
		if c.To != "" {
			to = " of " + c.To
		}
		p.line(2, named(c.Source, c.Side)+" demands"+to+": "+p.content(c))
		for k := range p.r.Claims {
			if a := &p.r.Claims[k]; a.Answers == c.ID && c.ID != "" {
				p.line(4, named(a.Source, a.Side)+" "+verbs[a.Stance]+": "+p.content(a))
			}
		}
		p.why(c.Why)
	}
}

var verbs = map[sitrep.Stance]string{sitrep.Assert: "says", sitrep.Deny: "denies", sitrep.Accuse: "accuses", sitrep.Demand: "demands", sitrep.Reject: "rejects",
	sitrep.Agree: "agrees", sitrep.Promise: "promises", sitrep.Threaten: "threatens", sitrep.Condemn: "condemns", sitrep.Warn: "warns"}

// speakers lists claims by who makes them, in the order in which they speak.
func (p *page) speakers() {
	var order []string
	by := map[string][]*sitrep.Claim{}
	for i := range p.r.Claims {
		c := &p.r.Claims[i]
		who := named(c.Source, c.Side)
		if by[who] == nil {
			order = append(order, who)
		}
		by[who] = append(by[who], c)
	}
	if len(order) > 0 {
		p.heading("WHO SAYS WHAT")
	}
	for _, who := range order {
		p.line(2, strings.Join(given(who, string(by[who][0].SourceKind)), ", "))
		for _, c := range by[who] {
			via := ""
			if c.Via != "" {
				via = " (via " + c.Via + ")"
			}
			p.line(4, verbs[c.Stance]+via+": "+p.content(c))
			p.why(c.Why)
		}
	}
}

func (p *page) why(reasons []sitrep.Reason) {
	if !p.style.Why {
		return
	}
	for _, r := range reasons {
		score := ""
		if r.Score > 0 {
			score = fmt.Sprintf(" (%.2f)", r.Score)
		}
		words := ""
		if r.Words.Len() > 0 {
			words = ": " + p.quote(r.Words)
		}
		p.line(6, "why "+r.Field+": "+r.Rule+score+words)
	}
}

// proposals are what a language model proposes, apart from all that was read.
func (p *page) proposals() {
	if len(p.r.Proposals) > 0 {
		p.heading("PROPOSED BY A LANGUAGE MODEL, UNREVIEWED: COUNTED NOWHERE")
	}
	for i := range p.r.Proposals {
		x := &p.r.Proposals[i]
		by := " (proposed by " + x.By + ")"
		if x.Judged {
			by = " (proposed by " + x.By + "; judged by a person)"
		}
		p.line(2, ProposalWords(x)+" "+p.quote(x.Words)+by)
	}
}

// notes say what is not known and what went wrong.
func (p *page) notes() {
	var notes []string
	if len(p.r.Events) == 0 && len(p.r.Problems) == 0 {
		notes = append(notes, "no event of a conflict or a peace process was found")
	}
	for _, problem := range p.r.Problems {
		notes = append(notes, problem.Stage+": "+problem.Err)
	}
	if len(notes) == 0 {
		return
	}
	p.heading("NOTES")
	for _, n := range notes {
		p.line(2, n)
	}
}
