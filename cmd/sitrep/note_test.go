package main

import (
	"strings"
	"testing"
)

// An outlet corrects a toll, and another report of the day still has the first one; then the outlet takes its report back.
func TestWhatAnOutletCorrectsOrTakesBackCountsNoMore(t *testing.T) {
	t.Chdir(t.TempDir())
	line := func(id, outlet, text string) string {
		return `{"id":"` + id + `","outlet":"` + outlet + `","published":"2031-05-03T12:00:00Z","title":"Shelling in Dorel","text":"` + text + `"}` + "\n"
	}
	file := func(line string) { t.Helper(); must(t, line, "ingest", "case.db", "--jsonl", "-") }
	killed := func() string {
		t.Helper()
		return strings.TrimSpace(must(t, "", "incidents", "case.db", "--csv", "--fields=killed_low,killed_best,killed_high"))
	}
	const story = "Shelling killed four people in the town of Dorel on Saturday, Lake Watch said. Rescuers searched the ruins until the evening."
	file(line("wire-1", "Lake Wire", story))
	file(line("post-1", "Morning Post", "Shelling killed four people in the town of Dorel on Saturday, Lake Watch said in a statement."))
	if got := killed(); !strings.HasSuffix(got, `"4","4","4"`) {
		t.Fatalf("killed at first: %s", got)
	}
	file(line("wire-1", "Lake Wire", strings.Replace(story, "four", "three", 1)+" Correction: An earlier version of this report said that shelling killed four people in the town."))
	if got := killed(); !strings.HasSuffix(got, `"3","3","3"`) {
		t.Errorf("killed after the correction: %s\n%s", got, must(t, "", "show", "case.db", ids(t)[0]))
	}
	file(line("wire-1", "Lake Wire", "This story has been withdrawn.\\n"+story))
	file(line("post-1", "Morning Post", "RETRACTION: Shelling killed four people in the town of Dorel on Saturday, Lake Watch said in a statement."))
	if all := ids(t); len(all) > 0 {
		t.Errorf("incidents %v of reports that were taken back", all)
	}
	if got := must(t, "", "claims", "case.db", "--jsonl"); got != "" {
		t.Errorf("claims of reports that were taken back: %s", got)
	}
	if got := must(t, "", "reports", "case.db", "--csv", "--fields=id,version,note"); !strings.Contains(got, `"wire-1","3","retraction"`) || !strings.Contains(got, `"post-1","2","retraction"`) {
		t.Errorf("reports: %s", got)
	}
	must(t, "", "reread", "case.db", "--all")
	if all := ids(t); len(all) > 0 {
		t.Errorf("incidents %v after everything was read again", all)
	}
}
