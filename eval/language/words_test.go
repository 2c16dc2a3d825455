package language

import (
	"math"
	"strings"
	"testing"

	"sitrep"
	"sitrep/record"
)

// conllu makes CoNLL-U of sentences whose rows are "form lemma UPOS XPOS Feats head relation", numbered here; a row "=n form" begins a
// multiword token of n words.
func conllu(sentences ...string) string {
	var b strings.Builder
	for _, s := range sentences {
		n := 1
		for row := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
			c := strings.Fields(row)
			if strings.HasPrefix(c[0], "=") {
				last := n + int(c[0][1]-'1')
				b.WriteString(itoa(n) + "-" + itoa(last) + "\t" + c[1] + strings.Repeat("\t_", 8) + "\n")
				continue
			}
			b.WriteString(itoa(n) + "\t" + strings.Join(c, "\t") + "\t_\t_\n")
			n++
		}
		b.WriteString("\n")
	}
	return b.String()
}

func itoa(n int) string { return string(rune('0' + n)) }

func document(t *testing.T, sentences ...string) *sitrep.Doc {
	t.Helper()
	docs, err := record.ReadCoNLLU(strings.NewReader(conllu(sentences...)), t.Name())
	if err != nil {
		t.Fatal(err)
	}
	return docs[0].Doc
}

const (
	agree = `They they PRON PRP Number=Plur 4 nsubj
=2 don't
do do AUX VBP _ 4 aux
n't not PART RB _ 4 advmod
agree agree VERB VB VerbForm=Inf 0 root
. . PUNCT . _ 4 punct`
	failed = `Talks talk NOUN NNS Number=Plur 2 nsubj:outer
failed fail VERB VBD Tense=Past 0 root
. _ PUNCT . _ 2 punct`
	why = `Why why ADV WRB _ 0 root
? ? PUNCT . _ 1 punct`
)

func TestScoreWords(t *testing.T) {
	gold := []string{agree, failed, why} // 10 words in 3 sentences
	cases := []struct {
		name   string
		system []string
		// want is sentences, words, UPOS, XPOS, Feats, Lemma, UAS, LAS, LAS+
		want [9]float64
	}{
		{"the gold itself", gold, [9]float64{1, 1, 1, 1, 1, 1, 1, 1, 1}},
		{
			// 9 words, of which 8 are the gold's ("don't" is one word here), in 2 sentences, of which 1 is the gold's: F1 of words is
			// 2·8/19. Of the 8: UPOS 7 (Talks), XPOS 6 (Talks, ?), Feats 7 (agree), Lemma 6 (They, Talks; the gold has none for "."), heads: failed
			// hangs on agree, so 7; relations of these: Talks lost only its subtype, so LAS 7 and LAS+ 6.
			"other tokens and sentences", []string{`They They PRON PRP Number=Plur 3 nsubj
don't do AUX VBP _ 3 aux
agree agree VERB VB _ 0 root
. . PUNCT . _ 3 punct
Talks Talks PROPN NNP Number=Plur 6 nsubj
failed fail VERB VBD Tense=Past 3 parataxis
. full-stop PUNCT . _ 6 punct`, `Why why ADV WRB _ 0 root
? ? PUNCT , _ 1 punct`},
			[9]float64{2. / 5, 16. / 19, 14. / 19, 12. / 19, 14. / 19, 12. / 19, 14. / 19, 14. / 19, 12. / 19},
		},
		{
			// The multiword token is cut elsewhere but into two as well: its words are matched by their order. They hang on the wrong word.
			"another cut inside a multiword token", []string{`They they PRON PRP Number=Plur 4 nsubj
=2 don't
don do AUX VBP _ 1 aux
't not PART RB _ 1 advmod
agree agree VERB VB VerbForm=Inf 0 root
. . PUNCT . _ 4 punct`, failed, why},
			[9]float64{1, 1, 1, 1, 1, 1, .8, .8, .8},
		},
		{
			// The same two words, not as one multiword token: both are others.
			"no multiword token", []string{strings.Replace(agree, "=2 don't\n", "", 1), failed, why},
			[9]float64{1, .8, .8, .8, .8, .8, .8, .8, .8},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := scoreWords(place(document(t, gold...)), place(document(t, c.system...)))
			for i, f := range w.figures(true) {
				if math.Abs(f.value-c.want[i]) > 1e-9 {
					t.Errorf("%s %.4f, want %.4f", f.head, f.value, c.want[i])
				}
			}
		})
	}
}

func TestAWordThatWasNotParsedIsNoRoot(t *testing.T) {
	bare := bareCopy(document(t, why))
	w := scoreWords(place(document(t, why)), place(bare))
	if w.UAS.Right != 0 || w.Words.Right != 2 {
		t.Errorf("UAS counts %v right of %v words, want 0 of 2", w.UAS.Right, w.Words.Right)
	}
}

func TestPlacesRunThroughDocuments(t *testing.T) {
	one := place(document(t, failed), document(t, why))
	two := place(document(t, failed, why))
	if w := scoreWords(one, two); w.Words.F1() != 1 || w.LASPlus.F1() != 1 || w.Sentences.F1() != 1 {
		t.Errorf("two documents and one of the same text differ: %+v", w)
	}
}

func TestNoWordsScoreNothing(t *testing.T) {
	w := scoreWords(place(&sitrep.Doc{}), place(&sitrep.Doc{}))
	for _, f := range w.figures(true) {
		if f.value != 0 {
			t.Errorf("%s is %v, want 0", f.head, f.value)
		}
	}
}
