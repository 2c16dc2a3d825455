package web_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestClaimsSayWhatTheyAreAbout(t *testing.T) {
	w := examples(t)
	page := w.get("/claims?source=ministry").Body.String()
	about := regexp.MustCompile(`about <a href="(/incidents/[^"]+)" dir="auto">([^<]*)</a>`).FindAllStringSubmatch(page, -1)
	if len(about) == 0 {
		t.Fatal("no claim of a ministry is about an incident")
	}
	for _, a := range about {
		if title := a[2]; title == "an incident" || !strings.Contains(w.get(a[1]).Body.String(), title) {
			t.Errorf("%s is called %q, and not so on its own page", a[1], title)
		}
	}
	if !strings.Contains(page, `name="source" value="ministry"`) {
		t.Error("the form does not show whose claims these are")
	}
	if stance := w.get("/claims?stance=deny&source=x").Body.String(); !strings.Contains(stance, `<input type="hidden" name="stance" value="deny">`) {
		t.Error("the form forgets the stance that was chosen")
	}
}

// Each stance stands with how many claims have it, whichever is chosen.
func TestStancesAreCounted(t *testing.T) {
	w := examples(t)
	counted := regexp.MustCompile(`<a href="([^"]+)"[^>]*>(\w+) <span class="n">(\d+)</span></a>`)
	total := regexp.MustCompile(`<h1>Claims <span class="fuzzy">(\d+)</span>`)
	stances := counted.FindAllStringSubmatch(w.get("/claims").Body.String(), -1)
	if len(stances) != 10 {
		t.Fatalf("%d stances with counts", len(stances))
	}
	sum := 0
	for _, s := range stances {
		page := w.get(strings.ReplaceAll(s[1], "&amp;", "&")).Body.String()
		if got := total.FindStringSubmatch(page); len(got) == 0 || got[1] != s[3] {
			t.Errorf("%s: counted %s, listed %q", s[2], s[3], got)
		}
		n, _ := strconv.Atoi(s[3])
		sum += n
	}
	if all := total.FindStringSubmatch(w.get("/claims").Body.String()); all[1] != strconv.Itoa(sum) {
		t.Errorf("%d claims by stance, %s in all", sum, all[1])
	}
}
