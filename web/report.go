package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/record"
	"sitrep/web/shown"
)

// reportView is the page of one report: its kept text with all that was found in it, and its record beside it.
type reportView struct {
	Head       sitrep.ReportHead
	Report     *sitrep.Report
	Paragraphs []paragraph
	Events     []eventCard
	Claims     []claimCard
	Problems   []sitrep.Problem
	Proposals  []proposalCard // of a language model; part of nothing else
	Versions   []sitrep.ReportHead
	Copies     []sitrep.ReportHead // reports of one text, this one too
	Incidents  map[string]string   // by event: id of the incident
	Before     string              // address of the report before it in the list that it was opened from, empty for none
	After      string
	Judged     []shown.Judged
	CanCorrect bool
	Filed      bool // it stands in the casebook
}

// eventCard is an event in the record beside the text.
type eventCard struct {
	sitrep.Event
	Trigger  string
	Incident string // its id
	Tolls    []tollCard
	SayBy    map[string]string // claims by id: who makes them
}

type tollCard struct {
	sitrep.Toll
	Words, Source string
}

// proposalCard is what a language model proposes, beside the text.
type proposalCard struct {
	sitrep.Proposal
	Text, Quote string
}

// claimCard is a claim in the record beside the text.
type claimCard struct {
	sitrep.Claim
	Quote string
}

func (s *Server) report(w http.ResponseWriter, r *http.Request) error {
	stored, err := s.record.Report(r.Context(), r.PathValue("id"), numberOf(r, "version")) // 0 for the newest
	if err != nil {
		return err
	}
	v := s.reportOf(stored.Reading, stored.Private)
	v.Head, v.Versions, v.Filed, v.Incidents, v.Copies = stored.Head, stored.Versions, true, stored.Incidents, stored.Copies
	for i := range v.Events {
		v.Events[i].Incident = v.Incidents[v.Events[i].ID]
	}
	v.CanCorrect = s.mayChange(r)
	if v.Before, v.After, err = s.beside(r, v.Head.ID); err != nil {
		return err
	}
	if v.Judged, err = s.record.JudgedIn(r.Context(), v.Head.ID); err != nil {
		return err
	}
	title := v.Head.Title
	if title == "" {
		title = "Report without a title"
	}
	return s.show(w, r, "report.html", title, "report", v)
}

// beside are the addresses of the reports before and after one in the list that the filters of its own address make: those of all reports where it has none.
func (s *Server) beside(r *http.Request, id string) (before, after string, err error) {
	book, ok := s.book.(casebook.Besider)
	if !ok {
		return "", "", nil
	}
	st := readState(r.URL)
	type both struct{ before, after string }
	b, err := keeping(r.Context(), s, "beside "+id, withoutPage(st.query), func(ctx context.Context) (b both, err error) {
		b.before, b.after, err = book.Beside(ctx, id, withoutPage(st.query))
		return b, err
	})
	at := func(id string) string {
		if id == "" {
			return ""
		}
		st.path = "/reports/" + url.PathEscape(id)
		return st.with("version", "")
	}
	return at(b.before), at(b.after), err
}

// numberOf is a small number in an address, 0 for whatever is none.
func numberOf(r *http.Request, name string) int {
	n, err := strconv.ParseUint(r.URL.Query().Get(name), 10, 16)
	if err != nil {
		return 0
	}
	return int(n)
}

// reportOf lays a reading out. Whatever it shows of the text goes by the same veil.
func (s *Server) reportOf(reading *sitrep.Reading, names []casebook.PrivateName) *reportView {
	names = s.record.Withheld(names)
	text := reading.Report.Text
	veil := func(words string) string { return privacy.Veil(words, names) }
	v := &reportView{Report: reading.Report, Problems: reading.Problems}
	v.Paragraphs = paragraphsOf(text, append(layersOf(reading), hidden(text, names)...))
	says := map[string]string{}
	for i := range reading.Claims {
		c := reading.Claims[i]
		c.Source = veil(c.Source)
		says[c.ID] = c.Source
		v.Claims = append(v.Claims, claimCard{c, veil(quoteOf(text, c.Content))})
	}
	for i := range reading.Events {
		e := reading.Events[i]
		e.Actors = slices.Clone(e.Actors)
		for k := range e.Actors {
			e.Actors[k].Name, e.Actors[k].Description = veil(e.Actors[k].Name), veil(e.Actors[k].Description)
		}
		card := eventCard{Event: e, Trigger: veil(shown.WordsAt(text, e.Trigger)), SayBy: says}
		for _, t := range e.Tolls {
			t.Who = veil(t.Who)
			card.Tolls = append(card.Tolls, tollCard{t, veil(shown.WordsAt(text, t.Words)), says[t.Claim]})
		}
		v.Events = append(v.Events, card)
	}
	for _, p := range reading.Proposals {
		v.Proposals = append(v.Proposals, proposalCard{p, veil(record.ProposalWords(&p)), veil(shown.WordsAt(text, p.Words))})
	}
	slices.SortStableFunc(v.Events, func(a, b eventCard) int { return b2i(b.News) - b2i(a.News) })
	return v
}

func quoteOf(text string, spans []sitrep.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = shown.WordsAt(text, s)
	}
	return strings.Join(parts, " … ")
}

// actorSays is who says that an actor of an event did it.
func (c eventCard) ActorSays(a sitrep.Actor) string {
	i := sitrep.IncidentActor{Confidence: a.Confidence}
	for _, id := range a.AccordingTo {
		i.AccordingTo = append(i.AccordingTo, c.SayBy[id])
	}
	for _, id := range a.DeniedBy {
		i.DeniedBy = append(i.DeniedBy, c.SayBy[id])
	}
	return sayso(i)
}
