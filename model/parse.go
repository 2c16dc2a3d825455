package model

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

const (
	fileMagic = "SITREPW1"
	fileAlign = 64
	preamble  = len(fileMagic) + 4 // with the length of the header
	maxLayers = 32
)

// header is the JSON at the beginning of a weight file.
type header struct {
	Tensors []tensor `json:"tensors"`
	Labels  Labels   `json:"labels"`
	Config  config   `json:"config"`
}

// config is what a weight file states about its network. Quant holds inverse quantisation scales.
type config struct {
	Width     int                `json:"width"`
	Pieces    int                `json:"pieces"`
	Dilations []int              `json:"dilations"`
	OOV       int                `json:"oov"`
	Quant     map[string]float32 `json:"quant"`
	ArcScale  float32            `json:"arc_scale"`
}

// Parse reads a weight file. The Network uses data in place: it must not be changed. Everything is checked, so that no file,
// however broken, makes inference go out of bounds.
func Parse(data []byte) (*Network, error) {
	n, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("weight file: %w", err)
	}
	return n, nil
}

func parse(data []byte) (*Network, error) {
	h, err := readHeader(data)
	if err != nil {
		return nil, err
	}
	if err := h.Config.check(); err != nil {
		return nil, err
	}
	if err := h.Labels.check(); err != nil {
		return nil, err
	}
	r := reader{data: data, tensors: map[string]tensor{}}
	end := preamble + int(binary.LittleEndian.Uint32(data[len(fileMagic):]))
	for _, t := range h.Tensors {
		if err := t.check(end, len(data)); err != nil {
			return nil, err
		}
		if _, twice := r.tensors[t.Name]; twice {
			return nil, fmt.Errorf("tensor %q stands there twice", t.Name)
		}
		r.tensors[t.Name] = t
	}
	n := build(h, &r)
	if r.err != nil {
		return nil, r.err
	}
	return n, nil
}

func readHeader(data []byte) (*header, error) {
	if len(data) < preamble || string(data[:len(fileMagic)]) != fileMagic {
		return nil, fmt.Errorf("does not begin with %q", fileMagic)
	}
	size := uint64(binary.LittleEndian.Uint32(data[len(fileMagic):]))
	if size > uint64(len(data)-preamble) {
		return nil, fmt.Errorf("header of %d bytes: the file has %d", size, len(data))
	}
	h := new(header)
	if err := json.NewDecoder(bytes.NewReader(data[preamble : preamble+int(size)])).Decode(h); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	return h, nil
}

func (c *config) check() error {
	switch {
	case c.Width != Width || c.Pieces != pieces:
		return fmt.Errorf("config: width %d in %d pieces: want %d in %d", c.Width, c.Pieces, Width, pieces)
	case len(c.Dilations) == 0 || len(c.Dilations) > maxLayers:
		return fmt.Errorf("config: %d layers: want 1 to %d", len(c.Dilations), maxLayers)
	case slices.Min(c.Dilations) < 1 || slices.Max(c.Dilations) > 1<<16:
		return fmt.Errorf("config: dilations %v: want 1 to %d", c.Dilations, 1<<16)
	case c.OOV < 1:
		return errors.New("config: oov: want at least one row for unknown words")
	case !(c.ArcScale > 0 && c.ArcScale <= largest):
		return fmt.Errorf("config: arc_scale %v: want a positive number", c.ArcScale)
	}
	for name, s := range c.Quant {
		if !(s > 0 && s <= largest) {
			return fmt.Errorf("config: quant %q is %v: want a positive number", name, s)
		}
	}
	return nil
}

// reader takes tensors out of a file; it keeps the first error.
type reader struct {
	data    []byte
	tensors map[string]tensor
	err     error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// take reads a tensor of the given shape, where -1 stands for any number above zero; nil after an error.
func take[T number](r *reader, name string, shape ...int) []T {
	t, ok := r.tensors[name]
	switch {
	case r.err != nil:
		return nil
	case !ok:
		r.fail("tensor %q is missing", name)
		return nil
	case t.Type != kindOf[T]():
		r.fail("tensor %q: type %s: want %s", name, t.Type, kindOf[T]())
		return nil
	}
	elements := int64(1)
	fits := len(t.Shape) == len(shape)
	for i := 0; fits && i < len(shape); i++ {
		fits = t.Shape[i] == shape[i] || shape[i] < 0 && t.Shape[i] > 0
		elements *= int64(t.Shape[i]) // at most 1<<60: see tensor.check
	}
	if !fits {
		r.fail("tensor %q: shape %v: want %v (-1: any)", name, t.Shape, shape)
		return nil
	}
	return sized[T](r, t, elements)
}

// sized gives the elements of a tensor if they are so many.
func sized[T number](r *reader, t tensor, elements int64) []T {
	if int64(t.Size/elementBytes(t.Type)) != elements {
		r.fail("tensor %q: %d bytes: want %d of %s", t.Name, t.Size, elements, t.Type)
		return nil
	}
	values := view[T](r.data[t.Offset : t.Offset+t.Size])
	if f, ok := any(values).([]float32); ok {
		if err := checkFloats(t.Name, f); err != nil {
			r.fail("%w", err)
		}
	}
	return values
}

// sevenBits reads values of 0 to 127.
func (r *reader) sevenBits(name string, shape ...int) []uint8 {
	values := take[uint8](r, name, shape...)
	if err := checkSevenBits(name, values); err != nil {
		r.fail("%w", err)
	}
	return values
}

// sorted reads ascending hashes; there may be none.
func (r *reader) sorted(name string) []uint64 {
	n := 0
	if t, ok := r.tensors[name]; ok && len(t.Shape) == 1 {
		n = t.Shape[0]
	}
	values := take[uint64](r, name, n)
	for i := 1; i < len(values); i++ {
		if values[i-1] >= values[i] {
			r.fail("tensor %q: value %d is not above the one before", name, i)
			break
		}
	}
	return values
}

// quant reads an inverse quantisation scale.
func (r *reader) quant(c *config, name string) float32 {
	s, ok := c.Quant[name]
	if !ok {
		r.fail("config: quant %q is missing", name)
	}
	return s
}
