package model

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// randomFile makes weight files with random weights, of the size of real ones but for the vocabulary.
type randomFile struct {
	rand    *rand.Rand
	tensors []tensor
	data    [][]byte
	labels  Labels
	config  config
	phrases map[string]uint8
}

func newRandomFile(seed uint64) *randomFile {
	f := &randomFile{rand: rand.New(rand.NewPCG(seed, 1))}
	f.labels.NER = []string{"O"}
	for i := range 5 {
		f.labels.NER = append(f.labels.NER, fmt.Sprintf("B-T%d", i), fmt.Sprintf("I-T%d", i))
	}
	for i := range 50 {
		f.labels.XPOS = append(f.labels.XPOS, fmt.Sprintf("X%d", i))
	}
	for i := range 170 {
		f.labels.Morph = append(f.labels.Morph, fmt.Sprintf("M%d|_", i))
	}
	for i := range 47 {
		f.labels.Rel = append(f.labels.Rel, fmt.Sprintf("rel%d", i))
	}
	f.labels.Rel[13] = rootRel
	f.config = config{Width: Width, Pieces: pieces, Dilations: []int{1, 1, 2, 4, 8, 1}, OOV: 97, Quant: map[string]float32{}, ArcScale: 0.0007}
	f.phrases = map[string]uint8{"red": 0, "red river": 1, "river": 0, "river council": 16, "red river council": 16, "general": 32,
		"general amal": 0, "amal": 128, "ministry": 64, "el": 0, "el-fasher": 1, "kurdish": 4, "of": 64, "ünye": 1}
	return f
}

// bytes makes the file.
func (f *randomFile) bytes() []byte {
	f.words()
	f.layer("layer0", 0.004)
	for i := range f.config.Dilations {
		name := fmt.Sprintf("layer%d", i+1)
		f.layer(name, 0.003)
		f.config.Quant[name] = 30
	}
	for name, s := range map[string]float32{"out": 18, "ner": 9, "arc_h": 21, "arc_e": 17, "rel": 12} {
		f.config.Quant[name] = s
	}
	f.linear("xpos", len(f.labels.XPOS), Width)
	f.linear("morph", len(f.labels.Morph), Width)
	f.linear("ner1", nerWidth, windowSize)
	f.linear("ner2", len(f.labels.NER), nerWidth)
	f.linear("arc_h", Width, Width)
	f.linear("arc_e", Width, Width)
	f.add("arc_root", "u8", f.small(Width), Width)
	f.add("arc_dist", "f32", f.floats(buckets, 0, 1), buckets)
	f.linear("rel_h", Width, Width)
	f.linear("rel_d", Width, Width)
	f.add("rel_root", "f32", f.floats(Width, 0, 1), Width)
	f.add("rel_dist", "f32", f.floats(buckets*Width, 0, 1), buckets, Width)
	f.linear("rel", len(f.labels.Rel), Width)
	return f.join()
}

func (f *randomFile) add(name, kind string, values any, shape ...int) {
	var b bytes.Buffer
	if err := binary.Write(&b, binary.LittleEndian, values); err != nil {
		panic(err)
	}
	f.tensors = append(f.tensors, tensor{Name: name, Type: kind, Shape: shape, Size: b.Len()})
	f.data = append(f.data, b.Bytes())
}

func (f *randomFile) words() {
	var vocab []uint64
	for _, w := range []string{"the", "of", "river", "0000", "army", "'s", "."} {
		vocab = append(vocab, fnv(fnvOffset, []byte(w)))
	}
	slices.Sort(vocab)
	f.add("vocab", "u64", vocab, len(vocab))
	table := func(name string, rows, width int) { f.add(name, "u8", f.small(rows*width), rows, width) }
	table("emb.word", len(vocab)+f.config.OOV, wordWidth)
	table("emb.prefix", 101, prefixWidth)
	table("emb.suffix3", 103, suffix3Width)
	table("emb.suffix2", 53, suffix2Width)
	table("emb.shape", 64, shapeWidth)
	table("emb.list", listMasks, listWidth)
	var hashes []uint64
	masks := map[uint64]uint8{}
	for p, m := range f.phrases {
		h := fnv(fnvOffset, []byte(p))
		hashes, masks[h] = append(hashes, h), m
	}
	slices.Sort(hashes)
	sorted := make([]uint8, len(hashes))
	for i, h := range hashes {
		sorted[i] = masks[h]
	}
	f.add("lists.hash", "u64", hashes, len(hashes))
	f.add("lists.mask", "u8", sorted, len(hashes))
}

func (f *randomFile) small(n int) []uint8 {
	out := make([]uint8, n)
	for i := range out {
		out[i] = uint8(f.rand.IntN(128))
	}
	return out
}

func (f *randomFile) floats(n int, mean, spread float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(mean + spread*f.rand.NormFloat64())
	}
	return out
}

func (f *randomFile) layer(name string, scale float64) {
	f.scaled(name, pieces*Width, windowSize, scale)
	f.add(name+".gain", "f32", f.floats(Width, 0.4, 0.1), Width)
	f.add(name+".shift", "f32", f.floats(Width, 0, 0.1), Width)
}

func (f *randomFile) linear(name string, n, k int) { f.scaled(name, n, k, 0.0008) }

func (f *randomFile) scaled(name string, n, k int, scale float64) {
	w := make([]int8, padded(n, block)*k)
	m := matrix{n: n, k: k, padded: padded(n, block), w: w}
	for o := range n {
		for i := range k {
			*m.pointer(o, i) = int8(max(-127, min(127, math.Round(40*f.rand.NormFloat64()))))
		}
	}
	corr := make([]int32, n)
	for o := range n {
		for i := range k {
			corr[o] -= zero * int32(m.at(o, i))
		}
	}
	f.add(name+".w", "i8", w, n, k)
	f.add(name+".scale", "f32", f.floats(n, scale/4, scale/40), n)
	f.add(name+".bias", "f32", f.floats(n, 0, 0.3), n)
	f.add(name+".corr", "i32", corr, n)
}

// pointer is where at reads.
func (m *matrix) pointer(o, i int) *int8 {
	return &m.w[((o/block)*(m.k/4)+i/4)*4*block+o%block*4+i%4]
}

func (f *randomFile) join() []byte {
	for base := 0; ; base += fileAlign {
		at := base
		for i := range f.tensors {
			f.tensors[i].Offset = at
			at = padded(at+f.tensors[i].Size, fileAlign)
		}
		h, err := json.Marshal(header{f.tensors, f.labels, f.config})
		if err != nil {
			panic(err)
		}
		if preamble+len(h) > base {
			continue
		}
		out := make([]byte, at)
		copy(out, fileMagic)
		binary.LittleEndian.PutUint32(out[len(fileMagic):], uint32(len(h)))
		copy(out[preamble:], h)
		for i, t := range f.tensors {
			copy(out[t.Offset:], f.data[i])
		}
		return out
	}
}
