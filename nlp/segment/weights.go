package segment

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
)

// boundaryFile is the boundary model: weightsMagic, the bias as a little-endian int32, and 1<<tableBits int8 weights. boundary.json
// says where it comes from; its licence is CC BY-SA 4.0.
//
//go:embed boundary.bin
var boundaryFile []byte

const weightsMagic = "SEGB"

// boundaryModel is a linear model over hashed features; the sum of integers is the same on every machine.
type boundaryModel struct {
	bias    int32
	weights []byte // int8 each
}

func newBoundaryModel(file []byte) (*boundaryModel, error) {
	if !bytes.HasPrefix(file, []byte(weightsMagic)) {
		return nil, fmt.Errorf("boundary model: the file does not begin with %q", weightsMagic)
	}
	if want := len(weightsMagic) + 4 + 1<<tableBits; len(file) != want {
		return nil, fmt.Errorf("boundary model: the file has %d bytes, want %d", len(file), want)
	}
	n := len(weightsMagic)
	return &boundaryModel{int32(binary.LittleEndian.Uint32(file[n:])), file[n+4:]}, nil
}

// ends tells whether a sentence ends before token i.
func (m *boundaryModel) ends(p *paragraph, i int) bool {
	var f [templates]uint32
	p.features(i, &f)
	sum := m.bias
	for _, k := range f {
		sum += int32(int8(m.weights[k]))
	}
	return sum > p.margin(i)
}

// What the model must be surer by, in its own units (32 to 1 in log odds), to end a sentence after a plain word: its treebanks are
// full of mail without stops, news is not.
const (
	tidyMargin = 48 // in a paragraph that ends with a stop, and so is punctuated
	wordMargin = 32 // in others
)

func (p *paragraph) margin(i int) int32 {
	last := p.words[i-1].shape
	if last.isCloser() {
		last = p.mark(i)
	}
	switch {
	case p.style != plainStyle || !last.isWord() || last >= otherAbbreviation:
		return 0
	case p.tidy:
		return tidyMargin
	}
	return wordMargin
}
