package brief

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/text"
	"sitrep/reconcile"
)

// talks tells of talks and agreements, and the rounds of talks in their order.
func (m *maker) talks() error {
	var items []Item
	for k := range m.incidents {
		s := &m.incidents[k]
		if s.Kind != sitrep.Talks && s.Kind != sitrep.Agreement || !m.isNew(s) || len(items) >= m.o.PerPlace {
			continue
		}
		i, err := m.whole(s)
		if err != nil {
			return err
		}
		if i == nil {
			continue
		}
		item := Item{Incident: i.ID, reports: casebook.ReportsOf(i)}
		lead, err := m.lead(i)
		if err != nil {
			return err
		}
		if lead.Text == "" {
			continue
		}
		item.Sentences = append(item.Sentences, lead)
		for _, part := range []func(*sitrep.Incident) ([]Sentence, error){m.rounds, m.who, m.differing} {
			said, err := part(i)
			if err != nil {
				return err
			}
			item.Points = append(item.Points, said...)
		}
		items = append(items, item)
	}
	m.section("Talks and agreements", items)
	return nil
}

// rounds are the rounds of talks in order.
func (m *maker) rounds(i *sitrep.Incident) (out []Sentence, err error) {
	for k := range i.Course {
		t := &i.Course[k]
		if t.What != "round" || after(t, m.o.To) {
			continue
		}
		by, have, err := m.turn(t)
		if err != nil {
			return nil, err
		}
		if by == "" {
			continue
		}
		s := "a round of talks" + interval(t.When)
		for _, part := range [][2]string{{" in ", t.Venue}, {", mediated by ", t.By}} {
			name, with, err := m.speakers([]string{part[1]}, []sitrep.EventKey{t.Key}, have)
			if err != nil {
				return nil, err
			}
			if name != "" {
				s, have = s+part[0]+name, with
			}
		}
		out = append(out, said(s+", according to "+by+".", notes(have...)))
	}
	return out, nil
}

// ask begins to look for the demands of the period, while other parts are made, and gives what waits for them.
func (m *maker) ask() func() (*reconcile.Known, error) {
	q := m.o.Query
	q.From, q.To, q.Order = m.o.From, m.o.To, casebook.Newest
	found := sync.OnceValues(func() (*reconcile.Known, error) {
		known, err := reconcile.DemandsKnown(m.ctx, m.book, q)
		if err != nil {
			return nil, err
		}
		first := make([]int, min(m.o.PerPlace, len(known.Rows))) // those that are told, unless there are no words of one to quote
		for i := range first {
			first[i] = i
		}
		return known, known.Answer(m.ctx, first)
	})
	go func() {
		defer func() { _ = recover() }() // whoever waits for it has it once more
		found()
	}()
	return found
}

// demands lists what was demanded in the period, in the words of those who demand, with the answers that the reports up to its end have.
func (m *maker) demands() error {
	known, err := m.demanded()
	if err != nil {
		return err
	}
	var items []Item
	var told []int
	left := 0
	for k := range known.Rows {
		if len(items) >= m.o.PerPlace { // whether there are words of it to quote is not looked for: nobody reads them
			left = len(known.Rows) - k
			break
		}
		s, err := m.quoted(&known.Rows[k].ClaimRow)
		if err != nil {
			return err
		}
		if s.Text != "" {
			items, told = append(items, Item{Sentences: []Sentence{s}}), append(told, k)
		}
	}
	if err := known.Answer(m.ctx, told); err != nil {
		return err
	}
	for i, k := range told {
		if items[i].Points, err = m.answersTo(&known.Rows[k]); err != nil {
			return err
		}
	}
	if left > 0 {
		items = append(items, Item{Sentences: []Sentence{record(fmt.Sprintf("%s not told here; sitrep demands lists them.", strings.Replace(further(left), "incident", "demand", 1)))}})
	}
	m.section("Demands and answers", items)
	return nil
}

