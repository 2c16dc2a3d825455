package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"sitrep"
	"sitrep/desk"
	"sitrep/export/rows"
	"sitrep/export/text"
	"sitrep/internal/terminal"
	"sitrep/privacy"
	"sitrep/record"
)

// session is a person who answers questions.
type session struct {
	*reviewCommand
	ctx  context.Context
	app  *app
	desk *desk.Desk
	keys keyReader
	done []string // ids of the judgements of this session, the last last

	asked map[[2]sitrep.EventKey]bool
	total int // that waited in the beginning
}

// atOnce is how many questions are read together.
const atOnce = 20

// ask asks one question after the other. Those that are judged leave the queue, so that the next ones stand behind those that were skipped.
func (c *reviewCommand) ask(ctx context.Context, a *app, d *desk.Desk) error {
	s := &session{reviewCommand: c, ctx: ctx, app: a, desk: d, keys: a.keys(), asked: map[[2]sitrep.EventKey]bool{}}
	for skipped := 0; ; {
		questions, waiting, err := d.Questions(ctx, c.Incident, skipped, atOnce)
		if err != nil {
			return err
		}
		s.total = max(s.total, waiting)
		stay, more, err := s.round(questions)
		switch {
		case err != nil:
			return err
		case !more:
			a.note("%d judged; %d wait", len(s.done), max(1, s.total-len(s.asked)+1))
			return nil
		}
		if skipped += stay; len(questions) < atOnce {
			break
		}
	}
	if err := s.last(); err != nil {
		return err
	}
	a.note("%d judged; nothing else waits", len(s.done))
	return nil
}

// round asks some questions, but for those that were asked before. stay is how many of them wait still, more is false when the person leaves.
func (s *session) round(questions []desk.Question) (stay int, more bool, err error) {
	for i := range questions {
		q := &questions[i]
		key := [2]sitrep.EventKey{q.A.Key, q.B.Key}
		if s.asked[key] {
			stay++
			continue
		}
		if err := s.show(len(s.asked), s.total, q); err != nil {
			return 0, false, err
		}
		s.asked[key] = true
		before := len(s.done)
		if more, err := s.answer(q); err != nil || !more {
			return 0, false, err
		}
		if len(s.done) <= before {
			stay++
		}
	}
	return stay, true, nil
}

