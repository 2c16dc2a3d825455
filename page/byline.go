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
			return strings.TrimSpace(strings.TrimRight(rest[:others(rest)], ".,; "))
		}
	}
	return ""
}

// others is where a byline goes on to those who did something else: "Reporting by A in Nairobi, editing by B", "Reporting by A. Editing by B".
func others(s string) int {
	end := len(s)
	for _, by := range []string{"editing by ", "edited by ", "writing by ", "additional reporting by ", "graphics by ", "translated by "} {
		for i := 0; i+len(by) <= end; i++ {
			if strings.EqualFold(s[i:i+len(by)], by) && (i == 0 || strings.IndexByte(" ,.;", s[i-1]) >= 0) {
				end = i
			}
		}
	}
	return end
}
