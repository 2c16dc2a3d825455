package shown

import (
	"testing"

	"sitrep"
)

func TestValuesOfWhatIsExplained(t *testing.T) {
	day := sitrep.CivilDate{Year: 2031, Month: 5, Day: 3}
	e := &sitrep.Event{Kind: sitrep.Airstrike, Status: sitrep.Planned, News: true, Phase: "agreed", When: sitrep.Interval{From: day, To: day}}
	for field, want := range map[string]string{"kind": "airstrike", "status": "planned", "news": "new", "phase": "agreed", "when": "2031-05-03", "score": ""} {
		if got := valueOf(field, e); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	e.News, e.When.To = false, day.AddDays(2)
	if got := valueOf("news", e) + " " + valueOf("when", e); got != "background 2031-05-03/2031-05-05" {
		t.Errorf("a background of some days is %q", got)
	}
}
