package model

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

const (
	maxLabels = 1 << 14
	maxSmall  = 256 // labels that are kept in a byte
	reach     = 32  // distances to a head beyond are one bucket
	buckets   = 2*reach + 2
	rootDist  = buckets - 1
	rootRel   = "root"
)

// Network is the weights. It never changes and may be shared.
type Network struct {
	labels Labels
	vocab  index
	oov    int
	tables tables
	lists  lists

	first  layer
	trunk  []layer
	reach  []int     // dilation of each layer of the trunk
	scales []float32 // inverse scale of the input of each layer of the trunk, and of its output

	xpos, morph linear
	ner1, ner2  linear
	nerScale    float32
	before      []int // see inside

	arcH, arcE           linear
	arcHScale, arcEScale float32
	arcScale             float32
	arcRoot              []uint8
	arcDist              []float32

	relH, relD, rel linear
	relScale        float32
	relDist         []float32
	root            int // the relation "root"

	lanes, panels sync.Once
}

// Labels are the names of what the heads give as numbers.
type Labels struct {
	XPOS  []string `json:"xpos"`
	Morph []string `json:"morph"` // "UPOS|Feats"
	Rel   []string `json:"rel"`
	NER   []string `json:"ner"` // BIO, "O" first
}

// Labels gives the names of what Tags, Names and Trees give as numbers. They must not be changed.
func (n *Network) Labels() Labels { return n.labels }

func build(h *header, r *reader) *Network {
	c := &h.Config
	n := &Network{labels: h.Labels, oov: c.OOV, reach: c.Dilations, arcScale: c.ArcScale}
	n.vocab = newIndex(r.sorted("vocab"))
	n.tables = r.tables(len(n.vocab.keys) + c.OOV)
	n.lists = r.lists()
	n.first = r.layer("layer0")
	for i := range c.Dilations {
		name := fmt.Sprintf("layer%d", i+1)
		n.trunk = append(n.trunk, r.layer(name))
		n.scales = append(n.scales, r.quant(c, name))
	}
	n.scales = append(n.scales, r.quant(c, "out"))
	n.xpos = r.linear("xpos", len(n.labels.XPOS), Width)
	n.morph = r.linear("morph", len(n.labels.Morph), Width)
	n.ner1 = r.linear("ner1", nerWidth, 3*Width)
	n.ner2 = r.linear("ner2", len(n.labels.NER), nerWidth)
	n.nerScale = r.quant(c, "ner")
	n.before = inside(n.labels.NER)
	n.buildTrees(c, r)
	return n
}

func (n *Network) buildTrees(c *config, r *reader) {
	n.arcH, n.arcE = r.linear("arc_h", Width, Width), r.linear("arc_e", Width, Width)
	n.arcHScale, n.arcEScale = r.quant(c, "arc_h"), r.quant(c, "arc_e")
	n.arcRoot = r.sevenBits("arc_root", Width)
	n.arcDist = take[float32](r, "arc_dist", buckets)
	n.relH, n.relD = r.linear("rel_h", Width, Width), r.linear("rel_d", Width, Width)
	n.rel = r.linear("rel", len(n.labels.Rel), Width)
	n.relScale = r.quant(c, "rel")
	n.relDist = take[float32](r, "rel_dist", buckets, Width)
	n.root = slices.Index(n.labels.Rel, rootRel)
	if r.err == nil {
		n.rel.bias[n.root] = never // it is given to roots and only to them
	}
}

func (l *Labels) check() error {
	for _, set := range [][]string{l.XPOS, l.Morph} {
		if len(set) == 0 || len(set) > maxLabels {
			return fmt.Errorf("labels: %d of a kind: want 1 to %d", len(set), maxLabels)
		}
	}
	if len(l.NER) == 0 || len(l.NER) > maxSmall || l.NER[0] != "O" {
		return fmt.Errorf("labels: ner: want 1 to %d, \"O\" first", maxSmall)
	}
	for _, s := range l.NER[1:] {
		if !strings.HasPrefix(s, "B-") && !strings.HasPrefix(s, "I-") {
			return fmt.Errorf("labels: ner: %q: want B- or I- and a type", s)
		}
	}
	if len(l.Rel) < 2 || len(l.Rel) > maxSmall || !slices.Contains(l.Rel, rootRel) {
		return fmt.Errorf("labels: rel: want 2 to %d, %q among them", maxSmall, rootRel)
	}
	return nil
}
