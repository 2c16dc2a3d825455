package reconcile

import (
	"encoding/json"
	"slices"

	"sitrep"
)

// into decodes the value of a correction; null is the zero value.
func into[T any](value string, dst *T) bool {
	var v T
	if json.Unmarshal([]byte(value), &v) != nil {
		return false
	}
	*dst = v
	return true
}

// setEvent gives a field of an event another value, in the shape of docs/record.md.
func setEvent(r *sitrep.Reading, e *sitrep.Event, field, value string) bool {
	switch field {
	case "kind":
		return into(value, &e.Kind)
	case "status":
		return into(value, &e.Status)
	case "stage":
		return into(value, &e.Stage)
	case "phase":
		return into(value, &e.Phase)
	case "news":
		return into(value, &e.News)
	case "from":
		return setDay(&e.When, &e.When.From, value)
	case "to":
		return setDay(&e.When, &e.When.To, value)
	case "places":
		return setPlaces(r, e, value)
	case "actors":
		return setActors(e, value)
	}
	return false
}

// setDay sets a day; the time is then told, by a person.
func setDay(when *sitrep.Interval, d *sitrep.CivilDate, value string) bool {
	var s string
	if !into(value, &s) {
		return false
	}
	v := sitrep.CivilDate{}
	if s != "" {
		var err error
		if v, err = sitrep.ParseCivilDate(s); err != nil {
			return false
		}
	}
	*d, when.Basis = v, sitrep.Told
	when.Precision = sitrep.PrecisionOf(when.From, when.To)
	return true
}

// setPlaces sets the places; one of which only the name is given is the place that the reading knows by that name, if it knows one.
func setPlaces(r *sitrep.Reading, e *sitrep.Event, value string) bool {
	var all []sitrep.PlaceValue
	if !into(value, &all) {
		return false
	}
	e.Places = nil
	for _, v := range all {
		p := sitrep.Place{Name: v.Name, Countries: v.Country, Precision: v.Precision, GeoNames: v.GeoNames, Within: v.Within}
		if v.Lat != nil && v.Lon != nil {
			p.Lat, p.Lon, p.Located = *v.Lat, *v.Lon, true
		} else if k := slices.IndexFunc(r.Toponyms, func(t sitrep.Toponym) bool { return nameKey(t.Place.Name) == nameKey(v.Name) }); k >= 0 && v.GeoNames == 0 {
			p = r.Toponyms[k].Place
		}
		e.Places = append(e.Places, p)
	}
	return true
}

// setActors sets who had a part. One that is as before stays what it is, with the words that name it. A person who names a doer stands behind it: it is accused
// until a claim of the report says more.
func setActors(e *sitrep.Event, value string) bool {
	var all []sitrep.ActorValue
	if !into(value, &all) {
		return false
	}
	before := e.Actors
	e.Actors = nil
	for _, v := range all {
		if k := slices.IndexFunc(before, func(b sitrep.Actor) bool {
			return b.Role == v.Role && b.Name == v.Name && b.Side == v.Side && b.Kind == v.Kind && b.Confidence == v.Confidence
		}); k >= 0 {
			kept := before[k]
			kept.AccordingTo, kept.DeniedBy = v.AccordingTo, v.DeniedBy
			e.Actors = append(e.Actors, kept)
			continue
		}
		a := sitrep.Actor{Role: v.Role, Name: v.Name, Side: v.Side, Kind: v.Kind, Confidence: v.Confidence, AccordingTo: v.AccordingTo, DeniedBy: v.DeniedBy,
			Entity: -1, Head: -1}
		if a.Role == sitrep.Initiator && a.Confidence == "" {
			a.Confidence = sitrep.Accused
		}
		e.Actors = append(e.Actors, a)
	}
	return true
}

// setToll gives a field of a toll another value.
func setToll(t *sitrep.Toll, field, value string) bool {
	switch field {
	case "count":
		return into(value, &t.Count)
	case "count_to":
		return into(value, &t.CountTo)
	case "qualifier":
		return into(value, &t.Qualifier)
	case "harm":
		return into(value, &t.Harm)
	case "side":
		return into(value, &t.Side)
	case "who":
		return into(value, &t.Who)
	case "people":
		return into(value, &t.People)
	case "relation":
		return into(value, &t.Relation)
	case "claim":
		return into(value, &t.Claim)
	case "civilian":
		return setTruth(&t.Civilian, value)
	}
	return false
}

func setTruth(dst *sitrep.Truth, value string) bool {
	var v *bool
	if !into(value, &v) {
		return false
	}
	switch {
	case v == nil:
		*dst = sitrep.NotKnown
	case *v:
		*dst = sitrep.True
	default:
		*dst = sitrep.False
	}
	return true
}

// setClaim gives a field of a claim another value.
func setClaim(c *sitrep.Claim, field, value string) bool {
	switch field {
	case "source":
		return into(value, &c.Source)
	case "side":
		return into(value, &c.Side)
	case "stance":
		return into(value, &c.Stance)
	case "mode":
		return into(value, &c.Mode)
	case "source_kind":
		return into(value, &c.SourceKind)
	case "to":
		return into(value, &c.To)
	case "about":
		return into(value, &c.About)
	case "answers":
		return into(value, &c.Answers)
	}
	return false
}

