package model

import (
	"encoding/binary"
	"fmt"
	"math"
	"unsafe"
)

// tensor is an entry of the header of a weight file.
type tensor struct {
	Name   string `json:"name"`
	Type   string `json:"type"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"` // from the start of the file
	Size   int    `json:"size"`   // bytes
}

// elementBytes are the sizes of the types of tensors.
func elementBytes(kind string) int {
	switch kind {
	case "u8", "i8":
		return 1
	case "i32", "f32":
		return 4
	case "u64", "i64":
		return 8
	}
	return 0
}

// check tells what is wrong with the place and the size of a tensor in a file of the given size.
func (t *tensor) check(start, file int) error {
	element := elementBytes(t.Type)
	switch {
	case element == 0:
		return fmt.Errorf("tensor %q: unknown type %q", t.Name, t.Type)
	case t.Offset < start || t.Offset%fileAlign != 0:
		return fmt.Errorf("tensor %q: offset %d: want a multiple of %d behind the header", t.Name, t.Offset, fileAlign)
	case t.Size < 0 || t.Offset > file || t.Size > file-t.Offset:
		return fmt.Errorf("tensor %q: %d bytes at %d: the file ends at %d", t.Name, t.Size, t.Offset, file)
	case t.Size%element != 0:
		return fmt.Errorf("tensor %q: %d bytes are no whole number of %s", t.Name, t.Size, t.Type)
	}
	for _, n := range t.Shape {
		if n < 0 || n > file || n > 1<<30 {
			return fmt.Errorf("tensor %q: shape %v does not fit the file", t.Name, t.Shape)
		}
	}
	return nil
}

// number is an element of a tensor.
type number interface {
	uint8 | int8 | int32 | float32 | uint64
}

func kindOf[T number]() string {
	switch any(*new(T)).(type) {
	case uint8:
		return "u8"
	case int8:
		return "i8"
	case int32:
		return "i32"
	case float32:
		return "f32"
	}
	return "u64"
}

// view reads little-endian bytes as numbers, in place where they are aligned for this machine.
func view[T number](b []byte) []T {
	if len(b) == 0 {
		return nil
	}
	size := int(unsafe.Sizeof(*new(T)))
	if little() && uintptr(unsafe.Pointer(&b[0]))%uintptr(size) == 0 {
		return unsafe.Slice((*T)(unsafe.Pointer(&b[0])), len(b)/size)
	}
	return decode[T](b, size)
}

func decode[T number](b []byte, size int) []T {
	out := make([]T, len(b)/size)
	for i := range out {
		p := unsafe.Pointer(&out[i])
		switch at := b[i*size:]; size {
		case 1:
			*(*uint8)(p) = at[0]
		case 4:
			*(*uint32)(p) = binary.LittleEndian.Uint32(at)
		default:
			*(*uint64)(p) = binary.LittleEndian.Uint64(at)
		}
	}
	return out
}

// little tells whether this machine is little-endian.
func little() bool {
	one := uint16(1)
	return *(*byte)(unsafe.Pointer(&one)) == 1
}

// largest bounds every float of a file: far above any trained value, and so small that no sum or square can overflow, since
// infinities and NaNs would compare differently in different kernels.
const largest = 1e6

func checkFloats(name string, values []float32) error {
	for i, v := range values {
		if !(math.Abs(float64(v)) <= largest) {
			return fmt.Errorf("tensor %q: value %d is %v: want a number within ±%g", name, i, v, float64(largest))
		}
	}
	return nil
}

// checkSevenBits finds values over 127, eight at a time: the tables are most of the file.
func checkSevenBits(name string, values []uint8) error {
	i, high := 0, uint64(0)
	for ; i+8 <= len(values); i += 8 {
		high |= binary.LittleEndian.Uint64(values[i:])
	}
	for ; i < len(values); i++ {
		high |= uint64(values[i])
	}
	if high&0x8080808080808080 != 0 {
		return fmt.Errorf("tensor %q: values over 127: want 7 bits", name)
	}
	return nil
}
