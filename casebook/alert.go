package casebook

import (
	"context"
	"time"

	"sitrep"
)

// Alerter keeps saved questions and what was told of their answers.
type Alerter interface {
	Alerts(ctx context.Context) ([]Alert, error) // by name
	// PutAlert keeps an alert, in the place of the one of its name.
	PutAlert(ctx context.Context, a Alert) error
	// DropAlert takes an alert out with all its notices; ErrNotFound where there is none of that name.
	DropAlert(ctx context.Context, name string) error
	// Notices are those that a question wants, in the order in which they were made.
	Notices(ctx context.Context, q NoticeQuery) ([]Notice, error)
	// PutNotices keeps notices, each in the place of the one of its id: all of them, or none.
	PutNotices(ctx context.Context, all []Notice) error
}

// Alert is a saved question: what is new in the answer is told to somebody.
type Alert struct {
	Name  string
	Query Query  // which incidents; its order, its limits and the time of change are not heeded
	Ways  []Way  // where it is told
	Hold  bool   // nothing goes out before a person has released it
	Base  string // the address of a window on the casebook, for links; empty for none
	Added time.Time
	// Looked is until when the changes of the record have been looked at.
	Looked time.Time
}

// WayKind is how somebody is told.
type WayKind string

// The ways.
const (
	WebhookWay WayKind = "webhook"
	MailWay    WayKind = "mail"
	FeedWay    WayKind = "feed"
)

// Way is where notices go.
type Way struct {
	Kind     WayKind
	To       string // an address of the web, a folder for mails, the file of a feed
	Secret   string `json:",omitempty"` // of a webhook: the file that holds it. The secret itself is never kept
	Local    bool   `json:",omitempty"` // of a webhook: it is on this machine or in the private network
	Receiver string `json:",omitempty"` // of a mail
	Sender   string `json:",omitempty"` // of a mail
}

// NoticeState is what became of a notice.
type NoticeState string

// The states of a notice.
const (
	HeldNotice    NoticeState = "held"    // a person has to release it
	WaitingNotice NoticeState = "waiting" // it has to be sent, for the first time or again
	SentNotice    NoticeState = "sent"
	DeadNotice    NoticeState = "dead"    // it was tried as often as anything is
	DroppedNotice NoticeState = "dropped" // it is not sent: a person said so, or the record moved on before it was released
)

// Notice is what an alert tells of one version of an incident.
type Notice struct {
	ID       string // a short hash of the alert, what is told, and the notice before
	Alert    string
	Why      string // "new", or what changed since the notice before
	Earlier  string // id of the notice that this one corrects or continues
	At       time.Time
	State    NoticeState
	Incident sitrep.Incident // as it is told: without names of private persons. Of one that is gone: as it was
	Title    string
	Changes  []string  // what is otherwise than in the notice before, a sentence each
	Lines    []string  // what the record says of it, a sentence each
	Due      time.Time // of one that waits: when it is to be tried next
	Delivery []Delivery
}

// Delivery is what became of a notice on one of its alert's ways.
type Delivery struct {
	Way   Way
	Sent  time.Time // zero where it has not been sent
	Tries int
	Error string // of the last try
}

// NoticeQuery says which notices are wanted. The zero value wants all.
type NoticeQuery struct {
	ID       string // or the beginning of one
	Alert    string
	Incident string
	States   []NoticeState
	DueBy    time.Time
	// ChangedSince leaves those whose incident has had a new version since then, or is no more.
	ChangedSince time.Time
	Last         int // only so many, those that were made last; 0 for all
}
