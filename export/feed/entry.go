package feed

import (
	"io"
	"net/url"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

// Entry is one entry of a feed.
type Entry struct {
	ID, Title, Link    string
	Published, Updated time.Time
	Tags               []string
	Lines              []string // what it tells, a paragraph each
	Record             any      // what programs want of it: of JSON Feed only
}

// Form begins a feed in one of the forms.
type Form func(io.Writer, rows.Head) rows.Writer[Entry]

// entries writes rows as the entries of a feed.
type entries[T any] struct {
	rows.Writer[Entry]
	entry func(*T) Entry
}

func (e entries[T]) Write(row *T) error {
	entry := e.entry(row)
	return e.Writer.Write(&entry)
}

// Incidents writes incidents as a feed.
func Incidents(form Form, w io.Writer, head rows.Head) rows.Writer[rows.Incident] {
	return entries[rows.Incident]{form(w, head), func(row *rows.Incident) Entry { return incidentEntry(&row.Incident, head) }}
}

// Claims writes claims as a feed: who says what, in the very words.
func Claims(form Form, w io.Writer, head rows.Head) rows.Writer[casebook.ClaimRow] {
	head.Title = titleOf(head) + ": claims"
	return entries[casebook.ClaimRow]{form(w, head), func(row *casebook.ClaimRow) Entry { return claimEntry(row, head) }}
}

// Reports writes the heads of reports as a feed.
func Reports(form Form, w io.Writer, head rows.Head) rows.Writer[casebook.ReportRow] {
	head.Title = titleOf(head) + ": reports"
	return entries[casebook.ReportRow]{form(w, head), func(row *casebook.ReportRow) Entry { return reportEntry(&row.ReportHead, head) }}
}

func claimEntry(r *casebook.ClaimRow, head rows.Head) Entry {
	who := r.Claim.Source
	if r.Claim.Side != "" && r.Claim.Side != who {
		who += " (" + r.Claim.Side + ")"
	}
	if r.Claim.Via != "" {
		who += ", by way of " + r.Claim.Via
	}
	says := who + ", " + string(r.Claim.Stance)
	if r.Claim.To != "" {
		says += ", of " + r.Claim.To
	}
	// two reports that quote one speaker in the same words have two claims of one id: a feed needs ids that nothing else has
	e := Entry{ID: "urn:sitrep:report:" + url.PathEscape(r.Report.ID) + ":" + r.Claim.ID, Title: says + ": " + rows.Quote(r.Quote), Tags: []string{string(r.Claim.Stance), string(r.Claim.Mode)},
		Lines: []string{says + ": “" + rows.Quote(r.Quote) + "”", from(&r.Report), "What somebody says, and no fact of the record. Read by a machine."}}
	if head.Base != "" {
		e.Link = head.Report(r.Report.ID) + "#" + r.Claim.ID
	}
	e.Published, e.Updated = times(&r.Report, head)
	return e
}

func reportEntry(r *sitrep.ReportHead, head rows.Head) Entry {
	e := Entry{ID: "urn:sitrep:report:" + slug(r.ID) + ":" + r.SHA256, Title: r.Title, Link: head.Report(r.ID), Lines: []string{from(r)}, Tags: []string{}}
	if e.Title == "" {
		e.Title = "Report without a title"
	}
	if r.Language != "" {
		e.Tags = append(e.Tags, r.Language)
	}
	e.Published, e.Updated = times(r, head)
	return e
}

// from says who published a report, and when.
func from(r *sitrep.ReportHead) string {
	outlet := r.Outlet
	if outlet == "" {
		outlet = "outlet not known"
	}
	if r.Published.IsZero() {
		return outlet + ", date not known"
	}
	return outlet + ", " + rows.Day(r.Published)
}

// times are when a report appeared and when it was filed; the time of the export where neither is known.
func times(r *sitrep.ReportHead, head rows.Head) (published, updated time.Time) {
	made, _ := time.Parse(time.RFC3339, head.Made)
	if updated = r.Filed; updated.IsZero() {
		updated = made
	}
	if published = r.Published; published.IsZero() {
		published = updated
	}
	return published, updated
}
