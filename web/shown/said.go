package shown

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"sitrep"
	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/privacy"
	"sitrep/reconcile"
	"sitrep/record"
)

// Said is what a person says about a stretch of a report.
type Said struct {
	By         string
	Report     string // id
	SHA256     string // of the text that was looked at
	Start, End int
	Unit       Unit
	Op         sitrep.CorrectionOp // accept, reject, set or add
	Field      string              // of set: event.kind, event.status, event.news, event.from, event.to
	What       string              // of add: event, toll or claim
	Value      string              // of set; of add: the kind of an event, the count of a toll, who makes a claim
	More       map[string]string   // of add: further fields; of an event from, to, status and place, of a toll harm, qualifier and who, of a claim stance and to
	Reason     string
}

// Unit is what offsets are counted in.
type Unit string

// The units.
const (
	Bytes  Unit = "byte"
	Points Unit = "point" // Unicode code points, as everywhere in JSON
	UTF16  Unit = "utf16" // as browsers count
)

// Correct keeps what a person says, and gives its id.
func (r *Record) Correct(ctx context.Context, s Said) (string, error) {
	if !r.CanChange() {
		return "", ErrReadOnly
	}
	stored, err := r.Book.Report(ctx, s.Report, 0)
	if err != nil {
		return "", err
	}
	c, err := s.correction(stored)
	if err != nil {
		return "", err
	}
	if err := r.holds(ctx, stored.Reading, c); err != nil {
		return "", err
	}
	return r.keep(ctx, c)
}

// holds tells what is wrong with a correction that finds nothing in a reading that it could be about: kept, it would do nothing, and nobody would see that.
func (r *Record) holds(ctx context.Context, reading *sitrep.Reading, c sitrep.Correction) error {
	before, err := r.Book.Corrections(ctx, c.Anchor.Report)
	if err != nil {
		return err
	}
	c.ID, c.At = "this one", time.Now()
	_, orphans := reconcile.Corrected(reading, append(slices.Clone(before), c))
	if slices.ContainsFunc(orphans, func(o sitrep.Correction) bool { return o.ID == c.ID }) {
		return Wrong("no event of the record is told by the words “%s”: add it, or correct the event beside whose words it stands", Clipped(c.Anchor.Quote, 80))
	}
	return nil
}

// keep puts a correction into the casebook.
func (r *Record) keep(ctx context.Context, c sitrep.Correction) (id string, err error) {
	err = r.Change(ctx, func(d *desk.Desk) error {
		id, err = d.Correct(ctx, c)
		return err
	})
	return id, err
}

// mostReason is how long a reason may be, in bytes.
const mostReason = 300

func (s *Said) correction(stored casebook.StoredReport) (sitrep.Correction, error) {
	report := stored.Reading.Report
	if s.SHA256 != report.SHA256 {
		return sitrep.Correction{}, Wrong("the report has another text than the one that you corrected, perhaps a newer one; open it again")
	}
	span, err := s.span(report.Text)
	if err != nil {
		return sitrep.Correction{}, err
	}
	c := sitrep.Correction{By: s.By, Op: s.Op, Reason: Clipped(s.Reason, mostReason),
		Anchor: sitrep.Anchor{Report: report.ID, SHA256: report.SHA256, Span: span, Quote: report.Text[span.Start:span.End]}}
	switch s.Op {
	case sitrep.AcceptOp, sitrep.RejectOp:
		c.Field = "event"
	case sitrep.SetOp:
		c.Field = s.Field
		c.Value, err = setValue(s.Field, strings.TrimSpace(s.Value))
	case sitrep.AddOp:
		c.Field = s.What
		c.Value, err = s.added()
	default:
		err = Wrong("op %q: want accept, reject, set or add", s.Op)
	}
	return c, err
}

// setFields are the fields of an event that can be set here.
var setFields = []string{"event.kind", "event.status", "event.news", "event.from", "event.to"}

// setValue is the JSON of a field's new value.
func setValue(field, value string) (string, error) {
	if !slices.Contains(setFields, field) {
		return "", Wrong("field %q: want one of %s", field, strings.Join(setFields, ", "))
	}
	name := strings.TrimPrefix(field, "event.")
	switch {
	case name == "news" && value == "new":
		value = "yes"
	case name == "news" && value == "background":
		value = "no"
	}
	v, err := desk.FieldValue(name, value)
	if err != nil {
		return "", wrongFix(err)
	}
	b, err := json.Marshal(v)
	return string(b), err
}

// wrongFix is what is wrong with a value that was set: that it is a fix the form says.
func wrongFix(err error) error { return Wrong("%s", strings.TrimPrefix(err.Error(), "fix ")) }

// Clipped is a text of at most so many bytes.
func Clipped(s string, most int) string {
	s = strings.TrimSpace(s)
	for len(s) > most {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}

// span is the stretch in bytes.
func (s *Said) span(text string) (sitrep.Span, error) {
	out := sitrep.Span{Start: s.Start, End: s.End}
	switch s.Unit {
	case UTF16:
		out = sitrep.Span{Start: byteOf(text, s.Start), End: byteOf(text, s.End)}
	case Points:
		if n := utf8.RuneCountInString(text); s.Start < 0 || s.End > n {
			out.End = -1
		} else {
			out = record.NewPoints(text).Span(s.Start, s.End)
		}
	}
	if out.Start < 0 || out.End > len(text) || out.Start >= out.End || !utf8.RuneStart(at(text, out.Start)) || !utf8.RuneStart(at(text, out.End)) {
		return out, Wrong("the words from %d to %d do not lie in the text", s.Start, s.End)
	}
	return out, nil
}

// at is a byte of a text; its end counts as the beginning of a character.
func at(text string, i int) byte {
	if i >= len(text) {
		return 0
	}
	return text[i]
}

// byteOf is the byte before which so many UTF-16 units lie, -1 where the text is shorter.
func byteOf(text string, units int) int {
	n := 0
	for i, r := range text {
		if n >= units {
			return i
		}
		n += utf16.RuneLen(max(r, 0))
	}
	if n < units {
		return -1
	}
	return len(text)
}

// Judged is a correction as a list shows it.
type Judged struct {
	sitrep.Correction
	Undone bool
}

// Judged are the last corrections, the last first, at most so many; all where most is 0. Their words are those of the report as they may be shown.
func (r *Record) Judged(ctx context.Context, most int) ([]Judged, error) {
	all, err := r.Book.Corrections(ctx, "")
	if err != nil {
		return nil, err
	}
	undone := reconcile.Undone(all)
	slices.Reverse(all)
	if most > 0 && len(all) > most {
		all = all[:most]
	}
	out := make([]Judged, len(all))
	for i, c := range all {
		if out[i].Correction, err = r.veiledCorrection(ctx, c); err != nil {
			return nil, err
		}
		out[i].Undone = undone[c.ID]
	}
	return out, nil
}

func (r *Record) veiledCorrection(ctx context.Context, c sitrep.Correction) (sitrep.Correction, error) {
	if r.Names {
		return c, nil
	}
	reports := []string{c.Anchor.Report}
	for _, k := range c.Events {
		reports = append(reports, k.Report)
	}
	private, err := r.Book.Private(ctx, slices.DeleteFunc(reports, func(id string) bool { return id == "" }))
	for _, id := range slices.Sorted(maps.Keys(private)) {
		c.Anchor.Quote, c.Value, c.Reason = privacy.Veil(c.Anchor.Quote, private[id]), privacy.Veil(c.Value, private[id]), privacy.Veil(c.Reason, private[id])
	}
	return c, err
}
