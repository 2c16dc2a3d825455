package peace_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep"
	"sitrep/extract"
	"sitrep/extract/claim"
	"sitrep/extract/peace"
	"sitrep/extract/timex"
	"sitrep/gazetteer"
	"sitrep/ground/actor"
	"sitrep/ground/place"
	"sitrep/lexicon"
	"sitrep/nlp"
	"sitrep/nlp/english"
)

var language = sync.OnceValue(func() *nlp.Pipeline {
	p, err := english.New()
	if err != nil {
		panic(err)
	}
	return p
})

// before are the steps that this one reads the layers of, without those of events.
var before = sync.OnceValue(func() []extract.Step {
	lex := lexicon.English()
	return []extract.Step{timex.New(), place.New(lex, gazetteer.Default()), actor.New(lex), claim.New(lex)}
})

// kinds are the words that the tests take for triggers; all of one kind are one event.
var kinds = map[string]sitrep.Kind{"ceasefire": sitrep.Ceasefire, "truce": sitrep.Ceasefire, "truces": sitrep.Ceasefire, "talks": sitrep.Talks, "shelled": sitrep.Shelling, "shells": sitrep.Shelling,
	"shelling": sitrep.Shelling}

// story reads a text as one published on Sunday, 12 March 2017.
func story(t *testing.T, text string) *sitrep.Story {
	t.Helper()
	d, err := language().Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	report := &sitrep.Report{ID: "t", Text: text, SHA256: "00", Published: time.Date(2017, 3, 12, 12, 0, 0, 0, time.UTC), Clock: true}
	s := &sitrep.Story{Report: report, Doc: d, Tree: sitrep.NewTree(d)}
	for _, step := range before() {
		if err := step.Read(s); err != nil {
			t.Fatal(err)
		}
	}
	for i := range s.Tokens {
		if k := kinds[strings.ToLower(s.Tokens[i].Form)]; k != "" {
			mention(s, k, i)
		}
	}
	if err := peace.New().Read(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// mention adds a mention of the one event of a kind.
func mention(s *sitrep.Story, k sitrep.Kind, token int) {
	span := s.Tokens[token].Span
	s.Mentions = append(s.Mentions, sitrep.EventMention{Span: span, Trigger: token, TriggerSpan: span, Kind: k})
	e := first(s, k)
	if e == nil {
		s.Events = append(s.Events, sitrep.Event{Kind: k, Status: sitrep.Happened, Trigger: span})
		e = &s.Events[len(s.Events)-1]
	}
	e.Mentions, e.MentionsOf = append(e.Mentions, span), append(e.MentionsOf, len(s.Mentions)-1)
}

// first is the first event of a kind, nil where there is none.
func first(s *sitrep.Story, kind sitrep.Kind) *sitrep.Event {
	for i := range s.Events {
		if s.Events[i].Kind == kind {
			return &s.Events[i]
		}
	}
	return nil
}

func words(s *sitrep.Story, spans []sitrep.Span) string {
	var all []string
	for _, p := range spans {
		all = append(all, s.In(p))
	}
	return strings.Join(all, "; ")
}

func TestPhaseOfTruce(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"agreed", "The army and the rebels agreed to a ceasefire on Saturday.", "agreed"},
		{"signed", "The army and the rebels signed a truce in Oldtown on Saturday.", "agreed"},
		{"brokered", "A ceasefire brokered by Norway was welcomed by both sides on Saturday.", "agreed"},
		{"declared", "The rebels declared a ceasefire on Saturday.", "declared"},
		{"begins later", "A ceasefire is to begin on Monday, the army and the rebels announced.", "agreed"},
		{"took effect", "The army and the rebels agreed on a truce. The truce took effect at midnight on Saturday.", "in-effect"},
		{"holds", "A fragile ceasefire between the army and the rebels held on Saturday.", "in-effect"},
		{"extended", "The army and the rebels extended the ceasefire by three days on Saturday.", "extended"},
		{"collapsed", "A ceasefire between the army and the rebels collapsed on Saturday.", "broken-down"},
		{"broke down", "The ceasefire, which the army and the rebels signed in January, broke down on Saturday.", "broken-down"},
		{"did not hold", "A ceasefire between the army and the rebels was agreed in January. The ceasefire has not held.", "broken-down"},
		{"fell apart", "The ceasefire came into force on Monday but fell apart within hours.", "broken-down"},
		{"set to begin", "A ceasefire is set to take effect on Friday.", "agreed"},
		{"reached agreement", "The leaders reached agreement on a ceasefire.", "agreed"},
		{"agreed to extend", "The two sides agreed to extend a ceasefire for another 72 hours.", "extended"},
		{"suspended", "The rebels suspended the ceasefire on Saturday.", "suspended"},
		{"called off", "The army called off a ceasefire with the rebels.", "ended"},
		{"earlier ones only", "Earlier truces, agreed in October in Oldtown and with the help of Norway, had not held.", "broken-down"},
		{"not yet over", "The 72-hour truce is due to expire on Sunday.", ""},
		{"failed to agree", "The two sides failed to agree on a ceasefire.", ""},
		{"an earlier one", "The two sides agreed to a ceasefire. An earlier ceasefire collapsed in January.", "agreed"},
		{"ended by a party", "The rebels announced the end of the ceasefire with the army on Saturday.", "ended"},
		{"expired", "A ceasefire between the army and the rebels expired on Saturday.", "ended"},
		{"a party's word is no end", `A ceasefire between the army and the rebels took effect on Monday. "The ceasefire has collapsed," a rebel spokesman said.`, "in-effect"},
		{"a fear is no end", "A ceasefire between the army and the rebels took effect on Monday. Aid workers fear that the ceasefire may collapse.", "in-effect"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := first(story(t, c.text), sitrep.Ceasefire)
			if e == nil {
				t.Fatal("no ceasefire")
			}
			if e.Phase != c.want {
				t.Errorf("phase %q, want %q", e.Phase, c.want)
			}
		})
	}
}

