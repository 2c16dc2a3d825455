package claim_test

import (
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

var reader = sync.OnceValue(func() *extract.Reader {
	language, err := english.New()
	if err != nil {
		panic(err)
	}
	return extract.New(language, lexicon.English(), gazetteer.Default())
})

func story(t *testing.T, text string) *sitrep.Story {
	t.Helper()
	s, err := reader().Story(&sitrep.Report{ID: "t", Text: text, SHA256: "00"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// words are the stretches of a text, joined by " … ".
func words(s *sitrep.Story, spans []sitrep.Span) string {
	var all []string
	for _, p := range spans {
		all = append(all, s.In(p))
	}
	return strings.Join(all, " … ")
}

func TestAttributionsAsInTheText(t *testing.T) {
	cases := []struct{ name, text, source, cue, content string }{
		{"that clause", "The ministry said that the bridge was closed.", "The ministry", "said", "that the bridge was closed"},
		{"quote before", `"The bridge is closed," the mayor of Oldtown said on Monday.`, "the mayor of Oldtown", "said", `"The bridge is closed,"`},
		{"quote around", `"The bridge is closed," the mayor said. "Nobody may cross it."`, "the mayor", "said", `"The bridge is closed," … "Nobody may cross it."`},
		{"according to", "The bridge was closed on Monday, according to the mayor.", "the mayor", "according to", "The bridge was closed on Monday"},
		{"infinitive", "The rebels have vowed to keep the bridge open.", "The rebels", "have vowed", "to keep the bridge open"},
		{"somebody asked", "The mayor urged the rebels to leave the bridge.", "The mayor", "urged", "to leave the bridge"},
		{"accusation", "The army accused the rebels of mining the bridge.", "The army", "accused", "the rebels of mining the bridge"},
		{"passive", "The rebels were accused by the army of mining the bridge.", "the army", "were accused", "The rebels … of mining the bridge"},
		{"a title and a name between commas", "The road was cut by rebels on Monday, the mayor of Oldtown, Amina Otieno, said.", "the mayor of Oldtown, Amina Otieno,", "said",
			"The road was cut by rebels on Monday"},
		{"a body's officer between commas", "The bridge was destroyed by a blast, Kenya's interior minister, Amina Otieno, said on Tuesday.", "Kenya's interior minister, Amina Otieno,",
			"said", "The bridge was destroyed by a blast"},
		{"noun", "The army's claim that the bridge was mined was not believed.", "The army", "claim", "that the bridge was mined"},
		{"preposition", "The envoy called for an end to the siege.", "The envoy", "called for", "an end to the siege"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			if len(s.Attributions) == 0 {
				t.Fatal("nothing is attributed")
			}
			a := s.Attributions[0]
			if words(s, a.Source) != c.source || words(s, a.Cue) != c.cue || words(s, a.Content) != c.content {
				t.Errorf("source %q, cue %q, content %q;\nwant %q, %q, %q", words(s, a.Source), words(s, a.Cue), words(s, a.Content), c.source, c.cue, c.content)
			}
		})
	}
}

func TestClaims(t *testing.T) {
	cases := []struct {
		name, text, source, words string
		mode                      sitrep.ClaimMode
		stance                    sitrep.Stance
	}{
		{"indirect", "The ministry said that the bridge was closed.", "The ministry", "the bridge was closed", sitrep.IndirectMode, sitrep.Assert},
		{"quote", `"The bridge is closed," the mayor of Oldtown said on Monday.`, "the mayor of Oldtown", "The bridge is closed", sitrep.QuoteMode, sitrep.Assert},
		{"demand", "The envoy called for an end to the siege.", "The envoy", "an end to the siege", sitrep.IndirectMode, sitrep.Demand},
		{"refusal", "The rebels refused to leave the bridge.", "The rebels", "to leave the bridge", sitrep.IndirectMode, sitrep.Reject},
		{"denial", "The army denied that it had mined the bridge.", "The army", "it had mined the bridge", sitrep.IndirectMode, sitrep.Deny},
		{"what was not confirmed", "The army has not confirmed that rebels had mined the bridge.", "The army", "has not confirmed that rebels had mined the bridge", sitrep.IndirectMode, sitrep.Assert},
		{"insisted on", "The rebels insist on the army leaving the valley.", "The rebels", "the army leaving the valley", sitrep.IndirectMode, sitrep.Demand},
		{"insisted that", "The rebels insist that the army left the valley.", "The rebels", "the army left the valley", sitrep.IndirectMode, sitrep.Assert},
		{"called a necessity", `"The withdrawal of the troops is an absolute necessity," the mayor of Oldtown said.`, "the mayor of Oldtown",
			"The withdrawal of the troops is an absolute necessity", sitrep.QuoteMode, sitrep.Demand},
		{"called necessary", `"It is essential that the road is opened," the mayor of Oldtown said.`, "the mayor of Oldtown", "It is essential that the road is opened",
			sitrep.QuoteMode, sitrep.Demand},
		{"a thing that is vital", `"The bridge is vital," the mayor of Oldtown said.`, "the mayor of Oldtown", "The bridge is vital", sitrep.QuoteMode, sitrep.Assert},
		{"a post in marks", `"The bridge is closed," the mayor of Oldtown tweeted on Monday.`, "the mayor of Oldtown", "The bridge is closed", sitrep.PostMode, sitrep.Assert},
		{"condemnation", "The union condemned the attack on the bridge.", "The union", "the attack on the bridge", sitrep.IndirectMode, sitrep.Condemn},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			if len(s.Claims) != 1 {
				t.Fatalf("%d claims, want 1", len(s.Claims))
			}
			got := s.Claims[0]
			if !strings.Contains(strings.ToLower(c.source), strings.ToLower(got.Source)) || words(s, got.Content) != c.words || got.Mode != c.mode || got.Stance != c.stance {
				t.Errorf("%s, %s: %q says %q;\nwant %s, %s: %q says %q", got.Mode, got.Stance, got.Source, words(s, got.Content), c.mode, c.stance, c.source, c.words)
			}
		})
	}
}

// Whoever does not speak, or asks, has claimed nothing, and what somebody did not say is told with the words that say so.
func TestWhatNobodySays(t *testing.T) {
	for _, text := range []string{
		"The ministry refused to comment on reports that rebels had mined the bridge.",
		"The ministry declined to say whether rebels had mined the bridge.",
		"The ministry asked whether rebels had mined the bridge.",
		"The ministry could not confirm that rebels had mined the bridge.",
		"The ministry neither confirmed nor denied that rebels had mined the bridge.",
		"The ministry did not say that rebels had mined the bridge.",
	} {
		s := story(t, text)
		for i := range s.Claims {
			for _, span := range s.Claims[i].Content {
				if words := s.In(span); strings.HasPrefix(words, "rebels") || strings.HasPrefix(words, "reports") || strings.HasPrefix(words, "whether") || strings.HasPrefix(words, "to comment") {
					t.Errorf("%q: %s says %q", text, s.Claims[i].Source, words)
				}
			}
		}
	}
}

func TestWordsThatGoOnFromAPost(t *testing.T) {
	for _, c := range []struct {
		name, after string
		want        sitrep.ClaimMode
	}{
		{"written", `"Nobody may cross the bridge on foot," he wrote.`, sitrep.PostMode},
		{"told to somebody", `"Nobody may cross the bridge on foot," he told reporters.`, sitrep.QuoteMode},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, "Kenya's interior minister, Peter Otieno, tweeted that the bridge was closed. "+c.after)
			if n := len(s.Claims); n != 2 || s.Claims[0].Mode != sitrep.PostMode || s.Claims[1].Mode != c.want {
				t.Errorf("%+v; want a post and a %s", s.Claims, c.want)
			}
		})
	}
}

func TestSourcesAndRelays(t *testing.T) {
	cases := []struct{ name, text, source, via string }{
		{"quoted by", "The newspaper quoted the mayor of Oldtown as saying that the bridge was closed.", "mayor of Oldtown", "newspaper"},
		{"issued", "The embassy issued a statement saying that the bridge was closed.", "embassy", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			if len(s.Claims) == 0 {
				t.Fatal("no claim")
			}
			if got := s.Claims[0]; !strings.Contains(got.Source, c.source) || !strings.Contains(got.Via, c.via) {
				t.Errorf("source %q via %q, want %q via %q", got.Source, got.Via, c.source, c.via)
			}
		})
	}
}

func TestNothingPanics(t *testing.T) {
	for _, text := range []string{"", ".", `"`, "said", "\xff\xfe said \xff", `"" said said "`, strings.Repeat("he said ", 3000), strings.Repeat(`"said`, 500),
		"according to", "x according to"} {
		story(t, text)
	}
}
