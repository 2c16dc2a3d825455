package web

import (
	"strings"
	"testing"
)

func TestAPassageIsCutFarFromItsMarks(t *testing.T) {
	long := strings.Repeat("word ", 200)
	p := shortened(paragraph{[]piece{{Text: long}, {Text: "shells hit the town", IDs: "e1"}, {Text: long}, {Text: "five died", IDs: "e1"}, {Text: long}}})
	got := plain([]paragraph{p})
	if len(got) > 5*aroundMark || !strings.Contains(got, "shells hit the town") || !strings.Contains(got, "five died") || strings.Count(got, "…") < 3 {
		t.Errorf("%d bytes: %s", len(got), got)
	}
	if short := shortened(paragraph{[]piece{{Text: "On Monday "}, {Text: "shells hit", IDs: "e1"}, {Text: "."}}}); plain([]paragraph{short}) != "On Monday shells hit." {
		t.Errorf("a short one becomes %q", plain([]paragraph{short}))
	}
}