func TestNoTruceFromWishes(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"call", "The rebels rejected a call for a ceasefire on Saturday."},
		{"called for", "The envoy called for a ceasefire on Saturday."},
		{"not possible", "A spokesman of the rebels said that a truce was not possible."},
		{"hope", "The envoy said he hoped that there would be a ceasefire."},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			if e := first(s, sitrep.Ceasefire); e != nil {
				t.Errorf("%q is read as a truce", words(s, e.Mentions))
			}
		})
	}
}

func TestTermsOfTruce(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"are to", "The army and the rebels signed a truce on Saturday. The parties are to stop attacks with any weapons.", "stop attacks with any weapons"},
		{"each verb", "The army and the rebels signed a truce on Saturday. Both sides must release prisoners and allow aid into the town.",
			"release prisoners; allow aid into the town"},
		{"under the truce", "The army and the rebels signed a truce on Saturday. Under the truce, both sides will leave the town.", "both sides will leave the town"},
		{"under which", "The army and the rebels signed a truce under which both sides will leave the town.", "both sides will leave the town"},
		{"provides for", "The army and the rebels signed a truce on Saturday. The truce provides for the release of prisoners.", "the release of prisoners"},
		{"bans", "The army and the rebels signed a truce on Saturday. The truce bans flights over the town.", "bans flights over the town"},
		{"calls for", "The two sides signed a truce on Saturday. It calls for both sides to leave the town.", "both sides to leave the town"},
		{"agreed to", "The two sides signed a truce on Saturday. They agreed to release prisoners and to open a road.", "release prisoners; open a road"},
		{"as part of", "As part of the truce, the army will leave the town.", "the army will leave the town"},
		{"list", "The army and the rebels signed a truce on Saturday. The truce provides for three things:\n\n- a halt to air raids\n- the release of prisoners\n\nThe mayor welcomed it.",
			"a halt to air raids; the release of prisoners"},
		{"a meeting is none", "The army and the rebels signed a truce on Saturday. The two sides are to meet on Monday.", ""},
		{"a demand is none", `The army and the rebels signed a truce on Saturday. "Both sides must leave the town," the envoy said.`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			e := first(s, sitrep.Ceasefire)
			if e == nil {
				t.Fatal("no ceasefire")
			}
			if got := words(s, e.Terms); got != c.want {
				t.Errorf("terms %q, want %q", got, c.want)
			}
		})
	}
}

