package api

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"sitrep"
	"sitrep/export/rows"
	"sitrep/page"
	"sitrep/privacy"
	"sitrep/record"
	"sitrep/web/shown"
)

// mostPaste is how large a pasted report may be, in bytes.
const mostPaste = 32 << 20

// post is a call that changes.
func post(path, id, summary, about string, status int) call {
	return call{method: "POST", path: path, id: id, summary: summary, about: about, tag: changing, status: status}
}

// pasted is a report that is given.
type pasted struct {
	Body struct {
		Text      string `json:"text" minLength:"1" doc:"A text, or the HTML of a page." example:"Shells hit Dorel on Monday and killed five people, the mayor said."`
		Published string `json:"published,omitempty" doc:"When it appeared: a day, or a time with its zone." example:"2016-04-12"`
		Outlet    string `json:"outlet,omitempty" doc:"Who published it."`
		Title     string `json:"title,omitempty" doc:"Its title; else what the page or the text says."`
		URL       string `json:"url,omitempty" doc:"Its address, http or https. Nothing is fetched from it."`
	}
}

func (p *pasted) hints() (raw []byte, h page.Hints, err error) {
	b := &p.Body
	if b.URL != "" && !strings.HasPrefix(b.URL, "http://") && !strings.HasPrefix(b.URL, "https://") {
		return nil, h, shown.Wrong("url %q: want an address that begins with http:// or https://", shown.Clipped(b.URL, 80))
	}
	text := strings.TrimSpace(b.Text)
	if text == "" {
		return nil, h, shown.Wrong("text: want the text of a report, or the HTML of its page")
	}
	return []byte(text), page.Hints{URL: b.URL, Outlet: strings.TrimSpace(b.Outlet), Title: strings.TrimSpace(b.Title), Published: strings.TrimSpace(b.Published)}, nil
}

type readAnswer struct {
	Body struct {
		Record reportRecord `json:"record"`
	}
}

type idAnswer struct {
	Body struct {
		ID string `json:"id"`
	}
}

func idOf(id string, err error) (*idAnswer, error) {
	out := &idAnswer{}
	out.Body.ID = id
	return out, err
}

// changes adds the calls by which a person changes the record, and those that tell of it.
func (a *API) changes() {
	read := post("/read", "read", "Read a text", "What a text tells, read on the spot; nothing is filed. A reader may ask this too.", http.StatusOK)
	file := post("/reports", "file", "File a report", "Reads a text, files it, and joins what it tells. The same text of the same report is filed once.", http.StatusCreated)
	read.most, file.most = mostPaste, mostPaste
	add(a, read, a.read)
	add(a, file, a.file)
	add(a, post("/corrections", "correct", "Correct a report", "Says of a stretch of a report that an event is right or none, that a field has another value, or that something was not found there. It wins over the machine, and can be undone.", http.StatusCreated), a.correct)
	add(a, get("/corrections", "corrections", "What people said", "Corrections and judgements, the last first."), a.corrections)
	add(a, get("/questions", "questions", "What waits for a person's judgement", "Joins and events of which the machine is not sure, the most doubtful first."), a.questions)
	add(a, post("/answers", "answer", "Answer a question, or undo an answer", "By the key of the question; or undo, by the id of a correction.", http.StatusCreated), a.answer)
	add(a, post("/incidents/{id}/grade", "grade", "Grade an incident", "Says that it is confirmed or discounted, with a reason; or that a report of it tells of another incident.", http.StatusCreated), a.grade)
}

func (a *API) read(ctx context.Context, in *pasted) (*readAnswer, error) {
	raw, h, err := in.hints()
	if err != nil {
		return nil, err
	}
	reading, err := a.o.Record.Read(raw, h)
	if err != nil {
		return nil, err
	}
	out := &readAnswer{}
	out.Body.Record, err = a.written(reading, privacy.Names(reading), a.reader())
	return out, err
}

// reader is the program that reads here.
func (a *API) reader() record.Reader {
	if a.o.Record.Desk == nil {
		return record.Reader{}
	}
	return a.o.Record.Desk.By
}

