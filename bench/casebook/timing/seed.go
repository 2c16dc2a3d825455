package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"

	"sitrep"
	"sitrep/reconcile"
	"sitrep/record"
)

// world is some reports with the incidents that they tell of.
type world struct {
	Reports   []report
	Incidents []sitrep.Incident
}

// report is a reading with what the casebook keeps beside it.
type report struct {
	Reading  *sitrep.Reading
	Tellings []sitrep.Telling
	reader   record.Reader
}

// readSeeds reads the records of the reports that the many are made of, and joins what they tell.
func readSeeds(file string) (*world, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	w := &world{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<28)
	var all []sitrep.Telling
	for lines.Scan() {
		r, by, err := record.ReadReading(lines.Bytes())
		if err != nil {
			continue // a line that could not be read
		}
		head := sitrep.ReportHead{ID: r.Report.ID, SHA256: r.Report.SHA256, URL: r.Report.URL, Outlet: r.Report.Outlet, Title: r.Report.Title, Published: r.Report.Published,
			Clock: r.Report.Clock, PublishedBasis: r.Report.PublishedBasis, Language: r.Report.Language, Length: len(r.Report.Text), Shingles: reconcile.Shingles(r.Report.Text)}
		tellings := reconcile.Tellings(r, head)
		w.Reports = append(w.Reports, report{r, tellings, by})
		all = append(all, tellings...)
	}
	if len(w.Reports) == 0 {
		return nil, fmt.Errorf("%s holds no records", file)
	}
	w.Incidents = reconcile.All(slices.Clone(all), nil)
	fmt.Printf("seeds: %d reports, %d events, %d incidents\n", len(w.Reports), len(all), len(w.Incidents))
	return w, lines.Err()
}
