package main

import (
	"bufio"
	"fmt"
	"os"

	"sitrep"
	"sitrep/reconcile"
	"sitrep/record"
)

// world is some reports that tell of one another's incidents.
type world struct{ Reports []report }

// tellings are those of the first reports of a world.
func (w *world) tellings(reports int) (all []sitrep.Telling) {
	for i := range w.Reports[:reports] {
		all = append(all, w.Reports[i].Tellings...)
	}
	return all
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
	events := 0
	for lines.Scan() {
		r, by, err := record.ReadReading(lines.Bytes())
		if err != nil {
			continue // a line that could not be read
		}
		head := sitrep.ReportHead{ID: r.Report.ID, SHA256: r.Report.SHA256, URL: r.Report.URL, Outlet: r.Report.Outlet, Title: r.Report.Title, Published: r.Report.Published,
			Clock: r.Report.Clock, PublishedBasis: r.Report.PublishedBasis, Language: r.Report.Language, Length: len(r.Report.Text), Shingles: reconcile.Shingles(r.Report.Text)}
		tellings := reconcile.Tellings(r, head)
		w.Reports = append(w.Reports, report{r, tellings, by})
		events += len(tellings)
	}
	if len(w.Reports) == 0 {
		return nil, fmt.Errorf("%s holds no records", file)
	}
	fmt.Printf("seeds: %d reports, %d events\n", len(w.Reports), events)
	return w, lines.Err()
}
