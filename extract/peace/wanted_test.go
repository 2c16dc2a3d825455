package peace_test

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/extract/peace"
)

// TestWhatIsOnlyWantedIsNoEvent: what somebody asks for has not happened.
func TestWhatIsOnlyWantedIsNoEvent(t *testing.T) {
	for _, c := range []struct {
		name, text, trigger string
		kind                sitrep.Kind
		want                int // events that are left
	}{
		{"called for", "The minister called for the withdrawal of the troops.", "withdrawal", sitrep.Withdrawal, 0},
		{"a call for", "A call for the release of all prisoners went unheard.", "release", sitrep.Release, 0},
		{"demanded", "He demanded the arrest of the commanders.", "arrest", sitrep.Arrest, 0},
		{"called necessary", "The deployment of observers is a necessity, he said.", "deployment", sitrep.Deployment, 0},
		{"the second of two", "Withdrawal of troops and deployment of observers is a necessity, he said.", "deployment", sitrep.Deployment, 0},
		{"done", "He called off the withdrawal of the troops.", "withdrawal", sitrep.Withdrawal, 1},
		{"known", "He called for calm during the withdrawal of the troops.", "withdrawal", sitrep.Withdrawal, 1},
		{"known talks", "Both sides want the talks to go on.", "talks", sitrep.Talks, 1},
		{"what is to be lifted is there", "He called for the lifting of sanctions.", "sanctions", sitrep.Sanction, 1},
		{"not wanted", "He did not demand the arrest of the commanders.", "arrest", sitrep.Arrest, 1},
		{"an attack is no demand", "He urged an end to the attack.", "attack", sitrep.Attack, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			s.Mentions, s.Events = nil, nil
			for i := range s.Tokens {
				if strings.EqualFold(s.Tokens[i].Form, c.trigger) {
					mention(s, c.kind, i)
				}
			}
			if len(s.Events) != 1 {
				t.Fatalf("%d events to begin with", len(s.Events))
			}
			if err := peace.New().Read(s); err != nil {
				t.Fatal(err)
			}
			if len(s.Events) != c.want {
				t.Errorf("%d events, want %d", len(s.Events), c.want)
			}
		})
	}
}

// TestAnAccordThatThereIsNot: what was not agreed on is no accord.
func TestAnAccordThatThereIsNot(t *testing.T) {
	for _, c := range []struct {
		name, text, trigger string
		want                int
	}{
		{"without", "The talks ended on Friday without an agreement on the border.", "agreement", 0},
		{"with its terms", "The talks ended on Friday without an agreement on three safe zones.", "agreement zones", 0},
		{"no", "No deal was signed.", "deal", 0},
		{"failed to", "The sides failed to reach an agreement on prisoners.", "agreement", 0},
		{"did not", "The sides did not sign a pact.", "pact", 0},
		{"signed", "The sides signed a pact.", "pact", 1},
		{"known", "The army left without the agreement of its allies.", "agreement", 1},
		{"kept", "The sides did not break a pact.", "pact", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			s.Mentions, s.Events = nil, nil
			for i := range s.Tokens {
				if strings.Contains(c.trigger, s.Tokens[i].Form) && s.Tokens[i].UPOS == "NOUN" {
					mention(s, sitrep.Agreement, i)
					m := &s.Mentions[len(s.Mentions)-1]
					m.Span = s.SpanOf(s.Tree.Extent(i))
				}
			}
			if err := peace.New().Read(s); err != nil {
				t.Fatal(err)
			}
			if len(s.Events) != c.want {
				t.Errorf("%d events, want %d", len(s.Events), c.want)
			}
		})
	}
}
