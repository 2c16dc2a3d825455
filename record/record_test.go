package record

import (
	"bytes"
	"compress/gzip"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"sitrep"
)

func TestOffsetsCountPointsAndUTF16(t *testing.T) {
	text := "a é 🙂 b\xff\xfe ‮x 🙂"
	o := NewOffsets(text)
	check := func(b int) {
		t.Helper()
		if got, want := o.Points(b), utf8.RuneCountInString(text[:b]); got != want {
			t.Errorf("Points(%d) = %d, want %d", b, got, want)
		}
		if got, want := o.UTF16(b), len(utf16.Encode([]rune(text[:b]))); got != want {
			t.Errorf("UTF16(%d) = %d, want %d", b, got, want)
		}
	}
	var bounds []int
	for b := range text {
		bounds = append(bounds, b)
	}
	bounds = append(bounds, len(text))
	for _, b := range bounds {
		check(b)
	}
	for i := range bounds { // backwards, and there and back again
		check(bounds[len(bounds)-1-i])
		check(bounds[i])
	}
}

func TestOffsetsOfALongTextInAnyOrder(t *testing.T) {
	text := strings.Repeat("a é 🙂\xff\x80\x80\x80\x80\x80 ", 5000) + strings.Repeat("\x80", 9000) + strings.Repeat("ж🙂", 3000)
	points := make([]int, len(text)+1) // by byte, the code points before it; only those of boundaries are asked for
	var bounds []int
	n := 0
	for b := range text {
		points[b] = n
		bounds = append(bounds, b)
		n++
	}
	o := NewOffsets(text)
	random := rand.New(rand.NewSource(1))
	for range 20_000 {
		if b := bounds[random.Intn(len(bounds))]; o.Points(b) != points[b] {
			t.Fatalf("Points(%d) = %d, want %d", b, o.Points(b), points[b])
		}
	}
	if got := o.Points(len(text)); got != n {
		t.Errorf("the whole text has %d code points, want %d", got, n)
	}
}

func TestOffsetsAreClampedToTheText(t *testing.T) {
	o := NewOffsets("né")
	if a, b := o.Points(-3), o.Points(99); a != 0 || b != 2 {
		t.Errorf("got %d and %d, want 0 and 2", a, b)
	}
}

