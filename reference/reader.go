package reference

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Reader gives the events of a file one by one.
type Reader struct {
	Dataset Dataset
	names   *Names
	sheet   *sheet
	read    func(*cells) Incident
}

// RowError says what is wrong with one row; the others can be read.
type RowError struct {
	Line int
	Err  error
}

func (e RowError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e RowError) Unwrap() error { return e.Err }

// wanted are the columns without which a file is none of a dataset.
var wanted = map[Dataset][]string{
	UCDP:  {"date_start", "date_end", "country", "best", "low", "high"},
	ACLED: {"event_date", "event_type", "country", "fatalities"},
}

// Open finds out what a file is: its encoding, the sign between its cells, and whose columns it has.
func Open(r io.Reader, names *Names) (*Reader, error) {
	s, err := openSheet(r, map[int][]string{len(ucdpNames): ucdpNames})
	if err != nil {
		return nil, err
	}
	out := &Reader{names: names, sheet: s}
	c := &cells{columns: s.columns}
	switch {
	case c.has("date_start") && c.has("best", "side_a", "type_of_violence"):
		out.Dataset, out.read = UCDP, names.ucdp
	case c.has("event_date") && c.has("event_type", "fatalities", "event_id_cnty"):
		out.Dataset, out.read = ACLED, names.acled
	case isRecorder(c):
		out.Dataset, out.read = Airwars, names.recorder
	default:
		return nil, fmt.Errorf("these are the columns of no dataset that is known: %s. Known are UCDP GED (%s), ACLED (%s), and casualty recorders (a date and civilian_deaths_min, civilian_deaths_max); is the sign between the cells one of , ; tab |?",
			head(s.names), strings.Join(wanted[UCDP], ", "), strings.Join(wanted[ACLED], ", "))
	}
	var missing []string
	for _, name := range wanted[out.Dataset] {
		if !c.has(name) {
			missing = append(missing, name)
		}
	}
	if missing != nil {
		return nil, fmt.Errorf("columns are missing for %s: %s", out.Dataset, strings.Join(missing, ", "))
	}
	return out, nil
}

// head is the beginning of a list of names.
func head(names []string) string {
	const most = 12
	var out []string
	for _, n := range names[:min(len(names), most)] {
		out = append(out, fmt.Sprintf("%q", cut(n)))
	}
	if len(names) > most {
		out = append(out, fmt.Sprintf("and %d more", len(names)-most))
	}
	return strings.Join(out, ", ")
}

// Next is the next event; io.EOF at the end. A RowError is of one row only.
func (r *Reader) Next() (Incident, error) {
	row, line, err := r.sheet.next()
	for err == nil && len(row) == 1 && strings.TrimSpace(row[0]) == "" {
		row, line, err = r.sheet.next()
	}
	if err != nil {
		return Incident{}, err
	}
	if len(row) != r.sheet.width {
		return Incident{}, RowError{line, fmt.Errorf("it has %d cells, the line of names %d: the file is cut off, or a quotation mark is wrong", len(row), r.sheet.width)}
	}
	c := &cells{row: row, columns: r.sheet.columns}
	i := r.read(c)
	if i.Line = line; i.ID == "" {
		i.ID = fmt.Sprintf("line %d", line)
	}
	if c.err == nil && i.From.IsZero() {
		c.err = errors.New("it has no day")
	}
	if i.To.IsZero() {
		i.To = i.From
	}
	if c.err == nil && i.To.First().Before(i.From.First()) {
		c.err = fmt.Errorf("it ends on %s, before it begins on %s", i.To, i.From)
	}
	if c.err != nil {
		return Incident{}, RowError{line, c.err}
	}
	i.Country = r.names.Country(i.Land)
	return i, nil
}

// Notes say how the file was read, where that was not as it should be.
func (r *Reader) Notes() []string {
	if r.sheet.odd == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d cells are not in UTF-8 and were read as Windows-1252; check their letters", r.sheet.odd)}
}