func (a *API) file(ctx context.Context, in *pasted) (*idAnswer, error) {
	raw, h, err := in.hints()
	if err != nil {
		return nil, err
	}
	return idOf(a.o.Record.File(ctx, a.o.By(ctx), raw, h))
}

// said is what a person says of a stretch of a report.
type said struct {
	Body struct {
		Report string `json:"report" doc:"Id of the report." example:"ID"`
		SHA256 string `json:"sha256" doc:"Of the text that was looked at: that of its head. A newer text is refused." example:"SHA256"`
		Start  int    `json:"start" doc:"Where the words begin, in code points." example:"0"`
		End    int    `json:"end" doc:"Where they end." example:"25"`
		Op     string `json:"op" enum:"accept,reject,set,add" doc:"accept and reject: the event that these words tell is right, or none; set: a field of it has another value; add: something was not found here." example:"add"`
		Field  string `json:"field,omitempty" enum:"event.kind,event.status,event.news,event.from,event.to" doc:"Of set."`
		What   string `json:"what,omitempty" enum:"event,toll,claim" doc:"Of add." example:"event"`
		Value  string `json:"value,omitempty" doc:"Of set, the new value: of event.news yes or no, of a day nothing where it is not told. Of add, the kind of an event, the number killed of a toll, who makes a claim." example:"shelling"`
		Reason string `json:"reason,omitempty" doc:"For whoever reads it later."`
	}
}

func (a *API) correct(ctx context.Context, in *said) (*idAnswer, error) {
	b := &in.Body
	return idOf(a.o.Record.Correct(ctx, shown.Said{By: a.o.By(ctx), Report: b.Report, SHA256: b.SHA256, Start: b.Start, End: b.End, Unit: shown.Points, Op: sitrep.CorrectionOp(b.Op), Field: b.Field,
		What: b.What, Value: b.Value, Reason: b.Reason}))
}

// correction is what a person said.
type correction struct {
	ID     string            `json:"id"`
	At     time.Time         `json:"at"`
	By     string            `json:"by"`
	Op     string            `json:"op" doc:"accept, reject, set, add, merge, split, grade, retract or undo."`
	Field  *string           `json:"field"`
	Value  *string           `json:"value" doc:"JSON of the new value."`
	Report *string           `json:"report" doc:"Id of the report that it hangs on."`
	Quote  *string           `json:"quote" doc:"The words that it hangs on."`
	Events []sitrep.EventKey `json:"events"`
	Undoes *string           `json:"undoes" doc:"Id of the correction that no longer holds."`
	Undone bool              `json:"undone" doc:"It does not hold any more."`
	Reason *string           `json:"reason"`
}

type correctionsAnswer struct {
	Body struct {
		Total int          `json:"total"`
		Rows  []correction `json:"rows"`
	}
}

// Limited says how many of a list come.
type Limited struct {
	Limit int `query:"limit" doc:"At most so many rows, from 1 to 500." default:"100"`
	asked
}

func (a *API) corrections(ctx context.Context, in *Limited) (*correctionsAnswer, error) {
	all, err := a.o.Record.Judged(ctx, in.query.Limit)
	if err != nil {
		return nil, err
	}
	out := &correctionsAnswer{}
	out.Body.Rows = []correction{}
	for i := range all {
		c := &all[i]
		out.Body.Rows = append(out.Body.Rows, correction{c.ID, c.At.UTC(), c.By, string(c.Op), rows.OrNull(c.Field), rows.OrNull(c.Value), rows.OrNull(c.Anchor.Report), rows.OrNull(c.Anchor.Quote),
			rows.ListOrEmpty(c.Events), rows.OrNull(c.Undoes), c.Undone, rows.OrNull(c.Reason)})
	}
	stats, err := a.o.Record.Book.Stats(ctx)
	out.Body.Total = stats.Corrections
	return out, err
}

// telling is an event of a report about which something is asked.
type telling struct {
	Report string   `json:"report"`
	Event  string   `json:"event"`
	Kind   string   `json:"kind"`
	Words  []string `json:"words"`
	Actors []string `json:"actors" doc:"Part and name; of an initiator with who says so and how sure that is."`
	Tolls  []string `json:"tolls" doc:"Harm and words, in the order by which fix numbers them."`
}

