package web

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sitrep"
	"sitrep/export/text"
)

// kindLabel is a kind of event as the pages have it.
func kindLabel(k sitrep.Kind) string {
	switch k {
	case sitrep.Airstrike:
		return "air strike"
	case sitrep.Territory:
		return "control of a place"
	}
	return string(k)
}

func gradeLabel(g sitrep.Grade) string {
	switch g {
	case sitrep.SingleOrigin:
		return "one origin"
	case sitrep.SeveralOrigins:
		return "several origins"
	}
	return string(g)
}

// kindClass is the group of kinds that share a colour and a mark.
func kindClass(k sitrep.Kind) string {
	switch k {
	case sitrep.Battle, sitrep.War, sitrep.Violation, sitrep.Coup:
		return "fight"
	case sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Destruction:
		return "strike"
	case sitrep.Ceasefire, sitrep.Agreement, sitrep.Talks, sitrep.Release:
		return "peace"
	case sitrep.Abduction, sitrep.Arrest, sitrep.Displacement, sitrep.Trial:
		return "people"
	}
	return "other"
}

// dateLabel is a day, a month or a year.
func dateLabel(d sitrep.CivilDate) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month).String()[:3], d.Year)
}

// daysLabel are the first and the last day of something; one where they are the same.
func daysLabel(first, last sitrep.CivilDate) string {
	if first == last {
		return dateLabel(first)
	}
	return dateLabel(first) + " – " + dateLabel(last)
}

// roughDaysLabel is daysLabel for days that may stand for a month or a year that was told and no more: the first of January is called by its year, the first and the last of another
// month by the month.
func roughDaysLabel(first, last sitrep.CivilDate) string { return daysLabel(rough(first), rough(last)) }

func rough(d sitrep.CivilDate) sitrep.CivilDate {
	switch {
	case d.Month == 1 && d.Day == 1, d.Month == 12 && d.Day == 31:
		return sitrep.CivilDate{Year: d.Year}
	case d.Day == 1, d.Day > 0 && d == sitrep.CivilDateOf((sitrep.CivilDate{Year: d.Year, Month: d.Month}).Last()):
		return sitrep.CivilDate{Year: d.Year, Month: d.Month}
	}
	return d
}

// whenLabel is an interval; what is not known is said.
func whenLabel(i sitrep.Interval) string {
	label := ""
	switch {
	case i.IsZero():
		return "date not known"
	case i.From == i.To:
		label = dateLabel(i.From)
	case i.To.IsZero():
		label = "since " + dateLabel(i.From)
	case i.From.IsZero():
		label = "until " + dateLabel(i.To)
	case i.From.Year == i.To.Year && i.From.Month == i.To.Month && i.From.Day > 0 && i.To.Day > 0:
		label = fmt.Sprintf("%d–%s", i.From.Day, dateLabel(i.To))
	default:
		label = dateLabel(i.From) + " – " + dateLabel(i.To)
	}
	if i.Basis == sitrep.Assumed {
		label += " (assumed)"
	}
	return label
}

// differsLabel is what reports differ in.
func differsLabel(field string) string {
	switch field {
	case "initiator":
		return "who did it"
	case "happened":
		return "whether it happened"
	}
	return "how many " + field
}

// timesLabel is how often something is told.
func timesLabel(n int) string {
	switch n {
	case 1:
		return "told once"
	case 2:
		return "told twice"
	}
	return "told " + text.Number(n) + " times"
}

// outOf is how many of the figures of a source something became of. Where more did than are told under its very name, the name is one of several of it: the number
// stands alone then. Of no figures there is nothing to say.
func outOf(n, all int) string {
	switch {
	case n > all:
		return text.Number(n)
	case all == 0:
		return "–"
	}
	return text.Number(n) + " of " + text.Number(all)
}

// unbroken is a text whose dates stay on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, "-", "\u2011") }

// sourceLabel says what a source is. That a claim's source is of none of the kinds says nothing of whether he is named.
func sourceLabel(k sitrep.SourceKind) string {
	if k == "" || k == sitrep.UnnamedSource {
		return "not told"
	}
	return strings.ReplaceAll(string(k), "-", " ")
}

// finely says how finely a time is told.
func finely(p sitrep.DatePrecision) string {
	switch p {
	case sitrep.MorePrecision:
		return "over more than a year"
	case sitrep.DaysPrecision:
		return "to a few days"
	case "":
		return ""
	}
	return "to the " + string(p)
}

// placeLabel is a place with the larger unit that it lies in.
func placeLabel(p sitrep.Place) string {
	switch {
	case p.Name == "":
		return "place not known"
	case len(p.Within) > 0 && !strings.EqualFold(p.Within[0], p.Name):
		return p.Name + ", " + p.Within[0]
	}
	return p.Name
}

// precisionKm is how far off a place of UCDP's where_prec may be, as it is drawn; 0 for a point.
func precisionKm(precision int) float64 {
	switch precision {
	case 2:
		return 25
	case 3:
		return 40
	case 4:
		return 90
	case 5, 7:
		return 120
	case 6:
		return 250
	}
	return 0
}

