package when_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep"
	"sitrep/extract/timex"
	"sitrep/extract/when"
	"sitrep/nlp/english"
)

var language = sync.OnceValues(english.New)

// dates reads a text, published on Wednesday, 11 May 2016, in which a star marks each trigger, "*shelled", and gives their days. The triggers are of
// one kind, or of those told one by one.
func dates(t *testing.T, published string, kind sitrep.Kind, text string, each ...sitrep.Kind) string {
	t.Helper()
	pipeline, err := language()
	if err != nil {
		t.Fatal(err)
	}
	plain, at := unstar(text)
	doc, err := pipeline.Annotate(plain)
	if err != nil {
		t.Fatal(err)
	}
	report := &sitrep.Report{Text: plain}
	report.Published, _ = time.Parse("2006-01-02", published)
	s := &sitrep.Story{Report: report, Doc: doc, Tree: sitrep.NewTree(doc)}
	for i, w := range doc.Tokens {
		if at[w.Start] {
			if len(s.Mentions) < len(each) {
				kind = each[len(s.Mentions)]
			}
			s.Mentions = append(s.Mentions, sitrep.EventMention{Kind: kind, Trigger: i, TriggerSpan: w.Span, Span: w.Span, Status: sitrep.Happened,
				Nominal: w.UPOS == "NOUN", Verbal: w.UPOS == "VERB"})
		}
	}
	if err := timex.New().Read(s); err != nil {
		t.Fatal(err)
	}
	if err := when.New().Read(s); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range s.Mentions {
		all = append(all, fmt.Sprintf("%s..%s %s", m.When.From, m.When.To, m.When.Basis))
	}
	return strings.Join(all, "; ")
}

func unstar(text string) (string, map[int]bool) {
	at := map[int]bool{}
	for i := strings.IndexByte(text, '*'); i >= 0; i = strings.IndexByte(text, '*') {
		text = text[:i] + text[i+1:]
		at[i] = true
	}
	return text, at
}

func TestWhen(t *testing.T) {
	for _, c := range []struct {
		name string
		kind sitrep.Kind
		text string
		want string
	}{
		{"a day of its own", sitrep.Shelling, "Rebels *shelled the bridge on Friday.", "2016-05-06..2016-05-06 resolved"},
		{"the day of a noun", sitrep.Attack, "Friday's *attack left two people dead.", "2016-05-06..2016-05-06 resolved"},
		{"saying and doing apart", sitrep.Attack, "The mayor said on Monday that two men were *killed on Sunday.", "2016-05-08..2016-05-08 resolved"},
		{"overnight", sitrep.Airstrike, "Warplanes *bombed two villages overnight.", "2016-05-10..2016-05-11 resolved"},
		{"a date", sitrep.Ceasefire, "The *ceasefire took effect on February 27, 2016.", "2016-02-27..2016-02-27 told"},
		{"two in one sentence", sitrep.Attack, "Gunmen *attacked a post on Monday, two days after soldiers *killed their leader on Saturday.", "2016-05-09..2016-05-09 resolved; 2016-05-07..2016-05-07 resolved"},
		{"a day after", sitrep.Attack, "The strike came on Friday, two days after rebels *attacked a post.", "2016-05-04..2016-05-04 resolved"},
		{"a range", sitrep.Battle, "Rebels and soldiers *fought from Monday to Tuesday near the river.", "2016-05-09..2016-05-10 resolved"},
		{"a war that goes on", sitrep.War, "Peace is far off in the country's five-year *war.", "2011.. resolved"},
		{"a length of time with a year of its own", sitrep.War, "A six-week *war in 2014 cost 6,000 lives and ended with a truce.", "2014..2014 told"},
		{"it goes on", sitrep.War, "Thousands have died in the *war that has gone on since 2011.", "2011.. told"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dates(t, "2016-05-11", c.kind, c.text); got != c.want {
				t.Errorf("%q: %s, want %s", c.text, got, c.want)
			}
		})
	}
}

func TestNoWordTellsIt(t *testing.T) {
	if got := dates(t, "2016-05-11", sitrep.Shelling, "Rebels *shelled the bridge, killing two."); !strings.HasSuffix(got, " assumed") {
		t.Errorf("a day that no word tells: %s", got)
	}
	if got := dates(t, "", sitrep.Shelling, "Rebels *shelled the bridge on Friday."); got != ".. " {
		t.Errorf("no day of publication: %s", got)
	}
}

func TestALengthOfTimePast(t *testing.T) {
	if got := dates(t, "2016-05-11", sitrep.War, "The *war lasted four years."); strings.HasPrefix(got, "2012") {
		t.Errorf("what lasted four years is told as over: %s", got)
	}
}

// TestAnyText marks every word of texts that make no sense, with and without a day of publication.
func TestAnyText(t *testing.T) {
	for _, text := range []string{"*", "*On *Monday", "*from *May *to *May *after *before *two *days *after", "*\xff\xfe *2011 *- *53", "*0000-00-00 *a *day *since *the *war",
		"*9999 *years *after *the *war *of *9999", strings.Repeat("*two *days *after *Friday ", 100)} {
		for _, published := range []string{"", "0001-01-01", "2016-05-11", "9999-12-31"} {
			for _, kind := range []sitrep.Kind{"", sitrep.War} {
				dates(t, published, kind, text)
			}
		}
	}
}

func TestSameInputSameOutput(t *testing.T) {
	text := "Rebels *shelled the bridge on Friday and *attacked a post two days after the *truce of May 1, officials said on Monday."
	want := dates(t, "2016-05-11", sitrep.Shelling, text)
	for range 5 {
		if got := dates(t, "2016-05-11", sitrep.Shelling, text); got != want {
			t.Fatalf("%s, then %s", want, got)
		}
	}
}

// TestATimeOfTheFightingBesideIt: a time that stands before the noun for fighting is none of the talks beside it.
func TestATimeOfTheFightingBesideIt(t *testing.T) {
	for _, c := range []struct {
		name, text string
		kinds      []sitrep.Kind
		not        string
	}{
		{"a war's year", "Their 2012 *war spoiled the peace *talks.", []sitrep.Kind{sitrep.War, sitrep.Talks}, "2012..2012"},
		{"weeks after the fighting", "It came two weeks after the *fighting spoiled the peace *talks.", []sitrep.Kind{sitrep.Battle, sitrep.Talks}, "2016-04-27..2016-04-27"},
	} {
		got := dates(t, "2016-05-11", c.kinds[0], c.text, c.kinds...)
		first, second, _ := strings.Cut(got, "; ")
		if strings.HasPrefix(second, c.not) || !strings.HasPrefix(first, c.not) {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
