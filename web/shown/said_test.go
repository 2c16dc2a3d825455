package shown

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/casebook"
)

func TestWordsAreFoundInAnyUnit(t *testing.T) {
	text := "🕊 Zürich: talks"
	for unit, at := range map[Unit][2]int{Bytes: {14, 19}, Points: {10, 15}, UTF16: {11, 16}} {
		s := Said{Start: at[0], End: at[1], Unit: unit}
		if got, err := s.span(text); err != nil || text[got.Start:got.End] != "talks" {
			t.Errorf("%s: %v, %v", unit, got, err)
		}
	}
	for _, s := range []Said{{Start: 5, End: 3}, {Start: -1, End: 3}, {Start: 0, End: 900}, {Start: 1, End: 4}, {Start: 0, End: 900, Unit: UTF16}, {Start: 0, End: 900, Unit: Points}, {Start: -5, End: 2, Unit: Points}} {
		if got, err := s.span(text); err == nil {
			t.Errorf("%+v is taken for %v", s, got)
		}
	}
}

func TestValuesAreChecked(t *testing.T) {
	for name, c := range map[string]struct {
		make        func(string, string) (string, error)
		what, value string
		want        string // JSON, or what the error says
	}{
		"a kind":               {setValue, "event.kind", "shelling", `"shelling"`},
		"a kind that is none":  {setValue, "event.kind", "metaphor", "no kind of event"},
		"background":           {setValue, "event.news", "background", "false"},
		"a month":              {setValue, "event.from", "2031-05", `"2031-05"`},
		"a day taken back":     {setValue, "event.to", "", "null"},
		"no day":               {setValue, "event.to", "soon", "want"},
		"a field of the title": {setValue, "report.title", "x", "want one of event.kind"},
		"an added event":       {added, "event", "battle", `{"kind":"battle"}`},
		"an added toll":        {added, "toll", "1,200", `{"count":1200,"harm":"killed"}`},
		"a toll in words":      {added, "toll", "many", "in digits"},
		"a claim of nobody":    {added, "claim", "", "who makes the claim"},
		"another thing":        {added, "rumour", "x", "want event, toll or claim"},
	} {
		got, err := c.make(c.what, c.value)
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func added(what, value string) (string, error) { return (&Said{What: what, Value: value}).added() }

func TestWhatIsAddedMayHaveFurtherFields(t *testing.T) {
	for name, c := range map[string]struct {
		said Said
		want string // JSON, or what the error says
	}{
		"an event of a day":       {Said{What: "event", Value: "shelling", More: map[string]string{"from": "2031-05-02", "place": "Dorel", "status": "planned"}}, `{"from":"2031-05-02","kind":"shelling","places":[{"name":"Dorel"}],"status":"planned"}`},
		"wounded":                 {Said{What: "toll", Value: "7", More: map[string]string{"harm": "wounded", "qualifier": "at-least", "who": "guards"}}, `{"count":7,"harm":"wounded","qualifier":"at-least","who":"guards"}`},
		"a denial":                {Said{What: "claim", Value: "the mayor", More: map[string]string{"stance": "deny"}}, `{"source":"the mayor","stance":"deny"}`},
		"a harm that is none":     {Said{What: "toll", Value: "7", More: map[string]string{"harm": "sad"}}, "fix harm"},
		"a stance that is none":   {Said{What: "claim", Value: "the mayor", More: map[string]string{"stance": "hum"}}, "want one of"},
		"a day that is none":      {Said{What: "event", Value: "battle", More: map[string]string{"from": "soon"}}, "want"},
		"nobody harmed":           {Said{What: "toll", Value: "0"}, "in digits"},
		"a field of other things": {Said{What: "event", Value: "battle", More: map[string]string{"harm": "killed"}}, `{"kind":"battle"}`},
	} {
		got, err := c.said.added()
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestNamesAreBlottedOutAndOffsetsHold(t *testing.T) {
	text := "Shells hit Dorel. Öda Harrow, 34, fled, MARA 🕊 said: five died."
	r := &sitrep.Reading{Report: &sitrep.Report{Text: text, Title: "Öda Harrow flees"}, Claims: []sitrep.Claim{{Source: "Öda Harrow"}}, Entities: []sitrep.Entity{{Name: "Öda Harrow"}},
		Events: []sitrep.Event{{Actors: []sitrep.Actor{{Name: "Öda Harrow"}}, Tolls: []sitrep.Toll{{Who: "Öda Harrow"}}}}}
	names := []casebook.PrivateName{{Name: "Öda Harrow", Description: "a resident"}}
	got := (&Record{}).Masked(r, names)
	if want := "Shells hit Dorel. ·*********, 34, fled, MARA 🕊 said: five died."; got.Report.Text != want || len(want) != len(text) {
		t.Errorf("the text is %q", got.Report.Text)
	}
	for _, words := range []string{got.Report.Text, got.Report.Title, got.Claims[0].Source, got.Entities[0].Name, got.Events[0].Actors[0].Name, got.Events[0].Tolls[0].Who} {
		if strings.Contains(words, "Harrow") {
			t.Errorf("%q names a private person", words)
		}
	}
	if r.Claims[0].Source != "Öda Harrow" || r.Report.Text != text {
		t.Error("the reading itself was changed")
	}
	if (&Record{Names: true}).Masked(r, names) != r {
		t.Error("names are asked for and not there")
	}
}