func TestExclusionsFromTruce(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"excludes", "A ceasefire in Syria took effect on Saturday. The ceasefire excludes Islamic State and the Nusra Front.", "Islamic State; Nusra Front"},
		{"are excluded", "A ceasefire in Syria took effect on Saturday. Islamic State and the Nusra Front are excluded from it.", "Islamic State; Nusra Front"},
		{"does not apply to", "A ceasefire in Syria took effect on Saturday. The ceasefire does not apply to Islamic State.", "Islamic State"},
		{"not part of", "A ceasefire in Syria took effect on Saturday. Islamic State is not part of the ceasefire.", "Islamic State"},
		{"except", "The ceasefire covers all of Syria except Idlib.", "Idlib"},
		{"part of", "A ceasefire in Syria took effect on Saturday. The Free Syrian Army is part of the ceasefire.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := first(story(t, c.text), sitrep.Ceasefire)
			if e == nil {
				t.Fatal("no ceasefire")
			}
			if got := strings.Join(e.Excludes, "; "); got != c.want {
				t.Errorf("excludes %q, want %q", got, c.want)
			}
		})
	}
}

func TestDaysOfTruce(t *testing.T) {
	for _, c := range []struct{ name, text, from, to string }{
		{"begins after it was signed", "The army and the rebels signed a truce on Saturday. The truce is to begin on Tuesday.", "2017-03-14", ""},
		{"length", "The army and the rebels signed a seven-day truce. The seven-day truce began on Friday.", "2017-03-10", "2017-03-17"},
		{"due to", "The army and the rebels agreed to a ceasefire due to take effect on Monday.", "2017-03-13", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := first(story(t, c.text), sitrep.Ceasefire)
			if e == nil {
				t.Fatal("no ceasefire")
			}
			if e.When.From.String() != c.from || e.When.To.String() != c.to {
				t.Errorf("%s to %s, want %s to %s", e.When.From, e.When.To, c.from, c.to)
			}
		})
	}
}

func TestBreaches(t *testing.T) {
	const truce = "A ceasefire between the army and the rebels took effect on Monday. "
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"in violation of", truce + "The rebels shelled Kramatorsk on Saturday in violation of the ceasefire, killing two people.", true},
		{"violating", truce + "The rebels shelled Kramatorsk on Saturday, violating the ceasefire.", true},
		{"despite", truce + "Despite the ceasefire, the rebels shelled Kramatorsk on Saturday.", true},
		{"a noun's verb", truce + "Rebels shelled Kramatorsk. The shelling broke the ceasefire.", true},
		{"named a breach", truce + "Rebels shelled Kramatorsk. The shelling was the worst violation of the ceasefire since January.", true},
		{"broken when", truce + "The ceasefire was broken when rebels shelled Kramatorsk.", true},
		{"all told by one", truce + "The army said that rebels had shelled Kramatorsk in violation of the ceasefire.", true},
		{"after it began", truce + "Rebels have shelled Kramatorsk since the ceasefire began.", false},
		{"a quote", truce + "Rebels shelled Kramatorsk. \"The shelling broke the ceasefire,\" the mayor said.", false},
		{"a threat", truce + "The army vowed to respond if rebels shelled Kramatorsk in violation of the ceasefire.", false},
		{"unexplained fire", truce + "Shells hit Kramatorsk on Saturday.", false},
		{"only a party says so", truce + "The rebels shelled Kramatorsk on Saturday. The army called it a violation of the ceasefire.", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			if got := len(peace.Breaches(s)) == 1; got != c.want {
				t.Errorf("breaches %v, want one: %v", peace.Breaches(s), c.want)
			}
		})
	}
}

