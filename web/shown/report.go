package shown

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
)

// Report is a report as it may be shown. Its Reading is as it is kept: Masked gives it for others.
type Report struct {
	casebook.StoredReport
	Incidents map[string]string   // by event: id of the incident
	Copies    []sitrep.ReportHead // reports of one text, this one too, in the order in which they appeared; none where it is alone
}

// Report finds a report; version 0 is the newest.
func (r *Record) Report(ctx context.Context, id string, version int) (Report, error) {
	stored, err := r.Book.Report(ctx, id, version)
	if err != nil {
		return Report{}, err
	}
	out := Report{StoredReport: stored}
	names := r.Withheld(stored.Private)
	out.Head = privacy.VeilReport(stored.Head, names)
	out.Versions = slices.Clone(stored.Versions)
	for i := range out.Versions {
		out.Versions[i] = privacy.VeilReport(out.Versions[i], names)
	}
	incidents, err := r.incidentsOf(ctx, stored.Reading)
	if err != nil {
		return out, err
	}
	out.Incidents = map[string]string{}
	for i := range incidents {
		for _, k := range incidents[i].Events {
			if k.Report == stored.Head.ID {
				out.Incidents[k.Event] = incidents[i].ID
			}
		}
	}
	out.Copies, err = r.heads(ctx, chainOf(incidents, stored.Head.ID))
	return out, err
}

// chainOf are the reports that copy one text, where this report is one of them: the longest chain that an incident knows.
func chainOf(incidents []sitrep.Incident, report string) (chain []string) {
	for i := range incidents {
		for _, o := range incidents[i].Origins {
			for _, c := range o.Copies {
				if slices.Contains(c, report) && len(c) > len(chain) {
					chain = c
				}
			}
		}
	}
	return chain
}

// mostCopies is how many copies of one text are listed.
const mostCopies = 12

// heads are the heads of some reports, in their order.
func (r *Record) heads(ctx context.Context, reports []string) ([]sitrep.ReportHead, error) {
	var out []sitrep.ReportHead
	for _, id := range reports[:min(len(reports), mostCopies)] {
		page, err := r.Reports(ctx, casebook.Query{Report: id, Limit: 1})
		if err != nil {
			return nil, err
		}
		for _, row := range page.Rows {
			out = append(out, row.ReportHead)
		}
	}
	return out, nil
}

// incidentsOf are the incidents that hold the events of a reading.
func (r *Record) incidentsOf(ctx context.Context, reading *sitrep.Reading) ([]sitrep.Incident, error) {
	var keys []sitrep.EventKey
	for i := range reading.Events {
		keys = append(keys, sitrep.EventKey{Report: reading.Report.ID, Event: reading.Events[i].ID})
	}
	return r.Book.IncidentsOf(ctx, keys)
}

// Masked is a reading as it may be shown: names of private persons are blotted out in the text, sign by sign, so that every offset still holds, and replaced by
// their descriptions elsewhere.
func (r *Record) Masked(reading *sitrep.Reading, private []casebook.PrivateName) *sitrep.Reading {
	return privacy.CoverReading(reading, r.Withheld(private))
}
