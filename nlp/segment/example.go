package segment

import "encoding/binary"

// Example is a gap between two tokens as the boundary model sees it. It is for model/train/boundary, which makes the model.
type Example struct {
	Features []uint32 // indices in the model's table
	Ends     bool     // a sentence ends here
}

// Examples gives the gaps of a text at which the model decides, where ends holds the byte offsets at which sentences end.
func Examples(text string, ends map[int]bool) []Example {
	s := newScanner(text)
	s.scan()
	g := newGaps(s)
	var out []Example
	for a := 0; a < len(g.tokens); {
		p := g.nextParagraph(a)
		out = p.examples(ends, out)
		a = p.b
	}
	return out
}

func (p *paragraph) examples(ends map[int]bool, out []Example) []Example {
	p.pass(p.a)
	for i := p.a + 1; i < p.b; i++ {
		end := ends[p.tokens[i-1].End]
		if p.candidate(i) {
			var f [templates]uint32
			p.features(i, &f)
			out = append(out, Example{f[:], end})
		}
		if end {
			p.first = i
		}
		p.pass(i)
	}
	return out
}

// EncodeWeights gives the bytes of boundary.bin.
func EncodeWeights(bias int32, weights []int8) []byte {
	out := binary.LittleEndian.AppendUint32([]byte(weightsMagic), uint32(bias))
	for _, w := range weights {
		out = append(out, byte(w))
	}
	return out
}

// Weights is the number of weights in the model's table.
const Weights = 1 << tableBits