// add makes an entry of some words that the machine did not find. The value holds its fields as a set would have them one by one.
func (c *corrector) add(what string, x *sitrep.Correction, s sitrep.Span) bool {
	var fields map[string]json.RawMessage
	if x.Value != "" && json.Unmarshal([]byte(x.Value), &fields) != nil {
		return false
	}
	switch what {
	case "event":
		return c.addEvent(fields, s)
	case "toll":
		return c.addToll(fields, x, s)
	case "claim":
		return c.addClaim(fields, s)
	}
	return false
}

// addEvent adds an event, unless the machine has found it by now: then its fields are set.
func (c *corrector) addEvent(fields map[string]json.RawMessage, s sitrep.Span) bool {
	i := slices.IndexFunc(c.out.Events, func(e sitrep.Event) bool { return e.Trigger == s })
	if i < 0 {
		i = len(c.out.Events)
		c.out.Events = append(c.out.Events, sitrep.Event{ID: c.id("e", s), Status: sitrep.Happened, News: true, Trigger: s, Mentions: []sitrep.Span{s}})
	}
	e := &c.out.Events[i]
	e.Score = 1
	c.underlie(e, s)
	for _, f := range sortedFields(fields) {
		if !setEvent(&c.out, e, f, string(fields[f])) {
			return false
		}
	}
	return e.Kind != ""
}

// addToll adds a toll to the event that the correction names, else to the one whose words hold it, else to the nearest.
func (c *corrector) addToll(fields map[string]json.RawMessage, x *sitrep.Correction, s sitrep.Span) bool {
	i := c.eventFor(x, s)
	if i < 0 {
		return false
	}
	t := sitrep.Toll{ID: c.id("t", s), Qualifier: sitrep.Exact, Words: s, Mentions: []sitrep.Span{s}, HarmToken: -1, CountToken: -1, PeopleHead: -1}
	for _, f := range sortedFields(fields) {
		if !setToll(&t, f, string(fields[f])) {
			return false
		}
	}
	if t.Harm == "" || t.Count <= 0 {
		return false
	}
	if t.Claim == "" {
		t.Claim = c.claimOf(s)
	}
	c.out.Events[i].Tolls = append(c.out.Events[i].Tolls, t)
	return true
}

// underlie ties an event to the claim that its words stand in: what somebody says does not become the reporter's own word by being added.
func (c *corrector) underlie(e *sitrep.Event, s sitrep.Span) {
	id := c.claimOf(s)
	if id == "" || slices.Contains(e.Claims, id) {
		return
	}
	e.Claims, e.AccordingTo = append(slices.Clone(e.Claims), id), append(slices.Clone(e.AccordingTo), id)
}

// claimOf is the claim that some words stand in, empty for none.
func (c *corrector) claimOf(s sitrep.Span) string {
	for i := range c.out.Claims {
		if c.out.Claims[i].Holds(s) {
			return c.out.Claims[i].ID
		}
	}
	return ""
}

func (c *corrector) eventFor(x *sitrep.Correction, s sitrep.Span) int {
	if len(x.Events) > 0 {
		if i := slices.IndexFunc(c.out.Events, func(e sitrep.Event) bool { return e.ID == x.Events[0].Event }); i >= 0 {
			return i
		}
	}
	best, least := -1, 0
	for i := range c.out.Events {
		for _, m := range append(slices.Clone(c.out.Events[i].Mentions), c.out.Events[i].Trigger) {
			d := max(0, m.Start-s.End, s.Start-m.End)
			if best < 0 || d < least {
				best, least = i, d
			}
		}
	}
	return best
}

// addClaim adds a claim.
func (c *corrector) addClaim(fields map[string]json.RawMessage, s sitrep.Span) bool {
	x := sitrep.Claim{ID: c.id("c", s), Content: []sitrep.Span{s}, Mode: sitrep.IndirectMode, Stance: sitrep.Assert, Entity: -1, Cue: -1}
	for _, f := range sortedFields(fields) {
		if !setClaim(&x, f, string(fields[f])) {
			return false
		}
	}
	if x.Source == "" {
		return false
	}
	c.out.Claims = append(c.out.Claims, x)
	for i := range c.out.Events {
		if e := &c.out.Events[i]; slices.Contains(x.About, e.ID) {
			e.Claims = append(slices.Clip(e.Claims), x.ID)
		}
	}
	return true
}

// sortedFields are the names of fields in order.
func sortedFields(fields map[string]json.RawMessage) []string {
	var out []string
	for f := range fields {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}

// id is the id of something added: a short hash of the report and the words, none that is there already.
func (c *corrector) id(letter string, s sitrep.Span) string {
	for n := 0; ; n++ {
		if id := sitrep.AddedID(letter, c.out.Report.SHA256, s, n); !c.taken(id) {
			return id
		}
	}
}

func (c *corrector) taken(id string) bool {
	for i := range c.out.Events {
		if c.out.Events[i].ID == id || slices.ContainsFunc(c.out.Events[i].Tolls, func(t sitrep.Toll) bool { return t.ID == id }) {
			return true
		}
	}
	return slices.ContainsFunc(c.out.Claims, func(x sitrep.Claim) bool { return x.ID == id })
}
