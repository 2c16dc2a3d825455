package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sitrep/alert"
	"sitrep/casebook"
	"sitrep/internal/terminal"
)

type alertListCommand struct {
	caseArgument
	JSON bool `name:"json" help:"One JSON array instead of a table."`
}

// alertRow is an alert with what became of its notices.
type alertRow struct {
	Name     string         `json:"name"`
	Question casebook.Query `json:"question"`
	Ways     []casebook.Way `json:"ways"`
	Hold     bool           `json:"hold"`
	Base     string         `json:"base"`
	Added    time.Time      `json:"added"`
	Looked   time.Time      `json:"looked"`
	Held     int            `json:"held"`
	Waiting  int            `json:"waiting"`
	Sent     int            `json:"sent"`
	Dead     int            `json:"dead"`
}

// Run lists the alerts.
func (c *alertListCommand) Run(ctx context.Context, a *app) error {
	return a.reading(ctx, c.Case, false, "sitrep alert list", func(book casebook.Casebook) error {
		rows, err := alertRows(ctx, book)
		if err != nil {
			return err
		}
		if c.JSON {
			return json.NewEncoder(a.data()).Encode(rows)
		}
		if len(rows) == 0 {
			a.note("there are no alerts; sitrep alert add saves one")
		}
		columns := []terminal.Column{{Name: "alert"}, {Name: "goes to", Least: 20, Rank: 1}, {Name: "held", Right: true}, {Name: "waiting", Right: true}, {Name: "sent", Right: true}, {Name: "given up", Right: true}, {Name: "looked"}}
		var cells [][]string
		for _, r := range rows {
			cells = append(cells, []string{r.Name, waysOf(&r), strconv.Itoa(r.Held), strconv.Itoa(r.Waiting), strconv.Itoa(r.Sent), strconv.Itoa(r.Dead), r.Looked.UTC().Format("2006-01-02 15:04")})
		}
		return terminal.WriteTable(a.out, columns, cells, a.outTerminal.Width)
	})
}

func waysOf(r *alertRow) string {
	var parts []string
	for _, w := range r.Ways {
		parts = append(parts, string(w.Kind)+" "+w.To)
	}
	if r.Hold {
		parts = append(parts, "each released by a person")
	}
	return strings.Join(parts, "; ")
}

func alertRows(ctx context.Context, book casebook.Casebook) ([]alertRow, error) {
	alerts, err := book.Alerts(ctx)
	rows := []alertRow{}
	for _, x := range alerts {
		r := alertRow{Name: x.Name, Question: x.Query, Ways: x.Ways, Hold: x.Hold, Base: x.Base, Added: x.Added, Looked: x.Looked}
		notices, err := book.Notices(ctx, casebook.NoticeQuery{Alert: x.Name})
		if err != nil {
			return nil, err
		}
		counts := map[casebook.NoticeState]*int{casebook.HeldNotice: &r.Held, casebook.WaitingNotice: &r.Waiting, casebook.SentNotice: &r.Sent, casebook.DeadNotice: &r.Dead}
		for i := range notices {
			if n := counts[notices[i].State]; n != nil {
				*n++
			}
		}
		rows = append(rows, r)
	}
	return rows, err
}

type alertHeldCommand struct {
	caseArgument
	Alert string `placeholder:"NAME" help:"Of this alert only."`
	Dead  bool   `help:"Only dead letters: what was tried until it was given up."`
	JSON  bool   `name:"json" help:"One JSON array instead of text."`
}

// noticeRow is a notice that has not gone out.
type noticeRow struct {
	ID       string               `json:"id"`
	Alert    string               `json:"alert"`
	State    casebook.NoticeState `json:"state"`
	Why      string               `json:"why"`
	Earlier  string               `json:"earlier"`
	At       time.Time            `json:"at"`
	Incident string               `json:"incident"`
	Title    string               `json:"title"`
	Changes  []string             `json:"changes"`
	Text     []string             `json:"text"`
	Errors   []string             `json:"errors"`
	next     string               // try, of one that waits for it
}

// Help is shown below the flags' head.
func (alertHeldCommand) Help() string {
	return `Lists what an alert with --hold found, what it found too much of at once, what waits to be tried again, and the dead letters, with why they could not be sent.

    sitrep alert held case.db
    sitrep alert release case.db 3f2a91c0d4e5`
}

