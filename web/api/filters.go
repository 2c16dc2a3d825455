package api

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sitrep"
	"sitrep/casebook"
	"sitrep/web/filter"
)

// Filters choose rows: those of the pages, of the files and of the command line.
type Filters struct {
	From     string   `query:"from" doc:"From this day on: YYYY-MM-DD, YYYY-MM or YYYY. Days of the happening; of publication for reports and claims." example:"2016-04"`
	To       string   `query:"to" doc:"Until this day, or the end of this month or year."`
	Place    string   `query:"place" doc:"A place by its name, or a part of one."`
	Near     string   `query:"near" doc:"Within so many kilometres of a point: latitude,longitude,kilometres." example:"33.51,36.29,50"`
	Box      string   `query:"box" doc:"Inside these degrees: west,south,east,north."`
	Country  string   `query:"country" doc:"A country by its three letters." example:"SYR"`
	Kind     []string `query:"kind,explode" doc:"Kinds of event; may stand several times."`
	Side     []string `query:"side,explode" doc:"Sides that have a part: a state's three letters, UN, an armed group's short name; may stand several times."`
	Actor    string   `query:"actor" doc:"Somebody who has a part: a name, or an id of the lexicon."`
	Outlet   string   `query:"outlet" doc:"Who published it."`
	Source   string   `query:"source" doc:"Who says it, by name or a part of it."`
	Stance   []string `query:"stance,explode" doc:"What claims do; may stand several times."`
	Harm     []string `query:"harm,explode" doc:"With a toll of this harm; may stand several times."`
	Grade    []string `query:"grade,explode" doc:"How well it is borne out; may stand several times."`
	Status   []string `query:"status,explode" doc:"May stand several times."`
	Text     string   `query:"q" doc:"Words that the reports hold, all of them; in quotation marks, one after the other."`
	New      string   `query:"new" doc:"1: only what some report tells as news."`
	Disputed string   `query:"disputed" doc:"1: only where reports differ on who did it or whether it was."`
	Toll     string   `query:"toll" doc:"1: only with a toll."`
	Since    string   `query:"since" doc:"Only what changed in the record since: a day, a time as 2016-04-12T09:30:00Z, or an age as 24h or 7d."`
	Report   string   `query:"report" doc:"Of this report, by its id."`
	Incident string   `query:"incident" doc:"Of this incident, by its id; of incidents, that one and its parts."`
	asked
}

// paged choose how many rows come, and from where on.
type paged struct {
	Filters
	Order string `query:"order" doc:"Newest first where it is not given; ties by id."`
	Limit int    `query:"limit" doc:"At most so many rows, from 1 to 500." default:"100"`
	After string `query:"after" doc:"Where to go on: the value of next in the page before. The Link header has the whole address."`
}

// asked is what the parameters ask for, and what of them was not understood.
type asked struct {
	query  casebook.Query
	faults faults
	url    url.URL
}

// faults are parameters that were not understood.
type faults []filter.Fault

func (f faults) Error() string {
	var out []string
	for _, one := range f {
		out = append(out, one.String())
	}
	return strings.Join(out, "; ")
}

// Misunderstood tells whether an error is of parameters that were not understood.
func Misunderstood(err error) bool { return errors.As(err, &faults{}) }

func (a *asked) faulty() error {
	if len(a.faults) > 0 {
		return a.faults
	}
	return nil
}

// mostRows and usualRows are how many rows come at once.
const mostRows, usualRows = 500, 100

// Resolve reads the parameters. One that is not known is a fault: whoever misspells a filter must not get everything.
func (a *asked) Resolve(ctx huma.Context) []error {
	a.url = ctx.URL()
	values := a.url.Query()
	f := filter.Read(values)
	a.query, a.faults = f.Query, f.Faults
	known := names(ctx.Operation().Parameters)
	for name := range values {
		if !slices.Contains(known, name) {
			a.faults = append(a.faults, filter.Fault{Name: name, Value: values.Get(name), Want: "one of the parameters " + strings.Join(known, ", ")})
		}
	}
	if slices.Contains(known, "limit") {
		a.query.Limit = a.whole(values, "limit", usualRows, 1, mostRows)
	}
	slices.SortFunc(a.faults, func(x, y filter.Fault) int { return strings.Compare(x.Name, y.Name) })
	return nil
}

// whole is a parameter that is a whole number.
func (a *asked) whole(values url.Values, name string, usual, least, most int) int {
	v := values.Get(name)
	if v == "" {
		return usual
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		a.faults = append(a.faults, filter.Fault{Name: name, Value: v, Want: "a number from " + strconv.Itoa(least) + " to " + strconv.Itoa(most)})
		return usual
	}
	return n
}

func names(params []*huma.Param) []string {
	var out []string
	for _, p := range params {
		if p.In == "query" {
			out = append(out, p.Name)
		}
	}
	return out
}

// describe says which words a parameter takes.
func describe(p *huma.PathItem) {
	if p == nil || p.Get == nil {
		return
	}
	for _, param := range p.Get.Parameters {
		if param.Schema != nil {
			param.Schema.Nullable = false
		}
		words := wordsOf(param.Name)
		if len(words) == 0 || param.Schema == nil || param.In != "query" {
			continue
		}
		if param.Schema.Items != nil {
			param.Schema.Items.Enum = words
		} else {
			param.Schema.Enum = words
		}
	}
}

func wordsOf(name string) []any {
	switch name {
	case filter.Kind:
		return listed(sitrep.Kinds)
	case filter.Stance:
		return listed(filter.Stances())
	case filter.Harm:
		return listed(filter.Harms())
	case filter.Grade:
		return listed(sitrep.Grades)
	case filter.Status:
		return listed(filter.Statuses())
	case filter.Order:
		return listed([]casebook.Order{casebook.Oldest, casebook.Changed, casebook.Deadly})
	case filter.New, filter.Disputed, filter.Toll:
		return []any{"0", "1"}
	}
	return nil
}

func listed[T ~string](words []T) []any {
	var out []any
	for _, w := range words {
		out = append(out, string(w))
	}
	return out
}
