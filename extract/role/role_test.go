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

// mention reads a text in which a star marks the trigger, "*shelled", and gives its mention with the actors.
func mention(t *testing.T, kind sitrep.Kind, text string) sitrep.EventMention {
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
	return s.Mentions[0]
}

// parts are the actors of a mention as "role: name".
func parts(t *testing.T, kind sitrep.Kind, text string) []string {
	t.Helper()
	var all []string
	for _, a := range mention(t, kind, text).Actors {
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
		{"of having done", sitrep.Shelling, "Norway accused rebels of having *attacked the soldiers.", "initiator: rebels, target: soldiers"},
		{"relative clause", sitrep.Attack, "Police arrested rebels who *attacked soldiers.", "initiator: rebels, target: soldiers"},
		{"between", sitrep.Battle, "*Clashes between rebels and soldiers went on.", "party: rebels, party: soldiers"},
		{"mediator", sitrep.Ceasefire, "A *truce brokered by Freedonia took effect.", "mediator: Freedonia"},
		{"charged with", sitrep.Attack, "Three soldiers were charged with the *murder of a judge.", "initiator: Three soldiers, target: judge"},
		{"implicated in", sitrep.Attack, "The president implicated Boko Haram in the *murder of a judge.", "initiator: Boko Haram, target: judge"},
		{"threw what exploded", sitrep.Bombing, "Boko Haram hurled a grenade that *exploded outside the bank.", "initiator: Boko Haram, target: bank"},
		{"blamed on somebody beside the place", sitrep.Airstrike, "Jones condemned the escalation as a \"violation of all humanitarian laws\", blaming the air *strikes in Aleppo on the Syrian army, he said.", "initiator: Syrian army"},
		{"a victim before his murder", sitrep.Attack, "Judges went on strike after John Miller's *murder by rebels.", "initiator: rebels, target: John Miller"},
		{"an owner who did it", sitrep.Attack, "The army's *killing of villagers went on.", "initiator: army, target: villagers"},
		{"a victim with a title", sitrep.Attack, "Judges went on strike after the *murder of party leader John Miller on Friday.", "target: John Miller"},
		{"a country's deadliest", sitrep.Attack, "It was Kenya's deadliest *attack on villagers in years.", "target: villagers"},
		{"a country's latest", sitrep.Attack, "It was Kenya's latest *attack on villagers in years.", "initiator: Kenya, target: villagers"},
		{"held responsible", sitrep.Attack, "Turkey held the Syrian army responsible for the *attack on villagers.", "initiator: Syrian army, target: villagers"},
		{"were held responsible", sitrep.Attack, "Rebels were held responsible for the *attack on villagers, Turkey said.", "initiator: Rebels, target: villagers"},
		{"attributed to", sitrep.Attack, "Turkey attributed the *attack on villagers to Hamas.", "initiator: Hamas, target: villagers"},
		{"attributed in passing", sitrep.Attack, "The *attack on villagers, attributed to Hamas, went on for hours.", "initiator: Hamas, target: villagers"},
		{"under attack from", sitrep.Attack, "Villagers came under *attack from rebels on Monday, Turkey said.", "initiator: rebels, target: Villagers"},
		{"blamed in a clause", sitrep.Attack, "Turkey reported an *attack on villagers, which it blamed on M23 fighters.", "initiator: M23 fighters, target: villagers"},
		{"the finger", sitrep.Attack, "Turkey pointed the finger at Hamas for the *attack on villagers.", "initiator: Hamas, target: villagers"},
		{"behind it", sitrep.Attack, "Turkey said rebels were behind Monday's *attack on villagers.", "initiator: rebels, target: villagers"},
		{"responsible for something else", sitrep.Attack, "Turkey, which is responsible for the aid, condemned the *attack on villagers.", "target: villagers"},
		{"blamed by somebody on somebody", sitrep.Attack, "In that *attack, blamed by the government on Boko Haram, three soldiers died.", "initiator: Boko Haram, target: three soldiers"},
		{"nobody", sitrep.Airstrike, "No civilians were killed in the *airstrike on Monday.", ""},
		{"nobody knows how many", sitrep.Airstrike, "It is not known how many civilians were killed in the *airstrike on Monday.", ""},
		{"killed in it", sitrep.Bombing, "Three soldiers were killed in a *bombing on Monday.", "target: Three soldiers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(parts(t, c.kind, c.text), ", "); got != c.want {
				t.Errorf("%q: %s; want %s", c.text, got, c.want)
			}
		})
	}
}

