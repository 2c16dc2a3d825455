package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/privacy"
	"sitrep/record"
)

type incidentsCommand struct {
	caseArgument
	kindFlags
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (incidentsCommand) Help() string {
	return `Every happening once, with all reports that tell of it. A toll stands as low–best–high, each a figure that somebody told; 29+ is "at least 29". Who is said to have done something stands behind who says so.

    sitrep incidents case.db --from 2016-04 --country SYR
    sitrep incidents case.db --near 33.51,36.29,50 --kind shelling,airstrike --has-toll --order toll
    sitrep incidents case.db --new --disputed --since 24h
    sitrep incidents case.db --jsonl --all > incidents.jsonl`
}

// Run lists incidents.
func (c *incidentsCommand) Run(ctx context.Context, a *app) error {
	var q casebook.Query
	c.kindFlags.fill(&q)
	return c.incidents(ctx, a, c.Case, &c.outputFlags, q,
		listing[sitrep.Incident]{command: "sitrep incidents", table: []string{"when", "kind", "where", "figures", "who", "grade", "reports_count", "id"}})
}

type talksCommand struct {
	caseArgument
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (talksCommand) Help() string {
	return `Meetings, negotiations, summits and calls, the latest first: who met, where, who mediated, and what came of it as far as it is told.

    sitrep talks case.db --side SYR --from 2016`
}

// Run lists talks.
func (c *talksCommand) Run(ctx context.Context, a *app) error {
	return c.incidents(ctx, a, c.Case, &c.outputFlags,
		casebook.Query{Kinds: []sitrep.Kind{sitrep.Talks}},
		listing[sitrep.Incident]{command: "sitrep talks", table: []string{"when", "where", "parties", "mediators", "course", "reports_count", "id"}})
}

type ceasefiresCommand struct {
	caseArgument
	queryFlags
	outputFlags
}

// Help is shown below the flags' head.
func (ceasefiresCommand) Help() string {
	return `Truces, ceasefires and humanitarian pauses: parties, brokers, and how far each has come, according to whom. What nobody reports is not known: silence ends no truce.

    sitrep ceasefires case.db --country YEM
    sitrep show case.db ID                  the whole life of one`
}

// Run lists ceasefires.
func (c *ceasefiresCommand) Run(ctx context.Context, a *app) error {
	return c.incidents(ctx, a, c.Case, &c.outputFlags,
		casebook.Query{Kinds: []sitrep.Kind{sitrep.Ceasefire}},
		listing[sitrep.Incident]{command: "sitrep ceasefires", table: []string{"when", "where", "parties", "mediators", "course", "violations", "reports_count", "id"}})
}

// incidents lists the incidents of a casebook.
func (f *queryFlags) incidents(ctx context.Context, a *app, path string, out *outputFlags, q casebook.Query, l listing[sitrep.Incident]) error {
	f.fill(&q)
	return a.reading(ctx, path, out.Names, l.command, func(book casebook.Casebook) error {
		l.columns, l.csv, l.ask = incidentColumns, rows.FieldNames(rows.IncidentFields()), book.Incidents
		l.whole = wholeIncident(ctx, book)
		l.veil = func(ctx context.Context, page []sitrep.Incident) error { return veilIncidents(ctx, book, page) }
		return errors.Join(l.run(ctx, a, out, q), a.otherNames(ctx, book, q.Actor))
	})
}

// wholeIncident is how machines get an incident, where no fields are asked for: with offsets into the texts of its reports.
func wholeIncident(ctx context.Context, book casebook.Asker) func(*sitrep.Incident) ([]byte, error) {
	texts := map[string]string{}
	text := func(report string) (string, bool) {
		if t, ok := texts[report]; ok {
			return t, true
		}
		t, err := casebook.Text(ctx, book, report)
		if err != nil {
			return "", false
		}
		if len(texts) >= most {
			clear(texts) // few are asked for again: those of one incident
		}
		texts[report] = t
		return t, true
	}
	return func(i *sitrep.Incident) ([]byte, error) {
		var b bytes.Buffer
		err := record.WriteIncident(&b, i, record.IncidentOptions{Text: text})
		return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
	}
}

func veilIncidents(ctx context.Context, book casebook.Asker, page []sitrep.Incident) error {
	var reports []string
	for i := range page {
		reports = append(reports, casebook.ReportsOf(&page[i])...)
	}
	private, err := book.Private(ctx, reports)
	if err != nil {
		return fmt.Errorf("look for private persons: %w", err)
	}
	for i := range page {
		page[i] = privacy.VeilIncident(page[i], private)
	}
	return nil
}
