package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"sitrep"
	"sitrep/desk"
	"sitrep/web/shown"
)

// reviewView is the queue of what waits for a person's judgement: one question at a time, and what was judged last.
type reviewView struct {
	Question *asked
	Waiting  int
	At       int // which of the questions is shown, from 0
	Done     []shown.Judged
	CanJudge bool
	Of       string // address of the report, where one event of it is asked about
}

// asked is a question with the passages in which the tellings stand.
type asked struct {
	shown.Question
	InA, InB []paragraph
}

func (s *Server) asked(ctx context.Context, q *desk.Question) (*asked, error) {
	out := &asked{Question: s.record.Shown(q)}
	for _, side := range []struct {
		t    *sitrep.Telling
		into *[]paragraph
	}{{&q.A, &out.InA}, {&q.B, &out.InB}} {
		if side.t.Key.Report == "" {
			continue
		}
		told := toldReport{ReportHead: side.t.Report, Keys: []sitrep.EventKey{side.t.Key}}
		if err := s.passages(ctx, &told, s.record.Withheld(q.Private)); err != nil {
			return nil, err
		}
		*side.into = told.Passages
	}
	return out, nil
}

// mostJudged is how many of the last judgements are shown.
const mostJudged = 12

func (s *Server) review(w http.ResponseWriter, r *http.Request) error {
	v, q, err := s.nextQuestion(r)
	if err != nil {
		return err
	}
	v.CanJudge = s.mayChange(r)
	if q != nil {
		if v.Question, err = s.asked(r.Context(), q); err != nil {
			return err
		}
	}
	if v.Done, err = s.record.Judged(r.Context(), mostJudged); err != nil {
		return err
	}
	for i := range v.Done {
		v.Done[i].Anchor.Quote = shown.Clipped(v.Done[i].Anchor.Quote, 120)
	}
	return s.show(w, r, "review.html", "Review", "review", v)
}

// nextQuestion is what is asked: about the event of a report that the address names, else what waits; nil for nothing.
func (s *Server) nextQuestion(r *http.Request) (v reviewView, q *desk.Question, err error) {
	asks := r.URL.Query()
	if k := (sitrep.EventKey{Report: asks.Get("of"), Event: asks.Get("event")}); k.Report != "" {
		v.Of = "/reports/" + url.PathEscape(k.Report)
		q, err = s.record.EventQuestion(r.Context(), k)
		return v, q, err
	}
	n := numberOf(r, "at")
	questions, waiting, err := s.record.Questions(r.Context(), asks.Get(pIncident), n, 1)
	if v.Waiting = waiting; len(questions) > 0 {
		v.At, q = n, &questions[0]
	}
	return v, q, err
}

// judge keeps an answer and goes on to the next question.
func (s *Server) judge(w http.ResponseWriter, r *http.Request) error {
	if err := s.changes(r); err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return unread(err)
	}
	fix := r.FormValue("fix")
	if field, value := fixOf(r); fix == "" && field != "" {
		fix = strings.TrimSpace(field + " " + value)
	}
	a := shown.Answer{By: s.by(r), Key: r.FormValue("key"), Answer: r.FormValue("answer"), Fix: fix, Undo: r.FormValue("undo"), Reason: r.FormValue("reason")}
	if _, err := s.record.Judge(r.Context(), a); err != nil {
		return err
	}
	http.Redirect(w, r, backTo(r, "/review"), http.StatusSeeOther)
	return nil
}
