package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/web/filter"
)

// caseArgument is the casebook that a command works on.
type caseArgument struct {
	Case string `arg:"" name:"case" help:"The casebook, one file."`
}

// queryFlags choose rows of any list. What is asked of places, kinds, actors and grades is asked of the incidents that a row tells of.
type queryFlags struct {
	dayFlags
	placeFlags
	whoFlags
	stateFlags
	wordFlags
}

func (f *queryFlags) fill(q *casebook.Query) {
	f.dayFlags.fill(q)
	f.placeFlags.fill(q)
	f.whoFlags.fill(q)
	f.stateFlags.fill(q)
	f.wordFlags.fill(q)
}

// dayFlags choose by time.
type dayFlags struct {
	From  dayFlag    `placeholder:"DAY" help:"From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims."`
	To    dayFlag    `placeholder:"DAY" help:"Until this day, or the end of this month or year."`
	Since momentFlag `placeholder:"TIME" help:"Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d."`
	Order string     `enum:"newest,oldest,changed,toll" default:"newest" help:"newest, oldest, changed (the last changed first) or toll (the most killed first; default ${default})."`
}

func (f *dayFlags) fill(q *casebook.Query) {
	q.From, q.To, q.ChangedSince = sitrep.CivilDate(f.From), sitrep.CivilDate(f.To), time.Time(f.Since)
	q.Order = casebook.Order(strings.TrimPrefix(f.Order, "newest"))
}

// placeFlags choose by place.
type placeFlags struct {
	Place   string   `placeholder:"NAME" help:"A place by its name, or a part of one."`
	Near    nearFlag `placeholder:"LAT,LON,KM" help:"Within so many kilometres of a point: 33.51,36.29,50."`
	Box     boxFlag  `placeholder:"W,S,E,N" help:"Inside these degrees: west, south, east, north."`
	Country string   `placeholder:"ISO3" help:"A country by its three letters: SYR."`
}

func (f *placeFlags) fill(q *casebook.Query) {
	q.Place, q.Box, q.Country = f.Place, f.Box, strings.ToUpper(f.Country)
	q.Lat, q.Lon, q.Km = f.Near[0], f.Near[1], f.Near[2]
}

// whoFlags choose by who acts, speaks and publishes.
type whoFlags struct {
	Side   []string `placeholder:"SIDE" help:"A side, as records have it: SYR, UN, HOUTHI; several with commas between them."`
	Actor  string   `placeholder:"NAME" help:"Somebody who has a part: a name, or an id of the lexicon."`
	Source string   `placeholder:"NAME" help:"Who says it, by name or a part of it."`
	Outlet string   `placeholder:"NAME" help:"Who published it."`
}

func (f *whoFlags) fill(q *casebook.Query) {
	q.Sides, q.Actor, q.Source, q.Outlet = f.Side, f.Actor, f.Source, f.Outlet
}

// stateFlags choose incidents by what is known of them.
type stateFlags struct {
	Harm     []harmFlag   `placeholder:"HARM" help:"With a toll of killed, wounded, casualties, missing, captured or displaced."`
	HasToll  bool         `help:"With any toll."`
	New      bool         `help:"Only what some report tells as news, no mere background."`
	Disputed bool         `help:"Only where reports differ on who did it or whether it was."`
	Grade    []gradeFlag  `placeholder:"GRADE" help:"single-origin, several-origins, contested, admitted, confirmed or discounted."`
	Status   []statusFlag `placeholder:"STATUS" help:"happened, ongoing, planned or disputed."`
}

func (f *stateFlags) fill(q *casebook.Query) {
	q.Harms, q.HasToll, q.NewOnly, q.Disputed = as[sitrep.Harm](f.Harm), f.HasToll, f.New, f.Disputed
	q.Grades, q.Statuses = as[sitrep.Grade](f.Grade), as[sitrep.Status](f.Status)
}

// kindFlags choose by kind of event.
type kindFlags struct {
	Kind []kindFlag `placeholder:"KIND" help:"A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them."`
}

func (f *kindFlags) fill(q *casebook.Query) { q.Kinds = as[sitrep.Kind](f.Kind) }

