package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sitrep/alert"
	"sitrep/casebook"
)

// alertCommand are the commands of alerts.
type alertCommand struct {
	Add     alertAddCommand     `cmd:"" help:"Save a question, and say where its answers go."`
	List    alertListCommand    `cmd:"" help:"List the alerts."`
	Remove  alertRemoveCommand  `cmd:"" help:"Take an alert out, with what waits of it."`
	Test    alertTestCommand    `cmd:"" help:"Send a test on all ways of an alert."`
	Run     alertRunCommand     `cmd:"" help:"Look for what is new now, and send what is due."`
	Held    alertHeldCommand    `cmd:"" help:"List what waits for a person, and what could not be sent."`
	Release alertReleaseCommand `cmd:"" help:"Send what was held or could not be sent; or drop it."`
}

type alertAddCommand struct {
	caseArgument
	Name string `arg:"" help:"What the alert is called."`
	kindFlags
	alertQuestion
	Webhook    string `group:"ways" placeholder:"URL" help:"Send each notice to this address, as signed JSON."`
	SecretFile string `group:"ways" placeholder:"FILE" help:"The file with the secret that signs for --webhook; it is made where there is none."`
	Local      bool   `group:"ways" help:"The address of --webhook is on this machine or in the private network, and nowhere else."`
	Mail       string `group:"ways" placeholder:"DIR" help:"Write each notice as a mail into this folder, for your mail program to send."`
	MailTo     string `group:"ways" placeholder:"ADDRESS" help:"Whom the mails are for."`
	MailFrom   string `group:"ways" default:"sitrep@localhost" placeholder:"ADDRESS" help:"Whom the mails are from (default ${default})."`
	Feed       string `group:"ways" placeholder:"FILE" help:"Keep an Atom feed of the last notices in this file."`
	Hold       bool   `help:"Send nothing before a person has released it."`
	Base       string `placeholder:"ADDRESS" help:"The address of a window on the casebook, for links: http://localhost:7350."`
}

// alertQuestion are the flags of sitrep incidents that make a question. Order and --since are none: an alert looks at what changed since it looked before.
type alertQuestion struct {
	From dayFlag `placeholder:"DAY" help:"From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening."`
	To   dayFlag `placeholder:"DAY" help:"Until this day, or the end of this month or year."`
	placeFlags
	whoFlags
	stateFlags
	wordFlags
}

func (f *alertQuestion) fill(q *casebook.Query) {
	(&dayFlags{From: f.From, To: f.To}).fill(q)
	f.placeFlags.fill(q)
	f.whoFlags.fill(q)
	f.stateFlags.fill(q)
	f.wordFlags.fill(q)
}

// Help is shown below the flags' head.
func (alertAddCommand) Help() string {
	return `Saves a question with the filters of sitrep incidents. From now on ingest and watch look after they have joined what came: each incident in the answer is told once, and again where the record moves on: a lowered toll, a correction, a merge. Every notice says that no person reviewed it, on how many origins it rests, and who says what. Private persons stand by description.

    sitrep alert add case.db north --country SYR --place Idlib --has-toll --feed idlib.atom
    sitrep alert add case.db desk --harm killed --webhook https://desk.example/hook --secret-file desk.secret --hold
    sitrep alert add case.db mail --kind ceasefire,violation --mail outbox --mail-to night@paper.example

docs/alerts.md has the form of a notice, and how a receiver checks its signature.`
}

// Run saves the alert.
func (c *alertAddCommand) Run(ctx context.Context, a *app) error {
	saved := casebook.Alert{Name: strings.TrimSpace(c.Name), Hold: c.Hold, Base: strings.TrimRight(c.Base, "/"), Added: time.Now().UTC()}
	saved.Looked = saved.Added
	c.kindFlags.fill(&saved.Query)
	c.alertQuestion.fill(&saved.Query)
	ways, err := c.ways()
	if err != nil {
		return usageError{err, "sitrep alert add --help"}
	}
	saved.Ways = ways
	return a.writing(c.Case, "sitrep alert", true, func(book casebook.Casebook) error {
		known, err := alertNamed(ctx, book, saved.Name)
		switch {
		case err == nil:
			return fmt.Errorf("alert %s: there is one of this name; remove it first, or name another", known.Name)
		case !errors.Is(err, casebook.ErrNotFound):
			return err
		}
		if err := c.makeSecret(a); err != nil {
			return err
		}
		if err := book.PutAlert(ctx, saved); err != nil {
			return err
		}
		a.note("alert %s is saved; it tells what changes from now on; sitrep alert test %s %s tries its ways", saved.Name, c.Case, saved.Name)
		return nil
	})
}

