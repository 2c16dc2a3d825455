package api

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/reports"
	"sitrep/record"
)

// reportRecord is the record of one report as record writes it, schema sitrep/1.
type reportRecord struct{ json.RawMessage }

// Schema is that of the record's own.
func (reportRecord) Schema(r huma.Registry) *huma.Schema { return named(r, "Record", record.Schema()) }

// MarshalJSON gives the record as it was written.
func (r reportRecord) MarshalJSON() ([]byte, error) { return r.RawMessage.MarshalJSON() }

// written is a reading as it may be shown.
func (a *API) written(reading *sitrep.Reading, private []casebook.PrivateName, by record.Reader) (reportRecord, error) {
	var b bytes.Buffer
	err := record.WriteReading(&b, a.o.Record.Masked(reading, private), record.ReadingOptions{Reader: by})
	return reportRecord{bytes.TrimSpace(b.Bytes())}, err
}

// oneReport names a report.
type oneReport struct {
	ID      string `path:"id" doc:"The report's id."`
	Version int    `query:"version" doc:"One of its versions; the one that counts where it is not given."`
	asked
	version int
}

// Resolve reads the version.
func (in *oneReport) Resolve(ctx huma.Context) []error {
	in.asked.Resolve(ctx)
	in.version = in.whole(in.url.Query(), "version", 0, 1, 1<<16)
	return nil
}

// report is a report with its record.
type report struct {
	Head      reports.Object    `json:"head"`
	Versions  []reports.Object  `json:"versions" doc:"All of them, the first first."`
	Incidents map[string]string `json:"incidents" doc:"By the id of an event: the id of its incident."`
	Record    reportRecord      `json:"record" doc:"The text, and all that was found in it with its passages. Names of private persons are blotted out, sign by sign: every offset holds."`
}

type reportAnswer struct{ Body report }

func (a *API) reports() {
	add(a, get("/reports/{id}", "report", "One report with its passages", "The kept text and its record, schema sitrep/1: events, claims, tolls, dates and places, each with where it stands."), a.report)
}

func (a *API) report(ctx context.Context, in *oneReport) (*reportAnswer, error) {
	r, err := a.o.Record.Report(ctx, in.ID, in.version)
	if err != nil {
		return nil, err
	}
	out := &reportAnswer{report{Head: reports.ObjectOf(&r.Head), Versions: []reports.Object{}, Incidents: r.Incidents}}
	for i := range r.Versions {
		out.Body.Versions = append(out.Body.Versions, reports.ObjectOf(&r.Versions[i]))
	}
	out.Body.Record, err = a.written(r.Reading, r.Private, r.Reader)
	return out, err
}
