package api

import (
	"context"

	"sitrep/casebook"
	"sitrep/export/actors"
	"sitrep/export/claims"
	"sitrep/export/reports"
	"sitrep/export/sources"
	"sitrep/export/tolls"
	"sitrep/web/shown"
)

// get is a call that reads.
func get(path, id, summary, about string) call {
	return call{method: "GET", path: path, id: id, summary: summary, about: about, tag: reading}
}

// demand is a demand with the claims that answer it.
type demand struct {
	claims.Object
	Answers []claims.Object `json:"answers" doc:"The claims that answer it, of whatever report, by time of publication; empty where no answer is told."`
	Again   []claims.Object `json:"again" doc:"The same demand as other reports tell it."`
}

func demandOf(d *shown.Demand) demand {
	out := demand{Object: claims.ObjectOf(&d.ClaimRow), Answers: []claims.Object{}, Again: []claims.Object{}}
	for i := range d.Answered {
		out.Answers = append(out.Answers, claims.ObjectOf(&d.Answered[i]))
	}
	for i := range d.Again {
		out.Again = append(out.Again, claims.ObjectOf(&d.Again[i]))
	}
	return out
}

// lists adds the calls of lists, but that of incidents.
func (a *API) lists() {
	r := a.o.Record
	list(a, get("/claims", "claims", "Who says what", "Claims with who makes them and the very words."), r.Claims, claims.ObjectOf)
	list(a, get("/tolls", "tolls", "Figures of people harmed", "Every figure as one report tells it. They are never to be added up: several are of the same people."), r.Tolls, tolls.ObjectOf)
	list(a, get("/demands", "demands", "Demands and their answers", "What is demanded, each demand once as it was first told, with the claims that answer it. kind and stance do not choose here."), r.Demands, demandOf)
	list(a, get("/actors", "actors", "Who has a part in incidents", "Counts of incidents by part. To be named as the one who did it is what somebody says."), r.Actors, actors.ObjectOf)
	list(a, get("/sources", "sources", "Who makes claims", "Counts of figures that were updated, lowered or contradicted, out of how many. They are no score and no order of merit."), r.Sources, sources.ObjectOf)
	list(a, get("/reports", "reports", "The heads of reports", "Who published what, and when."), r.Reports, reports.ListedOf)
	add(a, get("/facets", "facets", "How many incidents have which value", "Counts of incidents by each field, as if that field were not asked for, at most 200 values each."), a.facets)
}

// count is a value with its number of incidents.
type count struct {
	Value string `json:"value"`
	N     int    `json:"n" doc:"Incidents that have it."`
}

// facets are counts of incidents.
type facets struct {
	Kinds     []count `json:"kinds"`
	Sides     []count `json:"sides"`
	Countries []count `json:"countries"`
	Places    []count `json:"places" doc:"Names of places, and of the units that they lie in. As a filter, one stands in quotation marks: place=\"Dorel\"."`
	Actors    []count `json:"actors" doc:"Private persons are not among them."`
	Outlets   []count `json:"outlets"`
	Grades    []count `json:"grades"`
	Statuses  []count `json:"statuses"`
	Days      []count `json:"days" doc:"Days of happenings, in order; an empty value is no day told."`
	New       int     `json:"new" doc:"Told by some report as news."`
	Disputed  int     `json:"disputed"`
	HasToll   int     `json:"toll" doc:"With a toll."`
}

type facetsAnswer struct{ Body facets }

func (a *API) facets(ctx context.Context, in *Filters) (*facetsAnswer, error) {
	f, err := a.o.Record.Facets(ctx, in.query)
	if err != nil {
		return nil, err
	}
	return &facetsAnswer{facets{Kinds: counts(f.Kinds), Sides: counts(f.Sides), Countries: counts(f.Countries), Places: counts(f.Places), Actors: counts(f.Actors), Outlets: counts(f.Outlets), Grades: counts(f.Grades),
		Statuses: counts(f.Statuses), Days: counts(f.Days), New: f.NewOnly, Disputed: f.Disputed, HasToll: f.HasToll}}, nil
}

func counts(list []casebook.Count) []count {
	out := make([]count, len(list))
	for i, c := range list {
		out[i] = count{c.Value, c.N}
	}
	return out
}