// stanceFlags choose claims by what they do.
type stanceFlags struct {
	Stance []stanceFlag `placeholder:"STANCE" help:"assert, deny, accuse, demand, reject, agree, promise, threaten, condemn or warn."`
}

func (f *stanceFlags) fill(q *casebook.Query) { q.Stances = as[sitrep.Stance](f.Stance) }

// wordFlags choose by words and by what a row belongs to.
type wordFlags struct {
	Text     string `placeholder:"WORDS" help:"Words that the text holds, all of them; in quotation marks, one after the other."`
	Report   string `placeholder:"ID" help:"Of this report."`
	Incident string `placeholder:"ID" help:"Of this incident; a beginning of its id will do."`
}

func (f *wordFlags) fill(q *casebook.Query) {
	q.Text, q.Report, q.Incident = f.Text, f.Report, f.Incident
}

// as gives flags the type of what they stand for.
func as[T, F ~string](list []F) []T {
	var out []T
	for _, v := range list {
		out = append(out, T(v))
	}
	return out
}

type (
	dayFlag    sitrep.CivilDate
	momentFlag time.Time
	nearFlag   [3]float64
	boxFlag    [4]float64
	kindFlag   string
	harmFlag   string
	gradeFlag  string
	statusFlag string
	stanceFlag string
)

// UnmarshalText reads a day, a month or a year.
func (f *dayFlag) UnmarshalText(text []byte) error {
	d, err := sitrep.ParseCivilDate(string(text))
	*f = dayFlag(d)
	return err
}

// UnmarshalText reads a time, a day, or an age before now.
func (f *momentFlag) UnmarshalText(text []byte) error {
	t, err := filter.Moment(string(text), time.Now())
	*f = momentFlag(t)
	return err
}

// UnmarshalText reads a point and a distance.
func (f *nearFlag) UnmarshalText(text []byte) error {
	if err := numbers(string(text), f[:]); err != nil || !onEarth(f[0], f[1]) || f[2] <= 0 {
		return fmt.Errorf("point %q: want latitude, longitude and kilometres, like 33.51,36.29,50", text)
	}
	return nil
}

// UnmarshalText reads west, south, east, north.
func (f *boxFlag) UnmarshalText(text []byte) error {
	if err := numbers(string(text), f[:]); err != nil || !onEarth(f[1], f[0]) || !onEarth(f[3], f[2]) || f[1] > f[3] || *f == (boxFlag{}) {
		return fmt.Errorf("box %q: want west, south, east, north in degrees, like 35.5,32.3,42.4,37.3; west may be above east, over the date line", text)
	}
	return nil
}

func onEarth(lat, lon float64) bool { return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 }

func numbers(s string, into []float64) error {
	parts := strings.Split(s, ",")
	if len(parts) != len(into) {
		return strconv.ErrSyntax
	}
	for i, p := range parts {
		n, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil {
			return err
		}
		into[i] = n
	}
	return nil
}

func (f *kindFlag) UnmarshalText(text []byte) error { return wordOf(f, text, sitrep.Kinds) }

func (f *gradeFlag) UnmarshalText(text []byte) error { return wordOf(f, text, sitrep.Grades) }

func (f *harmFlag) UnmarshalText(text []byte) error {
	return wordOf(f, text, []sitrep.Harm{sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced})
}

func (f *statusFlag) UnmarshalText(text []byte) error {
	return wordOf(f, text, []sitrep.Status{sitrep.Happened, sitrep.Ongoing, sitrep.Planned, sitrep.Disputed})
}

func (f *stanceFlag) UnmarshalText(text []byte) error {
	return wordOf(f, text, []sitrep.Stance{sitrep.Assert, sitrep.Deny, sitrep.Accuse, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise,
		sitrep.Threaten, sitrep.Condemn, sitrep.Warn})
}

// wordOf takes a word that is one of some.
func wordOf[F, T ~string](into *F, text []byte, words []T) error {
	var all []string
	for _, w := range words {
		if string(w) == strings.ToLower(string(text)) {
			*into = F(w)
			return nil
		}
		all = append(all, string(w))
	}
	return fmt.Errorf("%q is none of %s", text, strings.Join(all, ", "))
}
