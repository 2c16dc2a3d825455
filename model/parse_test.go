package model

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestParseReadsLabels(t *testing.T) {
	f := newRandomFile(1)
	n, err := Parse(f.bytes())
	if err != nil {
		t.Fatal(err)
	}
	if l := n.Labels(); len(l.XPOS) != 50 || l.Morph[2] != "M2|_" || l.Rel[13] != "root" || l.NER[1] != "B-T0" {
		t.Errorf("labels %v", l)
	}
}

func TestParseReadsMisalignedData(t *testing.T) {
	data := newRandomFile(1).bytes()
	words, lengths := read(parsed(t, 1), generate(1, 300))
	want := run(parsed(t, 1).NewEncoder(Generic), words, lengths)
	for by := range 8 {
		moved := append(make([]byte, by), data...)[by:]
		n, err := Parse(moved)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range Available() {
			if d := run(n.NewEncoder(c), words, lengths).difference(want); d != "" {
				t.Errorf("moved by %d bytes, %v: other %s", by, c, d)
			}
		}
	}
}

func TestParseRefuses(t *testing.T) {
	tensorNamed := func(f *randomFile, name string) int {
		for i, s := range f.tensors {
			if s.Name == name {
				return i
			}
		}
		t.Fatalf("no tensor %q", name)
		return 0
	}
	for _, c := range []struct {
		name string
		edit func(*randomFile)
		want string
	}{
		{"missing tensor", func(f *randomFile) { f.tensors[tensorNamed(f, "layer3.w")].Name = "x" }, `"layer3.w" is missing`},
		{"missing scale", func(f *randomFile) { delete(f.config.Quant, "rel") }, `quant "rel" is missing`},
		{"scale of zero", func(f *randomFile) { f.config.Quant["out"] = 0 }, `quant "out" is 0`},
		{"negative arc scale", func(f *randomFile) { f.config.ArcScale = -1 }, "arc_scale"},
		{"width", func(f *randomFile) { f.config.Width = 96 }, "width 96"},
		{"no layers", func(f *randomFile) { f.config.Dilations = nil }, "0 layers"},
		{"dilation of zero", func(f *randomFile) { f.config.Dilations[2] = 0 }, "dilations"},
		{"more layers than weights", func(f *randomFile) { f.config.Dilations = append(f.config.Dilations, 1) }, `"layer7.w" is missing`},
		{"no row for unknown words", func(f *randomFile) { f.config.OOV = 0 }, "oov"},
		{"fewer words than rows", func(f *randomFile) { f.config.OOV++ }, `"emb.word": shape`},
		{"unknown type", func(f *randomFile) { f.tensors[3].Type = "f64" }, `unknown type "f64"`},
		{"another type", func(f *randomFile) { f.tensors[tensorNamed(f, "arc_dist")].Type = "i32" }, `"arc_dist": type i32: want f32`},
		{"shape of other size", func(f *randomFile) { f.tensors[tensorNamed(f, "emb.shape")].Shape = []int{63, 32} }, `"emb.shape": 2048 bytes`},
		{"negative shape", func(f *randomFile) { f.tensors[tensorNamed(f, "emb.shape")].Shape = []int{-1, -32} }, `"emb.shape": shape`},
		{"shape whose product overflows", func(f *randomFile) { f.tensors[tensorNamed(f, "emb.shape")].Shape = []int{math.MaxInt, 32} }, `"emb.shape": shape`},
		{"empty table", func(f *randomFile) {
			i := tensorNamed(f, "emb.shape")
			f.tensors[i].Shape, f.tensors[i].Size, f.data[i] = []int{0, 32}, 0, nil
		}, `"emb.shape": shape`},
		{"weights of other shape", func(f *randomFile) { f.tensors[tensorNamed(f, "xpos.w")].Shape = []int{128, 50} }, `"xpos.w"`},
		{"tensor twice", func(f *randomFile) { f.add("vocab", "u64", []uint64{1}, 1) }, `"vocab" stands there twice`},
		{"unsorted vocabulary", func(f *randomFile) {
			v := f.data[tensorNamed(f, "vocab")]
			copy(v, bytes.Repeat([]byte{255}, 8))
		}, `"vocab": value 1 is not above`},
		{"unsorted lists", func(f *randomFile) {
			v := f.data[tensorNamed(f, "lists.hash")]
			copy(v[8:], v[:8])
		}, `"lists.hash": value 1`},
		{"fewer masks than phrases", func(f *randomFile) {
			i := tensorNamed(f, "lists.mask")
			f.tensors[i].Shape[0]--
			f.tensors[i].Size--
		}, `"lists.mask": shape`},
		{"8 bits in a table", func(f *randomFile) { f.data[tensorNamed(f, "emb.suffix2")][77] = 128 }, `"emb.suffix2": values over 127`},
		{"8 bits in the root", func(f *randomFile) { f.data[tensorNamed(f, "arc_root")][127] = 200 }, `"arc_root": values over 127`},
		{"NaN", func(f *randomFile) {
			binary.LittleEndian.PutUint32(f.data[tensorNamed(f, "layer2.gain")][12:], math.Float32bits(float32(math.NaN())))
		}, `"layer2.gain": value 3 is NaN`},
		{"infinity", func(f *randomFile) {
			binary.LittleEndian.PutUint32(f.data[tensorNamed(f, "rel_dist")], math.Float32bits(float32(math.Inf(-1))))
		}, `"rel_dist": value 0 is -Inf`},
		{"no labels", func(f *randomFile) { f.labels.Morph = nil }, "labels: 0 of a kind"},
		{"more labels than outputs", func(f *randomFile) { f.labels.XPOS = append(f.labels.XPOS, "Y") }, `"xpos.w"`},
		{"names that do not begin with O", func(f *randomFile) { f.labels.NER[0] = "B-X" }, `"O" first`},
		{"a name without B or I", func(f *randomFile) { f.labels.NER[3] = "PERSON" }, `ner: "PERSON"`},
		{"no relation root", func(f *randomFile) { f.labels.Rel[13] = "top" }, `"root" among`},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newRandomFile(1)
			f.bytes()
			c.edit(f)
			_, err := Parse(f.join())
			if err == nil || !strings.HasPrefix(err.Error(), "weight file: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v: want one about %s", err, c.want)
			}
		})
	}
}

