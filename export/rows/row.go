package rows

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"sitrep"
)

// Incident is an incident with the heads of the reports that tell of it, where a format asks for them.
type Incident struct {
	sitrep.Incident
	Heads []sitrep.ReportHead
	// Whole is the incident that this one is a part of, where a format asks for it.
	Whole *sitrep.Incident
}

// Head is what an export says of itself.
type Head struct {
	Title string // of the case
	Base  string // the address of a window on it, with no slash at the end; empty for none
	Made  string // RFC 3339
	View  string // of a feed: the page that it is of, below Base; empty for the first one
	Self  string // of a feed: its own address, below Base; empty where it has none
}

// Caution is what stands over a record wherever people read it.
const Caution = "What reports say of events. Nothing here is a finding of fact; who is said to have done something stands with who says so."

// Link is the address of an incident in the window, empty where none is known.
func (h Head) Link(id string) string {
	if h.Base == "" {
		return ""
	}
	return h.Base + "/incidents/" + id
}

// Report is the address of a report in the window, empty where none is known.
func (h Head) Report(id string) string {
	if h.Base == "" {
		return ""
	}
	return h.Base + "/reports/" + url.PathEscape(id)
}

// Writer writes rows in a format. Rows go out as they come: none is held back.
type Writer[T any] interface {
	Write(row *T) error
	// Close ends the document. The stream below stays open.
	Close() error
	// LeftOut says what the format could not carry of what was written, a sentence each.
	LeftOut() []string
}

// most is how much of a report an export quotes, in characters.
const most = 300

// Quote is words of a report on one line, cut where they are long.
func Quote(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	if utf8.RuneCountInString(words) <= most {
		return words
	}
	return string([]rune(words)[:most-1]) + "…"
}

// Reports are the ids of the reports that tell of an incident, in order, each once.
func Reports(i *sitrep.Incident) []string {
	var out []string
	for _, k := range i.Events {
		if n := len(out); n == 0 || out[n-1] != k.Report {
			out = append(out, k.Report)
		}
	}
	return out
}

// Kilometres is how far off a place may be, by UCDP's where_prec; 0 where that is not known.
func Kilometres(precision int) float64 {
	if precision < 1 || precision > 7 {
		return 0
	}
	return [...]float64{0, 5, 25, 40, 90, 120, 250, 120}[precision]
}

// Within is the nth larger unit of a place below its country, empty where it has none. A first-order unit is in itself, and a town of GeoNames that
// tells none is in the unit that bears its name.
func Within(p *sitrep.Place, n int) string {
	if n+1 < len(p.Within) { // the first is the country
		return p.Within[n+1]
	}
	if n == 0 && (p.Precision == 4 || p.Precision == 1 && p.GeoNames > 0 && len(p.Within) == 1) {
		return p.Name
	}
	return ""
}

// Country is the country of a place by its name, by codes where there is none or several.
func Country(p *sitrep.Place) string {
	switch {
	case len(p.Countries) == 1 && len(p.Within) > 0:
		return p.Within[0]
	case len(p.Countries) == 1 && p.Precision == 6:
		return p.Name
	}
	return strings.Join(p.Countries, "; ")
}

// City is the name of a place that is finer than a unit, empty for others.
func City(p *sitrep.Place) string {
	if p.Precision == 1 || p.Precision == 2 {
		return p.Name
	}
	return ""
}
