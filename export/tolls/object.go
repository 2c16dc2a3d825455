package tolls

import (
	"sitrep/casebook"
	"sitrep/export/rows"
)

// Object is a figure as JSON has it. What is not told is null.
type Object struct {
	ID        string  `json:"id" doc:"The figure's own id."`
	Report    string  `json:"report" doc:"Id of the report that tells it."`
	Event     string  `json:"event" doc:"Id of the event in that report."`
	Incident  *string `json:"incident" doc:"Id of the incident that the event is of."`
	Published *string `json:"published" doc:"When the report appeared, with its zone."`
	Outlet    *string `json:"outlet" doc:"Who published the report."`
	URL       *string `json:"url" doc:"The report's address."`
	Harm      string  `json:"harm" doc:"killed, wounded, casualties, missing, captured or displaced."`
	Count     int     `json:"count" doc:"The number as told; of a vague word, the number that stands for it."`
	CountTo   *int    `json:"count_to" doc:"The upper end of a range."`
	Qualifier string  `json:"qualifier" doc:"exact, at-least, more-than, about, up-to, fewer-than, range or vague."`
	Who       *string `json:"who" doc:"The words for the people."`
	Side      *string `json:"side" doc:"Whose people: a state's three letters, an armed group's short name."`
	Civilian  *bool   `json:"civilian" doc:"Whether they are civilians; null where that is not told."`
	People    *string `json:"people" doc:"children, women, journalists… where told."`
	Relation  string  `json:"relation" doc:"How it stands to the figure in 'of': whole, part, rival, update or cumulative."`
	Of        *string `json:"of" doc:"Id of that figure."`
	AsOf      *string `json:"as_of" doc:"Since when a running count counts."`
	Source    *string `json:"source" doc:"Who gives it; null for the reporters' own voice."`
	ToldBy    string  `json:"told_by" doc:"Who gives it, in words: a source, or the reporters of an outlet."`
	Quote     string  `json:"quote" doc:"The words."`
}

// ObjectOf is a figure as JSON has it.
func ObjectOf(r *casebook.TollRow) Object {
	return Object{ID: r.Toll.ID, Report: r.Report.ID, Event: r.Event.Event, Incident: rows.OrNull(r.Incident), Published: rows.MomentOrNull(r.Report.Published), Outlet: rows.OrNull(r.Report.Outlet),
		URL: rows.OrNull(r.Report.URL), Harm: string(r.Toll.Harm), Count: r.Toll.Count, CountTo: rows.OrNull(r.Toll.CountTo), Qualifier: string(r.Toll.Qualifier), Who: rows.OrNull(r.Toll.Who),
		Side: rows.OrNull(r.Toll.Side), Civilian: rows.TruthOrNull(r.Toll.Civilian), People: rows.OrNull(r.Toll.People), Relation: string(r.Toll.Relation), Of: rows.OrNull(r.Toll.Of),
		AsOf: rows.OrNull(r.Toll.AsOf.String()), Source: rows.OrNull(r.Source), ToldBy: ToldBy(r), Quote: r.Quote}
}

// ToldBy is who gives a figure: a source, or the reporters of an outlet in their own voice.
func ToldBy(r *casebook.TollRow) string {
	switch {
	case r.Source != "":
		return r.Source
	case r.Report.Outlet != "":
		return r.Report.Outlet + " itself"
	}
	return "the report itself"
}
