package web

import (
	"fmt"
	"net/http"
	"strings"

	"sitrep"
	"sitrep/desk"
	"sitrep/privacy"
)

// reviewView is the queue of what waits for a person's judgement: one question at a time, and what was judged last.
type reviewView struct {
	Question *questionView
	Waiting  int
	At       int // which of the questions is shown, from 0
	Done     []judged
	CanJudge bool
	FixHelp  string
}

// questionView is a question as it is shown.
type questionView struct {
	Join    bool
	Same    bool // the machine joined the two
	Reasons []string
	Score   float64
	A, B    tellingView
	Key     string // by which the answer says which question it means
}

type tellingView struct {
	sitrep.Telling
	Words  []string
	Actors []string
	Figure []string
}

// judged is a correction as the list of the last ones shows it.
type judged struct {
	sitrep.Correction
	Undone bool
}

// mostJudged is how many of the last judgements are shown.
const mostJudged = 12

func (s *Server) review(w http.ResponseWriter, r *http.Request) error {
	if s.o.Desk == nil {
		return errReadOnly
	}
	questions, err := s.questions(r, r.URL.Query().Get(pIncident))
	if err != nil {
		return err
	}
	v := reviewView{Waiting: len(questions), CanJudge: s.canChange(), FixHelp: desk.FixHelp}
	if n := numberOf(r, "at"); n < len(questions) {
		v.At = n
		v.Question = s.questionOf(&questions[n])
	}
	if v.Done, err = s.lastJudged(r); err != nil {
		return err
	}
	return s.show(w, r, "review.html", "Review", "review", v)
}

func (s *Server) questions(r *http.Request, incident string) ([]desk.Question, error) {
	s.asking.Lock()
	defer s.asking.Unlock()
	return s.o.Desk.Questions(r.Context(), incident)
}

func (s *Server) questionOf(q *desk.Question) *questionView {
	v := &questionView{Join: q.Join != nil, A: s.tellingOf(&q.A, q), Key: keyOf(q)}
	if q.Join != nil {
		v.B = s.tellingOf(&q.B, q)
		v.Same, v.Reasons, v.Score = q.Join.Relation == sitrep.SameIncident, q.Join.Reasons, q.Join.Score
	}
	return v
}

func (s *Server) tellingOf(t *sitrep.Telling, q *desk.Question) tellingView {
	names := s.private(q.Private)
	v := tellingView{Telling: *t}
	v.Report = privacy.VeilReport(t.Report, names)
	for _, m := range t.Event.Mentions {
		if words := t.Quote(m); words != "" {
			v.Words = append(v.Words, privacy.Veil(words, names))
		}
	}
	for _, a := range t.Event.Actors {
		v.Actors = append(v.Actors, fmt.Sprintf("%s: %s", a.Role, privacy.Veil(a.Name, names)))
	}
	for _, toll := range t.Event.Tolls {
		v.Figure = append(v.Figure, fmt.Sprintf("%s: %s", toll.Harm, privacy.Veil(t.Quote(toll.Words), names)))
	}
	return v
}

// keyOf names a question, so that an answer to one that somebody else has answered meanwhile is not taken for an answer to another.
func keyOf(q *desk.Question) string {
	key := q.A.Key.Report + "\x1f" + q.A.Key.Event
	if q.Join != nil {
		key += "\x1f" + q.B.Key.Report + "\x1f" + q.B.Key.Event
	}
	return key
}

func (s *Server) lastJudged(r *http.Request) ([]judged, error) {
	all, err := s.book.Corrections(r.Context(), "")
	if err != nil {
		return nil, err
	}
	undone := map[string]bool{}
	for _, c := range all {
		if c.Op == sitrep.UndoOp {
			undone[c.Undoes] = true
		}
	}
	var out []judged
	for i := len(all) - 1; i >= 0 && len(out) < mostJudged; i-- {
		c := all[i]
		c.Anchor.Quote = clipped(c.Anchor.Quote, 120)
		out = append(out, judged{c, undone[c.ID]})
	}
	return out, nil
}

// judge keeps an answer and goes on to the next question.
func (s *Server) judge(w http.ResponseWriter, r *http.Request) error {
	if !s.canChange() {
		return errReadOnly
	}
	if err := r.ParseForm(); err != nil {
		return wrong("the form cannot be read: %v", err)
	}
	c, err := s.judgement(r)
	if err != nil {
		return err
	}
	c.By, c.Reason = s.o.By, clipped(r.FormValue("reason"), 300)
	if err := s.keep(r, c); err != nil {
		return err
	}
	http.Redirect(w, r, "/review", http.StatusSeeOther)
	return nil
}

func (s *Server) judgement(r *http.Request) (sitrep.Correction, error) {
	if id := r.FormValue("undo"); id != "" {
		return sitrep.Correction{Op: sitrep.UndoOp, Undoes: id}, nil
	}
	questions, err := s.questions(r, "")
	if err != nil {
		return sitrep.Correction{}, err
	}
	for i := range questions {
		q := &questions[i]
		if keyOf(q) != r.FormValue("key") {
			continue
		}
		switch answer := r.FormValue("answer"); answer {
		case "accept":
			return q.Accept(), nil
		case "reject":
			return q.Reject(), nil
		case "fix":
			c, err := q.Fix(strings.TrimSpace(r.FormValue("fix")))
			if err != nil {
				return c, wrong("%v", err)
			}
			return c, nil
		default:
			return sitrep.Correction{}, wrong("answer %q: want accept, reject or fix", answer)
		}
	}
	return sitrep.Correction{}, wrong("the question is answered already, or its reports were read anew; go back to the queue")
}
