package sqlite

import (
	"database/sql"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// claimBody is a claim as it is listed, with its words.
type claimBody struct {
	Claim  sitrep.Claim
	Quote  string
	ToSide string `json:",omitempty"` // of whom a demand is made of
}

// tellingNumbers are the rows of the tellings of a report, by their events.
func (t *tx) tellingNumbers(report int64) map[string]int64 {
	out := map[string]int64{}
	t.each("SELECT event, n FROM telling WHERE report = ?", []any{report}, func(r *sql.Rows) error {
		var event string
		var n int64
		err := r.Scan(&event, &n)
		out[event] = n
		return err
	})
	return out
}

// putClaims keeps the claims of a reading.
func (t *tx) putClaims(r *sitrep.Reading, report, day int64, tellings map[string]int64) {
	for i := range r.Claims {
		c := r.Claims[i]
		c.Why = nil // of the reading only
		body, err := t.book.packer.packJSON(claimBody{c, quoteOf(r.Report.Text, c.Content), sideNamed(r.Entities, c.To)})
		if err != nil {
			t.fail(err)
		}
		e := t.claimEntry(&c, report, day, tellings)
		n := t.insert("INSERT INTO claim (report, id, day, source, kind, side, actor, stance, answers, about, indexed, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
			report, c.ID, day, e.source, string(c.SourceKind), c.Side, c.Actor, string(c.Stance), c.Answers, spaced(c.About), body)
		t.set(claimList, n, e.bytes())
		indexed := textRow(day, n)
		t.exec("UPDATE claim SET indexed = ? WHERE n = ?", indexed, n)
		t.exec("INSERT INTO claim_text (rowid, words) VALUES (?, ?)", indexed, quoteOf(r.Report.Text, c.Content))
	}
}

// sideNamed is the side of who has a name, empty where nobody of it is known, or two of two sides.
func sideNamed(all []sitrep.Entity, name string) string {
	side := ""
	for i := range all {
		if e := &all[i]; name != "" && e.Name == name && e.Side != "" {
			if side != "" && side != e.Side {
				return ""
			}
			side = e.Side
		}
	}
	return side
}

func (t *tx) claimEntry(c *sitrep.Claim, report, day int64, tellings map[string]int64) *claimEntry {
	e := &claimEntry{report: report, day: int32(day), source: uint32(t.term(sourceField, c.Source)), side: uint32(t.term(sideField, c.Side)), actor: uint32(t.term(actorIDField, c.Actor)),
		kind: numberOf(sourceNumbers, c.SourceKind), stance: numberOf(stanceNumbers, c.Stance)}
	for _, event := range c.About {
		if n := tellings[event]; n != 0 {
			e.about = append(e.about, uint32(n))
		}
	}
	slices.Sort(e.about)
	e.about = slices.Compact(e.about)
	return e
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
func (t *tx) putTolls(f *casebook.Filing, report, day int64, tellings map[string]int64) {
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
			term := t.term(sourceField, source)
			n := t.insert("INSERT INTO toll (report, event, id, day, first, last, source, harm, side, count, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				report, e.ID, toll.ID, when, first, last, term, string(toll.Harm), toll.Side, toll.Count, body)
			t.set(tollList, n, (&tollEntry{report: report, telling: tellings[e.ID], day: int32(when), first: dayOr(first), last: dayOr(last), source: uint32(term),
				side: uint32(t.term(sideField, toll.Side)), harm: numberOf(harmNumbers, toll.Harm), count: int64(toll.Count)}).bytes())
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
