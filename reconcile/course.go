package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// courseOf is the life of an incident in order: the phases of a ceasefire and what is said to breach it, a round of talks, demands about it and their answers.
// Nothing is concluded from silence. around are the other events of its reports.
func courseOf(group []*profile, around []*profile, o *origins) []sitrep.Turn {
	var out []sitrep.Turn
	for _, p := range group {
		if turn, ok := o.turn(p); ok {
			out = append(out, turn)
		}
	}
	for _, p := range around {
		if q := breached(p, group); q != nil {
			out = append(out, o.breach(p, q))
		}
	}
	out = append(out, o.demands(group)...)
	slices.SortStableFunc(out, compareTurns)
	return statesOnly(oncePerTurn(out))
}

// toldOf is the turn of a telling that says nothing of where a ceasefire stands.
const toldOf = "told of"

// turn is what a telling says of where a ceasefire or talks stand.
func (o *origins) turn(p *profile) (sitrep.Turn, bool) {
	e := &p.t.Event
	t := sitrep.Turn{When: turnTime(p), Key: p.t.Key, Span: e.Trigger, Quote: p.t.Quote(e.Trigger), AccordingTo: o.said(p.t), By: nameOf(p.t, sitrep.Mediator)}
	switch {
	case e.Kind == sitrep.Ceasefire:
		t.What = e.Phase
		if t.What == "" {
			t.What = toldOf
		}
	case e.Kind == sitrep.Talks:
		t.What, t.When = "round", e.When
		for _, s := range p.spots {
			if s.fineness == town {
				t.Venue = s.place.Name
				break
			}
		}
	case e.Kind == sitrep.Agreement:
		t.What = "agreed"
		if e.Status == sitrep.Planned {
			t.What = "proposed"
		}
	default:
		return t, false
	}
	if len(e.Mentions) > 0 {
		t.Span, t.Quote = wordsFor(p.t, t.What)
	}
	return t, true
}

// phaseWords are stems of words that tell where a truce stands.
var phaseWords = map[string]map[string]bool{
	"proposed": wordSet("propose offer plan draft call"), "agreed": wordSet("agree agreement reach broker deal accept sign seal mediate"), "declared": wordSet("declare announce proclaim order"),
	"in-effect": wordSet("hold held effect force begin began start observe respect prevail enter"), "extended": wordSet("extend extension prolong renew renewal"),
	"suspended": wordSet("suspend suspension pause"), "broken-down": wordSet("collapse break broke broken unravel crumble fail shatter fell fall"), "ended": wordSet("end over expire expiry lapse cancel scrap withdraw"),
}

// wordsFor are the first words of a telling that say what a turn says, else its first.
func wordsFor(t *sitrep.Telling, what string) (sitrep.Span, string) {
	for _, m := range t.Event.Mentions {
		if q := t.Quote(m); slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(q), notInWord), func(w string) bool { return phaseWords[what][w] || phaseWords[what][stem(w)] }) {
			return m, q
		}
	}
	return t.Event.Mentions[0], t.Quote(t.Event.Mentions[0])
}

// turnTime is when something is told to have come to where it stands. The time of a truce is that of the whole: it holds on the day of the report that says as news that it
// holds; it ended on its last day; and what lies ahead of the report was agreed or declared by then.
func turnTime(p *profile) sitrep.Interval {
	e := &p.t.Event
	reported := reportedTime(p)
	switch {
	case p.pub == 0:
		return e.When
	case e.When.IsZero(), p.when.first > p.pub:
		return reported
	case e.Phase == "in-effect" && holdsStill(p):
		reported.Basis = sitrep.Resolved
		return reported
	case (e.Phase == "ended" || e.Phase == "broken-down") && !e.When.To.IsZero() && p.when.last <= p.pub:
		return sitrep.Interval{From: e.When.To, To: e.When.To, Precision: sitrep.PrecisionOf(e.When.To, e.When.To), Basis: e.When.Basis}
	}
	return e.When
}

// nameOf is the first actor in a role.
func nameOf(t *sitrep.Telling, r sitrep.Role) string {
	for i := range t.Event.Actors {
		if t.Event.Actors[i].Role == r {
			return t.Event.Actors[i].Name
		}
	}
	return ""
}

// said are the origins of a telling by name, empty where the reporter tells it.
func (o *origins) said(t *sitrep.Telling) []string {
	var out []string
	for _, s := range speakersOf(t) {
		if i, ok := o.at[s.key]; ok && !s.voice {
			out = append(out, o.all[i].Name)
		} else if !s.voice {
			out = append(out, s.name)
		}
	}
	return ordered(out)
}

// breached is the telling, of some, of the ceasefire that an event of the same report breaches; nil for none.
func breached(p *profile, group []*profile) *profile {
	if p.t.Event.Violates == "" {
		return nil
	}
	for _, q := range group {
		if q.t.Key.Report == p.t.Key.Report && q.t.Key.Event == p.t.Event.Violates {
			return q
		}
	}
	return nil
}

// reportedTime is the day on which a report appeared.
func reportedTime(p *profile) sitrep.Interval {
	day := sitrep.CivilDateOf(p.t.Report.Published)
	return sitrep.Interval{From: day, To: day, Precision: sitrep.DayPrecision, Basis: sitrep.Assumed}
}

