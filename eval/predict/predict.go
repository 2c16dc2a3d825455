// Package predict answers the public benchmarks of the field in their own shapes, one line of JSON in, one line out, by the same reading
// that sitrep read does.
package predict

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"sitrep"
	"sitrep/extract"
	"sitrep/page"
	"sitrep/record"
)

// Input is one line of a benchmark. Each has some of the fields.
type Input struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Outlet    string   `json:"outlet"`
	Published string   `json:"published"`
	Title     string   `json:"title"`
	Text      string   `json:"text"`
	Group     string   `json:"group"`
	Toponyms  [][2]int `json:"-"`
	Raw       []byte   `json:"-"` // the whole line, for fields of one benchmark alone
}

// Kit answers the inputs of one benchmark.
type Kit struct {
	Name, Help string
	Answer     func(*extract.Reader, Input) (any, error)
	// Finish makes the lines of all answers together, where a benchmark asks how texts belong together; nil where each answer is a line.
	Finish func(answers []any) []any
}

// Kits are the benchmarks, by name.
func Kits() []Kit {
	return []Kit{attribution, codes, pages, places, timexes, tolls}
}

// Find gives the kit of a name.
func Find(name string) (Kit, bool) {
	for _, k := range Kits() {
		if k.Name == name {
			return k, true
		}
	}
	return Kit{}, false
}

// longest is the longest line that is read.
const longest = 64 << 20

// Run answers every line of in. The error names the line.
func Run(kit Kit, reader *extract.Reader, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longest)
	w := bufio.NewWriter(out)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	var all []any
	for n := 1; lines.Scan(); n++ {
		i := Input{Raw: lines.Bytes()}
		if err := json.Unmarshal(lines.Bytes(), &i); err != nil {
			return fmt.Errorf("predict %s: line %d: %w", kit.Name, n, err)
		}
		answer, err := kit.Answer(reader, i)
		if err != nil {
			return fmt.Errorf("predict %s: line %d, %s: %w", kit.Name, n, i.ID, err)
		}
		if kit.Finish != nil {
			all = append(all, answer)
		} else if err := encoder.Encode(answer); err != nil {
			return fmt.Errorf("predict %s: line %d, %s: %w", kit.Name, n, i.ID, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("predict %s: %w", kit.Name, err)
	}
	if kit.Finish != nil {
		for _, line := range kit.Finish(all) {
			if err := encoder.Encode(line); err != nil {
				return fmt.Errorf("predict %s: %w", kit.Name, err)
			}
		}
	}
	return w.Flush()
}

// Report makes the report of an input whose text is given as it is. What is no part of it is marked, as for a file.
func (i *Input) Report() *sitrep.Report {
	sum := sha256.Sum256([]byte(i.Text))
	r := &sitrep.Report{ID: i.ID, URL: i.URL, Outlet: i.Outlet, Title: i.Title, Text: i.Text, SHA256: hex.EncodeToString(sum[:]),
		Dropped: page.Leftovers(i.Text), PublishedBasis: sitrep.PublishedNotKnown}
	if len(i.Published) >= len("2006-01-02") {
		if t, err := time.Parse("2006-01-02", i.Published[:len("2006-01-02")]); err == nil {
			r.Published, r.PublishedBasis = t, sitrep.PublishedGiven
		}
	}
	return r
}

// points changes spans to pairs of code points of the text.
func points(text string, spans []sitrep.Span) [][2]int {
	at, out := record.NewOffsets(text), make([][2]int, len(spans))
	for i, s := range spans {
		out[i][0], out[i][1] = at.Span(s)
	}
	return out
}