// Run lists what has not gone out.
func (c *alertHeldCommand) Run(ctx context.Context, a *app) error {
	states := openStates
	if c.Dead {
		states = []casebook.NoticeState{casebook.DeadNotice}
	}
	return a.reading(ctx, c.Case, false, "sitrep alert held", func(book casebook.Casebook) error {
		list, err := book.Notices(ctx, casebook.NoticeQuery{Alert: c.Alert, States: states})
		if err != nil {
			return err
		}
		rows := []noticeRow{}
		for i := range list {
			rows = append(rows, rowOfNotice(&list[i]))
		}
		if c.JSON {
			return json.NewEncoder(a.data()).Encode(rows)
		}
		if len(rows) == 0 {
			a.note("nothing waits")
		}
		page := terminal.NewPage(a.out, a.outTerminal.Width, a.outTerminal.Colour)
		for i := range rows {
			heldPage(page, &rows[i])
		}
		return page.Flush()
	})
}

func rowOfNotice(n *casebook.Notice) noticeRow {
	r := noticeRow{ID: n.ID, Alert: n.Alert, State: n.State, Why: n.Why, Earlier: n.Earlier, At: n.At, Incident: n.Incident.ID, Title: n.Title, Changes: n.Changes, Text: n.Lines}
	r.Errors = failures(n)
	if n.State == casebook.WaitingNotice {
		r.next = "is tried again from " + alert.Minute(n.Due) + " on"
	}
	return r
}

// failures say why a notice could not be sent.
func failures(n *casebook.Notice) (out []string) {
	for _, d := range n.Delivery {
		if d.Error != "" {
			out = append(out, fmt.Sprintf("%s %s, after %s: %s", d.Way.Kind, d.Way.To, many(d.Tries, "attempt"), d.Error))
		}
	}
	return out
}

// stateWords say what becomes of a notice.
var stateWords = map[casebook.NoticeState]string{casebook.HeldNotice: "waits for a person", casebook.DeadNotice: "given up"}

func heldPage(p *terminal.Page, r *noticeRow) {
	p.Heading(r.ID + " · " + r.Alert + " · " + cmp.Or(r.next, stateWords[r.State]))
	p.Line(2, r.Title)
	for _, c := range r.Changes {
		p.Hang(2, 4, "- "+c)
	}
	for _, t := range r.Text {
		p.Hang(4, 6, t)
	}
	for _, e := range r.Errors {
		p.Hang(2, 4, "! "+e)
	}
	p.Blank()
}

type alertReleaseCommand struct {
	caseArgument
	ID    []string `arg:"" optional:"" help:"Ids of notices, or beginnings of them."`
	All   bool     `help:"All that are held, and all dead letters."`
	Alert string   `placeholder:"NAME" help:"Of this alert only."`
	Drop  bool     `help:"Do not send them, ever."`
	proxyFlag
}

// Help is shown below the flags' head.
func (alertReleaseCommand) Help() string {
	return `Sends what was held for review, and dead letters again from the beginning. What was dropped is not sent; if the record says something else of the incident later, that is told.

    sitrep alert release case.db 3f2a
    sitrep alert release case.db --all --alert desk
    sitrep alert release case.db 77c1 --drop`
}

// Run releases.
func (c *alertReleaseCommand) Run(ctx context.Context, a *app) error {
	if len(c.ID) == 0 && !c.All {
		return usageError{errors.New("want ids of notices, or --all; sitrep alert held lists them"), "sitrep alert release --help"}
	}
	ids := c.ID
	if c.All {
		ids = []string{""}
	}
	return a.writing(c.Case, "sitrep alert", false, func(book casebook.Casebook) error {
		for _, id := range ids {
			n, err := alert.Release(ctx, book, casebook.NoticeQuery{ID: id, Alert: c.Alert}, c.Drop, time.Now().UTC())
			if err != nil {
				return err
			}
			if n == 0 && id != "" {
				return fmt.Errorf("notice %s: none that is held or given up begins so; sitrep alert held lists them", id)
			}
			if err := book.Note(ctx, a.person(), c.did(n, id)); err != nil {
				return err
			}
			a.note("%s", c.did(n, id))
		}
		if c.Drop {
			return nil
		}
		return a.sendAlerts(ctx, book, &c.proxyFlag)
	})
}

// did says what a release did, for the audit trail.
func (c *alertReleaseCommand) did(n int, id string) string {
	what := "released"
	if c.Drop {
		what = "dropped"
	}
	if id != "" {
		return fmt.Sprintf("notice %s %s", id, what)
	}
	return fmt.Sprintf("%d notices %s", n, what)
}
