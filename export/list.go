package export

import (
	"io"
	"strings"

	"sitrep/casebook"
	"sitrep/export/actors"
	"sitrep/export/claims"
	"sitrep/export/feed"
	"sitrep/export/reports"
	"sitrep/export/rows"
	"sitrep/export/sources"
	"sitrep/export/tolls"
	"sitrep/privacy"
)

const (
	arrayType = "application/json; charset=utf-8"
	atomType  = "application/atom+xml; charset=utf-8"
	feedType  = "application/feed+json; charset=utf-8"
)

// listFormats are the formats of the other lists. A name begins with its list.
func listFormats() []Format {
	return []Format{
		{"claims-json", arrayType, ".json", "claims as a JSON array", claimRows(func(w io.Writer) rows.Writer[claims.Row] {
			return rows.NewArray(w, func(r *claims.Row) any { return claims.ObjectOf(&r.ClaimRow) }, "The texts of the reports stay in the casebook; what incidents the claims are about is in the jsonl form.")
		})},
		{"claims-atom", atomType, ".atom", "claims as an Atom feed", claimFeed(feed.NewAtom)},
		{"claims-jsonfeed", feedType, ".json", "claims as a JSON Feed", claimFeed(feed.NewJSON)},
		{"tolls-json", arrayType, ".json", "figures as a JSON array", tollRows(func(w io.Writer) rows.Writer[tolls.Row] {
			return rows.NewArray(w, func(r *tolls.Row) any { return tolls.ObjectOf(&r.TollRow) }, "Figures are as they were told: several are of the same people, and they must not be added up. The jsonl form has the tallies of each incident.")
		})},
		{"reports-json", arrayType, ".json", "the heads of reports as a JSON array", reportRows(func(w io.Writer) rows.Writer[casebook.ReportRow] {
			return rows.NewArray(w, func(r *casebook.ReportRow) any { return reports.ListedOf(r) }, "The texts of the reports stay in the casebook.")
		})},
		{"reports-atom", atomType, ".atom", "reports as an Atom feed", reportFeed(feed.NewAtom)},
		{"reports-jsonfeed", feedType, ".json", "reports as a JSON Feed", reportFeed(feed.NewJSON)},
		{"actors", sheetType, ".csv", "a sheet, one row an actor", actorRows(func(w io.Writer) rows.Writer[casebook.ActorRow] { return actors.New(w) })},
		{"actors-json", arrayType, ".json", "actors as a JSON array", actorRows(func(w io.Writer) rows.Writer[casebook.ActorRow] {
			return rows.NewArray(w, func(r *casebook.ActorRow) any { return actors.ObjectOf(r) }, actors.LeftOut)
		})},
		{"sources", sheetType, ".csv", "a sheet, one row a source", sourceRows(func(w io.Writer) rows.Writer[casebook.SourceRow] { return sources.New(w) })},
		{"sources-json", arrayType, ".json", "sources as a JSON array", sourceRows(func(w io.Writer) rows.Writer[casebook.SourceRow] {
			return rows.NewArray(w, func(r *casebook.SourceRow) any { return sources.ObjectOf(r) }, sources.LeftOut)
		})},
	}
}

// HasClaims tells whether a format writes claims, or reports by what is claimed in them: what is asked of claims can be asked of it.
func (f Format) HasClaims() bool {
	switch f.Name {
	case "plover", "cameo", "icews", "sqlite":
		return true
	}
	return f.List() == "claims" || f.List() == "reports"
}

// List is the list whose rows a format writes: incidents, claims, tolls, reports, actors or sources.
func (f Format) List() string {
	list, _, _ := strings.Cut(f.Name, "-")
	switch list {
	case "claims", "tolls", "reports", "actors", "sources":
		return list
	case "annotations", "brat", "labelstudio", "casebook":
		return "reports"
	}
	return "incidents"
}

// claimFeed is a format of claims as entries of a feed.
func claimFeed(form feed.Form) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) {
		finish := func(page []casebook.ClaimRow) ([]casebook.ClaimRow, error) {
			finished, err := x.claims(page)
			out := make([]casebook.ClaimRow, len(finished))
			for i := range finished {
				out[i] = finished[i].ClaimRow
			}
			return out, err
		}
		out := feed.Claims(form, w, x.head)
		n, err := pourClaims(x, finish, out)
		return ended(n, err, out)
	}
}

func reportFeed(form feed.Form) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) {
		return stream(x, x.book.Reports, x.reports, feed.Reports(form, w, x.head))
	}
}

// actorRows is a format of actors.
func actorRows(open func(io.Writer) rows.Writer[casebook.ActorRow]) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) {
		finish := func(page []casebook.ActorRow) ([]casebook.ActorRow, error) {
			if x.o.Names {
				return page, nil
			}
			return page, privacy.VeilActors(x.ctx, x.book, page)
		}
		return stream(x, x.book.Actors, finish, open(w))
	}
}

// sourceRows is a format of sources.
func sourceRows(open func(io.Writer) rows.Writer[casebook.SourceRow]) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, w io.Writer) (Done, error) {
		finish := func(page []casebook.SourceRow) ([]casebook.SourceRow, error) {
			if x.o.Names {
				return page, nil
			}
			return page, privacy.VeilSources(x.ctx, x.book, page)
		}
		return stream(x, x.book.Sources, finish, open(w))
	}
}
