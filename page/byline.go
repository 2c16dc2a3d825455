package page

import (
	"strings"

	"sitrep"
)

// bylineOf takes the byline from the leftovers: "By Name", or the reporters that the last line names.
func bylineOf(r *sitrep.Report) string {
	for _, d := range r.Dropped {
		if d.Reason != reasonByline {
			continue
		}
		s := strings.Trim(r.Text[d.Start:d.End], "() ")
		for _, by := range []string{"Reporting by ", "Writing by ", "By ", "BY "} {
			rest, ok := strings.CutPrefix(s, by)
			if !ok {
				continue
			}
			rest, _, _ = strings.Cut(rest, ";")
			rest, _, _ = strings.Cut(rest, "|")
			return strings.TrimSpace(strings.TrimRight(rest, ". "))
		}
	}
	return ""
}
