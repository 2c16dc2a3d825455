package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func best(t testing.TB) CPU {
	t.Helper()
	c, err := Choose("")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSentencesStandAlone encodes sentences together and one by one: neighbours, batches and padding must not matter.
func TestSentencesStandAlone(t *testing.T) {
	n := parsed(t, 2)
	sentences := generate(2, 3_000)
	sentences = append(sentences, nil, slices.Repeat([]string{"word", "Red", "River"}, 150), []string{"."}, nil)
	words, lengths := read(n, sentences)
	for _, c := range Available() {
		together := run(n.NewEncoder(c), words, lengths)
		e, at := n.NewEncoder(c), 0
		for i, size := range lengths {
			alone := run(e, words[at:at+size], lengths[i:i+1])
			part := results{together.rows[at*Width : (at+size)*Width], together.xpos[at : at+size], together.morph[at : at+size],
				together.names[at : at+size], together.heads[at : at+size], together.rels[at : at+size]}
			if d := alone.difference(part); d != "" {
				t.Fatalf("%v: sentence %d, %d words: other %s alone", c, i, size, d)
			}
			at += size
		}
	}
}

// TestRowsVary keeps the other tests honest: a network that says the same of everything would pass them.
func TestRowsVary(t *testing.T) {
	n := parsed(t, 3)
	words, lengths := read(n, generate(3, 20_000))
	r := run(n.NewEncoder(best(t)), words, lengths)
	var seen [128]int
	for _, v := range r.rows {
		seen[v]++
	}
	used, edge := 0, seen[0]+seen[127]
	for _, count := range seen {
		if count > 0 {
			used++
		}
	}
	if used < 100 || edge > len(r.rows)/5 {
		t.Errorf("%d values used, %d of %d at the edges", used, edge, len(r.rows))
	}
	distinct := func(n int, at func(i int) int) int {
		m := map[int]bool{}
		for i := range n {
			m[at(i)] = true
		}
		return len(m)
	}
	if d := distinct(len(r.xpos), func(i int) int { return int(r.xpos[i]) }); d < 10 {
		t.Errorf("%d kinds of tags", d)
	}
	if d := distinct(len(r.names), func(i int) int { return int(r.names[i]) }); d < 5 {
		t.Errorf("%d labels of names", d)
	}
	if d := distinct(len(r.rels), func(i int) int { return int(r.rels[i]) }); d < 10 {
		t.Errorf("%d relations", d)
	}
}

func TestTreesAndNamesAreWellFormed(t *testing.T) {
	n := parsed(t, 4)
	words, lengths := read(n, generate(4, 40_000))
	r := run(n.NewEncoder(best(t)), words, lengths)
	labels := n.Labels()
	at := 0
	for _, size := range lengths {
		heads := r.heads[at : at+size]
		if !naiveValid(heads) {
			t.Fatalf("words %d to %d: %v is no tree with one root", at, at+size, heads)
		}
		for i := range size {
			if (heads[i] == Root) != (labels.Rel[r.rels[at+i]] == "root") {
				t.Fatalf("word %d: head %d, relation %s", at+i, heads[i], labels.Rel[r.rels[at+i]])
			}
			name := labels.NER[r.names[at+i]]
			if kind, inside := strings.CutPrefix(name, "I-"); inside && (i == 0 || !strings.HasSuffix(labels.NER[r.names[at+i-1]], "-"+kind)) {
				t.Fatalf("word %d: %s after something else", at+i, name)
			}
		}
		at += size
	}
}

// TestEncodeAgainstNaive runs the trunk and the tags of a few sentences with loops that follow the definition word by word.
func TestEncodeAgainstNaive(t *testing.T) {
	n := parsed(t, 5)
	for i, s := range generate(5, 1500) {
		words, lengths := read(n, [][]string{s})
		got := run(n.NewEncoder(best(t)), words, lengths)
		rows := naiveTrunk(n, words)
		for w, row := range rows {
			if !slices.Equal(row, got.rows[w*Width:(w+1)*Width]) {
				t.Fatalf("sentence %d, word %d: another row", i, w)
			}
			if x := naiveBest(&n.xpos, row); x != int(got.xpos[w]) {
				t.Fatalf("sentence %d, word %d: xpos %d: want %d", i, w, got.xpos[w], x)
			}
		}
	}
}

func naiveSums(m *matrix, in []uint8) []int32 {
	out := make([]int32, m.n)
	for o := range out {
		out[o] = m.corr[o]
		for i, v := range in {
			out[o] += int32(v) * int32(m.at(o, i))
		}
	}
	return out
}

func naiveBest(l *linear, in []uint8) int {
	var y []float32
	for o, sum := range naiveSums(&l.matrix, in) {
		y = append(y, float32(float32(sum)*l.scale[o])+l.bias[o])
	}
	return slices.Index(y, slices.Max(y))
}

func naiveTrunk(n *Network, words []Word) [][]uint8 {
	x, q := make([][]float32, len(words)), make([][]uint8, len(words))
	for i, w := range words {
		var s speller
		in := make([]uint8, windowSize)
		n.tables.gather(in, s.features(n, w))
		x[i] = make([]float32, Width)
		naiveMaxout(x[i], naiveSums(&n.first.matrix, in), &n.first)
	}
	for l := range n.trunk {
		naiveQuantise(q, x, n.scales[l])
		for i := range words {
			var in []uint8
			for _, at := range []int{i - n.reach[l], i, i + n.reach[l]} {
				if at < 0 || at >= len(words) {
					in = append(in, slices.Repeat([]uint8{64}, Width)...)
				} else {
					in = append(in, q[at]...)
				}
			}
			naiveMaxout(x[i], naiveSums(&n.trunk[l].matrix, in), &n.trunk[l])
		}
	}
	naiveQuantise(q, x, n.scales[len(n.trunk)])
	return q
}

func naiveQuantise(q [][]uint8, x [][]float32, inverse float32) {
	for i := range x {
		q[i] = make([]uint8, Width)
		quantiseGeneric(q[i], x[i], inverse, signed7())
	}
}

func TestEncodeReusesItsResult(t *testing.T) {
	n := parsed(t, 6)
	e := n.NewEncoder(best(t))
	var enc Encoding
	long, longLengths := read(n, generate(6, 3000))
	short, shortLengths := read(n, [][]string{{"A", "truce", "?"}})
	e.Encode(&enc, long, longLengths)
	e.Encode(&enc, short, shortLengths)
	if enc.Len() != 3 || !slices.Equal(enc.Lengths, []int{3}) {
		t.Fatalf("%d words in sentences of %v", enc.Len(), enc.Lengths)
	}
	if want := run(n.NewEncoder(best(t)), short, shortLengths); !slices.Equal(enc.Rows, want.rows) {
		t.Error("other rows in a used encoding")
	}
	e.Encode(&enc, nil, nil)
	if xpos, _ := e.Tags(&enc); enc.Len() != 0 || len(xpos) != 0 || len(e.Names(&enc)) != 0 {
		t.Error("no words have results")
	}
	if heads, rels := e.Trees(&enc); len(heads)+len(rels) != 0 {
		t.Error("no words have trees")
	}
}

func TestEncodeRefusesLengthsThatDoNotAddUp(t *testing.T) {
	n := parsed(t, 6)
	for _, lengths := range [][]int{nil, {1}, {3}, {3, -1}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("lengths %v of two words are accepted", lengths)
				}
			}()
			n.NewEncoder(Generic).Encode(new(Encoding), make([]Word, 2), lengths)
		}()
	}
}