// rows makes CoNLL-U of lines whose columns stand between spaces.
func rows(lines ...string) string {
	for i, l := range lines {
		if l != "" && l[0] != '#' {
			lines[i] = strings.Join(strings.Fields(l), "\t")
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

func read(t *testing.T, text string) []Document {
	t.Helper()
	docs, err := ReadCoNLLU(strings.NewReader(text), "test")
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

var truce = rows(
	"# newdoc id = one",
	"# newpar",
	"# sent_id = a",
	"# text = They don't agree.",
	"1 They they PRON PRP Case=Nom|Number=Plur 4 nsubj _ _",
	"2-3 don't _ _ _ _ _ _ _ _",
	"2 do do AUX VBP _ 4 aux _ _",
	"3 n't not PART RB Polarity=Neg 4 advmod _ _",
	"3.1 quite quite ADV RB _ _ _ _ _",
	"4 agree agree VERB VB VerbForm=Inf 0 root _ SpaceAfter=No",
	"5 . . PUNCT . _ 4 punct _ SpaceAfter=No",
	"",
	"# text = «Why?»",
	"1 « « PUNCT `` _ 2 punct _ SpaceAfter=No",
	"2 Why why ADV WRB _ 0 root _ SpaceAfter=No",
	"3 ?» ? PUNCT . _ 2 punct _ _",
	"",
	"# newpar id = two",
	"# text = In Jeddah",
	"1 In in ADP IN _ 2 case _ _",
	"2 Jeddah Jeddah PROPN NNP Number=Sing 0 root _ NER=B-GPE",
	"",
	"# newdoc",
	"# text = Talks",
	"1 Talks talk NOUN NNS Number=Plur 0 root _ _",
	"")

func TestReadCoNLLU(t *testing.T) {
	docs := read(t, truce)
	if len(docs) != 2 || docs[0].ID != "one" || docs[1].ID != "" || docs[1].Doc.Text != "Talks" {
		t.Fatalf("got documents %+v", docs)
	}
	d := docs[0].Doc
	if want := "They don't agree.«Why?»\n\nIn Jeddah"; d.Text != want {
		t.Errorf("text %q, want %q", d.Text, want)
	}
	var forms, paragraphs []string
	for _, tok := range d.Tokens {
		if d.In(tok.Span) != tok.Form {
			t.Errorf("the text at %v is %q, the form %q", tok.Span, d.In(tok.Span), tok.Form)
		}
		forms = append(forms, tok.Form)
	}
	for _, s := range d.Sentences {
		paragraphs = append(paragraphs, d.In(s.Span)+"/"+string(rune('0'+s.Paragraph)))
	}
	if want := strings.Fields("They do n't agree . « Why ?» In Jeddah"); !reflect.DeepEqual(forms, want) {
		t.Errorf("forms %q, want %q", forms, want)
	}
	if want := []string{"They don't agree./0", "«Why?»/0", "In Jeddah/1"}; !reflect.DeepEqual(paragraphs, want) {
		t.Errorf("sentences %q, want %q", paragraphs, want)
	}
	if !d.Tokens[1].Joined || d.Tokens[2].Joined {
		t.Error("only the first word of don't is joined to the next")
	}
	if d.Tokens[0].Head != 3 || d.Tokens[3].Head != sitrep.NoHead || d.Tokens[5].Head != 6 {
		t.Errorf("heads %d %d %d, want 3, none and 6", d.Tokens[0].Head, d.Tokens[3].Head, d.Tokens[5].Head)
	}
	if n := d.Tokens[2]; n.Lemma != "not" || n.UPOS != "PART" || n.XPOS != "RB" || n.Feats != "Polarity=Neg" || n.Deprel != "advmod" {
		t.Errorf("n't is read as %+v", n)
	}
	if len(d.Names) != 1 || d.In(d.Names[0].Span) != "Jeddah" || d.Names[0].Label != sitrep.GPE {
		t.Errorf("names %+v", d.Names)
	}
}

func TestMultiwordTokenSharesItsLetters(t *testing.T) {
	cases := []struct {
		name, token string
		words       []string
		want        string
	}{
		{"the words make up the token", "wanna", []string{"wan", "na"}, "wan na"},
		{"they do not", "du", []string{"de", "le"}, "d u"},
		{"accents stay whole", "éàü", []string{"x", "y"}, "é àü"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := rows("# text = "+c.token, "1-2 "+c.token+" _ _ _ _ _ _ _ _",
				"1 "+c.words[0]+" _ _ _ _ 0 root _ _", "2 "+c.words[1]+" _ _ _ _ 1 dep _ _", "")
			d := read(t, text)[0].Doc
			if got := d.Tokens[0].Form + " " + d.Tokens[1].Form; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTextWithoutTextLine(t *testing.T) {
	d := read(t, rows("1 A a _ _ _ 0 root _ _", "2-3 can't _ _ _ _ _ _ _ SpaceAfter=No", "2 ca can _ _ _ 1 dep _ _", "3 n't not _ _ _ 1 dep _ _", "4 . . _ _ _ 1 punct _ _"))[0].Doc
	if want := "A can't."; d.Text != want {
		t.Errorf("got %q, want %q", d.Text, want)
	}
}

func TestReadCoNLLUErrors(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"too few columns", "1\tA\ta\n", "test:1: a row of CoNLL-U has 10 columns"},
		{"form not in the text", rows("# text = B", "1 A _ _ _ _ 0 root _ _", ""), `test:3: word "A" is not where it should be`},
		{"wrong number", rows("2 A _ _ _ _ 0 root _ _", ""), `word number "2": want 1`},
		{"head is no number", rows("1 A _ _ _ _ x root _ _", ""), `head "x"`},
		{"head outside", rows("1 A _ _ _ _ 7 dep _ _", ""), "head 7 does not exist"},
		{"range without words", rows("1-3 A _ _ _ _ _ _ _ _", "1 A _ _ _ _ 0 root _ _", ""), `multiword token "1-3"`},
		{"more words than letters", rows("1-2 x _ _ _ _ _ _ _ _", "1 a _ _ _ _ 0 root _ _", "2 b _ _ _ _ 1 dep _ _", ""), `multiword token "x" has fewer characters than its 2 words`},
		{"form ends inside a character", rows("# text = é", "1 \xc3 _ _ _ _ 0 root _ _", ""), "is not where it should be"},
		{"comment inside", rows("1 A _ _ _ _ 0 root _ _", "# x", ""), "a comment inside a sentence"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadCoNLLU(strings.NewReader(c.text), "test")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	for _, doc := range read(t, truce) {
		var b bytes.Buffer
		if err := WriteCoNLLU(&b, doc.ID, doc.Doc); err != nil {
			t.Fatal(err)
		}
		again := read(t, b.String())
		if len(again) != 1 || !reflect.DeepEqual(again[0], doc) {
			t.Errorf("read again %+v, want %+v\n%s", again[0].Doc, doc.Doc, b.String())
		}
	}
}

func TestWriteCoNLLU(t *testing.T) {
	text := "Ürge \u00a0don't\nstop\xff"
	d := &sitrep.Doc{Text: text, Tokens: []sitrep.Token{
		{Form: "Ürge", Span: sitrep.Span{Start: 0, End: 5}, UPOS: "VERB", Head: -1, Deprel: "root"},
		{Form: "do", Span: sitrep.Span{Start: 8, End: 10}, Joined: true, Head: 0, Deprel: "aux"},
		{Form: "n't", Span: sitrep.Span{Start: 10, End: 13}, Head: 0, Deprel: "advmod"},
		{Form: "stop\xff", Span: sitrep.Span{Start: 14, End: 19}, Head: 0, Deprel: "ccomp"},
	}, Sentences: []sitrep.Sentence{{Span: sitrep.Span{Start: 0, End: 19}, First: 0, Last: 4, Cut: true}}}
	d.Names = []sitrep.Name{{First: 1, Last: 3, Label: sitrep.Org}}
	d.Chains = []sitrep.Chain{{Mentions: []sitrep.Mention{{First: 0, Last: 3, Head: 1, Kind: sitrep.ProperMention}, {First: 0, Last: 1, Kind: sitrep.PronounMention}, {First: 2, Last: 3, Head: 2, Kind: sitrep.NominalMention}}}}
	want := strings.Join([]string{
		"# newdoc id = a b", "# global.Entity = eid-kind-head", "# newpar", "# sent_id = 1", "# cut = length", "# text = Ürge don't stop\uFFFD",
		"1\tÜrge\t_\tVERB\t_\t_\t0\troot\t_\tEntity=(e1-name-2(e1-pronoun-1)|TokenRange=0:4",
		"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=6:11",
		"2\tdo\t_\t_\t_\t_\t1\taux\t_\tNER=B-ORG|TokenRange=6:8",
		"3\tn't\t_\t_\t_\t_\t1\tadvmod\t_\tEntity=(e1-nominal-1)e1)|NER=I-ORG|TokenRange=8:11",
		"4\tstop\uFFFD\t_\t_\t_\t_\t1\tccomp\t_\tTokenRange=12:17", "", ""}, "\n")
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, "a\nb", d); err != nil || b.String() != want {
		t.Errorf("error %v, got\n%s\nwant\n%s", err, b.String(), want)
	}
}

func TestOpenCoNLLUUnpacks(t *testing.T) {
	dir := t.TempDir()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(truce))
	z.Close()
	plainPath, packedPath := filepath.Join(dir, "a.conllu"), filepath.Join(dir, "a.conllu.gz")
	os.WriteFile(plainPath, []byte(truce), 0o600)
	os.WriteFile(packedPath, packed.Bytes(), 0o600)
	a, err1 := OpenCoNLLU(plainPath)
	b, err2 := OpenCoNLLU(packedPath)
	if err1 != nil || err2 != nil || !reflect.DeepEqual(a, b) {
		t.Errorf("errors %v and %v, or the documents differ", err1, err2)
	}
	if _, err := OpenCoNLLU(filepath.Join(dir, "none")); err == nil {
		t.Error("a file that is not there gives no error")
	}
}
