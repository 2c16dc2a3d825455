package reports

import (
	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

// Object is the head of a report as JSON has it. What is not known is null.
type Object struct {
	ID             string  `json:"id" doc:"The report's id."`
	Published      *string `json:"published" doc:"When it appeared, with its zone."`
	PublishedBasis string  `json:"published_basis" doc:"Where that is from: given, page, text, url, assumed or not-known."`
	Outlet         *string `json:"outlet" doc:"Who published it."`
	Title          *string `json:"title" doc:"Its title."`
	URL            *string `json:"url" doc:"Its address, as it was given: it may be any text, and is not to be followed unseen."`
	Language       *string `json:"language" doc:"ISO 639-1."`
	Length         int     `json:"length" doc:"Bytes of text."`
	SHA256         string  `json:"sha256" doc:"Of the kept text."`
	Version        int     `json:"version" doc:"1 for the first text of this id."`
	Note           *string `json:"note" doc:"What the outlet says of this version: correction, or retraction; nothing that a retracted report told counts."`
	Filed          *string `json:"filed" doc:"When it was filed here."`
}

// ObjectOf is the head of a report as JSON has it.
func ObjectOf(r *sitrep.ReportHead) Object {
	return Object{ID: r.ID, Published: rows.MomentOrNull(r.Published), PublishedBasis: string(r.PublishedBasis), Outlet: rows.OrNull(r.Outlet), Title: rows.OrNull(r.Title), URL: rows.OrNull(r.URL),
		Language: rows.OrNull(r.Language), Length: r.Length, SHA256: r.SHA256, Version: r.Version, Note: rows.OrNull(string(r.Note)), Filed: rows.MomentOrNull(r.Filed)}
}

// Listed is a report of the list as JSON has it.
type Listed struct {
	Object
	Incidents int `json:"incidents" doc:"Incidents that it tells of."`
	OneSide   int `json:"told_by_one_side_only" doc:"Of those, the ones that rest on the word of one side alone, whoever else reports it."`
}

// ListedOf is a report of the list as JSON has it.
func ListedOf(r *casebook.ReportRow) Listed {
	return Listed{ObjectOf(&r.ReportHead), r.Incidents, r.OneSide}
}
