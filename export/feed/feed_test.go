package feed_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/feed"
	"sitrep/export/rows"
)

var head = rows.Head{Title: "Lake", Base: "http://localhost:7350", Made: "2031-05-09T00:00:00Z"}

var forms = []struct {
	name string
	open func(io.Writer, rows.Head) rows.Writer[rows.Incident]
}{
	{"atom", func(w io.Writer, h rows.Head) rows.Writer[rows.Incident] { return feed.Incidents(feed.NewAtom, w, h) }},
	{"json", func(w io.Writer, h rows.Head) rows.Writer[rows.Incident] { return feed.Incidents(feed.NewJSON, w, h) }},
	{"rss", func(w io.Writer, h rows.Head) rows.Writer[rows.Incident] { return feed.Incidents(feed.NewRSS, w, h) }},
}

func shelling(id string) sitrep.Incident {
	return sitrep.Incident{ID: id, Kind: sitrep.Shelling, Title: "Shelling & fire in <Dorel> \x01", Grade: sitrep.SingleOrigin,
		Origins:        []sitrep.Origin{{Name: "Northern command", Side: "NORTH", Kind: sitrep.Belligerent}},
		Actors:         []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Lake Front", Confidence: sitrep.Accused, AccordingTo: []string{"Northern command"}, DeniedBy: []string{"Lake Front"}}},
		Tally:          []sitrep.Tally{{Harm: sitrep.Killed, Low: 3, Best: 5, High: 9, Open: true, RestsOn: []sitrep.TallyToll{{Quote: "nine <i>dead</i>", Origin: "Northern command"}}}},
		FirstPublished: time.Date(2031, 5, 2, 8, 0, 0, 0, time.UTC), LastPublished: time.Date(2031, 5, 4, 8, 0, 0, 0, time.UTC)}
}

// A reader of others' making reads every form, and finds who says it in each entry.
func TestFeedsAreRead(t *testing.T) {
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			var b bytes.Buffer
			w := f.open(&b, head)
			for _, id := range []string{"a1", "b2"} {
				i := shelling(id)
				if err := w.Write(&rows.Incident{Incident: i}); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			got, err := gofeed.NewParser().Parse(&b)
			if err != nil || len(got.Items) != 2 || got.Title != "Lake" {
				t.Fatalf("%v: %+v", err, got)
			}
			item := got.Items[0]
			if item.GUID != "urn:sitrep:incident:a1" || item.Link != "http://localhost:7350/incidents/a1" || !strings.Contains(item.Title, "<Dorel>") {
				t.Errorf("got %q, %q, %q", item.GUID, item.Link, item.Title)
			}
			for _, want := range []string{"Lake Front – accused, according to Northern command; denied by Lake Front", "3–5–9+", "one side only (NORTH)", "no person has judged it"} {
				if !strings.Contains(item.Content+item.Description, want) {
					t.Errorf("the entry does not say %q:\n%s", want, item.Content+item.Description)
				}
			}
		})
	}
}

func TestAnEmptyFeedIsOne(t *testing.T) {
	for _, f := range forms {
		var b bytes.Buffer
		if err := f.open(&b, head).Close(); err != nil {
			t.Fatal(err)
		}
		if got, err := gofeed.NewParser().Parse(&b); err != nil || len(got.Items) != 0 {
			t.Errorf("%s: %v: %+v", f.name, err, got)
		}
	}
}

// The text of an entry is HTML of the feed's own: what a report holds stays text in it.
func TestMarkupOfAReportStaysText(t *testing.T) {
	var b bytes.Buffer
	w := feed.Incidents(feed.NewAtom, &b, head)
	i := shelling("a1")
	if err := w.Write(&rows.Incident{Incident: i}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<i>") || strings.Contains(b.String(), "&lt;i&gt;") {
		t.Errorf("markup of a report is live:\n%s", b.String())
	}
}

// Two reports that quote one speaker in the same words have two claims of one id; the entries of a feed must not be taken for one.
func TestAClaimOfTwoReportsIsTwoEntries(t *testing.T) {
	var a bytes.Buffer
	claims := feed.Claims(feed.NewAtom, &a, head)
	for _, report := range []string{"r1", "r2"} {
		if err := claims.Write(&casebook.ClaimRow{Report: sitrep.ReportHead{ID: report}, Claim: sitrep.Claim{ID: "c1", Source: "the governor"}, Quote: "they fired first"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := claims.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := gofeed.NewParser().Parse(&a)
	if err != nil || len(got.Items) != 2 || got.Items[0].GUID == got.Items[1].GUID {
		t.Fatalf("%v: %+v", err, got)
	}
}

// Claims and reports are entries too: a claim under the name of who says it, never as something that is so.
func TestFeedsOfClaimsAndReports(t *testing.T) {
	filed := time.Date(2031, 5, 4, 8, 0, 0, 0, time.UTC)
	report := sitrep.ReportHead{ID: "r/1", SHA256: "ab", Outlet: "Dorel <Radio>", Title: "Town & lake", Filed: filed, Published: filed.AddDate(0, 0, -1)}
	claim := casebook.ClaimRow{Report: report, Quote: "they <b>fired</b> first", Claim: sitrep.Claim{ID: "c1", Source: "the governor", Side: "NORTH", Stance: sitrep.Accuse, Via: "a radio"}}
	for name, form := range map[string]feed.Form{"atom": feed.NewAtom, "json": feed.NewJSON, "rss": feed.NewRSS} {
		var a, b bytes.Buffer
		claims, reports := feed.Claims(form, &a, head), feed.Reports(form, &b, head)
		if err := errors.Join(claims.Write(&claim), claims.Close(), reports.Write(&casebook.ReportRow{ReportHead: report}), reports.Close()); err != nil {
			t.Fatal(err)
		}
		got, err := gofeed.NewParser().Parse(&a)
		if err != nil || len(got.Items) != 1 || got.Title != "Lake: claims" || got.Items[0].Link != "http://localhost:7350/reports/r%2F1#c1" {
			t.Fatalf("%s: %v: %+v", name, err, got)
		}
		if item := got.Items[0]; !strings.HasPrefix(item.Title, "the governor (NORTH), by way of a radio, accuse: ") || !strings.Contains(item.Content+item.Description, "no fact of the record") {
			t.Errorf("%s: %q %q", name, item.Title, item.Content)
		}
		if got, err = gofeed.NewParser().Parse(&b); err != nil || len(got.Items) != 1 || got.Items[0].Title != "Town & lake" || name != "rss" && !got.Items[0].UpdatedParsed.Equal(filed) {
			t.Errorf("%s: %v: %+v", name, err, got)
		}
	}
}
