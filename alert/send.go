package alert

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"sitrep/casebook"
	"sitrep/source/fetch"
)

const (
	firstWait = 30 * time.Second
	longest   = 6 * time.Hour
	// mostTries is how often a notice is tried, over about two days, before it is a dead letter.
	mostTries = 15
)

// Poster sends something to an address of the web, once.
type Poster interface {
	Post(ctx context.Context, address string, header http.Header, body []byte) (*fetch.Response, error)
}

// Sender sends notices.
type Sender struct {
	Public, Local Poster // for addresses of the public web, and for those that are on this machine or in the private network
	Now           time.Time
	ReadSecret    func(file string) ([]byte, error) // nil for the file system
}

// Sent says what became of notices.
type Sent struct {
	Sent, Waiting, Dead int
	Failures            []*Failure // one for each way that failed, with the notice that met it
}

// Failure is a way that failed.
type Failure struct {
	Alert, Notice string
	Way           casebook.Way
	Err           error
	Next          time.Time // when it is tried again; zero where the notice is given up
}

func (f *Failure) Error() string {
	then := "it is given up; sitrep alert release sends it all the same"
	if !f.Next.IsZero() {
		then = "it is tried again from " + Minute(f.Next) + " on"
	}
	return fmt.Sprintf("alert %s: notice %s by %s to %s: %v; %s", f.Alert, f.Notice, f.Way.Kind, f.Way.To, f.Err, then)
}

// Unwrap is what was wrong.
func (f *Failure) Unwrap() error { return f.Err }

// Minute is a time as people are told it. What is not due before a minute has begun is not due at its beginning: it is the next one.
func Minute(at time.Time) string {
	return at.Add(time.Minute - 1).UTC().Truncate(time.Minute).Format("2006-01-02 15:04 UTC")
}

// Deliver sends what is due, in the order in which it was made, and keeps what became of it. What fails is tried again, each time after a longer pause, and
// is a dead letter in the end. A way that fails is left alone for the rest of the call.
func (s *Sender) Deliver(ctx context.Context, book casebook.Casebook) (Sent, error) {
	alerts, err := book.Alerts(ctx)
	if err != nil {
		return Sent{}, err
	}
	var all Sent
	for _, a := range alerts {
		if err := s.deliver(ctx, book, &a, &all); err != nil {
			return all, fmt.Errorf("alert %s: %w", a.Name, err)
		}
	}
	return all, nil
}

func (s *Sender) deliver(ctx context.Context, book casebook.Casebook, a *casebook.Alert, all *Sent) error {
	due, err := book.Notices(ctx, casebook.NoticeQuery{Alert: a.Name, States: []casebook.NoticeState{casebook.WaitingNotice}, DueBy: s.Now})
	if err != nil || len(due) == 0 {
		return err
	}
	d := &delivering{sender: s, ctx: ctx, book: book, alert: a, all: all, failed: map[casebook.Way]error{}, fed: map[casebook.Way]bool{}}
	for i := range due {
		d.notice(&due[i])
		// One by one: what has gone out is not sent again, whatever happens to the next.
		if err := book.PutNotices(context.WithoutCancel(ctx), due[i:i+1]); err != nil {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// delivering is the sending of one alert's notices.
type delivering struct {
	sender *Sender
	ctx    context.Context
	book   casebook.Casebook
	alert  *casebook.Alert
	all    *Sent
	failed map[casebook.Way]error // ways that have failed in this call
	fed    map[casebook.Way]bool  // feeds that have been written in this call: they have all that is due
}

// send sends a notice one way, unless that way has failed already.
func (d *delivering) send(n *casebook.Notice, w casebook.Way) error {
	if err := d.failed[w]; err != nil || d.fed[w] {
		return err
	}
	err := d.sender.Send(d.ctx, d.book, d.alert, n, w)
	if err != nil {
		d.failed[w] = err
		d.all.Failures = append(d.all.Failures, &Failure{Alert: d.alert.Name, Notice: n.ID, Way: w, Err: err})
	}
	d.fed[w] = w.Kind == casebook.FeedWay && err == nil
	return err
}

// notice sends one notice on all ways on which it has not gone out.
func (d *delivering) notice(n *casebook.Notice) {
	var wait time.Duration
	open, dead, failed := 0, false, len(d.all.Failures)
	for k := range n.Delivery {
		x := &n.Delivery[k]
		if !x.Sent.IsZero() {
			continue
		}
		err := d.send(n, x.Way)
		x.Tries++
		if err == nil {
			x.Sent, x.Error = d.sender.Now, ""
			continue
		}
		open++
		x.Error = err.Error()
		wait = max(wait, fetch.Backoff(firstWait, longest, x.Tries), retryAfter(err))
		dead = dead || x.Tries >= mostTries || unwanted(err)
	}
	switch {
	case open == 0:
		n.State, n.Due = casebook.SentNotice, time.Time{}
		d.all.Sent++
	case dead:
		n.State, n.Due = casebook.DeadNotice, time.Time{}
		d.all.Dead++
	default:
		n.Due = d.sender.Now.Add(wait)
		d.all.Waiting++
	}
	for _, f := range d.all.Failures[failed:] {
		f.Next = n.Due
	}
}

// retryAfter is how long the other side asks to wait, a day at most.
func retryAfter(err error) time.Duration {
	if s, ok := errors.AsType[*fetch.StatusError](err); ok {
		return min(s.RetryAfter, 24*time.Hour)
	}
	return 0
}

// unwanted tells whether the other side wants nothing more, for good.
func unwanted(err error) bool {
	s, ok := errors.AsType[*fetch.StatusError](err)
	return ok && s.Code == http.StatusGone
}

// Send sends one notice one way.
func (s *Sender) Send(ctx context.Context, book casebook.Asker, a *casebook.Alert, n *casebook.Notice, w casebook.Way) error {
	switch w.Kind {
	case casebook.WebhookWay:
		return s.webhook(ctx, a, n, w)
	case casebook.MailWay:
		return writeMail(w, a, n)
	case casebook.FeedWay:
		return s.feed(ctx, book, a, n, w)
	}
	return fmt.Errorf("there is no way %q", w.Kind)
}
