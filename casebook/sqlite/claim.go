package sqlite

import (
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// claimBody is a claim as it is listed, with its words.
type claimBody struct {
	Claim sitrep.Claim
	Quote string
}

// putClaims keeps the claims of a reading.
func (t *tx) putClaims(r *sitrep.Reading, report, day int64) {
	for i := range r.Claims {
		c := r.Claims[i]
		c.Why = nil // of the reading only
		body, err := t.book.packer.packJSON(claimBody{c, quoteOf(r.Report.Text, c.Content)})
		if err != nil {
			t.fail(err)
		}
		n := t.insert("INSERT INTO claim (report, id, day, source, kind, side, actor, stance, answers, about, indexed, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
			report, c.ID, day, t.term(sourceField, c.Source), string(c.SourceKind), c.Side, c.Actor, string(c.Stance), c.Answers, spaced(c.About), body)
		indexed := textRow(day, n)
		t.exec("UPDATE claim SET indexed = ? WHERE n = ?", indexed, n)
		t.exec("INSERT INTO claim_text (rowid, words) VALUES (?, ?)", indexed, quoteOf(r.Report.Text, c.Content))
	}
}

// quoteOf is the words of several stretches of a text.
func quoteOf(text string, spans []sitrep.Span) string {
	var parts []string
	for _, s := range spans {
		if s.Start >= 0 && s.Start <= s.End && s.End <= len(text) {
			parts = append(parts, text[s.Start:s.End])
		}
	}
	return strings.Join(parts, " … ")
}

// spaced are ids in one text, each between two spaces.
func spaced(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return " " + strings.Join(ids, " ") + " "
}

// tollBody is a toll as it is listed.
type tollBody struct {
	Toll   sitrep.Toll
	Quote  string
	Source string
}

// putTolls keeps the tolls of the events as they are told: with what people corrected, where the tellings have it.
func (t *tx) putTolls(f *casebook.Filing, report, day int64) {
	for i := range f.Tellings {
		tell := &f.Tellings[i]
		e := &tell.Event
		first, last := firstDay(e.When.From), lastDay(e.When.To)
		when := day
		if d, ok := first.(int64); ok {
			when = d
		}
		if last == nil {
			last = lastDay(e.When.From)
		}
		for _, toll := range e.Tolls {
			toll.Why = nil
			source := sourceOf(tell, toll.Claim)
			body, err := t.book.packer.packJSON(tollBody{toll, tell.Quote(toll.Words), source})
			if err != nil {
				t.fail(err)
			}
			t.exec("INSERT INTO toll (report, event, id, day, first, last, source, harm, side, count, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				report, e.ID, toll.ID, when, first, last, t.term(sourceField, source), string(toll.Harm), toll.Side, toll.Count, body)
		}
	}
}

// sourceOf is who makes a claim of a telling.
func sourceOf(t *sitrep.Telling, claim string) string {
	for i := range t.Claims {
		if claim != "" && t.Claims[i].ID == claim {
			return t.Claims[i].Source
		}
	}
	return ""
}