// last lets the last judgements be undone, too, before the session ends.
func (s *session) last() error {
	for len(s.done) > 0 {
		if s.keys.file != nil {
			fmt.Fprintln(s.app.out, "nothing else waits; u undoes the last judgement, q leaves")
		}
		key, _, err := s.keys.next(s.ctx)
		if errors.Is(err, io.EOF) || err == nil && key != 'u' {
			return nil
		}
		if err == nil {
			err = s.undo()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// answer takes keys until one answers the question; false to leave.
func (s *session) answer(q *desk.Question) (bool, error) {
	for {
		key, rest, err := s.keys.next(s.ctx)
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		switch key {
		case 'q':
			return false, nil
		case 'k', ' ':
			return true, nil
		case '?':
			fmt.Fprintln(s.app.out, keyHelp)
			continue
		case 'u':
			if err := s.undo(); err != nil {
				return false, err
			}
			continue
		}
		c, err := s.judgement(key, rest, q)
		if err == nil {
			err = s.keep(c)
		}
		if err == nil {
			return true, nil
		}
		if s.ctx.Err() != nil || !errors.As(err, new(wrongKey)) {
			return false, err
		}
		fmt.Fprintln(s.app.out, terminal.Clean(err.Error()))
		if errors.As(err, new(otherKey)) {
			fmt.Fprintln(s.app.out, keyHelp)
		}
	}
}

const keyHelp = `a accept  r reject  m one incident  s two incidents  f fix a field  u undo  k skip  q leave
f wants: ` + desk.FixHelp

// wrongKey is an answer that was not understood: the question stands.
type wrongKey struct{ error }

func (w wrongKey) Unwrap() error { return w.error }

// otherKey is one that asks nothing of this question.
type otherKey struct{ error }

// judgement is the correction that a key stands for.
func (s *session) judgement(key rune, rest string, q *desk.Question) (sitrep.Correction, error) {
	switch {
	case key == 'a':
		return q.Accept(), nil
	case key == 'r':
		return q.Reject(), nil
	case key == 'm' && q.Join != nil:
		return q.Merge(), nil
	case key == 's' && q.Join != nil:
		return q.Split(), nil
	case key == 'f' && q.Join == nil:
		if rest == "" {
			var err error
			if rest, err = s.keys.line("field and value: "); err != nil {
				return sitrep.Correction{}, err
			}
		}
		c, err := q.Fix(rest)
		if err != nil {
			err = wrongKey{err}
		}
		return c, err
	}
	return sitrep.Correction{}, wrongKey{otherKey{fmt.Errorf("%q does not answer this question", key)}}
}

func (s *session) keep(c sitrep.Correction) error {
	c.By, c.Reason = s.By, reasons(c.Reason, s.Reason)
	id, err := s.desk.Correct(context.WithoutCancel(s.ctx), c)
	if err != nil {
		return err
	}
	s.done = append(s.done, id)
	_, err = fmt.Fprintln(s.app.out, terminal.Clean("kept as "+id))
	return err
}

// reasons are the reason that comes with an answer and the person's own.
func reasons(own, given string) string { return strings.Join(filled(own, given), "; ") }

// undo takes back the last judgement of the session.
func (s *session) undo() error {
	if len(s.done) == 0 {
		_, err := fmt.Fprintln(s.app.out, "nothing to undo in this session; sitrep review --undo ID takes back older judgements")
		return err
	}
	id := s.done[len(s.done)-1]
	if _, err := s.desk.Correct(context.WithoutCancel(s.ctx), sitrep.Correction{Op: sitrep.UndoOp, Undoes: id, By: s.By}); err != nil {
		return err
	}
	s.done = s.done[:len(s.done)-1]
	_, err := fmt.Fprintln(s.app.out, "undone: "+id)
	return err
}

// show lays a question out.
func (s *session) show(i, of int, q *desk.Question) error {
	p := terminal.NewPage(s.app.out, s.app.outTerminal.Width, s.app.outTerminal.Colour)
	veil := func(words string) string {
		if s.Names {
			return words
		}
		return privacy.Veil(words, q.Private)
	}
	if q.Proposed != nil {
		p.Heading(fmt.Sprintf("%d of %d: a language model proposes this; nothing counts it. Is it so?", i+1, of))
		p.Line(2, veil(record.ProposalWords(q.Proposed)+" “"+q.A.Quote(q.Proposed.Words)+"”"))
		p.Line(6, veil(strings.Join(filled("proposed by "+q.Proposed.By, text.Published(&q.A.Report), q.A.Report.Outlet, q.A.Report.Title), " · ")))
		return p.Flush()
	}
	if q.Join == nil {
		p.Heading(fmt.Sprintf("%d of %d: is this an event as it stands? (score %.2f)", i+1, of, q.A.Event.Score))
		telling(p, "", &q.A, veil)
		return p.Flush()
	}
	p.Heading(fmt.Sprintf("%d of %d: the machine says %s (%.2f)", i+1, of, joined[q.Join.Relation], q.Join.Score))
	telling(p, "A", &q.A, veil)
	telling(p, "B", &q.B, veil)
	p.Line(2, "because: "+veil(strings.Join(q.Join.Reasons, "; ")))
	return p.Flush()
}

var joined = map[sitrep.Relation]string{sitrep.SameIncident: "that these are one incident", sitrep.NewIncident: "that these are two incidents"}

// telling shows an event as one report tells it.
func telling(p *terminal.Page, label string, t *sitrep.Telling, veil func(string) string) {
	var places, tolls []string
	for i := range t.Event.Places {
		places = append(places, text.PlaceName(&t.Event.Places[i]))
	}
	p.Labelled(2, 4, label, strings.Join(filled(string(t.Event.Kind), string(t.Event.Status), t.Event.When.Words(t.Event.Status), strings.Join(places, ", ")), " · "))
	for i := range t.Event.Actors {
		p.Line(6, veil(actorOf(t, &t.Event.Actors[i])))
	}
	for i := range t.Event.Tolls {
		x := &t.Event.Tolls[i]
		tolls = append(tolls, fmt.Sprintf("toll %d: %s %s “%s”", i+1, x.Harm, text.Told(x.Count, x.CountTo, x.Qualifier), t.Quote(x.Words)))
	}
	for _, line := range tolls {
		p.Line(6, veil(line))
	}
	for _, m := range t.Event.Mentions[:min(2, len(t.Event.Mentions))] {
		p.Line(6, veil("“"+t.Quote(m)+"”"))
	}
	p.Line(6, veil(strings.Join(filled(text.Published(&t.Report), t.Report.Outlet, t.Report.Title), " · ")))
}

// actorOf is an actor of a telling; an initiator with how sure it is and who says so.
func actorOf(t *sitrep.Telling, a *sitrep.Actor) string {
	i := sitrep.IncidentActor{Role: a.Role, Name: a.Name, Side: a.Side, Confidence: a.Confidence, AccordingTo: speakersOf(t, a.AccordingTo), DeniedBy: speakersOf(t, a.DeniedBy)}
	return string(a.Role) + ": " + rows.Actor(&i)
}

// speakersOf are who make claims of a telling.
func speakersOf(t *sitrep.Telling, ids []string) []string {
	var out []string
	for _, c := range t.Claims {
		for _, id := range ids {
			if c.ID == id {
				out = append(out, c.Source)
			}
		}
	}
	return out
}

// filled are the parts that are not empty.
func filled(parts ...string) []string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
