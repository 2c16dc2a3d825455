package basemap

import (
	"encoding/binary"

	"github.com/klauspost/compress/zstd"
)

// Source is a level of detail on its way into the file: arcs that lines and rings share, and the layers as lists of arcs; ^n is arc n from its end.
type Source struct {
	Arcs                                    [][]Point
	Land, Lakes, Borders, Disputed, Streams [][]int
}

// Encode makes the file of a map from its levels, the coarsest first.
func Encode(levels []Source) ([]byte, error) {
	b := binary.AppendUvarint(nil, uint64(len(levels)))
	for _, l := range levels {
		b = binary.AppendUvarint(b, uint64(len(l.Arcs)))
		for _, arc := range l.Arcs {
			b = appendArc(b, arc)
		}
		for _, layer := range [][][]int{l.Land, l.Lakes, l.Borders, l.Disputed, l.Streams} {
			b = appendLayer(b, layer)
		}
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return z.EncodeAll(b, nil), nil
}

func appendArc(b []byte, arc []Point) []byte {
	b = binary.AppendUvarint(b, uint64(len(arc)))
	var x, y int64
	for _, p := range arc {
		px, py := int64(p.X*grid+0.5), int64(p.Y*grid+0.5)
		b = binary.AppendVarint(b, px-x)
		b = binary.AppendVarint(b, py-y)
		x, y = px, py
	}
	return b
}

func appendLayer(b []byte, layer [][]int) []byte {
	b = binary.AppendUvarint(b, uint64(len(layer)))
	for _, refs := range layer {
		b = binary.AppendUvarint(b, uint64(len(refs)))
		for _, r := range refs {
			b = binary.AppendVarint(b, int64(r))
		}
	}
	return b
}
