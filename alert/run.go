package alert

import (
	"context"
	"fmt"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// Ran says what a run did.
type Ran struct {
	Found
	Sent
}

// Run puts all questions to a casebook, and sends what is due.
func Run(ctx context.Context, book casebook.Casebook, s *Sender) (Ran, error) {
	var r Ran
	alerts, err := book.Alerts(ctx)
	if err != nil {
		return r, err
	}
	for _, a := range alerts {
		f, err := Look(ctx, book, a, s.Now)
		if err != nil {
			return r, err
		}
		r.Told, r.Held, r.Over = r.Told+f.Told, r.Held+f.Held, r.Over+f.Over
	}
	r.Sent, err = s.Deliver(ctx, book)
	return r, err
}

// Release sends held notices and dead letters on their way, from the beginning of their tries; or drops them. It gives how many there were.
func Release(ctx context.Context, book casebook.Casebook, q casebook.NoticeQuery, drop bool, now time.Time) (int, error) {
	if len(q.States) == 0 {
		q.States = []casebook.NoticeState{casebook.HeldNotice, casebook.DeadNotice}
	}
	list, err := book.Notices(ctx, q)
	if err != nil {
		return 0, err
	}
	if q.ID != "" && len(list) > 1 {
		return 0, fmt.Errorf("%d notices begin with %s: give more of the id", len(list), q.ID)
	}
	for i := range list {
		n := &list[i]
		n.State, n.Due = casebook.WaitingNotice, now
		if drop {
			n.State, n.Due = casebook.DroppedNotice, time.Time{}
		}
		for k := range n.Delivery {
			n.Delivery[k].Tries = 0
		}
	}
	return len(list), book.PutNotices(ctx, list)
}

// TestNotice tells nothing but that the way to somebody is open.
func TestNotice(a *casebook.Alert, now time.Time) casebook.Notice {
	n := casebook.Notice{Alert: a.Name, Why: Test, At: now, Incident: sitrep.Incident{Grade: sitrep.SingleOrigin}, Lines: []string{"This is a test of an alert. Nothing happened."}}
	n.ID, n.Title = idOf(&n), "Test of alert “"+a.Name+"”: nothing happened"
	return n
}

// Pending tells whether a run would have anything to do: something is due, or the record changed since an alert looked at it.
func Pending(ctx context.Context, book casebook.Casebook, now time.Time) (bool, error) {
	alerts, err := book.Alerts(ctx)
	if err != nil || len(alerts) == 0 {
		return false, err
	}
	due, err := book.Notices(ctx, casebook.NoticeQuery{States: []casebook.NoticeState{casebook.WaitingNotice}, DueBy: now, Last: 1})
	if err != nil || len(due) > 0 {
		return len(due) > 0, err
	}
	since := alerts[0].Looked
	for _, a := range alerts {
		if a.Looked.Before(since) {
			since = a.Looked
		}
	}
	changes, err := book.Changes(ctx, since, now)
	return len(changes) > 0, err
}
