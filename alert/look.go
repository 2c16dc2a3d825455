package alert

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
)

const (
	// mostAtOnce is how much one alert sends at once: beyond it somebody has filed an archive, and a person is asked.
	mostAtOnce = 100
	// overlap is how far before the last look changes are looked at again, for clocks that were put back. Nothing is told twice for it.
	overlap = time.Hour
)

// Found says what a look found.
type Found struct {
	Told, Held int // notices to be sent, and those that wait for a person
	Over       int // those of Held that are held because there were too many at once
}

// Look puts an alert's question to a casebook, keeps what has to be told, and says how much that is.
func Look(ctx context.Context, book casebook.Casebook, a casebook.Alert, now time.Time) (Found, error) {
	l := &look{ctx: ctx, book: book, alert: a, now: now, since: a.Looked.Add(-overlap), merged: map[string]*casebook.Notice{}, seen: map[string]bool{}}
	if l.since.Before(a.Added) {
		l.since = a.Added
	}
	for _, step := range []func() error{l.followUp, l.news, l.keep} {
		if err := step(); err != nil {
			return Found{}, fmt.Errorf("alert %s: %w", a.Name, err)
		}
	}
	return l.found, nil
}

// look is one look.
type look struct {
	ctx    context.Context
	book   casebook.Casebook
	alert  casebook.Alert
	since  time.Time
	now    time.Time
	merged map[string]*casebook.Notice // of those that were told and have changed: which say that an incident is part of another one, by the alerts that they follow
	seen   map[string]bool             // incidents that have been compared with what was told of them
	out    []casebook.Notice
	found  Found
}

// followUp compares what was told with how the record has it now.
func (l *look) followUp() error {
	told, err := l.book.Notices(l.ctx, casebook.NoticeQuery{Alert: l.alert.Name, ChangedSince: l.since})
	if err != nil {
		return err
	}
	var ids []string
	for i := range told {
		n := &told[i]
		ids = append(ids, n.Incident.ID)
		if n.Why == Merged && n.State != casebook.HeldNotice && n.State != casebook.DroppedNotice {
			l.merged[n.Earlier] = n
		}
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if err := l.again(id); err != nil {
			return err
		}
	}
	return nil
}

// again tells what became of an incident that was told of.
func (l *look) again(id string) error {
	past, err := l.past(id)
	if err != nil {
		return err
	}
	now, err := l.book.Incident(l.ctx, id)
	switch {
	case errors.Is(err, casebook.ErrNotFound):
		return l.gone(past)
	case err != nil:
		return err
	case now.ID != id:
		return l.joined(past, &now)
	case past.sent != nil:
		past.merged = l.merged[past.sent.ID]
	}
	return l.tell(past, &now)
}

// joined tells once that an incident is part of another one now. What went out to nobody is taken back, and the other one is told as any.
func (l *look) joined(p past, now *sitrep.Incident) error {
	if p.sent == nil {
		l.drop(p.open)
		return nil
	}
	of, err := l.book.Notices(l.ctx, casebook.NoticeQuery{Alert: l.alert.Name, Incident: now.ID})
	if err != nil {
		return err
	}
	for i := range of {
		if of[i].Why != Merged || of[i].Earlier != p.sent.ID {
			continue
		}
		if of[i].State != casebook.DroppedNotice {
			return nil
		}
		shown, err := veiled(l.ctx, l.book, now, now)
		if err != nil {
			return err
		}
		if _, changes := compare(&of[i].Incident, &shown); len(changes) == 0 { // a person dropped it
			return nil
		}
	}
	return l.tell(p, now)
}

// past is what an alert told of an incident so far.
type past struct {
	last *casebook.Notice // that was made, whatever became of it
	sent *casebook.Notice // the last that went out, or will
	open []casebook.Notice
	// merged told after sent that the incident is part of another one, which the record does not have so any more; nil mostly.
	merged *casebook.Notice
}

func (l *look) past(id string) (p past, err error) {
	all, err := l.book.Notices(l.ctx, casebook.NoticeQuery{Alert: l.alert.Name, Incident: id})
	for i := range all {
		n := &all[i]
		p.last = n
		switch n.State {
		case casebook.HeldNotice:
			p.open = append(p.open, *n)
		case casebook.DroppedNotice:
		default:
			p.sent = n
		}
	}
	return p, err
}

