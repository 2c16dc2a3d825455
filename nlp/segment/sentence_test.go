package segment

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string // the sentences, which are also the text, joined by glue
		glue string
	}{
		{"two", []string{"The army shelled the town.", "Nobody was hurt."}, " "},
		{"ranks do not end", []string{"Lt. Gen. Karim Daud arrived on Monday.", "He met U.N. envoys."}, " "},
		{"initials do not end", []string{"The U.S. Army and the U.N. Security Council sent Mr. J. Brown to St. Louis."}, " "},
		{"initials may end", []string{"The convoy left for the U.S.", "It never arrived."}, " "},
		{"p.m. may end", []string{"The shelling began at 9 p.m.", "Residents fled to the hills."}, " "},
		{"p.m. may not end", []string{"The talks end at 7 p.m. Saturday in the capital."}, " "},
		{"dateline", []string{"BEIRUT (Reuters) -", "Rebels took the hill on Sunday.", "Troops fled."}, " "},
		{"dateline with date", []string{"GOMA, Congo, Jan. 5 (AP) —", "At least 12 people died in clashes.", "Fighting went on."}, " "},
		{"closing quote", []string{"“We will not stop.”", "He left the room."}, " "},
		{"speech and speaker", []string{"\"We lost three men,\" the commander said.", "\"We will be back.\""}, " "},
		{"question in speech", []string{"\"Who fired first?\" he asked.", "Nobody answered."}, " "},
		{"brackets", []string{"The group (which denies it) was blamed.", "(Reporting by Ann Lee.)"}, " "},
		{"decimals", []string{"The quake measured 6.5 and lasted 1.2 seconds.", "Walls fell."}, " "},
		{"paragraphs", []string{"Airstrike kills six", "Six people died on Friday"}, "\n\n"},
		{"title over text", []string{"Airstrike Kills Six In Border Village", "Six people died on Friday when an aircraft bombed a village."}, "\n"},
		{"dateline in a line that is wrapped", []string{"SANAA/ADEN, Oct. 16, 2020 –", "The Dorel Government and the Free\nSyrian Guard of the northern hills signed a truce on Monday and went."}, " "},
		{"list", []string{"Killed:", "- two soldiers", "- one driver"}, "\n"},
		{"numbered list", []string{"1. Cease fire at once.", "2. Free all prisoners."}, "\n"},
		{"question and speaker", []string{"\"Who fired first?\" Karim Daud asked.", "\"Stop!\" Lt. Gen. Osman shouted."}, " "},
		{"question and answer", []string{"\"Who fired first?\"", "The men of the village did not answer."}, " "},
		{"possessive before a title", []string{"The film is Omar's The Long War of the hills, and it is good."}, " "},
		{"article before a name", []string{"Troops marched towards Deir Hamil near Al Karsafa and the Hamil dam on Monday."}, " "},
		{"stop of a note in brackets", []string{"Gen. (ret.) Karim Daud left.", "He was tired."}, " "},
		{"quotation mark turned about", []string{"He left.", "”We won,” he said."}, " "},
		{"dots and a new clause", []string{"We waited for them...", "The men never came back."}, " "},
		{"small items", []string{"a) food", "b) water"}, "\n"},
		{"lines of a page", []string{"READ MORE: Army kills ten in the hills", "Share this:", "Click to share on the net (Opens in new window)"}, "\n"},
		{"two marks", []string{"Is that so?!", "Yes, it is!"}, " "},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := segmented(t, strings.Join(c.want, c.glue))
			var got []string
			for _, s := range d.Sentences {
				got = append(got, d.In(s.Span))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestDatelineReadsAsANameOfAPlace(t *testing.T) {
	for text, want := range map[string]string{
		"DEIR AL-ZOR, Syria (AFP) - Fighting went on.":       "Deir Al - Zor , Syria ( AFP ) -",
		"KHARTOUM — Fighting went on.":                       "Khartoum —",
		"UNITED NATIONS, Jan. 5 (AP) — The council met.":     "United Nations , Jan. 5 ( AP ) —",
		"NATO - the alliance - said so, and so did its men.": "NATO - the alliance - said so , and so did its men .",
	} {
		d := segmented(t, text)
		var got []string
		for _, k := range d.Words(d.Sentences[0]) {
			got = append(got, k.Reading())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q, want %q", s, want)
		}
	}
}

func TestWrappedLines(t *testing.T) {
	text := "Rebel fighters attacked an army post near the northern town of\n" +
		"Karsafa on Tuesday, killing four soldiers, a spokesman for the\n" +
		"Defence Ministry said. The post guards a bridge over the river\n" +
		"and had been attacked twice before.\n" +
		"The army said it had sent more men to the region."
	d := segmented(t, text)
	if len(d.Sentences) != 3 {
		for _, s := range d.Sentences {
			t.Logf("%q", d.In(s.Span))
		}
		t.Fatalf("got %d sentences, want 3", len(d.Sentences))
	}
}

// In a wire all in capitals the first line of a paragraph is no title.
func TestWrappedLinesInCapitals(t *testing.T) {
	text := "   THE MINISTRY SAID THAT REBELS ATTACKED AN ARMY POST NEAR THE TOWN\n" +
		"OF KARSAFA ON TUESDAY AND KILLED FOUR SOLDIERS.\n"
	if d := segmented(t, text); len(d.Sentences) != 1 {
		t.Errorf("got %d sentences, want 1", len(d.Sentences))
	}
}

func TestBareTexts(t *testing.T) {
	text := "Gunmen killed five people in the northern district on Sunday police said The attack took place near a checkpoint held by the army " +
		"They fled into the forest after the attack He said that nobody had claimed it It was the third attack this month"
	for name, text := range map[string]string{"capitals at beginnings": text, "all small": strings.ToLower(text), "all capitals": strings.ToUpper(text)} {
		t.Run(name, func(t *testing.T) {
			d := segmented(t, text)
			if n := len(d.Sentences); n < 2 || n > 8 {
				t.Errorf("got %d sentences of 5", n)
			}
			for _, s := range d.Sentences {
				if s.Len() < 4 {
					t.Errorf("a sentence of %d words: %q", s.Len(), d.In(s.Span))
				}
			}
		})
	}
}

func TestParagraphNumbers(t *testing.T) {
	d := segmented(t, "One stops. Two goes on.\n\nThree begins.\n \nFour ends it.")
	var got []int
	for _, s := range d.Sentences {
		got = append(got, s.Paragraph)
	}
	if want := []int{0, 0, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLongSentenceIsCut(t *testing.T) {
	d := segmented(t, strings.Repeat("men came over the hills with guns and carts, ", 200))
	for i, s := range d.Sentences {
		if s.Len() > MaxSentence {
			t.Errorf("sentence %d has %d tokens", i, s.Len())
		}
		if last := i == len(d.Sentences)-1; s.Cut == last {
			t.Errorf("sentence %d of %d: Cut is %v", i, len(d.Sentences), s.Cut)
		} else if form := d.Tokens[s.Last-1].Form; form != "," {
			t.Errorf("sentence %d was cut after %q", i, form)
		}
	}
	if len(d.Problems) != 1 || !strings.Contains(d.Problems[0].Err, "cut") {
		t.Errorf("problems: %v", d.Problems)
	}
}
