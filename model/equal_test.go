package model

import (
	"fmt"
	"slices"
	"testing"
)

// results is all that this package says of words.
type results struct {
	rows        []uint8
	xpos, morph []uint16
	names       []uint8
	heads       []int32
	rels        []uint8
}

func run(e *Encoder, words []Word, lengths []int) results {
	var enc Encoding
	e.Encode(&enc, words, lengths)
	r := results{rows: enc.Rows, names: e.Names(&enc)}
	r.xpos, r.morph = e.Tags(&enc)
	r.heads, r.rels = e.Trees(&enc)
	return r
}

// difference names what differs first, "" where nothing does.
func (r results) difference(o results) string {
	switch {
	case !slices.Equal(r.rows, o.rows):
		return "rows"
	case !slices.Equal(r.xpos, o.xpos) || !slices.Equal(r.morph, o.morph):
		return "tags"
	case !slices.Equal(r.names, o.names):
		return "names"
	case !slices.Equal(r.heads, o.heads):
		return "heads"
	case !slices.Equal(r.rels, o.rels):
		return "relations"
	}
	return ""
}

// TestKernelsAgree is the promise of the package: the same bytes on every path, over a megabyte of text.
func TestKernelsAgree(t *testing.T) {
	const parts = 4
	size := 1_000_000
	if testing.Short() {
		size = 12_000
	}
	n, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for part := range uint64(parts) {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			agree(t, n, generate(11+part, size/parts))
		})
	}
}

func TestKernelsAgreeOnRandomNetworks(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			if testing.Short() && seed%3 != 0 {
				t.Skip("the smallest and the largest are enough for the short tests")
			}
			f := newRandomFile(seed)
			f.labels.XPOS = f.labels.XPOS[:1+seed*16]
			f.labels.Morph = f.labels.Morph[:20+seed*37]
			n, err := Parse(f.bytes())
			if err != nil {
				t.Fatal(err)
			}
			agree(t, n, generate(seed, 3_000))
		})
	}
}

func agree(t *testing.T, n *Network, sentences [][]string) {
	t.Helper()
	words, lengths := read(n, sentences)
	want := run(n.NewEncoder(Generic), words, lengths)
	for _, c := range Available()[1:] {
		if d := run(n.NewEncoder(c), words, lengths).difference(want); d != "" {
			t.Errorf("%v and generic differ in %s", c, d)
		}
	}
}