// Whoever does it in one text suffers it in the other.
func TestRolesChangePlacesWithTheNames(t *testing.T) {
	for _, c := range []struct {
		name string
		kind sitrep.Kind
		text string
	}{
		{"active", sitrep.Attack, "The A army *attacked B soldiers on Monday."},
		{"passive", sitrep.Attack, "B soldiers were *attacked by A troops on Monday."},
		{"noun", sitrep.Airstrike, "A *airstrikes killed B soldiers on Monday."},
		{"light verb", sitrep.Attack, "A troops carried out an *attack on B soldiers."},
		{"owner", sitrep.Shelling, "A's *shelling of B troops went on."},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, names := range [][2]string{{"Norwegian", "Chilean"}, {"Chilean", "Norwegian"}} {
				text := strings.NewReplacer("A ", names[0]+" ", "A's", "The "+names[0]+" army's", "B ", names[1]+" ").Replace(c.text)
				sides := map[string]string{"Norwegian": "NOR", "Chilean": "CHL"}
				for _, a := range mention(t, c.kind, text).Actors {
					if a.Role == sitrep.Initiator && a.Side != sides[names[0]] || a.Role == sitrep.Target && a.Side != sides[names[1]] {
						t.Errorf("%q: %s is %s", text, a.Role, a.Side)
					}
				}
				if !holds(mention(t, c.kind, text), sitrep.Initiator, sides[names[0]]) {
					t.Errorf("%q: the initiator is missing", text)
				}
			}
		})
	}
}

func holds(m sitrep.EventMention, r sitrep.Role, side string) bool {
	return slices.ContainsFunc(m.Actors, func(a sitrep.Actor) bool { return a.Role == r && a.Side == side })
}

func TestNobodyIsBlamedWithoutWords(t *testing.T) {
	for _, text := range []string{
		"A bomb *blast killed five people near a market.",
		"Five people were *killed near a market. The Chilean president condemned it.",
		"No group claimed responsibility for the *blast.",
		"The Chilean rebels have not claimed responsibility for the *blast.",
		"The Chilean army said five people were *killed near a market.",
		"The Chilean army said that its aircraft had made no *strike on the town.",
		"The Chilean army said its planes had not carried out the *attack.",
		"Chilean troops did not *attack the town, the ministry said.",
	} {
		for _, a := range mention(t, sitrep.Bombing, text).Actors {
			if a.Role == sitrep.Initiator {
				t.Errorf("%q: %s is an initiator", text, a.Name)
			}
		}
	}
}

func TestConfidenceOfInitiators(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       sitrep.Confidence
	}{
		{"told", "Chilean rebels *attacked soldiers on Monday.", sitrep.Fact},
		{"suspected", "Suspected rebels *attacked soldiers on Monday.", sitrep.Possible},
		{"accused", "Chilean rebels were accused of *attacking soldiers on Monday.", sitrep.Accused},
		{"believed", "Chilean rebels are believed to have *attacked soldiers on Monday.", sitrep.Possible},
		{"claimed", "Chilean rebels claimed responsibility for the *attack on soldiers.", sitrep.ClaimedByDoer},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := false
			for _, a := range mention(t, sitrep.Attack, c.text).Actors {
				if a.Role == sitrep.Initiator {
					found = true
					if a.Confidence != c.want {
						t.Errorf("%q: %s, want %s", c.text, a.Confidence, c.want)
					}
				}
			}
			if !found {
				t.Errorf("%q: no initiator", c.text)
			}
		})
	}
}

func TestOddTexts(t *testing.T) {
	for _, s := range []*sitrep.Story{
		{Report: &sitrep.Report{}, Doc: &sitrep.Doc{}, Tree: sitrep.NewTree(&sitrep.Doc{})},
		{Report: &sitrep.Report{}, Doc: &sitrep.Doc{}, Tree: sitrep.NewTree(&sitrep.Doc{}), Mentions: []sitrep.EventMention{{Trigger: 3}, {Trigger: -1}}},
	} {
		if err := role.New(lexicon.English()).Read(s); err != nil {
			t.Error(err)
		}
	}
}
