package web

import (
	"bytes"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"sitrep"
	"sitrep/export/text"
	"sitrep/web/basemap"
	"sitrep/web/filter"
)

// frame is what every page needs about its view, and the view that stands in it.
type frame struct {
	Title, Case string
	Section     string // which entry of the menu is marked
	State       state
	User        string // who is logged in; empty where nobody is, or nobody has to
	Closed      bool   // one has to log in first
	Names       bool   // private persons stand here by name
	ReadOnly    bool
	Notice      string // of the base map
	View        any
	Faults      []string
	Made        time.Time // as of when all of it stands, for paper
	AsOf        time.Time // as of when the view stands, where something was filed since; else zero
}

func (s *Server) frame(r *http.Request, title, section string, view any) frame {
	st := readState(r.URL)
	u, ok := userOf(r)
	made := asOfOf(r.Context())
	if made.IsZero() {
		made = s.o.Now()
	}
	return frame{Made: made, User: u.Name, Closed: s.o.Users != nil && !ok, Title: title, Case: s.o.Title, Section: section, State: st, Names: s.o.Names, ReadOnly: !s.mayChange(r), Notice: basemap.Notice, View: view, Faults: st.faults, AsOf: asOfOf(r.Context())}
}

// show answers with a page. It is made whole before any of it is sent, so that an error is still a page of its own.
func (s *Server) show(w http.ResponseWriter, r *http.Request, name, title, section string, view any) error {
	return s.showAs(w, r, http.StatusOK, name, title, section, view)
}

// showAs is show with another status than OK. Where people log in no page is kept: the next one at this machine could look at it.
func (s *Server) showAs(w http.ResponseWriter, r *http.Request, status int, name, title, section string, view any) error {
	var b bytes.Buffer
	if err := s.pages.ExecuteTemplate(&b, name, s.frame(r, title, section, view)); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	if s.o.Users != nil {
		w.Header().Set("Cache-Control", "private, no-store")
	}
	w.WriteHeader(status)
	_, err := w.Write(b.Bytes())
	return err
}

// daysFields are the two fields of a form for days.
type daysFields struct {
	Label string
	State state
}

// words are the functions that the templates call.
func (s *Server) words() template.FuncMap {
	return template.FuncMap{
		"asset": s.asset.at,
		"kind":  kindLabel, "class": kindClass, "grade": gradeLabel,
		"when": whenLabel, "where": placeLabel, "day": dateLabel, "sure": precisionLabel, "daysof": daysLabel, "thousands": thousands, "roughdays": roughDaysLabel,
		"toll": tollLabel, "people": peopleLabel, "whose": whoseLabel, "number": text.Number,
		"published": published, "stamp": stamp, "clock": clock, "safe": safeURL,
		"initiators": func(a []sitrep.IncidentActor) []sitrep.IncidentActor { return inRole(a, sitrep.Initiator) },
		"inrole":     func(a []sitrep.IncidentActor, r string) []sitrep.IncidentActor { return inRole(a, sitrep.Role(r)) },
		"sayso":      sayso, "join": func(list []string) string { return strings.Join(text.InlineAll(list), ", ") }, "inline": text.Inline,
		"first": firstActors, "others": otherActors, "many": func(names []string) bool { return len(names) > fewNames },
		"differs": differsLabel, "times": timesLabel, "outof": outOf, "source": sourceLabel, "rule": ruleLabel, "problem": problemLabel, "unbroken": unbroken, "veiled": func(name string) bool { return strings.Contains(name, "[") },
		"harms": filter.Harms, "stances": filter.Stances, "statuses": filter.Statuses, "kinds": func() []sitrep.Kind { return sitrep.Kinds }, "fixevent": fixEvent, "fix": fixTelling,
		"pc": func(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) + "%" }, "px": func(y float64) string { return strconv.FormatFloat(y, 'f', 1, 64) },
		"add": func(a, b float64) float64 { return a + b }, "phase": phaseClass,
		"band": func(high, low float64) float64 { return low - high }, "up": func(y float64) float64 { return y - 15 }, "odd": func(i int) bool { return i%2 == 1 },
		"box": boxLabel, "meant": meant, "roughly": roughly, "turn": turnLabel, "turnby": turnBy, "did": didLabel,
		"judgement":  judgementOf,
		"key":        func(k sitrep.EventKey) string { return "/reports/" + url.PathEscape(k.Report) + "#" + k.Event },
		"reporthref": func(id string) string { return "/reports/" + url.PathEscape(id) },
		"menu":       menu,
		"finely":     finely,
		"inparts":    func(m map[sitrep.Role]int, r string) int { return m[sitrep.Role(r)] },
		"next":       func(n int) int { return n + 1 },
		"files":      filesOf,
		"filesby":    filesBy,
		"days":       func(label string, st state) daysFields { return daysFields{label, st} },
		"feeds":      feedsOf,
		"layerNames": func() []layerName { return layerNames },
	}
}

