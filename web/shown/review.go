package shown

import (
	"context"
	"slices"
	"strings"

	"sitrep"
	"sitrep/desk"
	"sitrep/export/rows"
	"sitrep/privacy"
	"sitrep/record"
)

// Questions are what waits for a person's judgement, and how much does; of one incident, where an id is given, everything. See desk.Questions.
func (r *Record) Questions(ctx context.Context, incident string, from, most int) ([]desk.Question, int, error) {
	if r.Desk == nil {
		return nil, 0, ErrReadOnly
	}
	r.asking.Lock()
	defer r.asking.Unlock()
	return r.Desk.Questions(ctx, incident, from, most)
}

// Question is a question as it may be shown.
type Question struct {
	Key     string // by which an answer says which question it means
	Join    bool   // whether A and B are one incident; else whether A is an event, as told
	Same    bool   // the machine joined the two
	Reasons []string
	Score   float64
	A, B    Telling
	// Proposed is what a language model proposes, in words, if the question is about that; ProposedBy which.
	Proposed, ProposedBy string
}

// Telling is an event of a report as it may be shown.
type Telling struct {
	sitrep.Telling
	Words  []string
	Actors []TellingActor
	Tolls  []TellingToll
}

// TellingActor is who has a part, and what part. Says is, of an initiator, who says so, how sure that is, and who denies it.
type TellingActor struct {
	Role sitrep.Role
	Name string
	Says string
}

// saying is, of an initiator, who says that he did it, how sure that is, and who denies it; empty for other roles.
func saying(a *sitrep.Actor, claims []sitrep.Claim) string {
	if a.Role != sitrep.Initiator {
		return ""
	}
	by := func(ids []string) (out []string) {
		for _, c := range claims {
			if slices.Contains(ids, c.ID) && !slices.Contains(out, c.Source) {
				out = append(out, c.Source)
			}
		}
		return out
	}
	return rows.Saying(&sitrep.IncidentActor{Confidence: a.Confidence, AccordingTo: by(a.AccordingTo), DeniedBy: by(a.DeniedBy)})
}

// TellingToll is a figure with its words.
type TellingToll struct {
	Harm  sitrep.Harm
	Words string
}

// Shown is a question as it may be shown.
func (r *Record) Shown(q *desk.Question) Question {
	out := Question{Join: q.Join != nil, A: r.telling(&q.A, q), Key: keyOf(q)}
	if q.Proposed != nil {
		out.Proposed, out.ProposedBy = privacy.Veil(record.ProposalWords(q.Proposed), r.Withheld(q.Private)), q.Proposed.By
	}
	if q.Join != nil {
		out.B = r.telling(&q.B, q)
		out.Same, out.Score = q.Join.Relation == sitrep.SameIncident, q.Join.Score
		for _, reason := range q.Join.Reasons {
			out.Reasons = append(out.Reasons, privacy.Veil(reason, r.Withheld(q.Private)))
		}
	}
	return out
}

func (r *Record) telling(t *sitrep.Telling, q *desk.Question) Telling {
	names := r.Withheld(q.Private)
	out := Telling{Telling: *t}
	out.Report = privacy.VeilReport(t.Report, names)
	for _, m := range t.Event.Mentions {
		if words := t.Quote(m); words != "" {
			out.Words = append(out.Words, privacy.Veil(words, names))
		}
	}
	for _, a := range t.Event.Actors {
		out.Actors = append(out.Actors, TellingActor{a.Role, privacy.Veil(a.Name, names), privacy.Veil(saying(&a, t.Claims), names)})
	}
	for _, toll := range t.Event.Tolls {
		out.Tolls = append(out.Tolls, TellingToll{toll.Harm, privacy.Veil(t.Quote(toll.Words), names)})
	}
	return out
}

// between stands between the parts of a key.
const between = "\x1f"

// keyOf names a question, so that an answer to one that somebody else has answered meanwhile is not taken for an answer to another.
func keyOf(q *desk.Question) string {
	key := q.A.Key.Report + between + q.A.Key.Event
	if q.Join != nil {
		key += between + q.B.Key.Report + between + q.B.Key.Event
	}
	return key
}