func TestParseRefusesOffsets(t *testing.T) {
	data := newRandomFile(1).bytes()
	size := int(binary.LittleEndian.Uint32(data[8:]))
	for _, offset := range []int{-64, 0, 64, 1, len(data), len(data) + 64, math.MaxInt - 63} {
		var h header
		if err := json.Unmarshal(data[preamble:preamble+size], &h); err != nil {
			t.Fatal(err)
		}
		h.Tensors[4].Offset = offset
		h.Labels.Morph = h.Labels.Morph[:1] // makes room for longer numbers
		_, err := Parse(withHeader(data, h))
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("tensor %q: ", h.Tensors[4].Name)) || !strings.Contains(err.Error(), fmt.Sprint(offset)) {
			t.Errorf("a tensor at %d: error %v", offset, err)
		}
	}
}

// withHeader puts another header before the tensors; the end of the old one is filled with spaces.
func withHeader(data []byte, h header) []byte {
	b, err := json.Marshal(h)
	if err != nil {
		panic(err)
	}
	out := bytes.Clone(data)
	binary.LittleEndian.PutUint32(out[8:], uint32(len(b)))
	copy(out[preamble:], b)
	return out
}

func TestParseRefusesTruncatedFiles(t *testing.T) {
	data := newRandomFile(1).bytes()
	header := preamble + int(binary.LittleEndian.Uint32(data[8:]))
	for _, n := range []int{0, 1, 7, 8, 11, 12, 13, header - 1, header, header + 1, len(data) / 2, len(data) - 64} {
		if _, err := Parse(data[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are accepted", n, len(data))
		}
	}
	if _, err := Parse(append([]byte("X"), data[1:]...)); err == nil || !strings.Contains(err.Error(), "does not begin with") {
		t.Errorf("another kind of file: error %v", err)
	}
}

// FuzzParse looks for headers that make Parse, or inference with what it accepted, panic.
func FuzzParse(f *testing.F) {
	file := newRandomFile(1)
	file.config.Dilations, file.labels.Morph = []int{2}, file.labels.Morph[:9] // small is fast
	data := file.bytes()
	size := int(binary.LittleEndian.Uint32(data[8:]))
	f.Add(string(data[preamble:preamble+size]), uint32(size), 0, byte(0))
	f.Add("{}", uint32(2), len(data)-1, byte(255))
	f.Fuzz(func(t *testing.T, header string, length uint32, at int, value byte) {
		if len(header) > size+1000 {
			t.Skip()
		}
		out := append([]byte(fileMagic), 0, 0, 0, 0)
		binary.LittleEndian.PutUint32(out[8:], length)
		out = append(out, header...)
		if len(out) < preamble+size {
			out = append(out, bytes.Repeat([]byte(" "), preamble+size-len(out))...)
		}
		out = append(out, data[min(len(out), len(data)):]...)
		if at >= len(out)-len(data)+preamble+size && at < len(out) {
			out[at] = value
		}
		n, err := Parse(out)
		if err != nil {
			return
		}
		words, lengths := read(n, [][]string{{"The", "Red", "River", "Council", "met", "."}, {}, {"Kurdish", "2"}})
		run(n.NewEncoder(best(t)), words, lengths)
	})
}