func inRole(all []sitrep.IncidentActor, r sitrep.Role) []sitrep.IncidentActor {
	var out []sitrep.IncidentActor
	for _, a := range all {
		if a.Role == r {
			out = append(out, a)
		}
	}
	return out
}

// sayso is who says that somebody did it, and how sure that makes it. It stands wherever an initiator does.
func sayso(a sitrep.IncidentActor) string {
	out := confidenceLabel(a.Confidence)
	if len(a.AccordingTo) > 0 {
		out += ", according to " + someOf(text.InlineAll(a.AccordingTo))
	} else if a.Confidence == sitrep.Fact {
		out += " in the reporters’ own voice"
	}
	if len(a.DeniedBy) > 0 {
		out += "; denied by " + someOf(text.InlineAll(a.DeniedBy))
	}
	return out
}

// fewNames is how many names stand in a line.
const fewNames = 4

// someOf are names for a line: the first ones, and how many more there are.
func someOf(names []string) string {
	if n := len(names) - fewNames + 1; n > 1 {
		return strings.Join(names[:fewNames-1], "; ") + " and " + text.Number(n) + " more"
	}
	return strings.Join(names, "; ")
}

// mostActors is how many actors of one role stand open.
const mostActors = 6

// firstActors are those that stand open, otherActors those that are folded: one alone is not.
func firstActors(a []sitrep.IncidentActor) []sitrep.IncidentActor {
	if len(a) <= mostActors+1 {
		return a
	}
	return a[:mostActors]
}

func otherActors(a []sitrep.IncidentActor) []sitrep.IncidentActor { return a[len(firstActors(a)):] }

// confidenceLabel says how sure an initiator is one.
func confidenceLabel(c sitrep.Confidence) string {
	switch c {
	case sitrep.Fact:
		return "told as a fact"
	case sitrep.ClaimedByDoer:
		return "claimed by themselves"
	case sitrep.Accused:
		return "accused"
	case sitrep.AccusedByAuthorities:
		return "accused by authorities"
	case sitrep.Possible:
		return "possible"
	}
	return "how sure is not told"
}

// published is when a report appeared.
func published(h sitrep.ReportHead) string {
	switch {
	case h.Published.IsZero():
		return "date not known"
	case h.Clock:
		return h.Published.Format("2 Jan 2006, 15:04")
	}
	return h.Published.Format("2 Jan 2006")
}

// clock is a moment of today, to the second.
func clock(t time.Time) string { return t.UTC().Format("15:04:05") + " UTC" }

func stamp(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.UTC().Format("2 Jan 2006, 15:04 UTC")
}

// safeURL is an address that may be linked to, empty for one of another scheme than http and https.
func safeURL(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// entry is one of the views in the menu.
type entry struct{ Label, Title, Href string }

// menu are the views, in the order of the menu.
func menu() []entry {
	return []entry{
		{"situation", "Situation", "/"}, {"truces", "Truces and talks", "/truces"}, {"claims", "Claims", "/claims"}, {"actors", "Actors", "/actors"}, {"sources", "Sources", "/sources"},
		{"reports", "Reports", "/reports"}, {"brief", "Brief", "/brief"}, {"review", "Review", "/review"}, {"read", "Paste", "/read"},
	}
}

// layerName is a layer of a report's marks that can be shown or not.
type layerName struct {
	Name, Label string
	On          bool // at first
}

var layerNames = []layerName{{"ev", "events", true}, {"cl", "claims", true}, {"to", "tolls", true}, {"tx", "dates", false}, {"pl", "places", false}, {"ac", "actors", false}}
