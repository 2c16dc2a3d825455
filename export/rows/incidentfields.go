package rows

import (
	"math"
	"slices"

	"sitrep"
)

type incidentField = Field[sitrep.Incident]

// IncidentFields are the columns of an incident in every wide form: the sheet, Parquet, the database, and the lists of the command line. Who loads one counts on
// the names and their order: new ones go to the end.
func IncidentFields() []incidentField {
	all := slicesOf(whatFields(), whereFields(), whoFields())
	for _, h := range []struct {
		harm sitrep.Harm
		tag  string
	}{{sitrep.Killed, "#affected+killed"}, {sitrep.Wounded, "#affected+injured"}, {sitrep.Casualties, "#affected+casualties"}, {sitrep.Missing, "#affected+missing"},
		{sitrep.Captured, "#affected+captured"}, {sitrep.Displaced, "#affected+displaced"}} {
		all = append(all, figureFields(h.harm, h.tag)...)
	}
	return slicesOf(all, sourceFields(), []incidentField{
		{Name: "first_day", Type: DayType, About: "the first day that it may have been: of a month its first", Tag: "#date+start",
			Value: func(i *sitrep.Incident) any { return dayOrNil(i.When.From, firstDay) }},
		{Name: "last_day", Type: DayType, About: "the last day that it may have been: of a month its last; empty while it goes on", Tag: "#date+end",
			Value: func(i *sitrep.Incident) any { return dayOrNil(i.When.To, lastDay) }},
		{Name: "reports_count", Type: WholeType, About: "how many reports tell of it", Value: func(i *sitrep.Incident) any { return len(Reports(i)) }},
		{Name: "rough", Type: TextsType, About: "harms of which nobody tells the best figure otherwise than roughly: by \"about\", or by a word like \"dozens\" for which a number was set", Value: func(i *sitrep.Incident) any { return roughHarms(i) }},
	})
}

// WideLeftOut says what these columns do not carry.
func WideLeftOut() []string {
	return []string{"Of each figure only low, best and high are in the columns; single figures with their words are in the tolls form, claims in the claims form.",
		"Where an incident has several lines of one harm (two sides, civilians and forces) its figures are in the column tolls only: none is made by adding them up."}
}

