package web_test

import (
	"regexp"
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
