package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Errors about an archive.
var (
	// ErrDamaged is a record that cannot be read; the one after it can be asked for.
	ErrDamaged = errors.New("the record is damaged")
	// ErrTruncated is an archive that ends within a record.
	ErrTruncated = errors.New("the archive ends in the middle of a record, as a download does that was broken off")
)

// Reader reads records from a stream that is unpacked already.
type Reader struct {
	in   *bufio.Reader
	body *body // of the record before
	n    int   // records begun
	lost bool  // the place in the stream: look for the next record
}

// NewReader reads from in, which it reads ahead of.
func NewReader(in io.Reader) *Reader { return &Reader{in: bufio.NewReaderSize(in, 1<<16)} }

// Next gives the next record; its content has to be read before the next call. io.EOF says that there is none. After ErrDamaged it can be called again, after
// any other error it cannot.
func (r *Reader) Next() (*Record, error) {
	if err := r.leave(); err != nil {
		return nil, err
	}
	found, err := r.find()
	if err != nil {
		return nil, err
	}
	r.n++
	if !found {
		return nil, fmt.Errorf("%w: it does not begin with WARC/1.", ErrDamaged)
	}
	record, err := r.head()
	if err != nil {
		r.lost = true
		return nil, err
	}
	r.body = &body{in: r.in, left: record.Length}
	record.N, record.Body = r.n, r.body
	return record, nil
}

// leave passes over what was not read of the record before.
func (r *Reader) leave() error {
	if r.body == nil {
		return nil
	}
	_, err := io.Copy(io.Discard, r.body)
	r.body = nil
	return err
}

var version = []byte("WARC/1.")

// find goes to the line with which the next record begins, and reads it. Empty lines stand between records; found is false where something else does, and the
// next call passes over it.
func (r *Reader) find() (found bool, err error) {
	for start := true; ; {
		line, err := r.in.ReadSlice('\n')
		if errors.Is(err, io.EOF) && len(bytes.TrimSpace(line)) == 0 {
			return false, io.EOF
		}
		full := errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !full && !errors.Is(err, io.EOF) {
			return false, err
		}
		switch {
		case start && bytes.HasPrefix(line, version) && err == nil:
			r.lost = false
			return true, nil
		case start && bytes.HasPrefix(line, version) && errors.Is(err, io.EOF):
			return false, ErrTruncated
		case !r.lost && len(bytes.TrimSpace(line)) > 0:
			r.lost = true
			return false, nil
		}
		start = !full
	}
}

// mostHead is how many bytes the head of a record may have.
const mostHead = 64 << 10

// head reads the fields of a record, up to the empty line.
func (r *Reader) head() (*Record, error) {
	record := &Record{fields: map[string]string{}}
	last := ""
	for left := mostHead; ; {
		line, err := r.in.ReadSlice('\n')
		switch {
		case errors.Is(err, io.EOF):
			return nil, ErrTruncated
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		}
		if left -= len(line); left < 0 || err != nil {
			return nil, fmt.Errorf("%w: its head is longer than %d bytes", ErrDamaged, mostHead)
		}
		text := string(bytes.TrimRight(line, "\r\n"))
		if text == "" {
			return record, record.read()
		}
		if last, err = record.add(last, text); err != nil {
			return nil, err
		}
	}
}

// body is the content of a record.
type body struct {
	in   *bufio.Reader
	left int64
}

func (b *body) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, io.EOF
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if errors.Is(err, io.EOF) && b.left > 0 {
		err = ErrTruncated
	}
	if b.left == 0 && errors.Is(err, io.EOF) {
		err = nil
	}
	return n, err
}