// precisionLabel says what the mark of a place stands for.
func precisionLabel(precision int) string {
	switch precision {
	case 1:
		return "the place"
	case 2:
		return "near the place"
	case 3:
		return "somewhere in the district"
	case 4:
		return "somewhere in the province"
	case 5:
		return "along a line or in a fuzzy area"
	case 6:
		return "somewhere in the country"
	case 7:
		return "at sea or in the air"
	}
	return "place not known"
}

// tollLabel is a tally as low–best–high; "29+" is open upwards.
func tollLabel(t sitrep.Tally) string {
	open, about := "", roughly(t)
	if about != "" {
		about += " "
	}
	if t.Open {
		open = "+"
	}
	if t.Low == t.High {
		return about + text.Number(t.High) + open
	}
	return fmt.Sprintf("%s%s–%s%s", about, text.Number(t.Low), text.Number(t.High), open)
}

// thousands is the value of a figure with its thousands set apart; what is no number stays.
func thousands(value string) string {
	if n, err := strconv.Atoi(value); err == nil {
		return text.Number(n)
	}
	return value
}

// peopleLabel says who a tally counts.
func peopleLabel(t sitrep.Tally) string {
	if whose := whoseLabel(t); whose != "" {
		return whose
	}
	return "people, not told whose"
}

// whoseLabel is peopleLabel, empty where it is not told.
func whoseLabel(t sitrep.Tally) string {
	switch {
	case t.Civilian == sitrep.True && t.Side != "":
		return "civilians, " + t.Side
	case t.Civilian == sitrep.True:
		return "civilians"
	case t.Side != "" && t.Civilian == sitrep.False:
		return "forces of " + t.Side
	case t.Side != "":
		return t.Side
	}
	return ""
}

// meant is how a figure is meant, where it is not simply so many.
func meant(q sitrep.TollQualifier) string {
	if q == sitrep.Exact || q == sitrep.Range {
		return ""
	}
	return strings.ReplaceAll(string(q), "-", " ")
}

// roughly is what stands before a tally of which no figure is told as so many: "about" of one that is told so, and of words that are no number, as "several hundred".
func roughly(t sitrep.Tally) string {
	for _, toll := range t.RestsOn {
		if toll.Qualifier != sitrep.About && toll.Qualifier != sitrep.Vague {
			return ""
		}
	}
	if len(t.RestsOn) == 0 {
		return ""
	}
	return "about"
}

// turnLabel is a point in the life of a ceasefire or of talks. A violation is always an alleged one.
func turnLabel(t sitrep.Turn) string {
	switch t.What {
	case "violation":
		return "alleged violation"
	case "round":
		return "round of talks"
	}
	return strings.ReplaceAll(t.What, "-", " ")
}

// phaseClass is how a turn is drawn.
func phaseClass(t sitrep.Turn) string {
	switch t.What {
	case "violation":
		return "breach"
	case "ended", "broken-down", "rejected", "suspended":
		return "phase ended"
	case "proposed", "demand", "told of":
		return "phase guess"
	}
	return "phase"
}

// turnBy says what part the one who is named with a turn has in it.
func turnBy(t sitrep.Turn) string {
	switch t.What {
	case "violation", "demand", "rejected", "accepted":
		return "by " + t.By
	}
	return "mediator: " + t.By
}

// didLabel is what a person did to the record.
func didLabel(c sitrep.Correction) string {
	value := setLabel(c.Value)
	switch c.Op {
	case sitrep.AcceptOp:
		return "says that this is right:"
	case sitrep.RejectOp:
		return "says that this is no " + c.Field + ":"
	case sitrep.SetOp:
		return "set the " + strings.ReplaceAll(strings.TrimPrefix(c.Field, "event."), ".", "’s ") + " to " + value
	case sitrep.AddOp:
		return "added: " + c.Field
	case sitrep.MergeOp:
		return "joined tellings"
	case sitrep.SplitOp:
		return "set tellings apart"
	case sitrep.GradeOp:
		return "graded it " + value
	case sitrep.UndoOp:
		return "undid a judgement"
	case sitrep.RetractOp:
		return "noted that the outlet took the report back"
	}
	return string(c.Op)
}

// setLabel is the JSON of a value in words: of places their names, of none that it is not told.
func setLabel(value string) string {
	if value == "null" {
		return "not told"
	}
	var places []struct{ Name string }
	if json.Unmarshal([]byte(value), &places) != nil {
		return strings.Trim(value, `"`)
	}
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name
	}
	return strings.Join(names, ", ")
}

// boxLabel is a part of the map as addresses have it.
func boxLabel(b [4]float64) string {
	parts := make([]string, len(b))
	for i, x := range b {
		parts[i] = strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strings.Join(parts, ",")
}

// problemLabel is a problem as the window says it: the way out of one that the command line has is a field of the form here.
func problemLabel(p sitrep.Problem) string {
	said := strings.ReplaceAll(p.Err, "give --published", "give the day on which it was published")
	return strings.ToUpper(said[:min(1, len(said))]) + said[min(1, len(said)):]
}
