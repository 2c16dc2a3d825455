package casebooktest

import (
	"context"
	"testing"
	"time"

	"sitrep/casebook"
)

// Open makes an empty casebook whose clock is now. The suite closes it.
type Open func(t *testing.T, now func() time.Time) casebook.Casebook

// bench is a casebook under test with its clock.
type bench struct {
	*testing.T
	casebook.Casebook
	ctx  context.Context
	time time.Time
}

// at sets the clock to so many minutes after the suite's beginning.
func (b *bench) at(minutes int) time.Time {
	b.time = start.Add(time.Duration(minutes) * time.Minute)
	return b.time
}

// start is when the suite begins, by the casebook's clock.
var start = time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC)

// Run tests a backend.
func Run(t *testing.T, open Open) {
	for _, part := range []struct {
		name string
		test func(*bench)
	}{
		{"filing", testFiling}, {"versions", testVersions}, {"rereading", testRereading}, {"tellings", testTellings}, {"neighbours", testNeighbours}, {"names around", testNamesAround}, {"recalled", testRecalled},
		{"incidents", testIncidents}, {"sketches", testSketches}, {"filters", testFilters}, {"orders and pages", testPages}, {"text", testText}, {"history", testHistory},
		{"streams", testStreams}, {"heads", testHeads}, {"texts", testTexts}, {"as of", testAsOf}, {"changes", testChanges}, {"aliases", testAliases}, {"verdicts", testVerdicts}, {"doubts", testDoubts}, {"facets", testFacets}, {"squares of a map", testSpots}, {"private persons", testPrivateSince}, {"tellers", testTellers}, {"beside a report", testBeside},
		{"reports", testReports}, {"claims", testClaims}, {"stances", testStances}, {"tolls", testTolls}, {"actors", testActors}, {"sources", testSources}, {"stats", testStats},
		{"corrections", testCorrections}, {"audit", testAudit}, {"watermarks", testWatermarks}, {"proposals", testProposals}, {"alerts", testAlerts}, {"notices", testNotices}, {"redact notices", testRedactNotices}, {"reference sets", testReferences}, {"check", testCheck}, {"redact a report", testRedactReport},
		{"redact a name", testRedactName}, {"wrong questions", testErrors}, {"at once", testConcurrent},
		{"one side", testOneSide},
	} {
		t.Run(part.name, func(t *testing.T) {
			t.Parallel()
			b := &bench{T: t, ctx: t.Context(), time: start}
			b.Casebook = open(t, func() time.Time { return b.time })
			t.Cleanup(func() {
				if err := b.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			})
			part.test(b)
		})
	}
}
