package feed

import (
	"time"

	"sitrep"
	"sitrep/export/rows"
)

// feedRecord is what programs want of an item.
type feedRecord struct {
	About    string    `json:"about"`
	ID       string    `json:"id"`
	Kind     string    `json:"kind"`
	From     string    `json:"from,omitempty"`
	To       string    `json:"to,omitempty"`
	Grade    string    `json:"grade"`
	Reviewed bool      `json:"reviewed"`
	Origins  []string  `json:"origins"`
	OneSide  string    `json:"told_by_one_side_only,omitempty"`
	At       []float64 `json:"lat_lon,omitempty"`
	Tolls    []string  `json:"tolls"`
}

// incidentEntry is an incident as an entry.
func incidentEntry(i *sitrep.Incident, head rows.Head) Entry {
	published, updated := moments(i, head)
	record := feedRecord{About: "the record of Sitrep, docs/export.md", ID: i.ID, Kind: string(i.Kind), From: i.When.From.String(), To: i.When.To.String(),
		Grade: string(i.Grade), Reviewed: i.GradedBy.By != "", Origins: rows.ListOrEmpty(rows.Origins(i)), OneSide: i.OneSide(), Tolls: rows.ListOrEmpty(rows.Tallies(i))}
	if i.Place.Located {
		record.At = []float64{i.Place.Lat, i.Place.Lon}
	}
	return Entry{ID: "urn:sitrep:incident:" + i.ID, Title: i.Title, Link: head.Link(i.ID), Published: published, Updated: updated, Tags: tags(i), Lines: rows.Account(i), Record: record}
}

// moments are when an incident was first and last told of; the time of the export where no report says when it appeared.
func moments(i *sitrep.Incident, h rows.Head) (first, last time.Time) {
	made, _ := time.Parse(time.RFC3339, h.Made)
	first, last = i.FirstPublished, i.LastPublished
	if last.IsZero() {
		last = made
	}
	if first.IsZero() {
		first = last
	}
	return first, last
}

// tags are the words by which a reader sorts.
func tags(i *sitrep.Incident) []string {
	out := append([]string{string(i.Kind), string(i.Grade)}, i.Place.Countries...)
	if i.OneSide() != "" {
		out = append(out, "told-by-one-side-only")
	}
	return out
}
