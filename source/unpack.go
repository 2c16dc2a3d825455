package source

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// Deflate packs at most some 1,000 to 1. What people pack is packed 3 to 30 to 1, so that beyond this it is a bomb.
const (
	mostRatio = 200
	bombFrom  = 10 << 20 // bytes; less than that harms nobody
)

var errBomb = fmt.Errorf("it unpacks to more than %d times its size, as only a bomb does: it is read no further", mostRatio)

// unpacker unpacks gzip, member by member, each with its own watch over its ratio: ordinary members do not hide a bomb among them.
type unpacker struct {
	packed *byteCounter
	z      *gzip.Reader
	begun  int64 // packed bytes before this member
	out    int64 // bytes that the member gave
	err    error // with which it ended, but for io.EOF
}

// byteReader is what gzip reads from without reading ahead.
type byteReader interface {
	io.Reader
	io.ByteReader
}

func newUnpacker(r byteReader) (*unpacker, error) {
	u := &unpacker{packed: &byteCounter{r: r}}
	z, err := gzip.NewReader(u.packed)
	if err != nil {
		return nil, truncated(err)
	}
	z.Multistream(false)
	u.z = z
	return u, nil
}

func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.read(p)
	if err != nil && err != io.EOF {
		u.err = err
	}
	return n, err
}

func (u *unpacker) read(p []byte) (int, error) {
	for {
		n, err := u.z.Read(p)
		u.out += int64(n)
		if u.out > bombFrom && u.out > mostRatio*(u.packed.n-u.begun) {
			return 0, errBomb
		}
		if err == io.EOF {
			err = u.next()
		}
		if n > 0 || err != nil || len(p) == 0 {
			return n, truncated(err)
		}
	}
}

// next begins the next member; io.EOF says that there is none.
func (u *unpacker) next() error {
	u.begun, u.out = u.packed.n, 0
	if err := u.z.Reset(u.packed); err != nil {
		return err
	}
	u.z.Multistream(false)
	return nil
}

// truncated says in plain words that a file ends too early.
func truncated(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errTruncated
	}
	return err
}

var errTruncated = errors.New("it ends in the middle, as a download does that was broken off")

// byteCounter counts the bytes that are read.
type byteCounter struct {
	r byteReader
	n int64
}

func (c *byteCounter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *byteCounter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}