func TestTalks(t *testing.T) {
	for _, c := range []struct{ name, text, outcome, next string }{
		{"without", "Talks between the government and the rebels ended on Saturday without an agreement.", "without an agreement", ""},
		{"deadlock", "Talks between the government and the rebels broke up in deadlock on Saturday.", "in deadlock", ""},
		{"failed", "The two sides failed to reach an agreement at talks in Geneva.", "failed to reach an agreement", ""},
		{"no progress", "No progress was made at the talks in Geneva.", "No progress was made", ""},
		{"after talks", "After talks in Geneva, the two sides agreed to exchange prisoners.", "agreed to exchange prisoners", ""},
		{"resume", "The talks will resume on Tuesday.", "", "2017-03-14"},
		{"brought nothing", "Talks between the government and the rebels were held in Geneva on Saturday. The talks produced no breakthrough.", "produced no breakthrough", ""},
		{"meet again", "The government and the rebels held talks in Geneva on Saturday. They will meet again on Thursday.", "", "2017-03-16"},
		{"next round", "The government and the rebels held talks in Geneva on Saturday. The next round of talks is scheduled for April 3.", "", "2017-04-03"},
		{"only the month", "The government and the rebels held talks in Geneva on Saturday. The next round of talks is planned for April.", "", "2017-04"},
		{"a hope is none", "The government and the rebels held talks in Geneva on Saturday. The envoy hopes to meet them again.", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := first(story(t, c.text), sitrep.Talks)
			if e == nil {
				t.Fatal("no talks")
			}
			if e.Outcome != c.outcome || e.Next.String() != c.next {
				t.Errorf("outcome %q, next %q; want %q, %q", e.Outcome, e.Next, c.outcome, c.next)
			}
		})
	}
}

func TestDemandsAndTheirAnswers(t *testing.T) {
	for _, c := range []struct{ name, text, to, answer string }{
		{"addressee in the words", `"The rebels must leave the town," the envoy said. The rebels refused to leave the town.`, "rebels", "reject"},
		{"asked", "The envoy urged the rebels to release the prisoners. The rebels promised to release the prisoners.", "rebels", "promise"},
		{"insisted on", "The rebels insisted on Kenya leaving the valley. Kenya refused to leave the valley.", "kenya", "reject"},
		{"in a clause about the demand", "Uganda insists on Kenya leaving the valley, a demand that the Kenyan government rejects as an affront to the country.", "kenya", "reject"},
		{"another matter", "The envoy urged the rebels to release the prisoners. The mayor promised to repair the bridge.", "rebels", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			to, answer := "", ""
			for _, k := range s.Claims {
				if k.Stance == sitrep.Demand {
					to = strings.ToLower(k.To)
				} else if k.Answers != "" {
					answer = string(k.Stance)
				}
			}
			for _, a := range peace.Answers(s) {
				answer = string(s.Claims[a.Claim].Stance)
			}
			if !strings.HasSuffix(to, c.to) || answer != c.answer {
				t.Errorf("demand to %q, answer %q; want %q, %q", to, answer, c.to, c.answer)
			}
		})
	}
}

func TestNothingPanics(t *testing.T) {
	for _, text := range []string{"", "truce", "ceasefire ceasefire", "\xff truce \xfe", "A truce:", "- truce", strings.Repeat("the truce ended and the talks ", 1500),
		strings.Repeat("A truce:\n- truce\n", 300), "The truce excludes", "Under the truce", "in violation of the truce"} {
		story(t, text)
	}
}