func slicesOf(parts ...[]incidentField) (all []incidentField) {
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

var firstDay, lastDay = sitrep.CivilDate.First, sitrep.CivilDate.Last

func whatFields() []incidentField {
	return []incidentField{
		{Name: "id", About: "of the incident", Tag: "#event+code", Value: func(i *sitrep.Incident) any { return i.ID }},
		{Name: "kind", Type: WordType, About: "of event", Tag: "#event+type", Value: func(i *sitrep.Incident) any { return string(i.Kind) }},
		{Name: "title", About: "one line in words of the program's own", Tag: "#event+name", Value: func(i *sitrep.Incident) any { return i.Title }},
		{Name: "status", Type: WordType, About: "happened, ongoing, planned or disputed", Tag: "#status", Value: func(i *sitrep.Incident) any { return string(i.Status) }},
		{Name: "from", Type: WordType, About: "the first day, or the month or the year where no more is told", Value: func(i *sitrep.Incident) any { return OrNil(i.When.From.String()) }},
		{Name: "to", Type: WordType, About: "the last day, or the month or the year; empty while it goes on", Value: func(i *sitrep.Incident) any { return OrNil(i.When.To.String()) }},
		{Name: "date_precision", Type: WordType, About: "how finely the time is told", Value: func(i *sitrep.Incident) any { return OrNil(string(i.When.Precision)) }},
		{Name: "date_basis", Type: WordType, About: "told, resolved from a relative word, or assumed", Value: func(i *sitrep.Incident) any { return OrNil(string(i.When.Basis)) }},
	}
}

func whereFields() []incidentField {
	located := func(of func(*sitrep.Place) any) func(*sitrep.Incident) any {
		return func(i *sitrep.Incident) any {
			if !i.Place.Located {
				return nil
			}
			return of(&i.Place)
		}
	}
	return []incidentField{
		{Name: "place", About: "the finest place that its events agree on", Tag: "#loc+name", Value: func(i *sitrep.Incident) any { return OrNil(i.Place.Name) }},
		{Name: "within", Type: TextsType, About: "the larger units, widest first", Value: func(i *sitrep.Incident) any { return i.Place.Within }},
		{Name: "countries", Type: TextsType, About: "ISO 3166 letters", Tag: "#country+code", Value: func(i *sitrep.Incident) any { return i.Place.Countries }},
		{Name: "lat", Type: NumberType, About: "degrees; empty for a place that is not on the map", Tag: "#geo+lat", Value: located(func(p *sitrep.Place) any { return round(p.Lat) })},
		{Name: "lon", Type: NumberType, About: "degrees", Tag: "#geo+lon", Value: located(func(p *sitrep.Place) any { return round(p.Lon) })},
		{Name: "where_prec", Type: WholeType, About: "UCDP's codes, 1 to 7", Value: func(i *sitrep.Incident) any { return OrNil(i.Place.Precision) }},
		{Name: "uncertainty_km", Type: WholeType, About: "how far off the point may be", Value: located(func(p *sitrep.Place) any { return OrNil(int(Kilometres(p.Precision))) })},
		{Name: "geonames", Type: WholeType, About: "id of the place", Value: func(i *sitrep.Incident) any { return OrNil(i.Place.GeoNames) }},
	}
}

// places are the decimals of a degree that are written: eleven metres, finer than any town's centre is known.
const places = 4

func round(degrees float64) float64 { return math.Round(degrees*1e4) / 1e4 }

// whoFields are the columns of actors. An initiator's value says how sure it is and who says so; the three after it say it for programs, in the same order.
func whoFields() []incidentField {
	cast := func(role sitrep.Role) func(*sitrep.Incident) any {
		return func(i *sitrep.Incident) any { return Cast(i, role) }
	}
	return []incidentField{
		{Name: "initiators", Type: TextsType, About: "who is said to have done it, how sure that is, and according to whom", Tag: "#group+name+first", Value: cast(sitrep.Initiator)},
		{Name: "initiators_confidence", Type: TextsType, Sep: " | ", About: "fact, claimed, accused, accused-by-authorities or possible, of each", Value: initiators(func(a *sitrep.IncidentActor) string { return string(a.Confidence) })},
		{Name: "initiators_according_to", Type: TextsType, Sep: " | ", About: "who says so, of each", Value: initiators(func(a *sitrep.IncidentActor) string {
			if len(a.AccordingTo) == 0 {
				return "the reporters themselves"
			}
			return List(a.AccordingTo)
		})},
		{Name: "initiators_denied_by", Type: TextsType, Sep: " | ", About: "who denies it, of each", Value: initiators(func(a *sitrep.IncidentActor) string { return List(a.DeniedBy) })},
		{Name: "targets", Type: TextsType, About: "who or what was hit", Tag: "#group+name+second", Value: cast(sitrep.Target)},
		{Name: "parties", Type: TextsType, About: "of fighting without blame, of a meeting, of an agreement", Value: cast(sitrep.Party)},
		{Name: "mediators", Type: TextsType, About: "brokers, hosts and observers", Value: cast(sitrep.Mediator)},
	}
}

// initiators is something of each initiator.
func initiators(of func(*sitrep.IncidentActor) string) func(*sitrep.Incident) any {
	return func(i *sitrep.Incident) any {
		var out []string
		for k := range i.Actors {
			if i.Actors[k].Role == sitrep.Initiator {
				out = append(out, of(&i.Actors[k]))
			}
		}
		if !slices.ContainsFunc(out, func(s string) bool { return s != "" }) {
			return []string(nil)
		}
		return out
	}
}

func figureFields(h sitrep.Harm, tag string) []incidentField {
	of := func(field func(*sitrep.Tally) any) func(*sitrep.Incident) any {
		return func(i *sitrep.Incident) any {
			if t := only(i, h); t != nil {
				return field(t)
			}
			return nil
		}
	}
	return []incidentField{
		{Name: string(h) + "_low", Type: WholeType, About: "the least figure told; empty where there are several lines of this harm", Tag: tag + "+min", Value: of(func(t *sitrep.Tally) any { return t.Low })},
		{Name: string(h) + "_best", Type: WholeType, About: "the last figure of the best-placed origin", Tag: tag, Value: of(func(t *sitrep.Tally) any { return t.Best })},
		{Name: string(h) + "_high", Type: WholeType, About: "the greatest figure told", Tag: tag + "+max", Value: of(func(t *sitrep.Tally) any { return t.High })},
		{Name: string(h) + "_open", Type: TruthType, About: "the greatest is \"at least\" or \"more than\"", Value: of(func(t *sitrep.Tally) any { return t.Open })},
	}
}

// only is the only line of a harm: where there are several, for two sides say, no one figure is right.
func only(i *sitrep.Incident, h sitrep.Harm) *sitrep.Tally {
	var found *sitrep.Tally
	for k := range i.Tally {
		if i.Tally[k].Harm != h {
			continue
		}
		if found != nil {
			return nil
		}
		found = &i.Tally[k]
	}
	return found
}

// sourceFields are the columns of what an incident rests on.
func sourceFields() []incidentField {
	return []incidentField{
		{Name: "tolls", Type: TextsType, About: "every line of the tally, low–best–high, a plus for \"at least\", ~ for a number that nobody tells: \"about\", \"dozens\"", Value: func(i *sitrep.Incident) any { return Tallies(i) }},
		{Name: "quote", About: "words of a report, at most 300 characters", Tag: "#description", Value: func(i *sitrep.Incident) any { q, _ := Words(i); return OrNil(q) }},
		{Name: "quote_by", About: "whose words the quote gives", Value: func(i *sitrep.Incident) any { _, by := Words(i); return OrNil(by) }},
		{Name: "told_by_one_side_only", Type: WordType, About: "the side on whose word alone it rests", Value: func(i *sitrep.Incident) any { return OrNil(i.OneSide()) }},
		{Name: "origins", Type: TextsType, About: "the first speakers", Tag: "#meta+source", Value: func(i *sitrep.Incident) any { return Origins(i) }},
		{Name: "origins_count", Type: WholeType, About: "how many they are", Value: func(i *sitrep.Incident) any { return len(i.Origins) }},
		{Name: "grade", Type: WordType, About: "how well it is borne out", Value: func(i *sitrep.Incident) any { return string(i.Grade) }},
		{Name: "graded_by_a_person", Type: TruthType, About: "a person gave the grade", Value: func(i *sitrep.Incident) any { return i.GradedBy.By != "" }},
		{Name: "differ", Type: TextsType, About: "what the reports contradict each other in", Value: func(i *sitrep.Incident) any {
			return allOf(i.Contradictions, func(c *sitrep.Contradiction) string { return c.Field })
		}},
		{Name: "news", Type: TruthType, About: "some report tells it as news", Value: func(i *sitrep.Incident) any { return i.News }},
		{Name: "last_turn", About: "how far a truce, talks or a demand have come, and who tells it", Value: func(i *sitrep.Incident) any { return OrNil(lastTurn(i)) }},
		{Name: "part_of", About: "id of the incident that this one is a part of", Value: func(i *sitrep.Incident) any { return OrNil(i.PartOf) }},
		{Name: "follows", About: "id of the incident that this one came from", Value: func(i *sitrep.Incident) any { return OrNil(i.Follows) }},
		{Name: "reports", Type: TextsType, About: "ids of the reports that tell of it", Value: func(i *sitrep.Incident) any { return Reports(i) }},
		{Name: "first_published", Type: MomentType, About: "when a report first told of it", Value: func(i *sitrep.Incident) any { return MomentOrNil(i.FirstPublished) }},
		{Name: "last_published", Type: MomentType, About: "when a report last told of it", Value: func(i *sitrep.Incident) any { return MomentOrNil(i.LastPublished) }},
	}
}

// lastTurn is how far a truce or talks have come, with who tells it.
func lastTurn(i *sitrep.Incident) string {
	if len(i.Course) == 0 {
		return ""
	}
	t := i.Course[len(i.Course)-1]
	s := t.What
	if t.By != "" {
		s += " by " + t.By
	}
	if len(t.AccordingTo) > 0 {
		return s + ", according to " + List(t.AccordingTo)
	}
	return s + ", in the reporters' own voice"
}
