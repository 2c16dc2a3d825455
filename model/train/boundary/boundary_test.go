package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/nlp/segment"
)

const treebank = `# newdoc
# newpar
# text = Rebels left Karsafa.
1	Rebels	rebel	NOUN	_	_	2	nsubj	_	_
2	left	leave	VERB	_	_	0	root	_	_
3	Karsafa	Karsafa	PROPN	_	_	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	_	_	2	punct	_	SpaceAfter=No

# text = It's over.
1-2	It's	_	_	_	_	_	_	_	_
1	It	it	PRON	_	_	3	nsubj	_	_
2	's	be	AUX	_	_	3	cop	_	_
3	over	over	ADV	_	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	_	_	3	punct	_	_

# text = Men fled.
1	Men	man	NOUN	_	_	2	nsubj	_	_
2	fled	flee	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_

# newpar
# text = Rain fell.
1	Rain	rain	NOUN	_	_	2	nsubj	_	_
2	fell	fall	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_

`

func written(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.conllu")
	if err := os.WriteFile(path, []byte(treebank), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadTreebank(t *testing.T) {
	cased := casing{}
	passages, err := readTreebank(written(t), cased)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, p := range passages {
		texts = append(texts, p.text.String())
	}
	if want := []string{"Rebels left Karsafa.It's over. Men fled.", "Rain fell."}; !slices.Equal(texts, want) {
		t.Errorf("got %q, want %q", texts, want)
	}
	if p := passages[0]; len(p.ends) != 3 || !p.ends[len("Rebels left Karsafa.")] || !p.ends[p.text.Len()] {
		t.Errorf("ends: %v", p.ends)
	}
	if got := cased.list(); !slices.Equal(got, []string{"Karsafa"}) {
		t.Errorf("capitalised words: %q", got)
	}
}

func TestChanged(t *testing.T) {
	p := &passage{ends: map[int]bool{}}
	p.add("", "He ran. ")
	p.add("", "(They hid!)")
	text, ends := p.changed(bareLower)
	if text != "he ran they hid" || len(ends) != 2 || !ends[len("he ran")] || !ends[len(text)] {
		t.Errorf("got %q with ends %v", text, ends)
	}
}

// TestTrain checks that a model learns what its examples show.
func TestTrain(t *testing.T) {
	var examples []segment.Example
	for range 200 {
		examples = append(examples, segment.Example{Features: []uint32{1, 2}, Ends: true}, segment.Example{Features: []uint32{1, 3}})
	}
	bias, weights := train(examples, settings{epochs: 3})
	if yes, no := bias+int32(weights[1])+int32(weights[2]), bias+int32(weights[1])+int32(weights[3]); yes <= 0 || no >= 0 {
		t.Errorf("sums %d and %d", yes, no)
	}
}

func TestRunWithoutExamples(t *testing.T) {
	err := run(nil, filepath.Join(t.TempDir(), "x"), filepath.Join(t.TempDir(), "y"), settings{epochs: 1})
	if err == nil || !strings.Contains(err.Error(), "CoNLL-U") {
		t.Errorf("got %v", err)
	}
}

func TestRun(t *testing.T) {
	out, cases := filepath.Join(t.TempDir(), "boundary.bin"), filepath.Join(t.TempDir(), "cases.txt")
	if err := run([]string{written(t)}, out, cases, settings{epochs: 1}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(out); err != nil || info.Size() < segment.Weights {
		t.Errorf("the model: %v, %v", info, err)
	}
	if list, err := os.ReadFile(cases); err != nil || string(list) != "Karsafa\n" {
		t.Errorf("the list: %q, %v", list, err)
	}
}
