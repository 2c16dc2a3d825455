package lemma

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/nlp"
)

func TestLemma(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, upos, xpos, want string }{
		{"his", "PRON", "PRP$", "his"},
		{"them", "PRON", "PRP", "they"},
		{"Them", "PRON", "PRP", "they"},
		{"I", "PRON", "PRP", "I"},
		{"n't", "PART", "RB", "not"},
		{"n’t", "PART", "RB", "not"},
		{"ca", "AUX", "MD", "can"},
		{"wo", "AUX", "MD", "will"},
		{"'s", "AUX", "VBZ", "be"},
		{"'s", "PART", "POS", "'s"},
		{"’s", "PART", "POS", "'s"},
		{"'d", "AUX", "MD", "would"},
		{"'d", "AUX", "VBD", "have"},
		{"Homs", "PROPN", "NNP", "Homs"},
		{"Americans", "PROPN", "NNPS", "American"},
		{"States", "PROPN", "NNPS", "State"},
		{"Women", "PROPN", "NNPS", "Woman"},
		{"United", "VERB", "NNP", "Unite"},
		{"shelling", "NOUN", "NN", "shelling"},
		{"shelling", "VERB", "VBG", "shell"},
		{"worse", "ADJ", "JJR", "bad"},
		{"better", "ADV", "RBR", "well"},
		{"deadliest", "ADJ", "JJS", "deadly"},
		{"bigger", "ADJ", "JJR", "big"},
		{"Syrian", "ADJ", "JJ", "Syrian"},
		{"Heavy", "ADJ", "JJ", "heavy"},
		{"overthrew", "VERB", "VBD", "overthrow"},
		{"fled", "VERB", "VBN", "flee"},
		{"lay", "VERB", "VBD", "lie"},
		{"ceded", "VERB", "VBD", "cede"},
		{"seized", "VERB", "VBD", "seize"},
		{"grabbed", "VERB", "VBD", "grab"},
		{"besieging", "VERB", "VBG", "besiege"},
		{"dying", "VERB", "VBG", "die"},
		{"defying", "VERB", "VBG", "defy"},
		{"kidnapped", "VERB", "VBN", "kidnap"},
		{"offered", "VERB", "VBD", "offer"},
		{"clasping", "VERB", "VBG", "clasp"},
		{"swiped", "VERB", "VBN", "swipe"},
		{"stopping", "VERB", "VBG", "stop"},
		{"flared", "VERB", "VBD", "flare"},
		{"mortared", "VERB", "VBD", "mortar"},
		{"forestalled", "VERB", "VBN", "forestall"},
		{"began", "VERB", "VBN", "begin"},
		{"seen", "VERB", "VBD", "see"},
		{"farther", "ADV", "RBR", "far"},
		{"headscarves", "NOUN", "NNS", "headscarf"},
		{"clashes", "NOUN", "NNS", "clash"},
		{"caches", "NOUN", "NNS", "cache"},
		{"gunmen", "NOUN", "NNS", "gunman"},
		{"crises", "NOUN", "NNS", "crisis"},
		{"knives", "NOUN", "NNS", "knife"},
		{"corps", "NOUN", "NNS", "corps"},
		{"corpses", "NOUN", "NNS", "corpse"},
		{"UAVs", "NOUN", "NNS", "UAV"},
		{"IED", "NOUN", "NN", "IED"},
		{"12,500", "NUM", "CD", "12500"},
		{"7,5", "NUM", "CD", "7,5"},
		{"Twenty", "NUM", "CD", "twenty"},
		{"1990s", "NOUN", "NNS", "1990s"},
		{"“", "PUNCT", "``", "\""},
	} {
		t.Run(c.word+" "+c.xpos, func(t *testing.T) {
			if got := l.Lemma(c.word, c.upos, c.xpos, "_"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestClassOf(t *testing.T) {
	for _, c := range []struct {
		name, upos, xpos, feats string
		want                    Class
	}{
		{"tagged", "VERB", "VBG", "VerbForm=Ger", "VBG"},
		{"plural noun without XPOS", "NOUN", "", "Number=Plur", "NNS"},
		{"past without XPOS", "VERB", "", "Mood=Ind|Tense=Past|VerbForm=Fin", "VBD"},
		{"participle without XPOS", "VERB", "", "Tense=Past|VerbForm=Part", "VBN"},
		{"gerund without XPOS", "VERB", "", "VerbForm=Ger", "VBG"},
		{"comparative without XPOS", "ADJ", "", "Degree=Cmp", "JJR"},
		{"name in the plural without XPOS", "PROPN", "", "Number=Plur", "NNPS"},
		{"no tag", "", "", "", Unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ClassOf(c.upos, c.xpos, c.feats); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// work makes a document of words parted by spaces, each with its UPOS and XPOS after underscores.
func work(words string) *nlp.Work {
	d := &sitrep.Doc{}
	for _, w := range strings.Fields(words) {
		f := strings.Split(w, "_")
		d.Tokens = append(d.Tokens, sitrep.Token{Form: f[0], UPOS: f[1], XPOS: f[2]})
	}
	return &nlp.Work{Doc: d}
}

func lemmas(w *nlp.Work) string {
	var all []string
	for _, t := range w.Tokens {
		all = append(all, t.Lemma)
	}
	return strings.Join(all, " ")
}

func TestAnnotate(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"has", "It_PRON_PRP 's_AUX_VBZ never_ADV_RB been_AUX_VBN worse_ADJ_JJR", "it have never be bad"},
		{"is", "It_PRON_PRP 's_AUX_VBZ surrounded_VERB_VBN", "it be surround"},
		{"possessive", "Assad_PROPN_NNP 's_PART_POS enemies_NOUN_NNS", "Assad 's enemy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := work(c.text)
			if err := l.Annotate(w); err != nil {
				t.Fatal(err)
			}
			if got := lemmas(w); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNormBeforeForm(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	w := &nlp.Work{Doc: &sitrep.Doc{Tokens: []sitrep.Token{{Form: "REBELS", Norm: "rebels", UPOS: "NOUN", XPOS: "NNS"}}}}
	if err := l.Annotate(w); err != nil || w.Tokens[0].Lemma != "rebel" {
		t.Errorf("got %q, %v", w.Tokens[0].Lemma, err)
	}
}

// TestBadInput makes sure that no word and no tag does harm.
func TestBadInput(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"", "\xff", "\xffs", "ing", "s", "İs", "ſ", "’", "日本", "🚀s", ",", ",,,", "1,", "\x00ed", strings.Repeat("x", 1<<20), strings.Repeat("é", 31) + "s"}
	tags := []string{"", "NN", "NNS", "NNP", "NNPS", "VBG", "VBD", "VBZ", "JJ", "JJR", "CD", "POS", "``", "nonsense"}
	d := &sitrep.Doc{}
	for _, w := range words {
		for _, x := range tags {
			d.Tokens = append(d.Tokens, sitrep.Token{Form: w, XPOS: x}, sitrep.Token{Form: w, UPOS: "VERB", XPOS: x})
		}
	}
	if err := l.Annotate(&nlp.Work{Doc: d}); err != nil {
		t.Fatal(err)
	}
	for _, tok := range d.Tokens {
		if tok.Form != "" && tok.Lemma == "" {
			t.Errorf("%q %s: no lemma", tok.Form, tok.XPOS)
		}
	}
}

// TestMemo makes sure that what was remembered is what the table says, with many readers at once.
func TestMemo(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	d := &sitrep.Doc{}
	for i := range 30000 {
		d.Tokens = append(d.Tokens, sitrep.Token{Form: fmt.Sprintf("shell%ds", i%9000), UPOS: "NOUN", XPOS: []string{"NN", "NNS", "NNP"}[i%3]})
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			own := &sitrep.Doc{Tokens: append([]sitrep.Token(nil), d.Tokens...)}
			if err := l.Annotate(&nlp.Work{Doc: own}); err != nil {
				t.Error(err)
			}
			for _, tok := range own.Tokens {
				if want := l.Lemma(tok.Form, tok.UPOS, tok.XPOS, ""); tok.Lemma != want {
					t.Errorf("%s %s: got %q, want %q", tok.Form, tok.XPOS, tok.Lemma, want)
					return
				}
			}
		})
	}
	wait.Wait()
}

func TestReadTable(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unknown line", "noun\tfoot\tfeet", "line 1"},
		{"strip beyond the suffix", "# comment\nedit\tNNS\ts\t2\t", "line 2: edit of suffix \"s\" strips \"2\""},
		{"no number", "edit\tNNS\ts\tone\t", "want a number"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := ReadTable(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

// TestManifest holds the table to what its manifest says of it.
func TestManifest(t *testing.T) {
	b, err := os.ReadFile("english.json")
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		SHA256  string
		Size    int
		Licence string
	}
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(english)); got != m.SHA256 || len(english) != m.Size || m.Licence == "" {
		t.Errorf("english.tsv has %s, %d bytes; english.json says %s, %d, licence %q", got, len(english), m.SHA256, m.Size, m.Licence)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	l, err := English()
	if err != nil {
		b.Fatal(err)
	}
	w := work(strings.Repeat("The_DET_DT rebels_NOUN_NNS had_AUX_VBD overrun_VERB_VBN three_NUM_CD Syrian_ADJ_JJ outposts_NOUN_NNS near_ADP_IN Idlib_PROPN_NNP ,_PUNCT_, they_PRON_PRP said_VERB_VBD ._PUNCT_. ", 500))
	for b.Loop() {
		if err := l.Annotate(w); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(w.Tokens)), "ns/token")
}
