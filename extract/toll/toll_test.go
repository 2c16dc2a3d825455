package toll_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/extract/toll"
	"sitrep/lexicon"
	"sitrep/nlp"
	"sitrep/nlp/english"
)

var pipeline = sync.OnceValue(func() *nlp.Pipeline {
	p, err := english.New()
	if err != nil {
		panic(err)
	}
	return p
})

var step = sync.OnceValue(func() *toll.Step { return toll.New(lexicon.English()) })

// read gives the story of a text with its tolls.
func read(t *testing.T, text string, mentions ...sitrep.EventMention) *sitrep.Story {
	t.Helper()
	d, err := pipeline().Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: d, Tree: sitrep.NewTree(d), Mentions: mentions}
	if err := step().Read(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// told writes tolls as "killed at-least 14", those of a part with "of which" before them.
func told(tolls []sitrep.Toll) string {
	var all []string
	for _, t := range tolls {
		s := fmt.Sprintf("%s %d", t.Harm, t.Count)
		if t.CountTo > 0 {
			s += fmt.Sprintf("-%d", t.CountTo)
		}
		if t.Qualifier != sitrep.Exact && t.Qualifier != sitrep.Range {
			s += " " + string(t.Qualifier)
		}
		switch t.Relation {
		case sitrep.PartToll:
			s += " part"
		case sitrep.UpdateToll:
			s += " earlier"
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

func TestTolls(t *testing.T) {
	tellEach(t, []telling{
		{"active", "A blast killed 21 people in the market.", "killed 21"},
		{"passive", "At least 12 people were killed in the attack.", "killed 12 at-least"},
		{"no noun", "The airstrike killed 13 and wounded about 50.", "killed 13, wounded 50 about"},
		{"qualifier of the first only", "At least 10 people were killed and 20 wounded.", "killed 10 at-least, wounded 20"},
		{"participle", "The bomb exploded at noon, killing at least nine soldiers and wounding 30 others.", "killed 9 at-least, wounded 30"},
		{"left dead", "The attack left five people dead and another 12 injured.", "killed 5, wounded 12"},
		{"lives claimed", "The clashes claimed the lives of eight civilians.", "killed 8"},
		{"lives lost", "At least 14 civilians lost their lives in the shelling.", "killed 14 at-least"},
		{"an army loses men", "The army said it lost 30 soldiers in the fighting.", "killed 30"},
		{"deaths of", "The raid resulted in the deaths of 12 villagers.", "killed 12"},
		{"shot dead", "Gunmen shot dead four guards on the road.", "killed 4"},
		{"beaten to death", "Two men were beaten to death by the mob.", "killed 2"},
		{"relative clause", "The two soldiers who died in the raid were buried.", "killed 2"},
		{"one person", "A soldier was killed near Ardun.", "killed 1"},
		{"one more of a kind", "Three soldiers died and a fourth was wounded.", "killed 3, wounded 1"},
		{"both", "Both pilots were killed.", "killed 2"},
		{"a row of people", "Three police officers and a bystander were killed when a car bomb exploded.", "killed 3, killed 1"},
		{"a row of kin", "A father, a mother and a son were killed.", "killed 3"},
		{"headline", "12 civilians killed, 15 injured in rocket attacks", "killed 12, wounded 15"},
		{"headline without a verb", "Six dead, 20 hurt in market blast", "killed 6, wounded 20"},
		{"toll that rises", "The death toll climbed to 70 from 43, officials said.", "killed 70, killed 43 earlier"},
		{"toll put at", "Officials put the number of dead at 25.", "killed 25"},
		{"toll brought to", "Two more bodies were found, bringing the death toll to 19.", "killed 2, killed 19"},
		{"range", "The bombing killed between 20 and 30 people.", "killed 20-30"},
		{"vague", "Dozens of people were wounded and thousands displaced.", "wounded 24 vague, displaced 2000 vague"},
		{"large", "The war has killed tens of thousands of people and driven more than 10 million from their homes.", "killed 20000 vague, displaced 10000000 more-than"},
		{"quarter of a million", "The war has killed more than a quarter of a million people.", "killed 250000 more-than"},
		{"killed or wounded as one", "The shelling killed or wounded 80 people.", "casualties 80"},
		{"included", "Gunmen killed 12 people, including five children and a doctor.", "killed 12, killed 5 part, killed 1 part"},
		{"of them", "The blast wounded nine passengers, four of them seriously.", "wounded 9, wounded 4 part"},
		{"among the dead", "Five children were among the dead.", "killed 5"},
		{"captured", "Militants abducted 276 girls and took 40 prisoners.", "captured 276, captured 40"},
		{"hostages", "They took more than 400 civilians hostage.", "captured 400 more-than"},
		{"forced to flee", "Fighting forced around 2,000 villagers to flee.", "displaced 2000 about"},
		{"missing", "Forty-five soldiers are missing.", "missing 45"},
		{"one of two, where the number is what is said", "The surgeon was one of two people killed.", "killed 1, killed 2"},
	})
}

func TestNoTolls(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"nobody", "No one was killed in the attack."},
		{"denied", "The strike did not kill 12 people."},
		{"threat", "The group threatened to kill 12 hostages."},
		{"what may be", "The blast could have killed hundreds."},
		{"year", "He was said to be hiding after raids in 2014."},
		{"age", "The boy, 12, went home after the killing."},
		{"things", "The raid destroyed 40 houses and killed four cows."},
		{"a doer", "Four gunmen attacked and killed the dog."},
		{"percent", "Losses killed 12 percent of the harvest."},
		{"no body", "Two players were wounded in their pride."},
		{"some, many", "Many were killed and some were wounded."},
		{"death as a description", "The court gave two men a death sentence."},
		{"empty", ""},
		{"one mark", "."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(read(t, c.text).Tolls); got != "" {
				t.Errorf("%s\n got %s", c.text, got)
			}
		})
	}
}

func TestWords(t *testing.T) {
	s := read(t, "On Monday Mayor Ann Brell was shot dead, and seven Danish aid workers were wounded.")
	if len(s.Tolls) != 2 {
		t.Fatal(told(s.Tolls))
	}
	if got := s.Tolls[0].Who; got != "Mayor Ann Brell" {
		t.Errorf("who: %q", got)
	}
	x := s.Tolls[1]
	if got := s.In(x.Words); got != "seven Danish aid workers were wounded" {
		t.Errorf("words: %q", got)
	}
	if x.Who != "Danish aid workers" || x.Side != "DNK" || x.People != "aid-workers" || x.Civilian != sitrep.True {
		t.Errorf("who %q, side %s, people %s, civilian %v", x.Who, x.Side, x.People, x.Civilian)
	}
}

func TestMoreTolls(t *testing.T) {
	tellEach(t, []telling{
		{"fatal shooting", "The fatal shooting of a teacher is being investigated.", "killed 1"},
		{"a count lowered", "The ministry lowered the number of people killed in the flood of bombs on the port to about 1,200.", "killed 1200 about"},
		{"an age beside a count", "The hospital received 48 wounded people and the bodies of 29 children under the age of 15 on Monday.", "wounded 48, killed 29"},
		{"an age before a count", "It received the bodies of 29 children under the age of 15 and 48 wounded people.", "killed 29, wounded 48"},
		{"an age for a noun", "A 12-year-old was killed in the crossfire.", "killed 1"},
		{"shot, and no more told", "Four people were shot outside a store.", "casualties 4"},
		{"some of more", "Seven of the nine soldiers were wounded.", "wounded 7"},
		{"included before the verb", "Four army members, including two officers, were killed.", "killed 4, killed 2 part"},
		{"a murder and a name", "He condemned the assassination of Archbishop Orel Brandt.", "killed 1"},
		{"almost", "The driver was almost killed.", ""},
		{"plans", "The notebook held plans for killing the envoy.", ""},
		{"purpose", "Two men came to the town to assassinate the mayor.", ""},
		{"a place where", "The car stopped three blocks from where a guard was killed.", "killed 1"},
		{"wished", "He wanted the man dead.", ""},
		{"one shot, and no more told", "A man was shot outside a store.", ""},
		{"a row that the tree hangs on the clause before", "One US service member was killed, and another US service member, two Danish Security Forces members and a Danish civilian were injured.",
			"killed 1, wounded 1, wounded 2, wounded 1"},
		{"a row of kin without a comma", "A father a mother and a son were killed.", "killed 3"},
		{"others in a headline", "2 killed others injured in rocket attacks", "killed 2"},
		{"a former partner held", "He held his ex-girlfriend hostage in a store.", "captured 1"},
		{"some freed of those taken", "Thirteen of the 30 men snatched on Sunday have been released.", "captured 30"},
		{"all but some of the captives", "The troops stormed the house, rescuing all but one of the 72 hostages and killing all 14 rebels.", "captured 72, killed 14"},
		{"shot and killed", "Two people were shot and killed outside a store.", "killed 2"},
	})
}

// telling is a text with the tolls that it tells, as told writes them.
type telling struct{ name, text, want string }

func tellEach(t *testing.T, all []telling) {
	t.Helper()
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			if got := told(read(t, c.text).Tolls); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// mentionOf is a mention of a kind of event whose trigger is a word of a text.
func mentionOf(t *testing.T, text, word string, kind sitrep.Kind) sitrep.EventMention {
	t.Helper()
	d, err := pipeline().Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Tokens {
		if d.Tokens[i].Form == word {
			return sitrep.EventMention{Span: d.Tokens[i].Span, Trigger: i, TriggerSpan: d.Tokens[i].Span, Kind: kind}
		}
	}
	t.Fatalf("no %s", word)
	return sitrep.EventMention{}
}

func TestAttach(t *testing.T) {
	const text = "A bomb went off in Ardun on Monday. The blast killed 12 people. Talks on the river begin on Friday."
	at := func(word string, kind sitrep.Kind) sitrep.EventMention { return mentionOf(t, text, word, kind) }
	for _, c := range []struct {
		name     string
		mentions []sitrep.EventMention
		want     int
	}{
		{"to its cause, not to what is nearer in the text", []sitrep.EventMention{at("blast", sitrep.Bombing), at("Talks", sitrep.Talks)}, 0},
		{"to its own word", []sitrep.EventMention{at("blast", sitrep.Bombing), at("killed", sitrep.Attack)}, 1},
		{"to an earlier sentence", []sitrep.EventMention{at("bomb", sitrep.Bombing), at("Talks", sitrep.Talks)}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := read(t, text, c.mentions...)
			for i, m := range s.Mentions {
				if got := len(m.Tolls); (got == 1) != (i == c.want) {
					t.Errorf("mention %d (%s) has %d tolls", i, s.In(m.TriggerSpan), got)
				}
			}
		})
	}
}

func TestTollOfAWar(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       sitrep.Kind
	}{
		{"deaths by the thousand", "Tens of thousands of people have been killed.", sitrep.War},
		{"since the war began", "More than 400 people have been killed since the war began in 2011.", sitrep.War},
		{"one day's dead", "At least 40 people were killed on Sunday.", sitrep.Attack},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := read(t, c.text, mentionOf(t, c.text, "killed", sitrep.Attack)).Mentions[0].Kind; got != c.want {
				t.Errorf("%s: %s, want %s", c.text, got, c.want)
			}
		})
	}
}

