package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"sitrep/export/carry"
)

var questionHead = regexp.MustCompile(`(?m)^\d+ of \d+: `)

// answer answers the question about an incident in which some words stand, and skips those before it.
func answerTo(t *testing.T, incident, words, key string) string {
	t.Helper()
	args := []string{"review", "case.db", "--incident", incident}
	asked := must(t, strings.Repeat("k\n", 100), args...)
	for i, q := range questionHead.Split(asked, -1)[1:] {
		if strings.Contains(strings.Join(strings.Fields(q), " "), words) {
			return must(t, strings.Repeat("k\n", i)+key+"\nq\n", args...)
		}
	}
	t.Fatalf("no question about %q in\n%s", words, asked)
	return ""
}

// laterReport tells of the shelling once more: it makes the incident be joined anew.
const laterReport = `{"id":"post-2","outlet":"Morning Post","published":"2031-05-05","title":"Dorel counts its dead","text":"At least ten people died in the shelling of the market in Dorel on Friday, Lake Watch said on Monday."}` + "\n"

// stays checks that something stands in the page of an incident, also after all reports are read again, and after another report of it came.
func stays(t *testing.T, what string, holds func() bool) {
	t.Helper()
	if !holds() {
		t.Fatalf("%s: not at once", what)
	}
	if testing.Short() {
		return
	}
	must(t, "", "reread", "case.db", "--all")
	if !holds() {
		t.Errorf("%s: not after everything was read again", what)
	}
	must(t, laterReport, "ingest", "case.db", "--jsonl", "-")
	if !holds() {
		t.Errorf("%s: not after another report was joined", what)
	}
}

// shownShelling is the page of the shelling.
func shownShelling(t *testing.T) string {
	t.Helper()
	all := ids(t, "--kind=shelling", "--has-toll")
	if len(all) == 0 {
		return ""
	}
	return must(t, "", "show", "case.db", all[0])
}

func lastJudgement(t *testing.T) carry.Judgement {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(must(t, "", "review", "case.db", "--export")), "\n")
	var j carry.Judgement
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &j); err != nil {
		t.Fatal(err)
	}
	return j
}

func TestAFixedTollStays(t *testing.T) {
	newCase(t)
	shelling := ids(t, "--kind=shelling", "--has-toll")[0]
	answerTo(t, shelling, "toll 1: killed 3", "f toll 1 count 4")
	stays(t, "toll of four", func() bool { return strings.Contains(shownShelling(t), "4 “killing three people”") })
	j := lastJudgement(t)
	if j.Op != "set" || j.Field != "toll.count" || string(j.Value) != "4" || j.By != "ana" || !j.Holds || j.Start == nil || !strings.Contains(j.Around, "market in the town of Dorel") {
		t.Errorf("exported %+v", j)
	}
	must(t, "", "review", "case.db", "--undo", j.ID)
	if page := shownShelling(t); !strings.Contains(page, "3 “killing three people”") {
		t.Errorf("it was not undone:\n%s", page)
	}
	if why := must(t, "", "why", "case.db", ids(t, "--kind=shelling", "--has-toll")[0]); strings.Contains(why, "CORRECTED BY PEOPLE") {
		t.Errorf("what was undone is shown as a correction:\n%s", why)
	}
}

func TestARejectedEventStaysAway(t *testing.T) {
	newCase(t)
	talks := ids(t, "--kind=talks")[0]
	answerTo(t, talks, "talks", "r")
	stays(t, "no talks", func() bool { return len(ids(t, "--kind=talks")) == 0 })
	must(t, "", "review", "case.db", "--undo", lastJudgement(t).ID)
	if len(ids(t, "--kind=talks")) != 1 {
		t.Error("the talks did not come back")
	}
}

func TestASplitAndAMergeStay(t *testing.T) {
	newCase(t)
	before := len(ids(t))
	out := answerTo(t, ids(t, "--has-toll")[0], "one incident", "s")
	if !strings.Contains(out, "kept as ") {
		t.Fatalf("got\n%s", out)
	}
	stays(t, "one incident more", func() bool { return len(ids(t)) == before+1 })
	if j := lastJudgement(t); j.Op != "split" || len(j.Events) != 1 {
		t.Errorf("exported %+v", j)
	}
	must(t, "", "review", "case.db", "--undo", lastJudgement(t).ID)
	if n := len(ids(t)); n != before {
		t.Errorf("%d incidents after the split was undone, %d before it", n, before)
	}
}

func TestAGradeStays(t *testing.T) {
	newCase(t)
	must(t, "", "review", "case.db", "--incident", ids(t, "--kind=shelling", "--has-toll")[0], "--grade", "confirmed", "--reason", "seen on two videos")
	stays(t, "the grade", func() bool {
		return strings.Contains(strings.Join(strings.Fields(shownShelling(t)), " "), "confirmed by ana on") && strings.Contains(shownShelling(t), "seen on two videos")
	})
}

func TestUndoInTheSession(t *testing.T) {
	newCase(t)
	talks := ids(t, "--kind=talks")[0]
	if out := must(t, "r\nu\nq\n", "review", "case.db"); !strings.Contains(out, "undone: ") { // of all that waits: after the last question nothing can be undone
		t.Errorf("got\n%s", out)
	}
	if len(ids(t, "--kind=talks")) != 1 {
		t.Error("the talks are gone")
	}
	if out := must(t, "u\nx\nf kind picnic\nq\n", "review", "case.db", "--incident", talks); !strings.Contains(out, "nothing to undo") ||
		!strings.Contains(out, "'x' does not answer this question\na accept") || !strings.Contains(out, `"picnic" is no kind`) {
		t.Errorf("got\n%s", out)
	}
}

func TestWhatWaits(t *testing.T) {
	newCase(t)
	got := sitrepOn("", "review", "case.db", "--check")
	var joins, events, orphans int
	if _, err := fmt.Sscanf(got.out, "%d joins in doubt, %d events in doubt, %d judgements", &joins, &events, &orphans); err != nil {
		t.Fatalf("%v: %+v", err, got)
	}
	if (joins+events > 0) != (got.code == exitFound) {
		t.Errorf("%+v", got)
	}
	must(t, strings.Repeat("a\n", joins+events), "review", "case.db")
	if got := sitrepOn("", "review", "case.db", "--check"); got.code != exitOK || !strings.HasPrefix(got.out, "0 joins in doubt, 0 events in doubt") {
		t.Errorf("after all was judged: %+v", got)
	}
}
