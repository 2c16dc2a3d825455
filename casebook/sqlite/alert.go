package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sitrep/casebook"
)

// Alerts are the saved questions.
func (b *Book) Alerts(ctx context.Context) (out []casebook.Alert, err error) {
	err = b.read(ctx, "list the alerts", func(t *tx) error {
		for _, body := range all[string](t, "SELECT body FROM alert ORDER BY name") {
			var a casebook.Alert
			if err := json.Unmarshal([]byte(body), &a); err != nil {
				return fmt.Errorf("%w: an alert cannot be read: %v", casebook.ErrDamaged, err)
			}
			out = append(out, a)
		}
		return nil
	})
	return out, err
}

// PutAlert keeps an alert.
func (b *Book) PutAlert(ctx context.Context, a casebook.Alert) error {
	return b.write(ctx, "keep alert "+a.Name, func(t *tx) error {
		body, err := json.Marshal(a)
		if err != nil {
			return err
		}
		t.exec("INSERT INTO alert (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body", a.Name, string(body))
		return nil
	})
}

// DropAlert takes an alert out, with its notices.
func (b *Book) DropAlert(ctx context.Context, name string) error {
	return b.write(ctx, "take out alert "+name, func(t *tx) error {
		if t.exec("DELETE FROM alert WHERE name = ?", name) == 0 {
			return orNotFound(t.err)
		}
		t.exec("DELETE FROM notice WHERE alert = ?", name)
		return nil
	})
}

// Notices are what was told, or is to be.
func (b *Book) Notices(ctx context.Context, q casebook.NoticeQuery) (out []casebook.Notice, err error) {
	err = b.read(ctx, "list what alerts told", func(t *tx) error {
		condition, args := noticesWanted(q)
		query := "SELECT body FROM notice" + condition + " ORDER BY n"
		if q.Last > 0 {
			query += fmt.Sprintf(" DESC LIMIT %d", q.Last)
		}
		for _, packed := range all[[]byte](t, query, args...) {
			out = append(out, t.unpackNotice(packed))
		}
		if q.Last > 0 {
			slices.Reverse(out)
		}
		return nil
	})
	return out, err
}

// noticesWanted is the condition of a question.
func noticesWanted(q casebook.NoticeQuery) (condition string, args []any) {
	var parts []string
	and := func(part string, values ...any) {
		parts, args = append(parts, part), append(args, values...)
	}
	if q.ID != "" {
		and("id BETWEEN ? AND ?", q.ID, q.ID+"\U0010FFFF")
	}
	if q.Alert != "" {
		and("alert = ?", q.Alert)
	}
	if q.Incident != "" {
		and("incident = ?", q.Incident)
	}
	if len(q.States) > 0 {
		var states []any
		for _, s := range q.States {
			states = append(states, string(s))
		}
		and("state IN (?"+strings.Repeat(", ?", len(states)-1)+")", states...)
	}
	if !q.DueBy.IsZero() {
		and("due <= ?", stamp(q.DueBy))
	}
	if !q.ChangedSince.IsZero() {
		and("incident IN (SELECT id FROM incident_version WHERE at >= ?)", stamp(q.ChangedSince))
	}
	if len(parts) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(parts, " AND "), args
}

func (t *tx) unpackNotice(packed []byte) (n casebook.Notice) {
	if err := t.book.packer.unpackJSON(packed, &n); err != nil {
		t.fail(fmt.Errorf("%w: what an alert told cannot be read: %v", casebook.ErrDamaged, err))
	}
	return n
}

// PutNotices keeps what is told.
func (b *Book) PutNotices(ctx context.Context, list []casebook.Notice) error {
	return b.write(ctx, "keep what alerts tell", func(t *tx) error {
		for i := range list {
			t.putNotice(&list[i])
		}
		return nil
	})
}

func (t *tx) putNotice(n *casebook.Notice) {
	packed, err := t.book.packer.packJSON(n)
	if err != nil {
		t.fail(err)
		return
	}
	t.exec(`INSERT INTO notice (id, alert, incident, state, due, body) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, due = excluded.due, body = excluded.body`,
		n.ID, n.Alert, n.Incident.ID, string(n.State), stamp(n.Due), packed)
}

// notices changes what is kept of notices; change tells whether it did.
func (x *redacting) notices(change func(*casebook.Notice) bool) {
	for _, row := range all[int64](x.tx, "SELECT n FROM notice ORDER BY n") {
		var packed []byte
		x.get("SELECT body FROM notice WHERE n = ?", []any{row}, &packed)
		if n := x.unpackNotice(packed); x.err == nil && change(&n) {
			x.putNotice(&n)
		}
	}
}

// noticesOf takes what rests on a report out of notices. The figures that were told stay, without their words: if the record has others now, a notice that follows
// says so. What has not been sent is not sent any more.
func (x *redacting) noticesOf(report string) {
	x.notices(func(n *casebook.Notice) bool {
		if !slices.Contains(casebook.ReportsOf(&n.Incident), report) {
			return false
		}
		tally := slices.Clone(n.Incident.Tally)
		for i := range tally {
			tally[i].RestsOn, tally[i].SetAside, tally[i].Why = nil, nil, ""
		}
		strip(&n.Incident, report)
		n.Incident.Tally, n.Lines, n.Changes = tally, nil, nil
		if n.State == casebook.HeldNotice || n.State == casebook.WaitingNotice || n.State == casebook.DeadNotice {
			n.State = casebook.DroppedNotice
		}
		return true
	})
}