// Whatever the text, every toll points into it.
func TestTollsPointIntoTheText(t *testing.T) {
	odd := []string{"12", "killed", "killed 12 of", "12 of", "both", "a", "including 12", "\xff\xfe killed 12", "of them 12 killed", ", 12 ,",
		"toll to from at 12", "dozens of dozens of dozens of", strings.Repeat("killed 12 and ", 400), strings.Repeat("12 ", 600), "least 12 as as high as"}
	for _, text := range odd {
		s := read(t, text)
		for _, x := range s.Tolls {
			if x.Words.Start < 0 || x.Words.End > len(text) || x.Words.Start >= x.Words.End || x.Count < 1 {
				t.Errorf("%.40q: %+v", text, x)
			}
		}
	}
}

func BenchmarkTolls(b *testing.B) {
	text := strings.Repeat("At least 12 people, including two nurses, were killed and 30 wounded when a bomb went off near a market in Ardun on Monday, police said. ", 16)
	d, err := pipeline().Annotate(text)
	if err != nil {
		b.Fatal(err)
	}
	tree := sitrep.NewTree(d)
	for b.Loop() {
		if err := step().Read(&sitrep.Story{Report: &sitrep.Report{Text: text}, Doc: d, Tree: tree}); err != nil {
			b.Fatal(err)
		}
	}
}
