package casebooktest

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
)

var deadly = casebook.Alert{Name: "deadly", Query: casebook.Query{Country: "UPL", Harms: []sitrep.Harm{sitrep.Killed}, From: day("2021-06")}, Hold: true, Base: "http://localhost:7350",
	Ways:  []casebook.Way{{Kind: casebook.WebhookWay, To: "https://desk.example/hook", Secret: "secret.txt"}, {Kind: casebook.FeedWay, To: "deadly.atom"}},
	Added: start, Looked: start}

func testAlerts(b *bench) {
	alerts := must[[]casebook.Alert](b)
	is(b, "none", len(alerts(b.Alerts(b.ctx))), 0)
	other := casebook.Alert{Name: "a truce", Added: start}
	for _, a := range []casebook.Alert{deadly, other} {
		if err := b.PutAlert(b.ctx, a); err != nil {
			b.Fatal(err)
		}
	}
	is(b, "by name", alerts(b.Alerts(b.ctx)), []casebook.Alert{other, deadly})
	changed := deadly
	changed.Looked = minute(5)
	if err := b.PutAlert(b.ctx, changed); err != nil {
		b.Fatal(err)
	}
	is(b, "in its place", alerts(b.Alerts(b.ctx)), []casebook.Alert{other, changed})
	b.put(notice("n1", "i-dorel", casebook.HeldNotice))
	if err := b.DropAlert(b.ctx, "deadly"); err != nil {
		b.Fatal(err)
	}
	is(b, "dropped", alerts(b.Alerts(b.ctx)), []casebook.Alert{other})
	is(b, "its notices", len(b.notices(casebook.NoticeQuery{})), 0)
	if err := b.DropAlert(b.ctx, "deadly"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("drop it again: %v", err)
	}
}

// notice tells of Dorel.
func notice(id, incidentID string, state casebook.NoticeState) casebook.Notice {
	n := casebook.Notice{ID: id, Alert: "deadly", Why: "new", At: start, State: state, Incident: incident(incidentID, dorel, dorelAgain), Title: "Shelling in Dorel",
		Lines: []string{"According to the Kesh Monitor, 3 were killed."}, Delivery: []casebook.Delivery{{Way: deadly.Ways[1], Tries: 1, Error: "no"}}}
	if state == casebook.WaitingNotice {
		n.Due = minute(10)
	}
	return n
}

func (b *bench) put(all ...casebook.Notice) {
	b.Helper()
	if err := b.PutNotices(b.ctx, all); err != nil {
		b.Fatal(err)
	}
}

func (b *bench) notices(q casebook.NoticeQuery) (ids []string) {
	b.Helper()
	for _, n := range must[[]casebook.Notice](b)(b.Notices(b.ctx, q)) {
		ids = append(ids, n.ID)
	}
	return ids
}

func testNotices(b *bench) {
	b.world()
	first, second, third := notice("b-1", "i-dorel", casebook.SentNotice), notice("a-2", "i-dorel", casebook.WaitingNotice), notice("c-3", "i-kesh", casebook.HeldNotice)
	second.Earlier, third.Alert = "b-1", "other"
	b.put(first, second, third)
	for _, c := range []struct {
		name string
		q    casebook.NoticeQuery
		want string
	}{
		{"all, as they were made", casebook.NoticeQuery{}, "b-1 a-2 c-3"},
		{"of an alert", casebook.NoticeQuery{Alert: "deadly"}, "b-1 a-2"},
		{"of an incident", casebook.NoticeQuery{Incident: "i-kesh"}, "c-3"},
		{"by the beginning of an id", casebook.NoticeQuery{ID: "b"}, "b-1"},
		{"in some states", casebook.NoticeQuery{States: []casebook.NoticeState{casebook.HeldNotice, casebook.WaitingNotice}}, "a-2 c-3"},
		{"not due yet", casebook.NoticeQuery{States: []casebook.NoticeState{casebook.WaitingNotice}, DueBy: minute(9)}, ""},
		{"due", casebook.NoticeQuery{States: []casebook.NoticeState{casebook.WaitingNotice}, DueBy: minute(10)}, "a-2"},
		{"the last two", casebook.NoticeQuery{Last: 2}, "a-2 c-3"},
		{"of what changed since then", casebook.NoticeQuery{ChangedSince: start}, "b-1 a-2 c-3"},
		{"of what changed later", casebook.NoticeQuery{ChangedSince: minute(1)}, ""},
	} {
		is(b, c.name, strings.Join(b.notices(c.q), " "), c.want)
	}
	b.change(casebook.Change{Drop: []string{"i-kesh"}, At: b.at(2)})
	is(b, "of what is no more", b.notices(casebook.NoticeQuery{ChangedSince: minute(1)}), []string{"c-3"})
	second.State, second.Due = casebook.SentNotice, time.Time{}
	b.put(second)
	is(b, "in its place", must[[]casebook.Notice](b)(b.Notices(b.ctx, casebook.NoticeQuery{Alert: "deadly"})), []casebook.Notice{first, second})
}

func testRedactNotices(b *bench) {
	b.world()
	b.put(notice("sent", "i-dorel", casebook.SentNotice), notice("held", "i-dorel", casebook.HeldNotice))
	must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Report: "dorel-1", By: "Ada"}))
	got := must[[]casebook.Notice](b)(b.Notices(b.ctx, casebook.NoticeQuery{}))
	is(b, "states", []casebook.NoticeState{got[0].State, got[1].State}, []casebook.NoticeState{casebook.SentNotice, casebook.DroppedNotice})
	is(b, "the figure that was told", got[0].Incident.Tally[0].Best, 3)
	if s := fmt.Sprintf("%+v", got); strings.Contains(s, "dorel-1") || strings.Contains(s, "killing") || strings.Contains(s, "were killed") {
		b.Errorf("words of the report are still there: %s", s)
	}
}
