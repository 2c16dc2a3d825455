package web

import (
	"context"
	"net/http"
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
	n := numberOf(r, "at")
	questions, waiting, err := s.record.Questions(r.Context(), r.URL.Query().Get(pIncident), n, 1)
	if err != nil {
		return err
	}
	v := reviewView{Waiting: waiting, CanJudge: s.mayChange(r)}
	if len(questions) > 0 {
		v.At = n
		if v.Question, err = s.asked(r.Context(), &questions[0]); err != nil {
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