// answersTo are the answers to a demand in the words of those who give them.
func (m *maker) answersTo(d *reconcile.Demand) (out []Sentence, err error) {
	for a := range d.Answers {
		if d.Answers[a].Report.Published.After(endOf(m.o.To)) {
			continue // it was not yet reported then
		}
		s, err := m.quoted(&d.Answers[a].ClaimRow)
		if err != nil {
			return nil, err
		}
		if s.Text != "" {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		out = append(out, record("No answer to it is in the record."))
	}
	return out, nil
}

// saying is what is done with a claim, in a form that fits one speaker and several.
var saying = map[sitrep.Stance]string{sitrep.Deny: "denied", sitrep.Accuse: "accusation", sitrep.Demand: "demanded", sitrep.Reject: "rejected", sitrep.Agree: "agreed to", sitrep.Promise: "promised",
	sitrep.Threaten: "threatened", sitrep.Condemn: "condemned", sitrep.Warn: "warned of"}

// quoted says who says what in his words.
func (m *maker) quoted(r *casebook.ClaimRow) (Sentence, error) {
	quote := strings.Join(strings.Fields(cut(r.Quote)), " ")
	if quote == "" || r.Claim.Source == "" || len(r.Claim.Content) == 0 {
		return Sentence{}, nil
	}
	stored, err := m.report(r.Report.ID)
	if err != nil || stored == nil {
		return Sentence{}, err
	}
	if time, err := isTime(stored, r.Claim.Source); time || err != nil {
		return Sentence{}, err
	}
	n := m.note(stored, r.Claim.Content[0])
	if !m.covered(quote, []int{n}) { // it runs over sentences
		n = m.number(&r.Report, r.Report.ID, r.Claim.Content[0], quote)
	}
	keys := []sitrep.EventKey{{Report: r.Report.ID}}
	have, ok, err := m.cover(r.Claim.Source, keys, []int{n})
	if err != nil || !ok {
		return Sentence{}, err
	}
	who, of, verb := text.Inline(r.Claim.Source), "", saying[r.Claim.Stance]
	if verb == "" {
		verb = "said"
	}
	if via := r.Claim.Via; via != "" {
		if with, ok, err := m.cover(via, keys, have); err != nil {
			return Sentence{}, err
		} else if ok {
			who, have = who+" (via "+text.Inline(via)+")", with
		}
	}
	if to := r.Claim.To; to != "" && r.Claim.Stance == sitrep.Demand {
		if with, ok, err := m.cover(to, keys, have); err != nil {
			return Sentence{}, err
		} else if ok {
			of, have = " of "+text.Inline(to), with
		}
	}
	return said(verb+" by "+who+of+": “"+quote+"”", notes(have...)), nil
}

// isTime tells whether what a claim has for its speaker is a time in the report: nobody is named then.
func isTime(r *report, source string) (bool, error) {
	times, err := r.Timexes()
	return slices.ContainsFunc(times, func(x sitrep.Timex) bool {
		return x.Start >= 0 && x.End <= len(r.Text) && x.Start < x.End && r.Text[x.Start:x.End] == source
	}), err
}

// repliesTo are the claims that deny, accuse, threaten or condemn around an incident, the oldest first. Several may ask at once.
func (m *maker) repliesTo(incident string) ([]casebook.ClaimRow, error) {
	page, err := m.book.Claims(m.ctx, casebook.Query{Incident: incident, Stances: []sitrep.Stance{sitrep.Deny, sitrep.Accuse, sitrep.Threaten, sitrep.Condemn}, Order: casebook.Oldest, All: true})
	return page.Rows, err
}

// replies are what is denied, accused, threatened or condemned around an incident, in the words of those who do.
func (m *maker) replies(i *sitrep.Incident) (out []Sentence, err error) {
	rows, ok := m.denied[i.ID]
	if !ok {
		if rows, err = m.repliesTo(i.ID); err != nil {
			return nil, err
		}
	}
	seen := map[string]bool{}
	for k := range rows {
		r := &rows[k]
		key := r.Claim.Source + string(r.Claim.Stance)
		if seen[key] || len(out) == most {
			continue
		}
		s, err := m.quoted(r)
		if err != nil {
			return nil, err
		}
		if s.Text != "" {
			seen[key] = true
			out = append(out, s)
		}
	}
	return out, nil
}
