package trigger

import (
	"strings"
	"testing"

	"sitrep"
)

// read gives the mentions of a text.
func read(t testing.TB, body string) (*sitrep.Story, []sitrep.EventMention) {
	t.Helper()
	s := story(t, body)
	if err := step().Read(s); err != nil {
		t.Fatal(err)
	}
	return s, s.Mentions
}

func TestMentions(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string // kind and trigger of each mention
	}{
		{"harm goes up in its cause", "Rebels attacked a village in northern Dorel on Monday. A car bomb exploded near a market in the capital on Sunday, killing at least nine civilians and wounding twenty, police said.",
			[]string{"attack attacked", "bombing bomb"}},
		{"two happenings in one sentence stay two", "Troops clashed with rebels near the border on Monday, and the two governments held talks in the capital on Tuesday.",
			[]string{"battle clashed", "talks talks"}},
		{"the weapon decides the kind", "Militants attacked the town with rockets on Monday, killing three residents.", []string{"shelling attacked"}},
		{"drones strike from the air", "A drone struck a convoy outside the town on Monday, killing four soldiers, the army said.", []string{"airstrike struck"}},
		{"a town is taken", "Rebels captured the town of Homs on Monday, residents said.", []string{"territory captured"}},
		{"people are taken", "Gunmen kidnapped two nurses in the northern province on Monday, police said.", []string{"abduction kidnapped"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, mentions := read(t, c.text)
			var got []string
			for _, m := range mentions {
				got = append(got, string(m.Kind)+" "+s.In(m.TriggerSpan))
			}
			if strings.Join(got, ", ") != strings.Join(c.want, ", ") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMentionsOfNothing(t *testing.T) {
	for _, text := range []string{
		"The coach praised the attack of his team after the match. The striker fired two goals in the second half.",
		"He died of a heart attack in his sleep on Monday, his family said. He was a painter.",
	} {
		if s, mentions := read(t, text); len(mentions) > 0 {
			t.Errorf("%s: %s in %q", mentions[0].Kind, s.In(mentions[0].Span), text)
		}
	}
}

func TestWeaponAndStatus(t *testing.T) {
	s, mentions := read(t, "The army fired mortar shells at the village on Monday. The two sides will hold talks in the capital next week.")
	if len(mentions) != 2 {
		t.Fatalf("%d mentions, want 2", len(mentions))
	}
	if w := mentions[0].Weapon; w != "mortar shells" {
		t.Errorf("weapon %q, want mortar shells", w)
	}
	if mentions[1].Status != sitrep.Planned {
		t.Errorf("%q is %s, want planned", s.In(mentions[1].Span), mentions[1].Status)
	}
}

func TestMentionsKeepTheirWords(t *testing.T) {
	s, mentions := read(t, "Shelling killed three people in the eastern town on Monday, and thousands fled their homes. The army denied that it had fired on the market. "+
		"Peace talks that were to begin in May have been put off, the envoy said.")
	if len(mentions) == 0 {
		t.Fatal("no mentions")
	}
	for _, m := range mentions {
		if !m.Contains(m.TriggerSpan) || m.Len() > longest {
			t.Errorf("%q does not hold its trigger %q, or is too long", s.In(m.Span), s.In(m.TriggerSpan))
		}
		if len(m.Scores) == 0 || m.Scores[0].Kind != m.Kind || m.Score <= 0 || m.Score > 1 || m.Frame == "" || len(m.Why) == 0 {
			t.Errorf("%q: scores %v, score %v, frame %q", s.In(m.Span), m.Scores, m.Score, m.Frame)
		}
	}
}

func TestNoTextPanics(t *testing.T) {
	for _, text := range []string{"", " ", "attack", "\xff\xfe bombing \xc3", "- - - fire - fire", strings.Repeat("killed and wounded and ", 3000), "killed.\n\n\nshelled"} {
		read(t, text)
	}
}

func TestSameTextSameMentions(t *testing.T) {
	text := "Rebels seized the town on Monday after shelling killed nine people. The government and the rebels signed a truce."
	_, a := read(t, text)
	_, b := read(t, text)
	if len(a) != len(b) {
		t.Fatalf("%d and %d mentions", len(a), len(b))
	}
	for i := range a {
		if a[i].Span != b[i].Span || a[i].Kind != b[i].Kind || a[i].Score != b[i].Score {
			t.Errorf("mention %d differs: %+v, %+v", i, a[i], b[i])
		}
	}
}

// BenchmarkRead reads a report of some 400 words; the step's share of the time for one is 0.3 ms.
func BenchmarkRead(b *testing.B) {
	s := story(b, strings.Repeat("Rebels seized the town of Homs on Monday after shelling killed nine people and wounded twenty, the army said. "+
		"The government and the rebels had signed a truce in May, but talks on a peace deal broke down in the capital last week. ", 10))
	for b.Loop() {
		if err := step().Read(s); err != nil {
			b.Fatal(err)
		}
	}
}
