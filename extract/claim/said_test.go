package claim_test

import (
	"testing"

	"sitrep"
)

// TestWhatIsSaid is about where the words of one speaker end and those of the reporter, or of another speaker, go on.
func TestWhatIsSaid(t *testing.T) {
	type said struct {
		words  string
		stance sitrep.Stance
	}
	cases := []struct {
		name, text string
		want       []said
	}{
		{"a war that claims lives says nothing", "The ten-month war claimed the lives of more than 400 villagers.", nil},
		{"nor does a blast that claims a number of them", "The blast claimed nine lives in the market.", nil},
		{"the reporter says how long after", "Two guards died in fresh fighting with the rebels, officials said, three weeks after the truce.",
			[]said{{"Two guards died in fresh fighting with the rebels", sitrep.Assert}}},
		{"to insist that it is so is to say it", "The rebels insist that the bridge was closed.", []said{{"the bridge was closed", sitrep.Assert}}},
		{"what the other side makes of a demand",
			"The rebels want their own courts, a demand that the governor rejects as an insult to its people.",
			[]said{{"an insult to its people", sitrep.Reject}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			if len(s.Claims) != len(c.want) {
				t.Fatalf("%d claims, want %d: %v", len(s.Claims), len(c.want), s.Claims)
			}
			for i, w := range c.want {
				if got := s.Claims[i]; words(s, got.Content) != w.words || got.Stance != w.stance {
					t.Errorf("%s: %q;\nwant %s: %q", got.Stance, words(s, got.Content), w.stance, w.words)
				}
			}
		})
	}
}