// holdsStill tells whether a truce is told to hold when the report appears, and not only to have begun then, or to have held once.
func holdsStill(p *profile) bool {
	e := &p.t.Event
	if p.pub-p.when.first <= 1 && !p.when.coarse {
		return false
	}
	return p.when.open || e.Status == sitrep.Ongoing || e.News && (p.when.last >= p.pub || p.when.last == p.when.first)
}

// breach is an alleged breach: by whom, and according to whom. What is told to have begun before the truce breaches it from some time on that is not told.
func (o *origins) breach(p, truce *profile) sitrep.Turn {
	t := sitrep.Turn{What: "violation", When: turnTime(p), Key: p.t.Key, By: nameOf(p.t, sitrep.Initiator), AccordingTo: o.said(p.t), Span: p.t.Event.Trigger}
	if len(p.t.Event.Mentions) > 0 {
		t.Span = p.t.Event.Mentions[0]
	}
	t.Quote = p.t.Quote(t.Span)
	if p.when.known && truce.when.known && p.when.first < truce.when.first && p.pub > 0 {
		t.When = reportedTime(p)
	}
	return t
}

// answerTurns are what answers to a demand are called.
var answerTurns = map[sitrep.Stance]string{sitrep.Reject: "rejected", sitrep.Agree: "accepted", sitrep.Promise: "promised", sitrep.Deny: "denied"}

// demands are the demands about an event and the answers to them, of whatever report: each once, by who tells it first.
func (o *origins) demands(group []*profile) []sitrep.Turn {
	var rows []casebook.ClaimRow
	telling := map[claimKey]*sitrep.Telling{}
	for _, p := range group {
		for i := range p.t.Claims {
			c := &p.t.Claims[i]
			k := claimKey{p.t.Key.Report, c.ID}
			if telling[k] != nil || len(c.Content) == 0 || c.Stance != sitrep.Demand && answerTurns[c.Stance] == "" {
				continue
			}
			telling[k] = p.t
			rows = append(rows, casebook.ClaimRow{Report: p.t.Report, Claim: *c, Quote: p.t.Quote(c.Content[0])})
		}
	}
	var out []sitrep.Turn
	groups := groupDemands(rows)
	for g := range groups {
		d := groups[g].as(groups[g].told[0].row)
		for k, s := range append([]Statement{d.Statement}, d.Answers...) {
			what := "demand"
			if k > 0 {
				what = answerTurns[s.Claim.Stance]
			}
			out = append(out, o.stated(what, &s, telling))
		}
	}
	return out
}

// stated is a demand, or an answer to one, as a turn.
func (o *origins) stated(what string, s *Statement, telling map[claimKey]*sitrep.Telling) sitrep.Turn {
	at := sitrep.CivilDate{}
	if !s.Report.Published.IsZero() {
		at = sitrep.CivilDateOf(s.Report.Published)
	}
	t := telling[keyOfClaim(&s.ClaimRow)]
	out := sitrep.Turn{What: what, When: sitrep.Interval{From: at, To: at, Precision: sitrep.PrecisionOf(at, at), Basis: sitrep.Assumed}, By: s.Claim.Source,
		AccordingTo: o.names(t, []string{s.Claim.ID}), Key: t.Key, Claim: s.Claim.ID, Quote: s.Quote, Span: s.Claim.Content[0]}
	for i := range s.Again {
		out.Again = append(out.Again, telling[keyOfClaim(&s.Again[i])].Key)
	}
	return out
}

// life is the order of what is told of one day: what makes peace, what holds, what breaks it.
var life = []string{"demand", "accepted", "promised", "denied", "rejected", "round", "proposed", "agreed", "declared", toldOf, "in-effect", "extended", "violation", "suspended", "broken-down", "ended"}

// compareTurns orders turns by day, then by what they are, then by where they are told.
func compareTurns(a, b sitrep.Turn) int {
	return cmp.Or(turnDay(a)-turnDay(b), slices.Index(life, a.What)-slices.Index(life, b.What), compareKeys(a.Key, b.Key), a.Span.Start-b.Span.Start, strings.Compare(a.Claim, b.Claim))
}

func turnDay(t sitrep.Turn) int {
	if t.When.From.IsZero() {
		return dayNumber(t.When.To)
	}
	return dayNumber(t.When.From)
}

// oncePerTurn makes one of the turns that say the same of the same time on the same word: many reports recall how a truce ended.
func oncePerTurn(turns []sitrep.Turn) []sitrep.Turn {
	at := map[string]int{}
	var out []sitrep.Turn
	for _, t := range turns {
		k := fmt.Sprint(t.What, "\x00", t.When.From, t.When.To, "\x00", t.By, "\x00", strings.Join(t.AccordingTo, "\x00"), "\x00", t.Venue, "\x00", t.Claim)
		if n, ok := at[k]; ok {
			out[n].Again = append(append(out[n].Again, t.Key), t.Again...)
			continue
		}
		at[k] = len(out)
		out = append(out, t)
	}
	return out
}

// statesOnly leaves out the turns that say nothing of where a ceasefire stands, where another does.
func statesOnly(turns []sitrep.Turn) []sitrep.Turn {
	says := func(t sitrep.Turn) bool { return t.What != toldOf && t.Claim == "" && t.What != "violation" }
	if !slices.ContainsFunc(turns, says) {
		return turns
	}
	return slices.DeleteFunc(turns, func(t sitrep.Turn) bool { return t.What == toldOf })
}
