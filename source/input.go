package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// input is an open file, unpacked as it is read.
type input struct {
	*bufio.Reader
	from, file string // the source as it was asked for, and the file
	form       Form   // where it is known
	seen       time.Time
	packed     *counter  // what is read of the file itself
	unpacker   *unpacker // nil if it is not packed
	close      func() error
}

// openFile opens a file, or takes in for "-", and unpacks gzip.
func openFile(file string, in io.Reader) (*input, error) {
	if file == "-" {
		if in == nil {
			in = strings.NewReader("")
		}
		return newInput(file, file, in, func() error { return nil })
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, plainError(err)
	}
	return inputOf(file, file, f)
}

// inputOf makes an input of an open file, which it closes in the end.
func inputOf(from, file string, f *os.File) (*input, error) {
	in, err := newInput(from, file, f, f.Close)
	if err != nil {
		f.Close()
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		in.seen = info.ModTime()
	}
	return in, nil
}

func newInput(from, file string, r io.Reader, closer func() error) (*input, error) {
	in := &input{from: from, file: file, packed: &counter{r: r}, close: closer}
	in.Reader = bufio.NewReaderSize(in.packed, 1<<16)
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte("\x1f\x8b")) {
		return in, nil
	}
	z, err := newUnpacker(in.Reader)
	if err != nil {
		return nil, fmt.Errorf("it cannot be unpacked: %w; unpack it with gzip -d to see what is wrong", err)
	}
	in.Reader, in.unpacker = bufio.NewReaderSize(z, 1<<16), z
	return in, nil
}

// broken tells whether the file itself cannot be read further, so that a fault in what it holds may be no more than that.
func (in *input) broken() bool { return in.unpacker != nil && in.unpacker.err != nil }

// item is an item of the input without its bytes. What is read ahead into the buffer counts as read.
func (in *input) item() Item {
	return Item{From: in.from, Where: nameOf(in.file), Seen: in.seen, Read: in.packed.n}
}

// whole is all that is left of the input; ok is false where that is more than so many bytes.
func (in *input) whole(most int64) (raw []byte, ok bool, err error) {
	raw, err = io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, true, plainError(err)
	}
	return raw, int64(len(raw)) <= most, nil
}

// report gives the one report of a file.
func (r *reader) report(in *input) bool {
	raw, ok, err := in.whole(r.o.maxSize())
	i := in.item()
	i.Hints = Hints{Name: unpackedName(in.file), Published: r.o.Published, Outlet: r.o.Outlet, Title: r.o.Title, Form: in.form}
	switch {
	case err != nil:
		return r.fail(i, err)
	case !ok:
		return r.fail(i, r.o.tooLarge("it", "give one report a file"))
	}
	i.Raw = raw
	return r.give(i)
}

// counter counts the bytes that are read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func unpackedName(name string) string { return strings.TrimSuffix(name, ".gz") }

func extension(name string) string { return strings.ToLower(filepath.Ext(unpackedName(name))) }

// plainError leaves out the path of a file error: the message around it names the input.
func plainError(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}
