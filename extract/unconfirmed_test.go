package extract_test

import (
	"strings"
	"testing"
)

// What somebody could not confirm, or did not, is nobody's claim: there is no event of it, no toll, and nobody who did it according to him.
func TestWhatIsNotConfirmedDidNotHappenAccordingToAnybody(t *testing.T) {
	for _, source := range []string{"Turkey's defence ministry", "The Syrian army", "A hospital official"} {
		for _, said := range []string{"could not confirm that", "has not confirmed that", "could not immediately verify that"} {
			text := "BEIRUT - " + source + " " + said + " rebels had killed five soldiers near Homs."
			r := read(t, published, text)
			for _, e := range r.Events {
				t.Errorf("%q: %s, according to %q, with %d tolls", text, e.Kind, e.AccordingTo, len(e.Tolls))
			}
			for _, c := range r.Claims {
				if w := text[c.Content[0].Start:c.Content[0].End]; strings.HasPrefix(w, "rebels") {
					t.Errorf("%q: %s says %q", text, c.Source, w)
				}
			}
		}
	}
	told := read(t, published, "BEIRUT - Rebels killed five soldiers near Homs, witnesses said. Turkey's defence ministry could not confirm that rebels had killed five soldiers.")
	if len(told.Events) != 1 || len(told.Events[0].Tolls) != 1 {
		t.Fatalf("%d events of what witnesses told; want one with its toll", len(told.Events))
	}
	for _, c := range told.Claims {
		if strings.HasPrefix(c.Source, "Turkey") && told.Events[0].Tolls[0].Claim == c.ID {
			t.Errorf("the toll is %s's, who could not confirm it", c.Source)
		}
	}
}

// Nor did what is told not to have been, or was only played.
func TestWhatWasNotIsNoEvent(t *testing.T) {
	for _, text := range []string{
		"BEIRUT - The alleged attack on Homs never took place, the mayor said.",
		"BEIRUT - Reports of an attack on Homs were false, police said.",
		"BEIRUT - The army practised how to repel an attack on Homs.",
		"BEIRUT - There has been no attack on Homs since May, the mayor said.",
	} {
		for _, e := range read(t, published, text).Events {
			t.Errorf("%q: %s", text, e.Kind)
		}
	}
}
