package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"sitrep/alert"
	"sitrep/casebook"
	"sitrep/source/fetch"
)

// proxyFlag is the operator's own proxy.
type proxyFlag struct {
	Proxy string `env:"SITREP_PROXY" placeholder:"URL" help:"Your own proxy, through which everything is fetched and sent, but for what is on this machine or in the private network. No other setting of the system is heeded."`
}

// proxy is the address of the proxy, nil for none.
func (f *proxyFlag) proxy() (*url.URL, error) {
	if f.Proxy == "" {
		return nil, nil
	}
	u, err := url.Parse(f.Proxy)
	if err != nil || u.Host == "" {
		return nil, usageError{fmt.Errorf("--proxy=%s: want an address like http://proxy.example:3128", f.Proxy), "sitrep watch --help"}
	}
	return u, nil
}

// sending bounds how long a receiver may take: the casebook is held meanwhile.
const sending = 15 * time.Second

// sender sends notices, through the proxy where there is one.
func (f *proxyFlag) sender() (*alert.Sender, error) {
	proxy, err := f.proxy()
	if err != nil {
		return nil, err
	}
	o := fetch.Options{UserAgent: "Sitrep (alerts)", Proxy: proxy, Total: sending, MaxBody: 64 << 10, Remedy: "a receiver on this machine or in the private network wants --local; remove the alert and add it again"}
	local := o
	local.Proxy, local.Reach, local.Remedy = nil, fetch.Local, "without --local it may be anywhere on the public web; remove the alert and add it again"
	return &alert.Sender{Public: fetch.New(o), Local: fetch.New(local), Now: time.Now().UTC()}, nil
}

// alerts looks for what is new in a casebook and sends what is due. What cannot be sent is told and tried again later: it ends nothing.
func (a *app) alerts(ctx context.Context, book casebook.Casebook, f *proxyFlag) error {
	_, err := a.runAlerts(ctx, book, f)
	return err
}

func (a *app) runAlerts(ctx context.Context, book casebook.Casebook, f *proxyFlag) (alert.Ran, error) {
	s, err := f.sender()
	if err != nil {
		return alert.Ran{}, err
	}
	ran, err := alert.Run(ctx, book, s)
	for _, e := range ran.Failures {
		a.note("%v", e)
	}
	for _, line := range ranLines(ran) {
		a.note("%s", line)
	}
	return ran, err
}

// sendAlerts does the same for a person who asks for it, or for a timer: what cannot be sent is an error, and what waits for its next try is said.
func (a *app) sendAlerts(ctx context.Context, book casebook.Casebook, f *proxyFlag) error {
	ran, err := a.runAlerts(ctx, book, f)
	if err != nil {
		return err
	}
	tried := map[string]bool{}
	var failed []string
	for _, e := range ran.Failures {
		tried[e.Alert] = true
		failed = append(failed, e.Alert+" by "+string(e.Way.Kind)+" to "+e.Way.To)
	}
	if err := a.noteWaiting(ctx, book, tried); err != nil || len(failed) == 0 {
		return err
	}
	return someFailed{failed: failed, of: len(failed) + ran.Sent.Sent, what: "sends"}
}

// noteWaiting says of each alert, but for those that were tried right now, what waits for its next try and why.
func (a *app) noteWaiting(ctx context.Context, book casebook.Casebook, tried map[string]bool) error {
	waiting, err := book.Notices(ctx, casebook.NoticeQuery{States: []casebook.NoticeState{casebook.WaitingNotice}})
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, n := range waiting {
		count[n.Alert]++
	}
	for _, n := range waiting {
		if tried[n.Alert] {
			continue
		}
		tried[n.Alert] = true
		a.note("alert %s: %s from %s on: %s", n.Alert, are(count[n.Alert], "waits", "wait")+" to be tried again", alert.Minute(n.Due), strings.Join(failures(&n), "; "))
	}
	return nil
}

// are is a number of notices with a verb.
func are(n int, one, many string) string {
	if n == 1 {
		return "1 notice " + one
	}
	return fmt.Sprintf("%d notices %s", n, many)
}

// ranLines say what a run of the alerts did, where it did anything.
func ranLines(r alert.Ran) []string {
	var out []string
	if r.Told+r.Sent.Sent+r.Waiting+r.Dead > 0 {
		out = append(out, fmt.Sprintf("alerts: %d new, %d sent, %d to be tried again, %d given up", r.Told, r.Sent.Sent, r.Waiting, r.Dead))
	}
	if r.Held > 0 {
		out = append(out, fmt.Sprintf("alerts: %d are held; sitrep alert held lists them, sitrep alert release sends them", r.Held))
	}
	if r.Over > 0 {
		out = append(out, fmt.Sprintf("alerts: %d of them because one alert found too many at once", r.Over))
	}
	return out
}

type alertRunCommand struct {
	caseArgument
	proxyFlag
}

// Help is shown below the flags' head.
func (alertRunCommand) Help() string {
	return `ingest and watch do it by themselves after they have joined what came. By hand, or from a timer, it tells at once what people corrected or joined in the window, and tries again what could not be sent. What fails is said, with when it is tried again, and the command ends with 1 where nothing went out and with 3 where something did.

    sitrep alert run case.db`
}

// Run looks and sends.
func (c *alertRunCommand) Run(ctx context.Context, a *app) error {
	return a.writing(c.Case, "sitrep alert", false, func(book casebook.Casebook) error {
		return a.sendAlerts(ctx, book, &c.proxyFlag)
	})
}

type alertTestCommand struct {
	caseArgument
	Name string `arg:"" help:"What the alert is called."`
	proxyFlag
}

// Help is shown below the flags' head.
func (alertTestCommand) Help() string {
	return `Sends a notice that says that it is a test and that nothing happened, on every way of the alert, and says how each went. It also says how many incidents of the casebook the question finds as it stands.

    sitrep alert test case.db desk`
}

// Run sends a test.
func (c *alertTestCommand) Run(ctx context.Context, a *app) error {
	s, err := c.sender()
	if err != nil {
		return err
	}
	return a.reading(ctx, c.Case, false, "sitrep alert test", func(book casebook.Casebook) error {
		x, err := alertNamed(ctx, book, c.Name)
		if err != nil {
			return err
		}
		found, err := book.Incidents(ctx, withLimit(x.Query, 1))
		if err != nil {
			return err
		}
		fmt.Fprintf(a.data(), "the question finds %d incidents of the casebook\n", found.Total)
		return a.try(ctx, book, s, &x)
	})
}

func withLimit(q casebook.Query, n int) casebook.Query {
	q.Limit = n
	return q
}

// try sends a test on all ways of an alert.
func (a *app) try(ctx context.Context, book casebook.Casebook, s *alert.Sender, x *casebook.Alert) error {
	n := alert.TestNotice(x, s.Now)
	var failed []string
	for _, w := range x.Ways {
		outcome := "sent"
		if err := s.Send(ctx, book, x, &n, w); err != nil {
			outcome = "failed: " + err.Error()
			failed = append(failed, string(w.Kind))
		}
		if _, err := io.WriteString(a.data(), fmt.Sprintf("%s %s: %s\n", w.Kind, w.To, outcome)); err != nil {
			return err
		}
	}
	if len(failed) > 0 {
		return someFailed{failed: failed, of: len(x.Ways), what: "ways"}
	}
	return nil
}
