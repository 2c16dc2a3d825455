package sqlite

import (
	"slices"
	"testing"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
	"sitrep/record"
)

// Whatever part of a casebook is lost or changed behind its back, checking finds it.
func TestCheckFindsWhatDoesNotFit(t *testing.T) {
	for _, test := range []struct{ name, damage, want string }{
		{"nothing", "SELECT 1", ""},
		{"a text", "UPDATE version SET kept = 'x' WHERE n = 1", "a text is not as it was filed"},
		{"a reading", "UPDATE reading SET body = x'00' WHERE n = 1", "a reading cannot be read"},
		{"a telling", "UPDATE telling SET body = x'00' WHERE n = 1", "a telling cannot be read"},
		{"a version of an incident", "UPDATE incident_version SET body = x'00' WHERE n = 1", "a version of incident cannot be read"},
		{"the text that counts", "UPDATE report SET current = 99 WHERE n = 1", "a report has no text that counts"},
		{"an incident's version", "UPDATE incident SET version = 99 WHERE n = 1", "an incident has no version"},
		{"an incident's events", "DELETE FROM incident_event", "an incident tells of no event"},
		{"an incident", "UPDATE incident_event SET incident = 99", "an event belongs to an incident that is not there"},
		{"words of claims", "DELETE FROM claim_text_docsize", "an index of words does not fit"},
		{"the list of incidents", "DELETE FROM digest WHERE list = 1", "lists do not fit"},
		{"the list of tellings", "DELETE FROM digest WHERE list = 2", "lists do not fit"},
		{"the list of claims", "DELETE FROM digest WHERE list = 3", "lists do not fit"},
		{"the list of tolls", "DELETE FROM digest WHERE list = 4", "lists do not fit"},
		{"the list of reports", "DELETE FROM digest WHERE list = 5", "lists do not fit"},
		{"the sketches", "DELETE FROM digest WHERE list = 6", "lists do not fit"},
		{"a list that cannot be unpacked", "UPDATE digest SET body = x'00' WHERE list = 1", "the file cannot be read through"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := filed(t)
			if _, err := b.conn.ExecContext(t.Context(), "PRAGMA foreign_keys = OFF"); err != nil {
				t.Fatal(err)
			}
			if _, err := b.conn.ExecContext(t.Context(), test.damage); err != nil {
				t.Fatal(err)
			}
			found, err := b.Check(t.Context(), record.Reader{})
			if err != nil {
				t.Fatal(err)
			}
			found = slices.DeleteFunc(found, func(f casebook.Finding) bool { return !f.Grave })
			if test.want == "" && len(found) > 0 || test.want != "" && !slices.ContainsFunc(found, func(f casebook.Finding) bool { return f.What == test.want && f.Remedy != "" }) {
				t.Errorf("found %+v, want %q", found, test.want)
			}
		})
	}
}

// filed is a casebook with a report and an incident.
func filed(t *testing.T) *Book {
	b, f := withReport(t, Options{})
	i := sitrep.Incident{ID: "i", Kind: sitrep.Shelling, Events: []sitrep.EventKey{f.Tellings[0].Key}}
	if err := b.Apply(t.Context(), casebook.Change{Put: []sitrep.Incident{i}, Placed: i.Events}); err != nil {
		t.Fatal(err)
	}
	return b
}

// withReport is a casebook with a report that is not joined.
func withReport(t *testing.T, o Options) (*Book, casebook.Filing) {
	t.Helper()
	b, err := Temporary(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, b) })
	f := casebooktest.Filing(1)
	if _, err := b.File(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	return b, f
}