// ways are where notices go. Paths are kept from the root: the next look may come from another folder.
func (c *alertAddCommand) ways() ([]casebook.Way, error) {
	var out []casebook.Way
	if c.Webhook != "" {
		u, err := url.Parse(c.Webhook)
		switch {
		case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
			return nil, fmt.Errorf("--webhook=%s: want an address like https://desk.example/hook", c.Webhook)
		case c.SecretFile == "":
			return nil, errors.New("--webhook: want --secret-file=FILE with it: every notice is signed, and the file is made where there is none")
		case u.Scheme == "http" && !c.Local:
			return nil, fmt.Errorf("--webhook=%s: over the net only https:// keeps what is sent to those whom it is for; --local is for a receiver of your own network", c.Webhook)
		}
		out = append(out, casebook.Way{Kind: casebook.WebhookWay, To: c.Webhook, Secret: c.SecretFile, Local: c.Local})
	} else if c.SecretFile != "" || c.Local {
		return nil, errors.New("--secret-file and --local: they belong to --webhook")
	}
	if c.Mail != "" {
		out = append(out, casebook.Way{Kind: casebook.MailWay, To: c.Mail, Receiver: c.MailTo, Sender: c.MailFrom})
	}
	if c.Feed != "" {
		out = append(out, casebook.Way{Kind: casebook.FeedWay, To: c.Feed})
	}
	if len(out) == 0 {
		return nil, errors.New("want where its answers go: --webhook, --mail or --feed")
	}
	for k := range out {
		if err := absolute(&out[k]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func absolute(w *casebook.Way) (err error) {
	if w.Kind != casebook.WebhookWay {
		w.To, err = filepath.Abs(w.To)
	} else {
		w.Secret, err = filepath.Abs(w.Secret)
	}
	return err
}

// makeSecret writes a secret where the file that is to hold it is not there.
func (c *alertAddCommand) makeSecret(a *app) error {
	if c.SecretFile == "" {
		return nil
	}
	f, err := os.OpenFile(c.SecretFile, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return alert.CheckSecret(c.SecretFile)
	}
	if err != nil {
		return fmt.Errorf("make the secret of the webhook: %w", err)
	}
	_, err = f.WriteString(alert.NewSecret())
	if err = errors.Join(err, f.Close()); err == nil {
		a.note("%s holds a new secret; give the receiver a copy", c.SecretFile)
	}
	return err
}

// alertNamed is the alert of a name.
func alertNamed(ctx context.Context, book casebook.Casebook, name string) (casebook.Alert, error) {
	all, err := book.Alerts(ctx)
	if err != nil {
		return casebook.Alert{}, err
	}
	var names []string
	for _, x := range all {
		if x.Name == name {
			return x, nil
		}
		names = append(names, x.Name)
	}
	if len(names) == 0 {
		return casebook.Alert{}, fmt.Errorf("alert %s: %w: it has none", name, casebook.ErrNotFound)
	}
	return casebook.Alert{}, fmt.Errorf("alert %s: %w: it has %s", name, casebook.ErrNotFound, strings.Join(names, ", "))
}

type alertRemoveCommand struct {
	caseArgument
	Name string `arg:"" help:"What the alert is called."`
}

// Run takes an alert out.
func (c *alertRemoveCommand) Run(ctx context.Context, a *app) error {
	return a.writing(c.Case, "sitrep alert", false, func(book casebook.Casebook) error {
		if _, err := alertNamed(ctx, book, c.Name); err != nil {
			return err
		}
		waiting, err := book.Notices(ctx, casebook.NoticeQuery{Alert: c.Name, States: openStates})
		if err != nil {
			return err
		}
		if err := book.DropAlert(ctx, c.Name); err != nil {
			return err
		}
		a.note("alert %s is gone, with %d notices that had not been sent", c.Name, len(waiting))
		return book.Note(ctx, a.person(), "sitrep alert remove "+c.Name)
	})
}

// openStates are those of notices that have not gone out and still may.
var openStates = []casebook.NoticeState{casebook.HeldNotice, casebook.WaitingNotice, casebook.DeadNotice}
