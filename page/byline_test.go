package page

import (
	"testing"

	"sitrep"
)

func TestBylineNamesTheReporters(t *testing.T) {
	for line, want := range map[string]string{
		"(Reporting by Amina Otieno in Nairobi, editing by Peter Kamau)":                 "Amina Otieno in Nairobi",
		"(Reporting by Amina Otieno. Editing by Peter Kamau)":                            "Amina Otieno",
		"Reporting by Amina Otieno; Editing by Peter Kamau":                              "Amina Otieno",
		"(Reporting by Amina Otieno, additional reporting by Joe Ali, writing by B. C.)": "Amina Otieno",
		"By Amina Otieno and Joe Ali":                                                    "Amina Otieno and Joe Ali",
	} {
		r := &sitrep.Report{Text: line, Dropped: []sitrep.Dropped{{Span: sitrep.Span{Start: 0, End: len(line)}, Reason: reasonByline}}}
		if got := bylineOf(r); got != want {
			t.Errorf("%s: byline %q, want %q", line, got, want)
		}
	}
}
