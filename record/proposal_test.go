package record

import (
	"bytes"
	"strings"
	"testing"

	"sitrep"
)

func proposedReading() *sitrep.Reading {
	text := "Shells fell on Dorél. Five people were killed, medics said."
	at := strings.Index(text, "Five people were killed")
	return &sitrep.Reading{Report: &sitrep.Report{ID: "r", Text: text}, Proposals: []sitrep.Proposal{{ID: "p1", By: "a model", What: sitrep.TollProposal,
		Words: sitrep.Span{Start: at, End: at + len("Five people were killed")}, Value: `{"harm":"killed","count":5,"qualifier":"exact"}`}}}
}

func TestProposalsAreWrittenAndReadBack(t *testing.T) {
	var b, again, none bytes.Buffer
	r := proposedReading()
	if err := WriteReading(&b, r, ReadingOptions{}); err != nil {
		t.Fatal(err)
	}
	if want := `"proposals":[{"id":"p1","proposed_by":"a model","what":"toll","start":22,"end":45,"fields":{"harm":"killed","count":5,"qualifier":"exact"},"judged":false}]`; !strings.Contains(b.String(), want) {
		t.Errorf("got %s", b.String())
	}
	back, _, err := ReadReading(b.Bytes())
	if err != nil || len(back.Proposals) != 1 || back.Proposals[0] != r.Proposals[0] {
		t.Fatalf("read back %+v, %v", back, err)
	}
	if err := WriteReading(&again, back, ReadingOptions{}); err != nil || again.String() != b.String() {
		t.Errorf("written again: %s", again.String())
	}
	r.Proposals = nil
	if err := WriteReading(&none, r, ReadingOptions{}); err != nil || strings.Contains(none.String(), "proposals") {
		t.Errorf("without proposals: %s", none.String())
	}
}

func TestAPageMarksProposals(t *testing.T) {
	var b bytes.Buffer
	if err := WritePage(&b, proposedReading(), PageStyle{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "COUNTED NOWHERE") || !strings.Contains(b.String(), "toll: killed, exact 5 “Five people were killed” (proposed by a model)") {
		t.Errorf("got %s", b.String())
	}
}

func TestProposedValue(t *testing.T) {
	for _, c := range []struct {
		name   string
		what   sitrep.ProposalKind
		fields string
		want   string // the value, or what the error says
	}{
		{"a toll", "toll", `{"count":5,"harm":"killed","who":null}`, `{"harm":"killed","count":5}`},
		{"an event", "event", `{"kind":"shelling","from":"2031-05","places":[{"name":"Dorel"}]}`, `{"kind":"shelling","from":"2031-05","places":[{"name":"Dorel"}]}`},
		{"a claim", "claim", `{"source":"medics","stance":"assert"}`, `{"source":"medics","stance":"assert"}`},
		{"a kind that is none", "event", `{"kind":"party"}`, "party"},
		{"a harm that is none", "toll", `{"harm":"insulted","count":5}`, "insulted"},
		{"a count in words", "toll", `{"harm":"killed","count":"five"}`, "fields"},
		{"a count below one", "toll", `{"harm":"killed","count":-5}`, "number of people"},
		{"a range backwards", "toll", `{"harm":"killed","count":5,"count_to":3}`, "count_to above"},
		{"no harm", "toll", `{"count":5}`, "missing"},
		{"a field of another kind", "claim", `{"source":"medics","stance":"assert","count":5}`, "count"},
		{"a field that there is not", "event", `{"kind":"shelling","grade":"confirmed"}`, "grade"},
		{"a day that is none", "event", `{"kind":"shelling","from":"tomorrow"}`, "tomorrow"},
		{"days backwards", "event", `{"kind":"shelling","from":"2031-05-03","to":"2031-05-01"}`, "before it begins"},
		{"no object", "event", `[]`, "no JSON object"},
		{"something else", "verdict", `{}`, "none of event, toll, claim"},
	} {
		got, err := ProposedValue(c.what, []byte(c.fields))
		if err != nil {
			got = err.Error()
		}
		if (err == nil) != strings.HasPrefix(c.want, "{") || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
