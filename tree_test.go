package sitrep

import (
	"fmt"
	"slices"
	"testing"
)

// treeOf makes a document of sentences whose tokens have these heads within the sentence, -1 for a root, and the relation "dep".
func treeOf(sentences ...[]int) (*Doc, *Tree) {
	d := &Doc{}
	for _, heads := range sentences {
		first := len(d.Tokens)
		for i, h := range heads {
			if h >= 0 {
				h += first
			} else {
				h = NoHead
			}
			at := 2 * (first + i)
			d.Tokens = append(d.Tokens, Token{Span: Span{at, at + 1}, Head: h, Deprel: "dep"})
		}
		d.Sentences = append(d.Sentences, Sentence{First: first, Last: len(d.Tokens)})
	}
	return d, NewTree(d)
}

func TestTreeFindsItsWay(t *testing.T) {
	d, tree := treeOf([]int{1, -1, 3, 1}, []int{-1}, nil, []int{2, 0, -1})
	if got := fmt.Sprint(tree.Children(1), tree.Children(0), tree.Children(7)); got != "[0 3] [] [5]" {
		t.Errorf("children %s", got)
	}
	for i, want := range []int{0, 0, 0, 0, 1, 3, 3, 3} {
		if got := tree.Sentence(i); got != want {
			t.Errorf("token %d is in sentence %d, want %d", i, got, want)
		}
	}
	for s, want := range []int{1, 4, -1, 7} {
		if got := tree.Root(s); got != want {
			t.Errorf("the root of sentence %d is %d, want %d", s, got, want)
		}
	}
	for i, want := range [][2]int{{0, 1}, {0, 4}, {2, 3}, {2, 4}, {4, 5}, {5, 7}, {6, 7}, {5, 8}} {
		if first, last := tree.Extent(i); first != want[0] || last != want[1] {
			t.Errorf("token %d governs %d to %d, want %v", i, first, last, want)
		}
	}
	if !tree.Below(2, 1) || !tree.Below(1, 1) || tree.Below(1, 2) || tree.Below(5, 1) {
		t.Error("what is below what")
	}
	if got := d.SpanOf(2, 4); got != (Span{4, 7}) {
		t.Errorf("span %v of two tokens", got)
	}
	if got := d.SpanOf(2, 2); got != (Span{}) {
		t.Errorf("span %v of no tokens", got)
	}
}

func TestTreeOfNothing(t *testing.T) {
	if _, tree := treeOf(); len(tree.children) != 0 {
		t.Error("a tree without tokens has children")
	}
}

// A parser that fails may leave tokens that govern each other: everything has to end all the same.
func TestTreeWithACircle(t *testing.T) {
	_, tree := treeOf([]int{1, 2, 0})
	if tree.Root(0) != -1 || !tree.Below(0, 2) {
		t.Error("three tokens in a circle")
	}
	if first, last := tree.Extent(0); first < 0 || last > 3 {
		t.Errorf("token 0 governs %d to %d of 3", first, last)
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		name, deprel string
		relations    []string
		want         bool
	}{
		{"the same", "obl", []string{"obj", "obl"}, true},
		{"every subtype of one without", "nsubj:pass", []string{"nsubj"}, true},
		{"only its own subtype", "nsubj", []string{"nsubj:pass"}, false},
		{"no mere beginning", "oblique", []string{"obl"}, false},
		{"of none", "obl", nil, false},
	} {
		if got := Is(c.deprel, c.relations...); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	d, tree := treeOf([]int{3, 3, 3, -1, 3})
	for i, r := range []string{"nsubj", "obl:tmod", "obl", "root", "punct"} {
		d.Tokens[i].Deprel = r
	}
	if got := tree.Child(3, "obj", "obl"); got != 1 {
		t.Errorf("the first oblique is %d, want 1", got)
	}
	if got := tree.Child(3, "punct", "nsubj"); got != 4 {
		t.Errorf("relations are tried in their order: %d, want 4", got)
	}
	if got := tree.Child(3, "iobj"); got != -1 {
		t.Errorf("no child of the relation: %d, want -1", got)
	}
	if got := tree.All(3, "obl", "nsubj"); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("all are %v, want 0, 1, 2", got)
	}
}
