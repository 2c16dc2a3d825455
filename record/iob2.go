package record

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// OpenIOB2 reads a file of names in the columns of Universal NER, gzip if its name ends so.
func OpenIOB2(path string) ([]Document, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return ReadIOB2(r, path)
}

// ReadIOB2 reads names in the columns of Universal NER (https://www.universalner.org): number, word, tag in BIO; the comments are those
// of CoNLL-U. The labels stay as the file has them.
func ReadIOB2(r io.Reader, name string) ([]Document, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), 1<<28)
	c := newCoNLLUReader(name)
	for in.Scan() {
		c.line++
		if err := c.readIOB2(strings.TrimSuffix(in.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, c.line, err)
		}
	}
	return c.finish(in.Err())
}

func (c *conlluReader) readIOB2(line string) error {
	switch {
	case line == "":
		return c.endSentence()
	case strings.HasPrefix(line, "# "):
		return c.comment(line)
	}
	row := strings.Split(line, "\t")
	if len(row) < 3 {
		return fmt.Errorf("a row of IOB2 has 3 columns or more between tabs, this one %d", len(row))
	}
	c.rows = append(c.rows, []string{row[0], row[1], "_", "_", "_", "_", "_", "_", "_", "NER=" + row[2]})
	return nil
}
