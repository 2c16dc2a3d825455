package role_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/extract/role"
	"sitrep/ground/actor"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

var language = sync.OnceValues(english.New)

// parts reads a text in which a star marks the trigger, "*shelled", and gives its actors as "role: name".
func parts(t *testing.T, kind sitrep.Kind, text string) []string {
	t.Helper()
	pipeline, err := language()
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(text, "*")
	text = strings.Replace(text, "*", "", 1)
	doc, err := pipeline.Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: doc, Tree: sitrep.NewTree(doc)}
	for i, w := range doc.Tokens {
		if w.Start == at {
			s.Mentions = []sitrep.EventMention{{Kind: kind, Trigger: i, TriggerSpan: w.Span, Span: w.Span}}
		}
	}
	if len(s.Mentions) == 0 {
		t.Fatalf("no token begins at the star of %q", text)
	}
	for _, step := range []interface{ Read(*sitrep.Story) error }{actor.New(lexicon.English()), role.New(lexicon.English())} {
		if err := step.Read(s); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, a := range s.Mentions[0].Actors {
		all = append(all, string(a.Role)+": "+a.Name)
	}
	slices.Sort(all)
	return all
}

func TestRolesBySyntax(t *testing.T) {
	for _, c := range []struct {
		name string
		kind sitrep.Kind
		text string
		want string
	}{
		{"active", sitrep.Attack, "Rebels *attacked soldiers near the river.", "initiator: Rebels, target: soldiers"},
		{"passive", sitrep.Attack, "Soldiers were *attacked by rebels near the river.", "initiator: rebels, target: Soldiers"},
		{"noun with of and by", sitrep.Shelling, "The *shelling of villagers by rebels went on.", "initiator: rebels, target: villagers"},
		{"owner", sitrep.Shelling, "The army's *shelling of villagers went on.", "initiator: army, target: villagers"},
		{"light verb", sitrep.Attack, "Rebels carried out an *attack on soldiers.", "initiator: Rebels, target: soldiers"},
		{"control", sitrep.Attack, "Rebels tried to *attack soldiers.", "initiator: Rebels, target: soldiers"},
		{"relative clause", sitrep.Attack, "Police arrested rebels who *attacked soldiers.", "initiator: rebels, target: soldiers"},
		{"between", sitrep.Battle, "*Clashes between rebels and soldiers went on.", "party: rebels, party: soldiers"},
		{"mediator", sitrep.Ceasefire, "A *truce brokered by Freedonia took effect.", "mediator: Freedonia"},
		{"killed in it", sitrep.Bombing, "Three soldiers were killed in a *bombing on Monday.", "target: Three soldiers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(parts(t, c.kind, c.text), ", "); got != c.want {
				t.Errorf("%q: %s; want %s", c.text, got, c.want)
			}
		})
	}
}