// veiled is what was told, without names that are private by now.
func (l *look) veiled(p past, now *sitrep.Incident) (past, error) {
	for _, n := range []**casebook.Notice{&p.last, &p.sent} {
		if *n == nil {
			continue
		}
		again := **n
		var err error
		if again.Incident, err = veiled(l.ctx, l.book, &again.Incident, now); err != nil {
			return p, err
		}
		*n = &again
	}
	return p, nil
}

// gone tells that an incident is no more.
func (l *look) gone(p past) error {
	l.drop(p.open)
	if p.sent == nil || p.last.Why == Gone {
		return nil
	}
	p, err := l.veiled(p, &p.sent.Incident)
	if err != nil {
		return err
	}
	n := l.next(Gone, p.sent, p.sent.Incident)
	n.Changes = []string{goneSentence}
	return l.add(n)
}

// news tells of incidents that the question wants and of which nothing was told yet.
func (l *look) news() error {
	q := l.alert.Query
	q.ChangedSince, q.Order, q.Limit, q.All, q.After = l.since, casebook.Oldest, 500, false, ""
	for {
		page, err := l.book.Incidents(l.ctx, q)
		if err != nil {
			return err
		}
		for i := range page.Rows {
			if l.seen[page.Rows[i].ID] {
				continue
			}
			p, err := l.past(page.Rows[i].ID)
			if err != nil {
				return err
			}
			if err := l.tell(p, &page.Rows[i]); err != nil {
				return err
			}
		}
		if q.After = page.Next; page.Next == "" || len(page.Rows) == 0 {
			return nil
		}
	}
}

// tell tells of an incident as it is now, unless that has been told.
func (l *look) tell(p past, now *sitrep.Incident) error {
	l.seen[now.ID] = true
	shown, err := veiled(l.ctx, l.book, now, now)
	if err != nil {
		return err
	}
	// Who is private now may have stood by name in what was told.
	if p, err = l.veiled(p, now); err != nil {
		return err
	}
	if p.last != nil {
		if _, changes := compare(&p.last.Incident, &shown); len(changes) == 0 && p.last.Why != Gone && p.merged == nil {
			return nil
		}
	}
	l.drop(p.open)
	n := l.next(New, nil, shown)
	if p.sent != nil {
		why, changes := compare(&p.sent.Incident, &shown)
		if p.sent.Why == Gone {
			why, changes = Corrected, append([]string{backSentence}, changes...)
		}
		earlier := p.sent
		if p.merged != nil {
			earlier, why, changes = p.merged, Corrected, append([]string{apartSentence}, changes...)
		}
		if len(changes) == 0 {
			return nil
		}
		n = l.next(why, earlier, shown)
		n.Changes = changes
	}
	if n.Lines, err = account(l.ctx, l.book, now, &shown); err != nil {
		return err
	}
	return l.add(n)
}

// drop takes back what no person has released: the record has moved on.
func (l *look) drop(open []casebook.Notice) {
	for _, n := range open {
		n.State = casebook.DroppedNotice
		l.out = append(l.out, n)
	}
}

// next begins a notice.
func (l *look) next(why string, earlier *casebook.Notice, i sitrep.Incident) casebook.Notice {
	n := casebook.Notice{Alert: l.alert.Name, Why: why, At: l.now, Incident: i, State: casebook.WaitingNotice, Due: l.now}
	if earlier != nil {
		n.Earlier = earlier.ID
	}
	for _, w := range l.alert.Ways {
		n.Delivery = append(n.Delivery, casebook.Delivery{Way: w})
	}
	return n
}

// add finishes a notice and puts it to what is kept.
func (l *look) add(n casebook.Notice) error {
	n.ID, n.Title = idOf(&n), title(&n)
	over := l.found.Told >= mostAtOnce
	if l.alert.Hold || over {
		n.State, n.Due = casebook.HeldNotice, time.Time{}
		l.found.Held++
		if over {
			l.found.Over++
		}
	} else {
		l.found.Told++
	}
	l.out = append(l.out, n)
	return nil
}

// keep keeps what was found, and until when was looked. What comes between the two is found again, under the same ids.
func (l *look) keep() error {
	if err := l.book.PutNotices(l.ctx, l.out); err != nil {
		return err
	}
	l.alert.Looked = l.now
	return l.book.PutAlert(l.ctx, l.alert)
}