func tellingOf(t *shown.Telling) *telling {
	out := &telling{Report: t.Key.Report, Event: t.Key.Event, Kind: string(t.Event.Kind), Words: rows.ListOrEmpty(t.Words), Actors: []string{}, Tolls: []string{}}
	for _, x := range t.Actors {
		who := string(x.Role) + ": " + x.Name
		if x.Says != "" {
			who += " – " + x.Says
		}
		out.Actors = append(out.Actors, who)
	}
	for _, x := range t.Tolls {
		out.Tolls = append(out.Tolls, string(x.Harm)+": "+x.Words)
	}
	return out
}

// question is something of which the machine is not sure.
type question struct {
	Key     string   `json:"key" doc:"By which an answer names it."`
	Asks    string   `json:"asks" enum:"event,same,apart" doc:"event: is A an event, as told; same: the machine joined A and B, are they one; apart: it keeps them apart, are they two."`
	Score   float64  `json:"score" doc:"Of a join."`
	Reasons []string `json:"reasons"`
	A       telling  `json:"a"`
	B       *telling `json:"b,omitempty" doc:"Of a join."`
}

type questionsAnswer struct {
	Body struct {
		Total int        `json:"total" doc:"How many wait."`
		Rows  []question `json:"rows"`
	}
}

// asking is which questions are asked for.
type asking struct {
	Incident string `query:"incident" doc:"Everything about this one, also what is not in doubt."`
	Limited
}

func (a *API) questions(ctx context.Context, in *asking) (*questionsAnswer, error) {
	all, total, err := a.o.Record.Questions(ctx, in.query.Incident, 0, in.query.Limit)
	if errors.Is(err, shown.ErrReadOnly) {
		err = nil
	}
	if err != nil {
		return nil, err
	}
	out := &questionsAnswer{}
	out.Body.Total, out.Body.Rows = total, []question{}
	for i := range all {
		q := a.o.Record.Shown(&all[i])
		row := question{Key: q.Key, Asks: "event", Score: q.Score, Reasons: rows.ListOrEmpty(q.Reasons), A: *tellingOf(&q.A)}
		if q.Join {
			row.B = tellingOf(&q.B)
			if row.Asks = "apart"; q.Same {
				row.Asks = "same"
			}
		}
		out.Body.Rows = append(out.Body.Rows, row)
	}
	return out, nil
}

// answered is an answer to a question.
type answered struct {
	Body struct {
		Key    string `json:"key,omitempty" doc:"Of the question." example:"KEY"`
		Answer string `json:"answer,omitempty" enum:"accept,reject,fix" doc:"accept: it is as the machine has it; reject: it is not; fix: a field of A has another value." example:"fix"`
		Fix    string `json:"fix,omitempty" doc:"Of fix, a field and its value: kind KIND, status STATUS, from DAY, to DAY, news yes|no, place NAME, toll N FIELD VALUE, toll N none." example:"kind shelling"`
		Undo   string `json:"undo,omitempty" doc:"Instead of an answer: the id of a correction that no longer holds."`
		Reason string `json:"reason,omitempty"`
	}
}

func (a *API) answer(ctx context.Context, in *answered) (*idAnswer, error) {
	b := &in.Body
	return idOf(a.o.Record.Judge(ctx, shown.Answer{By: a.o.By(ctx), Key: b.Key, Answer: b.Answer, Fix: b.Fix, Undo: b.Undo, Reason: b.Reason}))
}

// graded is a person's grade of an incident.
type graded struct {
	ID   string `path:"id" doc:"The incident's id."`
	Body struct {
		Grade  string `json:"grade,omitempty" enum:"confirmed,discounted" doc:"What a person has found." example:"confirmed"`
		Apart  string `json:"apart,omitempty" doc:"Instead: the id of a report of it that tells of another incident."`
		Reason string `json:"reason" minLength:"1" doc:"Why. A grade stands with it." example:"seen on site"`
	}
}

func (a *API) grade(ctx context.Context, in *graded) (*idAnswer, error) {
	b := &in.Body
	return idOf(a.o.Record.Grade(ctx, shown.Graded{By: a.o.By(ctx), Incident: in.ID, Grade: sitrep.Grade(b.Grade), Apart: b.Apart, Reason: b.Reason}))
}
