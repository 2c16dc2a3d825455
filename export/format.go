package export

import (
	"fmt"
	"io"
	"strings"

	"sitrep/brief"
	"sitrep/casebook"
	"sitrep/export/acled"
	"sitrep/export/annotations"
	"sitrep/export/brat"
	"sitrep/export/cameo"
	"sitrep/export/claims"
	"sitrep/export/csv"
	"sitrep/export/feed"
	"sitrep/export/geojson"
	"sitrep/export/ics"
	"sitrep/export/jsonl"
	"sitrep/export/kml"
	"sitrep/export/labelstudio"
	"sitrep/export/monthly"
	"sitrep/export/parquet"
	"sitrep/export/plover"
	"sitrep/export/reports"
	"sitrep/export/rows"
	"sitrep/export/timelinejs"
	"sitrep/export/tolls"
	"sitrep/export/ucdp"
	"sitrep/standoff"
)

// Format is a form that the record can be written in.
type Format struct {
	Name   string // "geojson"
	Type   string // media type
	Ending string // of a file: ".geojson"
	About  string // what it is for
	write  func(*exporter, io.Writer) (Done, error)
}

// Formats are all formats.
func Formats() []Format { return append(incidentFormats(), listFormats()...) }

func incidentFormats() []Format {
	return []Format{
		{"csv", sheetType, ".csv", "a wide sheet, one row an incident", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return csv.New(w, x.o.Tags) })},
		{"claims", sheetType, ".csv", "a sheet, one row a claim with its words", claimRows(func(w io.Writer) rows.Writer[claims.Row] { return claims.New(w) })},
		{"tolls", sheetType, ".csv", "a sheet, one row a figure as told", tollRows(func(w io.Writer) rows.Writer[tolls.Row] { return tolls.New(w) })},
		{"jsonl", "application/jsonl; charset=utf-8", ".jsonl", "the record as it is, one incident a line", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return jsonl.New(w, x.text) })},
		{"json", "application/json; charset=utf-8", ".json", "the same as one array", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return jsonl.NewArray(w, x.text) })},
		{"reports", sheetType, ".csv", "a sheet, one row a report", reportRows(func(w io.Writer) rows.Writer[casebook.ReportRow] { return reports.New(w) })},
		{"ucdp", sheetType, ".csv", "fatal incidents in the columns of UCDP GED", incidents(needs{heads: true}, func(x *exporter, w io.Writer) incidentWriter { return ucdp.New(w) })},
		{"acled", sheetType, ".csv", "incidents in the columns of ACLED", incidents(needs{heads: true}, func(x *exporter, w io.Writer) incidentWriter { return acled.New(w) })},
		{"plover", tabsType, ".tsv", "who does what to whom, in POLECAT's columns", acts(func(w io.Writer) rows.Writer[rows.Act] { return plover.New(w, countries()) })},
		{"cameo", tabsType, ".tsv", "the same as dyads in Phoenix's columns", acts(func(w io.Writer) rows.Writer[rows.Act] { return cameo.NewPhoenix(w) })},
		{"icews", tabsType, ".tsv", "the same as dyads in ICEWS's columns", acts(func(w io.Writer) rows.Writer[rows.Act] { return cameo.NewICEWS(w, countries()) })},
		{"monthly", sheetType, ".csv", "incidents and dead by unit and month", incidents(needs{whole: true}, func(x *exporter, w io.Writer) incidentWriter { return monthly.New(w) })},
		{"parquet", "application/vnd.apache.parquet", ".parquet", "the columns of the wide sheet with types, for DuckDB, pandas and R", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return parquet.New(w, x.head) })},
		{"geoparquet", "application/vnd.apache.parquet", ".parquet", "the same with a geometry, for maps", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return parquet.NewGeo(w, x.head) })},
		{"sqlite", "application/vnd.sqlite3", ".db", "a database: incidents, figures, claims, reports", database},
		{"timelinejs", "application/json; charset=utf-8", ".json", "a timeline for TimelineJS", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return timelinejs.New(w, x.head) })},
		{"ics", "text/calendar; charset=utf-8", ".ics", "a calendar", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return ics.New(w, x.head) })},
		{"brief", "text/markdown; charset=utf-8", ".md", "a situation report", briefs(brief.Markdown)},
		{"brief-html", "text/html; charset=utf-8", ".html", "a situation report as a page", briefs(brief.HTML)},
		{"kml", "application/vnd.google-earth.kml+xml; charset=utf-8", ".kml", "for Google Earth", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return kml.New(w, x.head) })},
		{"geojson", "application/geo+json; charset=utf-8", ".geojson", "for maps", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return geojson.New(w, x.head) })},
		{"atom", "application/atom+xml; charset=utf-8", ".atom", "an Atom feed", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return feed.Incidents(feed.NewAtom, w, x.head) })},
		{"jsonfeed", "application/feed+json; charset=utf-8", ".json", "a JSON Feed", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return feed.Incidents(feed.NewJSON, w, x.head) })},
		{"rss", "application/rss+xml; charset=utf-8", ".rss", "an RSS feed", incidents(needs{}, func(x *exporter, w io.Writer) incidentWriter { return feed.Incidents(feed.NewRSS, w, x.head) })},
		{"annotations", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", ".jsonld", "Web Annotations (W3C) of reports", marked(func(x *exporter, w io.Writer) rows.Writer[annotations.Row] { return annotations.New(w, x.head) })},
		{"brat", "application/zip", ".zip", "whole reports with their marks, for brat", documents(func(x *exporter, w io.Writer) rows.Writer[standoff.Document] { return brat.New(w, x.head.Made) })},
		{"labelstudio", "application/zip", ".zip", "whole reports as tasks for Label Studio", documents(func(x *exporter, w io.Writer) rows.Writer[standoff.Document] { return labelstudio.New(w, x.head.Made) })},
		{"casebook", "application/jsonl; charset=utf-8", ".jsonl", "whole reports with their readings, judgements and incidents, for sitrep import", carried},
	}
}

const (
	sheetType = "text/csv; charset=utf-8"
	tabsType  = "text/tab-separated-values; charset=utf-8"
)

// Named is the format of a name.
func Named(name string) (Format, error) {
	var all []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		all = append(all, f.Name)
	}
	return Format{}, fmt.Errorf("there is no format %q; there are %s", name, strings.Join(all, ", "))
}
