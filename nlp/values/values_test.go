package values

import (
	"math/rand"
	"strings"
	"testing"

	"sitrep"
	"sitrep/nlp"
)

// document makes a document of one sentence from words parted by spaces. A tag may follow a word after an underscore.
func document(words string) *nlp.Work {
	d := &sitrep.Doc{}
	var text strings.Builder
	for _, w := range strings.Fields(words) {
		form, tag, _ := strings.Cut(w, "_")
		start := text.Len()
		text.WriteString(form + " ")
		d.Tokens = append(d.Tokens, sitrep.Token{Span: sitrep.Span{Start: start, End: start + len(form)}, Form: form, XPOS: tag})
	}
	d.Text = text.String()
	d.Sentences = []sitrep.Sentence{{Span: sitrep.Span{End: len(d.Text)}, Last: len(d.Tokens)}}
	return &nlp.Work{Doc: d}
}

// values gives the values of a document as "LABEL words; LABEL words".
func values(t *testing.T, w *nlp.Work) string {
	t.Helper()
	if err := New().Annotate(w); err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, n := range w.Names {
		found = append(found, string(n.Label)+" "+w.In(n.Span))
	}
	return strings.Join(found, "; ")
}

func TestValues(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"day month year", "The pact was signed on 11 March 2011 in Doha .", "DATE 11 March 2011"},
		{"month day", "Shells fell on March 11 .", "DATE March 11"},
		{"month day year", "On September 3 , 2014 they met .", "DATE September 3 , 2014"},
		{"short month", "since Nov. 21 .", "DATE Nov. 21"},
		{"ordinal day", "on the 11th of March", "DATE the 11th of March"},
		{"ISO", "Filed 2011-03-11 .", "DATE 2011-03-11"},
		{"decade", "in the 1990s", "DATE the 1990s"},
		{"hyphenated half", "after three - and - a - half years", "DATE three - and - a - half years"},
		{"currency of two words", "paid 900 Hong Kong dollars", "MONEY 900 Hong Kong dollars"},
		{"mid month joined", "by mid-March", "DATE mid-March"},
		{"mid month split", "by mid - March", "DATE mid - March"},
		{"early year", "since early 2016", "DATE early 2016"},
		{"weekday date", "on Monday , June 3 , rebels", "DATE Monday , June 3"},
		{"yesterday", "He left yesterday .", "DATE yesterday"},
		{"last week", "Clashes began last week .", "DATE last week"},
		{"weekday", "on Wednesday the army", "DATE Wednesday"},
		{"ago", "It fell two days ago .", "DATE two days ago"},
		{"later", "Three days later they fled .", "DATE Three days later"},
		{"past hours", "in the past 24 hours", "TIME the past 24 hours"},
		{"overnight", "Jets struck overnight .", "TIME overnight"},
		{"this morning", "A bomb exploded this morning", "TIME this morning"},
		{"clock with zones", "at 9:30 p.m. local time ( 1830 GMT ) on", "TIME 9:30 p.m. local time ( 1830 GMT )"},
		{"weekday night", "late on Saturday night", "TIME Saturday night"},
		{"hours", "a truce of 72 hours", "TIME 72 hours"},
		{"length joined", "a three-month siege", "DATE three-month"},
		{"length split", "a 10 - day truce", "DATE 10 - day"},
		{"the length split", "the 10 - day truce", "DATE 10 - day"},
		{"between days", "between March 3 and 5", "DATE between March 3 and 5"},
		{"weekdays", "from Monday to Thursday", "DATE Monday to Thursday"},
		{"years", "from 2011 to 2014", "DATE 2011 to 2014"},
		{"set", "They march every Friday .", "DATE every Friday"},
		{"Ramadan", "during Ramadan", "DATE Ramadan"},
		{"Eid split", "before Eid al - Fitr", "DATE Eid al - Fitr"},
		{"New Year", "on New Year 's Eve", "DATE New Year 's Eve"},
		{"season", "in the summer of 2014", "DATE the summer of 2014"},
		{"first half", "in the first half of 2016", "DATE the first half of 2016"},
		{"end", "by the end of the year", "DATE the end of the year"},
		{"a week", "for nearly a week", "DATE nearly a week"},
		{"couple of weeks", "in a couple of weeks", "DATE a couple of weeks"},
		{"age", "a 30 - year - old man", "DATE 30 - year - old"},

		{"may", "They may fight on .", ""},
		{"May at the head", "May_MD they rest in peace .", ""},
		{"in May", "in May they fled", "DATE May"},
		{"march", "They march_VBP on the capital .", ""},
		{"second to", "The motion was second_JJ to none", "ORDINAL second"},
		{"the fall of", "After the fall of Kabul he fled", ""},
		{"this fall in", "This fall in prices", ""},
		{"Sun", "The Sun reported", ""},

		{"at least", "At least 23 people died", "CARDINAL At least 23"},
		{"more than", "killed more than 100 rebels", "CARDINAL more than 100"},
		{"about a dozen", "about a dozen houses", "CARDINAL about a dozen"},
		{"up to", "up to 40 fighters", "CARDINAL up to 40"},
		{"words", "twenty - three villages", "CARDINAL twenty - three"},
		{"a hundred and five", "a hundred and five men", "CARDINAL a hundred and five"},
		{"million", "2.5 million refugees", "CARDINAL 2.5 million"},
		{"separators", "some 12,500 troops", "CARDINAL some 12,500"},
		{"dozens", "Dozens were hurt", "CARDINAL Dozens"},
		{"tens of thousands", "tens of thousands fled", "CARDINAL tens of thousands"},
		{"several hundred", "several hundred men", "CARDINAL several hundred"},
		{"one of", "one of them died", "CARDINAL one"},
		{"no one", "no one_NN knew", ""},
		{"one another", "shot at one_NN another", ""},
		{"round number of people", "2000 soldiers_NNS deserted", "CARDINAL 2000"},
		{"two thirds", "two - thirds of the town", "CARDINAL two - thirds"},
		{"name with number", "A Su - 24 was shot down", ""},
		{"ordinal", "the first convoy and the 21st", "ORDINAL first; ORDINAL 21st"},

		{"percent", "10 percent of homes", "PERCENT 10 percent"},
		{"percent sign", "nearly 10 % of homes", "PERCENT nearly 10 %"},
		{"per cent", "ten per cent", "PERCENT ten per cent"},
		{"dollars", "$ 2 billion in aid", "MONEY $ 2 billion"},
		{"joined euros", "€5m was paid", "MONEY €5m"},
		{"foreign currency", "paid 2,000 Syrian pounds a head", "MONEY 2,000 Syrian pounds"},
		{"kilometres", "40 km north", "QUANTITY 40 km"},
		{"miles", "five miles from", "QUANTITY five miles"},
		{"split pound", "a 500 - pound bomb", "QUANTITY 500 - pound"},
		{"joined pound", "a 500-pound bomb", "QUANTITY 500-pound"},
		{"calibre", "122mm rockets", "QUANTITY 122mm"},
		{"barrel bombs", "at least 34 barrel bombs", "CARDINAL at least 34"},
		{"hectares", "two hectares burnt", "QUANTITY two hectares"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := values(t, document(c.text)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestNames(t *testing.T) {
	name := func(w *nlp.Work, first, last int, label sitrep.NameLabel) {
		span := sitrep.Span{Start: w.Tokens[first].Start, End: w.Tokens[last-1].End}
		w.Names = append(w.Names, sitrep.Name{Span: span, First: first, Last: last, Label: label})
	}
	t.Run("a value over a name is dropped", func(t *testing.T) {
		w := document("The 21st Brigade shelled Homs on Sunday")
		name(w, 1, 3, sitrep.Org)
		name(w, 4, 5, sitrep.GPE)
		if got, want := values(t, w), "ORG 21st Brigade; GPE Homs; DATE Sunday"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
	t.Run("a name that is a day is dropped", func(t *testing.T) {
		w := document("Rebels left Idlib on Tuesday morning")
		name(w, 4, 5, sitrep.Person)
		if got, want := values(t, w), "TIME Tuesday morning"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}

func TestSentenceEnds(t *testing.T) {
	w := document("He was born in March 2011 was a bad year")
	w.Sentences = []sitrep.Sentence{{Last: 5}, {First: 5, Last: 10}}
	if got, want := values(t, w), "DATE March; DATE 2011"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestRandomTokens holds the finder to its contract on streams of words that make no sense.
func TestRandomTokens(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	words := []string{"-", ",", "of", "and", "1/2", "’", "'", "-5", "12.", "10-", "1e9", "..", "€", "\xff", "日", "May", "2011", "99999999999999999999", "half", "Eid", "New"}
	for w := range vocabulary {
		words = append(words, w, strings.ToUpper(w[:1])+w[1:])
	}
	for range 3000 {
		n := r.Intn(40)
		var text []string
		for range n {
			text = append(text, words[r.Intn(len(words))])
		}
		w := document(strings.Join(text, " "))
		for i := 0; i+3 < len(w.Tokens); i += 1 + r.Intn(20) {
			w.Names = append(w.Names, sitrep.Name{Span: sitrep.Span{Start: w.Tokens[i].Start, End: w.Tokens[i+1].End}, First: i, Last: i + 2, Label: sitrep.Org})
			i++
		}
		values(t, w)
		checkNames(t, w.Doc)
	}
}

func checkNames(t *testing.T, d *sitrep.Doc) {
	t.Helper()
	last := 0
	for _, n := range d.Names {
		if n.First < last || n.Last <= n.First || n.Last > len(d.Tokens) {
			t.Fatalf("%q: tokens %d to %d after %d", d.Text, n.First, n.Last, last)
		}
		if n.Start != d.Tokens[n.First].Start || n.End != d.Tokens[n.Last-1].End {
			t.Fatalf("%q: span %v of tokens %d to %d", d.Text, n.Span, n.First, n.Last)
		}
		last = n.Last
	}
}

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		words string
		want  Amount
	}{
		{"23", Amount{23, 23, Exact}},
		{"12,500 troops", Amount{12500, 12500, Exact}},
		{"at least 23 people", Amount{23, 23, AtLeast}},
		{"no fewer than ten", Amount{10, 10, AtLeast}},
		{"more than a hundred", Amount{100, 100, MoreThan}},
		{"nearly 300", Amount{300, 300, About}},
		{"up to 40", Amount{40, 40, UpTo}},
		{"fewer than 50", Amount{50, 50, FewerThan}},
		{"20 or more", Amount{20, 20, AtLeast}},
		{"between 10 and 15", Amount{10, 15, Range}},
		{"10 to 15", Amount{10, 15, Range}},
		{"10-15 men", Amount{10, 15, Range}},
		{"2 to 3 million", Amount{2e6, 3e6, Range}},
		{"two or three", Amount{2, 3, Range}},
		{"twenty-three", Amount{23, 23, Exact}},
		{"twenty - three", Amount{23, 23, Exact}},
		{"a hundred and five", Amount{105, 105, Exact}},
		{"two thousand three hundred and forty - one", Amount{2341, 2341, Exact}},
		{"2.5 million", Amount{2.5e6, 2.5e6, Exact}},
		{"half a million", Amount{5e5, 5e5, Exact}},
		{"two dozen", Amount{24, 24, Exact}},
		{"dozens of people", Amount{24, 24, Vague}},
		{"scores", Amount{40, 40, Vague}},
		{"hundreds", Amount{200, 200, Vague}},
		{"thousands", Amount{2000, 2000, Vague}},
		{"millions", Amount{2e6, 2e6, Vague}},
		{"several", Amount{3, 3, Vague}},
		{"a couple", Amount{2, 2, Vague}},
		{"several dozen", Amount{36, 36, Vague}},
		{"several hundred", Amount{300, 300, Vague}},
		{"several thousand", Amount{3000, 3000, Vague}},
		{"tens of thousands", Amount{20000, 20000, Vague}},
		{"hundreds of thousands", Amount{200000, 200000, Vague}},
	} {
		t.Run(c.words, func(t *testing.T) {
			got, ok := ParseNumber(strings.Fields(c.words))
			if !ok || got != c.want {
				t.Errorf("got %v %t, want %v", got, ok, c.want)
			}
		})
	}
	for _, words := range []string{"", "people", "many", "tens", "over there", "a man", "more"} {
		if got, ok := ParseNumber(strings.Fields(words)); ok {
			t.Errorf("%q: got %v, want none", words, got)
		}
	}
}

// TestLong makes sure that no input costs more than linear time.
func TestLong(t *testing.T) {
	for _, word := range []string{"the", "first", "of", "the end of", "2", "million", "or", "at least", "May", "between", "last"} {
		values(t, document(strings.Repeat(word+" ", 20000)))
	}
}

func BenchmarkAnnotate(b *testing.B) {
	w := document(strings.Repeat("The army said on Tuesday that at least 23 soldiers had been killed when a convoy was hit near the northern border town , and that the fighting went on . ", 200))
	f := New()
	for b.Loop() {
		w.Names = nil
		if err := f.Annotate(w); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(w.Tokens)), "ns/token")
}

func TestYearAfterAPreposition(t *testing.T) {
	for words, want := range map[string]string{
		"a rise of 4 percent_NN over_IN 2014_CD ,_, it said":  "PERCENT 4 percent; DATE 2014",
		"over_IN 2014_CD refugees_NNS crossed_VBD the border": "CARDINAL over 2014",
		"over_IN 2000_CD people_NNS fled_VBD":                 "CARDINAL over 2000",
		"over_IN 2,014_CD were_VBD hurt_VBN":                  "CARDINAL over 2,014",
		"at_IN least_JJS 1990_CD of_IN them were_VBD wounded": "CARDINAL at least 1990",
	} {
		if got := values(t, document(words)); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