// Answer is a person's answer to a question, or the undoing of an earlier one.
type Answer struct {
	By     string
	Key    string // of the question
	Answer string // accept, reject or fix
	Fix    string // of fix: a field and its value, see desk.FixHelp
	Undo   string // id of the correction that no longer holds, instead of an answer
	Reason string
}

// Judge keeps an answer, and gives the id of the correction that it is.
func (r *Record) Judge(ctx context.Context, a Answer) (string, error) {
	if !r.CanChange() {
		return "", ErrReadOnly
	}
	c, err := r.judgement(ctx, a)
	if err != nil {
		return "", err
	}
	c.By = a.By
	if a.Reason != "" && c.Reason != "" {
		c.Reason += "; "
	}
	c.Reason += Clipped(a.Reason, mostReason)
	return r.keep(ctx, c)
}

func (r *Record) judgement(ctx context.Context, a Answer) (sitrep.Correction, error) {
	if a.Undo != "" {
		return r.undoing(ctx, a.Undo)
	}
	q, err := r.question(ctx, a.Key)
	if err != nil {
		return sitrep.Correction{}, err
	}
	switch a.Answer {
	case "accept":
		return q.Accept(), nil
	case "reject":
		return q.Reject(), nil
	case "fix":
		c, err := q.Fix(strings.TrimSpace(a.Fix))
		if err != nil {
			return c, wrongFix(err)
		}
		return c, nil
	}
	return sitrep.Correction{}, Wrong("answer %q: want accept, reject or fix", a.Answer)
}

// question finds a question by its key: among all that can be asked of the incidents that it is about, else among the proposals, which are about none.
func (r *Record) question(ctx context.Context, key string) (*desk.Question, error) {
	if r.Desk == nil {
		return nil, ErrReadOnly
	}
	parts := strings.Split(key, between)
	var events []sitrep.EventKey
	for ; len(parts) >= 2; parts = parts[2:] {
		events = append(events, sitrep.EventKey{Report: parts[0], Event: parts[1]})
	}
	about, err := r.Book.IncidentsOf(ctx, events)
	if err != nil {
		return nil, err
	}
	for i := range about {
		questions, _, err := r.Questions(ctx, about[i].ID, 0, 0)
		if err != nil {
			return nil, err
		}
		if q := withKey(questions, key); q != nil {
			return q, nil
		}
	}
	proposed, err := r.Desk.Proposed(ctx)
	if err != nil {
		return nil, err
	}
	if q := withKey(proposed, key); q != nil {
		return q, nil
	}
	if len(events) == 1 {
		if q, err := r.EventQuestion(ctx, events[0]); q != nil || err != nil {
			return q, err
		}
	}
	return nil, Wrong("the question is answered already, or its reports were read anew; go back to the queue")
}

// EventQuestion asks whether an event of a report is one, as told, although nobody doubts it or somebody has judged it; nil where there is no such event.
func (r *Record) EventQuestion(ctx context.Context, k sitrep.EventKey) (*desk.Question, error) {
	if r.Desk == nil {
		return nil, ErrReadOnly
	}
	found, err := r.Desk.Book.Tellings(ctx, []sitrep.EventKey{k})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	private, err := r.Book.Private(ctx, []string{k.Report})
	return &desk.Question{A: found[0], Private: private[k.Report]}, err
}

// withKey is the question of a key, nil where it is not there.
func withKey(questions []desk.Question, key string) *desk.Question {
	for i := range questions {
		if keyOf(&questions[i]) == key {
			return &questions[i]
		}
	}
	return nil
}

// undoing is the correction that undoes another one, which must be there.
func (r *Record) undoing(ctx context.Context, id string) (sitrep.Correction, error) {
	all, err := r.Book.Corrections(ctx, "")
	if err != nil {
		return sitrep.Correction{}, err
	}
	for _, c := range all {
		if c.ID == id && c.Op != sitrep.UndoOp {
			return sitrep.Correction{Op: sitrep.UndoOp, Undoes: id}, nil
		}
	}
	return sitrep.Correction{}, Wrong("undo %q: there is no such correction; the review lists them", Clipped(id, 40))
}
