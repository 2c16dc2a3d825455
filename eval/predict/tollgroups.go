package predict

import (
	"sitrep"
	"sitrep/reconcile"
)

// article is the answer of one article, and its main incident as a telling.
type article struct {
	line    tollsAnswer
	telling sitrep.Telling
}

// telling is the main incident of an article: the attack, with its tolls, its day where the article tells one, its place, and the persons that it names.
func (t *tally) telling(line *tollsAnswer, dayTold bool, place *sitrep.Place) sitrep.Telling {
	e := sitrep.Event{ID: "main", Kind: sitrep.Attack, Status: sitrep.Happened, News: dayTold}
	if d, err := sitrep.ParseCivilDate(line.Date); err == nil && dayTold {
		e.When = sitrep.Interval{From: d, To: d, Precision: sitrep.DayPrecision, Basis: sitrep.Resolved}
	}
	if place != nil {
		e.Places = []sitrep.Place{*place}
	}
	if t.Cast != nil {
		e.Actors = named(t.Cast.Entities)
	}
	for _, x := range []struct {
		harm sitrep.Harm
		n    int
	}{{sitrep.Killed, line.Killed}, {sitrep.Wounded, line.Injured}} {
		if x.n == 0 {
			continue
		}
		e.Tolls = append(e.Tolls, sitrep.Toll{ID: string(x.harm), Harm: x.harm, Count: x.n, Qualifier: sitrep.Exact})
	}
	end := len(t.Text)
	if len(t.Sentences) > leadSentences {
		end = t.Sentences[leadSentences].Start
	}
	e.Mentions = []sitrep.Span{{Start: 0, End: end}}
	r := t.Report
	reading := &sitrep.Reading{Report: r, Events: []sitrep.Event{e}, Toponyms: t.Toponyms, Entities: t.Cast.Entities}
	head := sitrep.ReportHead{ID: r.ID, SHA256: r.SHA256, Title: r.Title, Published: r.Published, PublishedBasis: r.PublishedBasis, Length: len(r.Text),
		Shingles: reconcile.Shingles(r.Text)}
	return reconcile.Tellings(reading, head)[0]
}

// mostPersons is how many of the persons that an article names first may have to do with its incident.
const mostPersons = 12

// named are the persons that an article names with more than one name, but those that everybody knows.
func named(entities []sitrep.Entity) []sitrep.Actor {
	var out []sitrep.Actor
	for i := range entities {
		if e := &entities[i]; e.Kind == sitrep.PersonEntity && e.Named && e.Actor == "" && len(out) < mostPersons {
			out = append(out, sitrep.Actor{Role: sitrep.Target, Name: e.Name, Kind: e.Kind, Named: true})
		}
	}
	return out
}

// groupTolls joins the articles into incidents, as a casebook does, and adds a line for each: its tally. Groups that are given stay as they are.
func groupTolls(answers []any) []any {
	var tellings []sitrep.Telling
	given := map[string][]sitrep.EventKey{}
	at := map[string]*article{}
	var out []any
	for _, x := range answers {
		a := x.(*article)
		tellings = append(tellings, a.telling)
		at[a.telling.Key.Report] = a
		if a.line.Group != "" {
			given[a.line.Group] = append(given[a.line.Group], a.telling.Key)
		}
		out = append(out, &a.line)
	}
	for _, in := range reconcile.All(tellings, joins(given)) {
		line := tollsAnswer{Group: in.ID}
		for _, k := range in.Events {
			a := at[k.Report]
			if a.line.Group == "" {
				a.line.Group = in.ID
			}
			line.Group = a.line.Group
			line.Lat, line.Lon = a.line.Lat, a.line.Lon
		}
		line.settle(&in)
		out = append(out, &line)
	}
	return out
}

// joins are the corrections that make the given groups, and no others, into incidents.
func joins(given map[string][]sitrep.EventKey) []sitrep.Correction {
	var out []sitrep.Correction
	for group, keys := range given {
		out = append(out, sitrep.Correction{ID: "a" + group, Op: sitrep.SplitOp, Events: keys}, sitrep.Correction{ID: "b" + group, Op: sitrep.MergeOp, Events: keys})
	}
	return out
}

// settle takes the figures, the day and the place of an incident.
func (l *tollsAnswer) settle(in *sitrep.Incident) {
	for _, t := range in.Tally {
		switch t.Harm {
		case sitrep.Killed:
			l.Killed = t.Best
		case sitrep.Wounded:
			l.Injured = t.Best
		}
	}
	if l.Date = in.When.From.String(); l.Date == "" && !in.FirstPublished.IsZero() {
		l.Date = sitrep.CivilDateOf(in.FirstPublished).String()
	}
	if in.Place.Located {
		l.Lat, l.Lon = &in.Place.Lat, &in.Place.Lon
	}
}
