package extract_test

import (
	"testing"

	"sitrep"
)

// An alert is a report of one sentence. What it tells is an event, as little as there is beside it.
func TestAlertsAreEvents(t *testing.T) {
	for text, want := range map[string]sitrep.Kind{
		"Rebels and government troops clashed near Goma on Monday.":                                         sitrep.Battle,
		"Shells hit a market in Goma on Monday, killing three people, the governor said.":                   sitrep.Shelling,
		"Russia and Ukraine held talks in Istanbul on Friday.":                                              sitrep.Talks,
		"Gunmen attacked a village in Mopti, Mali, on Tuesday, killing at least 12 people, officials said.": sitrep.Attack,
		"The army and the rebels agreed a ceasefire on Sunday.":                                             sitrep.Ceasefire,
		"Two soldiers were killed when a mine exploded near Kidal on Friday, the army said.":                sitrep.Bombing,
	} {
		found := false
		r := read(t, published, text)
		for i := range r.Events {
			found = found || r.Events[i].Kind == want
		}
		if !found {
			t.Errorf("%s\nno %s among %d events", text, want, len(r.Events))
		}
	}
}
