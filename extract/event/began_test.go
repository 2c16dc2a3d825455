package event

import (
	"testing"

	"sitrep"
)

func TestGoesOnForDays(t *testing.T) {
	day := func(d int) sitrep.CivilDate { return sitrep.CivilDate{Year: 2020, Month: 3, Day: d} }
	for _, c := range []struct {
		name, text string
		status     sitrep.Status
		want       string
	}{
		{"a third day", "*Fighting went on for a third day.", sitrep.Happened, "2020-03-03..2020-03-05"},
		{"it goes on", "*Fighting went on for a third day.", sitrep.Ongoing, "2020-03-03.."},
		{"a straight day", "*Clashes raged for a fourth straight day.", sitrep.Happened, "2020-03-02..2020-03-05"},
		{"by a verb", "Jets *bombed the port for the second day.", sitrep.Happened, "2020-03-04..2020-03-05"},
		{"entered", "The *battle entered its third day.", sitrep.Happened, "2020-03-03..2020-03-05"},
		{"on a day that is no count", "*Fighting broke out on the third day of the truce.", sitrep.Happened, ".."},
		{"a length", "*Fighting went on for three days.", sitrep.Happened, ".."},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := marked(t, c.text, sitrep.Battle)
			v.published = day(5)
			e := sitrep.Event{Status: c.status, MentionsOf: []int{0}}
			v.began(&e)
			if got := e.When.From.String() + ".." + e.When.To.String(); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}
