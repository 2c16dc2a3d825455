package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"sitrep"
	"sitrep/casebook"
	"sitrep/desk"
)

// correct keeps what a person says about a stretch of a report, and goes back to the report.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) error {
	if !s.canChange() {
		return errReadOnly
	}
	if err := r.ParseForm(); err != nil {
		return wrong("the form cannot be read: %v", err)
	}
	stored, err := s.book.Report(r.Context(), r.FormValue("report"), 0)
	if err != nil {
		return err
	}
	c, err := s.correction(r, stored)
	if err != nil {
		return err
	}
	if err := s.keep(r, c); err != nil {
		return err
	}
	http.Redirect(w, r, "/reports/"+url.PathEscape(stored.Head.ID), http.StatusSeeOther)
	return nil
}

// keep puts a correction into the casebook.
func (s *Server) keep(r *http.Request, c sitrep.Correction) error {
	return s.o.Change(r.Context(), func(d *desk.Desk) error {
		_, err := d.Correct(r.Context(), c)
		return err
	})
}

// correction is what a form says.
func (s *Server) correction(r *http.Request, stored casebook.StoredReport) (sitrep.Correction, error) {
	report := stored.Reading.Report
	if r.FormValue("sha") != report.SHA256 {
		return sitrep.Correction{}, wrong("the report has a newer text than the page that you corrected; open it again")
	}
	span, err := spanOf(report.Text, r.FormValue("start"), r.FormValue("end"), r.FormValue("unit"))
	if err != nil {
		return sitrep.Correction{}, err
	}
	c := sitrep.Correction{
		By: s.o.By, Op: sitrep.CorrectionOp(r.FormValue("op")), Reason: clipped(r.FormValue("reason"), 300),
		Anchor: sitrep.Anchor{Report: report.ID, SHA256: report.SHA256, Span: span, Quote: report.Text[span.Start:span.End]},
	}
	value := strings.TrimSpace(r.FormValue("value"))
	switch c.Op {
	case sitrep.AcceptOp, sitrep.RejectOp:
		c.Field = "event"
	case sitrep.SetOp:
		if c.Field = r.FormValue("field"); !strings.HasPrefix(c.Field, "event.") {
			return c, wrong("field %q: want one of those that the form offers", c.Field)
		}
		c.Value = valueOf(c.Field, value)
	case sitrep.AddOp:
		if c.Field = r.FormValue("what"); c.Field != "event" && c.Field != "toll" && c.Field != "claim" {
			return c, wrong("what %q: want event, toll or claim", c.Field)
		}
		c.Value = addedValue(c.Field, value)
	default:
		return c, wrong("op %q: want accept, reject, set or add", c.Op)
	}
	return c, nil
}

// valueOf is the JSON of a field's new value.
func valueOf(field, value string) string {
	var v any = value
	switch {
	case field == "event.news":
		v = value == "true" || value == "new" || value == "yes"
	case value == "":
		v = nil
	}
	b, _ := json.Marshal(v)
	return string(b)
}

// addedValue is the JSON of what is added: of an event its kind, of a toll its count, of a claim who makes it.
func addedValue(what, value string) string {
	v := map[string]any{}
	switch what {
	case "event":
		v["kind"] = value
	case "toll":
		n, err := strconv.Atoi(strings.ReplaceAll(value, ",", ""))
		v["harm"] = sitrep.Killed
		if err == nil {
			v["count"] = n
		}
	case "claim":
		v["source"] = value
	}
	b, _ := json.Marshal(v)
	return string(b)
}

func clipped(s string, most int) string {
	s = strings.TrimSpace(s)
	for len(s) > most {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}

// spanOf is a stretch of a text, given in bytes, or in UTF-16 units as browsers count.
func spanOf(text, start, end, unit string) (sitrep.Span, error) {
	a, err := strconv.Atoi(start)
	if err != nil {
		return sitrep.Span{}, wrong("start=%q: want a number", start)
	}
	b, err := strconv.Atoi(end)
	if err != nil {
		return sitrep.Span{}, wrong("end=%q: want a number", end)
	}
	s := sitrep.Span{Start: a, End: b}
	if unit == "utf16" {
		s = sitrep.Span{Start: byteOf(text, a), End: byteOf(text, b)}
	}
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !utf8.RuneStart(at(text, s.Start)) || !utf8.RuneStart(at(text, s.End)) {
		return sitrep.Span{}, wrong("the words from %s to %s do not lie in the text", start, end)
	}
	return s, nil
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
