package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

// byteSize is a number of bytes, written with or without KB, MB or GB (powers of 1024).
type byteSize int64

var units = []struct {
	suffix string
	bytes  int64
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"B", 1}, {"", 1}}

// UnmarshalText reads "256MB", "64KB", "1000".
func (s *byteSize) UnmarshalText(text []byte) error {
	upper := strings.ToUpper(string(text))
	for _, u := range units {
		digits, ok := strings.CutSuffix(upper, u.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
		if err != nil || n < 1 || n > (1<<40)/u.bytes {
			break
		}
		*s = byteSize(n * u.bytes)
		return nil
	}
	return fmt.Errorf("size %q: want a number with KB, MB or GB after it, like 256MB", text)
}

func (s byteSize) String() string {
	for _, u := range units {
		if int64(s)%u.bytes == 0 && int64(s) >= u.bytes {
			return strconv.FormatInt(int64(s)/u.bytes, 10) + u.suffix
		}
	}
	return strconv.FormatInt(int64(s), 10)
}

// readText reads a file, or in where the file is "-", and refuses what is no text or larger than most bytes.
func readText(in io.Reader, file string, most int64) (string, error) {
	grow := 0
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return "", plainError(err)
		}
		defer f.Close()
		if grow, err = sizeOf(f, most); err != nil {
			return "", err
		}
		in = f
	}
	var b strings.Builder
	b.Grow(grow)
	n, err := io.Copy(&b, io.LimitReader(in, most+1))
	if err != nil {
		return "", plainError(err)
	}
	if n > most {
		return "", tooLarge(most)
	}
	return b.String(), checkText(b.String())
}

// sizeOf gives the size of a regular file, 0 for pipes and devices.
func sizeOf(f *os.File, most int64) (int, error) {
	info, err := f.Stat()
	switch {
	case err != nil:
		return 0, plainError(err)
	case info.IsDir():
		return 0, errors.New("it is a folder; give the files in it")
	case !info.Mode().IsRegular():
		return 0, nil
	case info.Size() > most:
		return 0, tooLarge(most)
	}
	return int(info.Size()), nil
}

func tooLarge(most int64) error {
	return fmt.Errorf("it is larger than %s; cut it into documents, or raise --max-size", byteSize(most))
}

// plainError leaves out the path of a file error: the message around it names the input.
func plainError(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}

// kinds are files that people take for text, by how they begin.
var kinds = []struct{ magic, problem string }{
	{"\xff\xfe", "it is UTF-16, not UTF-8; convert it, with iconv -f UTF-16 -t UTF-8, say"},
	{"\xfe\xff", "it is UTF-16, not UTF-8; convert it, with iconv -f UTF-16 -t UTF-8, say"},
	{"%PDF-", "it is a PDF, not text; take the text out first, with pdftotext, say"},
	{"\x1f\x8b", "it is packed with gzip; unpack it first: gzip -dc FILE | sitrep parse -"},
	{"PK\x03\x04", "it is a ZIP archive or an office document, not text; save it as plain text first"},
}

// checkText tells text from other files: in those much is neither a character of UTF-8 nor white space.
func checkText(s string) error {
	for _, k := range kinds {
		if strings.HasPrefix(s, k.magic) {
			return errors.New(k.problem)
		}
	}
	head, odd, all := s[:min(len(s), 1<<16)], 0, 0
	for i, r := range head {
		all++
		invalid := r == utf8.RuneError && !strings.HasPrefix(head[i:], "\uFFFD") && i < len(head)-utf8.UTFMax
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r\b\x1b", r) || invalid {
			odd++
		}
	}
	if odd*5 > all {
		return errors.New("it is binary, not text in UTF-8; give the text of a report")
	}
	return nil
}