// TestCacheForgets fills the cache several times over; the words met again must have the same vectors.
func TestCacheForgets(t *testing.T) {
	n := parsed(t, 7)
	e := n.NewEncoder(best(t))
	probe := []Word{{"general", TitleList}, {"general", 0}, {"Ünye", 1}}
	want := run(n.NewEncoder(best(t)), probe, []int{3})
	var enc Encoding
	for i := range 5 {
		var words []Word
		for j := range cachedWords / 3 {
			words = append(words, Word{Form: fmt.Sprintf("w%dx%d", i, j)})
		}
		e.Encode(&enc, words, []int{len(words) / 2, len(words) - len(words)/2})
		if d := run(e, probe, []int{3}).difference(want); d != "" {
			t.Fatalf("after %d words: other %s", (i+1)*len(words), d)
		}
		if len(e.words.words) > cachedWords {
			t.Fatalf("%d words are kept", len(e.words.words))
		}
	}
}

func TestCacheForgetsLongForms(t *testing.T) {
	n := parsed(t, 7)
	e := n.NewEncoder(best(t))
	var enc Encoding
	for i := range 4 {
		e.Encode(&enc, []Word{{Form: strings.Repeat("ha", 3_000_000+i)}, {Form: "!"}}, []int{2})
	}
	e.Encode(&enc, []Word{{Form: "!"}}, []int{1})
	if cap(e.words.text) > 8*cachedBytes {
		t.Errorf("%d bytes of forms are kept", cap(e.words.text))
	}
}

// TestBadWords has forms that no segmenter should give, and some that it must.
func TestBadWords(t *testing.T) {
	n := parsed(t, 8)
	bad := []string{"", "\xff\xfe", "a\x00b", "\xed\xa0\x80", "‮gnp", "👩‍👩‍👧", strings.Repeat("\"", 100_000), strings.Repeat("é", 5000), "\n", "İ"}
	words, lengths := read(n, [][]string{bad, {}, bad[1:2]})
	want := run(n.NewEncoder(Generic), words, lengths)
	for _, c := range Available() {
		if d := run(n.NewEncoder(c), words, lengths).difference(want); d != "" {
			t.Errorf("%v: other %s", c, d)
		}
	}
}

func TestLongSentence(t *testing.T) {
	n := parsed(t, 9)
	words := make([]Word, 3000)
	for i := range words {
		words[i].Form = fmt.Sprintf("w%d", i%700)
	}
	if r := run(n.NewEncoder(best(t)), words, []int{len(words)}); !naiveValid(r.heads) {
		t.Error("no tree with one root")
	}
}

func TestEnglish(t *testing.T) {
	n, err := English()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := English(); again != n {
		t.Error("read twice")
	}
}
