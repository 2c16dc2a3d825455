package reference

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// sheet is a file of rows, whatever its encoding and the sign between its cells.
type sheet struct {
	csv     *csv.Reader
	guard   *guard
	columns map[string]int // by plain name
	names   []string       // as the file has them
	first   []string       // a row that was read already: of a file without a line of names
	width   int
	odd     int // cells that were not in UTF-8
	line    int // of the last row
}

// longest is how long a row may be: a longer one is a quotation mark that nobody closes.
const longest = 8 << 20

// openSheet reads the line of names. bare are the names of a file that has none, by the number of its columns.
func openSheet(r io.Reader, bare map[int][]string) (*sheet, error) {
	b := bufio.NewReaderSize(decoded(r), 1<<16)
	head, err := b.Peek(1 << 16)
	if len(head) == 0 {
		if err == nil || errors.Is(err, io.EOF) {
			err = errors.New("the file is empty")
		}
		return nil, err
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return nil, errors.New("this is no sheet of text: it holds zero bytes. Save it as CSV")
	}
	s := &sheet{guard: &guard{r: b}}
	s.csv = csv.NewReader(s.guard)
	s.csv.Comma, s.csv.FieldsPerRecord, s.csv.LazyQuotes = separator(head), -1, true
	s.guard.left = longest
	row, err := s.csv.Read()
	if err != nil {
		return nil, fmt.Errorf("read the line of names: %w", s.plain(err))
	}
	s.width = len(row)
	if names := bare[len(row)]; names != nil && isNumber(row[0]) {
		s.first, row = s.texts(row), names
	}
	s.names, s.columns = row, map[string]int{}
	for i, name := range row {
		if name = plainName(name); s.columns[name] == 0 && name != "" {
			s.columns[name] = i + 1
		}
	}
	return s, nil
}

// decoded is a stream in UTF-8: a byte order mark says where it is not.
func decoded(r io.Reader) io.Reader {
	return transform.NewReader(r, unicode.BOMOverride(transform.Nop))
}

// separator is the sign that stands most often in the first line, outside of quotation marks.
func separator(head []byte) rune {
	count := map[rune]int{}
	quoted := false
	for _, c := range head {
		if c == '"' {
			quoted = !quoted
		}
		if c == '\n' && !quoted {
			break
		}
		if !quoted {
			count[rune(c)]++
		}
	}
	best := ','
	for _, c := range []rune{';', '\t', '|'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

// plainName is a column's name in small letters and digits, with one _ for whatever else stands between.
func plainName(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words, "_")
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(strings.TrimSpace(s), "0123456789") == ""
}

// next is the next row and its line; io.EOF at the end.
func (s *sheet) next() (row []string, line int, err error) {
	if s.first != nil {
		row, s.first = s.first, nil
		return row, 1, nil
	}
	s.guard.left = longest
	row, err = s.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, 0, io.EOF
	}
	if err != nil {
		return nil, 0, s.plain(err)
	}
	s.line, _ = s.csv.FieldPos(0)
	return s.texts(row), s.line, nil
}

// texts makes cells that are not in UTF-8 what they most likely are.
func (s *sheet) texts(row []string) []string {
	for i, cell := range row {
		if !utf8.ValidString(cell) {
			s.odd++
			row[i], _ = charmap.Windows1252.NewDecoder().String(cell)
		}
	}
	return row
}

func (s *sheet) plain(err error) error {
	if errors.Is(err, errLong) {
		return fmt.Errorf("a row after line %d is longer than %d MB: a quotation mark is not closed", s.line, longest>>20)
	}
	return err
}

// guard reads no more for one row than a row may have.
type guard struct {
	r    io.Reader
	left int
}

var errLong = errors.New("the row is too long")

func (g *guard) Read(b []byte) (int, error) {
	if g.left <= 0 {
		return 0, errLong
	}
	n, err := g.r.Read(b[:min(len(b), g.left)])
	g.left -= n
	return n, err
}
