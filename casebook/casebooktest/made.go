package casebooktest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

// made is a report in short: what one report tells of one event.
type made struct {
	id, url, outlet, title string
	day                    string // of publication
	kind                   sitrep.Kind
	when                   string // day of the event; empty for none
	place                  string
	lat, lon               float64
	country                string
	doer, side             string
	source                 string // who says it; empty for the reporter
	stance                 sitrep.Stance
	killed                 int
	words                  string // further words of the text
	keys                   []string
	private                []casebook.PrivateName
}

// reader made all readings of the suite.
var reader = record.Reader{Version: "1", Model: "m", Lexicon: "l", Gazetteer: "g"}

// text is the report's text: one sentence for the event, one for the further words.
func (m made) text() string {
	return fmt.Sprintf("%s hit %s, killing %d people, %s said. %s", m.doer, m.place, m.killed, m.source, m.words)
}

// filing makes a report with its reading.
func (m made) filing() casebook.Filing {
	r := m.reading()
	f := casebook.Filing{Raw: []byte("<p>" + r.Report.Text), Source: "file " + m.id, Reading: r, Reader: reader, Private: m.private, At: start}
	f.RawSHA256 = sum(string(f.Raw))
	for i := range r.Events {
		f.Tellings = append(f.Tellings, telling(r, &r.Events[i]))
		f.Keys = append(f.Keys, m.keys)
	}
	return f
}

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

func (m made) reading() *sitrep.Reading {
	text := m.text()
	r := &sitrep.Reading{Report: &sitrep.Report{ID: m.id, URL: m.url, Outlet: m.outlet, Title: m.title, Text: text, SHA256: sum(text), Language: "en",
		Published: day(m.day).First(), PublishedBasis: sitrep.PublishedPage}}
	if m.day == "" {
		r.Report.Published, r.Report.PublishedBasis = time.Time{}, sitrep.PublishedNotKnown
	}
	if m.kind == "" {
		return r
	}
	claim := sitrep.Claim{ID: m.claimID(), Source: m.source, Entity: -1, Cue: -1, SourceKind: sitrep.MonitorSource, Mode: sitrep.IndirectMode, Stance: m.stance,
		Content: []sitrep.Span{span(text, m.doer+" hit "+m.place)}, About: []string{m.eventID()}}
	r.Claims = []sitrep.Claim{claim}
	r.Events = []sitrep.Event{m.event(text)}
	return r
}

func (m made) eventID() string { return "e" + sum(m.text())[:8] }
func (m made) claimID() string { return "c" + sum(m.text())[:8] }
func (m made) tollID() string  { return "t" + sum(m.text())[:8] }

// key is the event's key.
func (m made) key() sitrep.EventKey { return sitrep.EventKey{Report: m.id, Event: m.eventID()} }

func (m made) event(text string) sitrep.Event {
	words := span(text, fmt.Sprintf("killing %d people", m.killed))
	e := sitrep.Event{ID: m.eventID(), Kind: m.kind, Status: sitrep.Happened, News: true, When: interval(m.when), Places: []sitrep.Place{m.placeOf()},
		Actors:  []sitrep.Actor{{Role: sitrep.Initiator, Name: m.doer, Side: m.side, Kind: sitrep.OrganisationEntity, Entity: -1, Head: -1, Confidence: sitrep.Accused, AccordingTo: []string{m.claimID()}}},
		Claims:  []string{m.claimID()},
		Trigger: span(text, "hit"), Mentions: []sitrep.Span{span(text, m.doer+" hit "+m.place)}, Score: 0.9}
	if m.killed > 0 {
		e.Tolls = []sitrep.Toll{{ID: m.tollID(), Harm: sitrep.Killed, Count: m.killed, Qualifier: sitrep.Exact, Who: "people", Claim: m.claimID(),
			Words: words, Mentions: []sitrep.Span{words}, HarmToken: -1, CountToken: -1, PeopleHead: -1}}
	}
	return e
}

func (m made) placeOf() sitrep.Place {
	return sitrep.Place{Name: m.place, Countries: []string{m.country}, Lat: m.lat, Lon: m.lon, Located: m.lat != 0 || m.lon != 0, Precision: 3, Within: []string{m.country + " land"}}
}

// telling is an event with what it rests on.
func telling(r *sitrep.Reading, e *sitrep.Event) sitrep.Telling {
	t := sitrep.Telling{Key: sitrep.EventKey{Report: r.Report.ID, Event: e.ID}, Event: *e, Claims: r.Claims, Words: strings.Fields("hit kill"), Around: []string{"dorel", "lake marun"},
		Report: sitrep.ReportHead{ID: r.Report.ID, SHA256: r.Report.SHA256, Shingles: []uint64{1, 1 << 63, 42}}}
	spans := append([]sitrep.Span{e.Trigger}, e.Mentions...)
	for _, toll := range e.Tolls {
		spans = append(spans, toll.Words)
	}
	for _, s := range spans {
		t.Quotes = append(t.Quotes, sitrep.Passage{Span: s, Words: r.Report.Text[s.Start:s.End]})
	}
	return t
}

func span(text, words string) sitrep.Span {
	i := strings.Index(text, words)
	if i < 0 {
		panic(words + " is not in " + text)
	}
	return sitrep.Span{Start: i, End: i + len(words)}
}

func day(s string) sitrep.CivilDate {
	if s == "" {
		return sitrep.CivilDate{}
	}
	d, err := sitrep.ParseCivilDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func interval(s string) sitrep.Interval {
	if s == "" {
		return sitrep.Interval{}
	}
	return sitrep.Interval{From: day(s), To: day(s), Precision: sitrep.DayPrecision, Basis: sitrep.Told}
}

// incident joins reports that tell of one event. The first gives kind, time and place.
func incident(id string, all ...made) sitrep.Incident {
	m := all[0]
	i := sitrep.Incident{ID: id, Kind: m.kind, Title: string(m.kind) + " in " + m.place, Status: sitrep.Happened, When: interval(m.when), Place: m.placeOf(),
		Grade: sitrep.SingleOrigin, News: true, FirstPublished: day(m.day).First(), LastPublished: day(m.day).First(),
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: m.doer, Side: m.side, Kind: sitrep.OrganisationEntity, Confidence: sitrep.Accused}}}
	tally := sitrep.Tally{Harm: sitrep.Killed, Low: m.killed, Best: m.killed, High: m.killed, Why: "the last of its origin"}
	for _, m := range all {
		i.Events = append(i.Events, m.key())
		i.Origins = append(i.Origins, sitrep.Origin{Name: m.source, Kind: sitrep.MonitorSource, Reports: []string{m.id}, Events: []sitrep.EventKey{m.key()}})
		i.Actors[0].Events = append(i.Actors[0].Events, m.key())
		i.Actors[0].AccordingTo = append(i.Actors[0].AccordingTo, m.source)
		words := fmt.Sprintf("killing %d people", m.killed)
		tally.RestsOn = append(tally.RestsOn, sitrep.TallyToll{Key: m.key(), Toll: m.tollID(), Count: m.killed, Qualifier: sitrep.Exact, Origin: m.source,
			Published: day(m.day).First(), Quote: words, Span: span(m.text(), words)})
		tally.Low, tally.High = min(tally.Low, m.killed), max(tally.High, m.killed)
		i.LastPublished = day(m.day).First()
	}
	slices.SortFunc(i.Events, func(a, b sitrep.EventKey) int {
		if a.Less(b) {
			return -1
		}
		return 1
	})
	if m.killed > 0 {
		i.Tally = []sitrep.Tally{tally}
	}
	return i
}

// The reports of the suite.
var (
	dorel = made{id: "dorel-1", url: "https://radio.example/1", outlet: "Dorel Radio", title: "Shells fall on Dorel", day: "2021-06-16", kind: sitrep.Shelling, when: "2021-06-15",
		place: "Dorel", lat: 10, lon: 20, country: "UPL", doer: "the Marun Front", side: "MARUN", source: "the Kesh Monitor", stance: sitrep.Accuse, killed: 3,
		words: "The market burned all night.", keys: []string{"2021-06-15|dorel", "shelling|upl"}}
	dorelAgain = made{id: "dorel-2", url: "https://post.example/7", outlet: "Kesh Post", title: "Five dead in Dorel", day: "2021-06-17", kind: sitrep.Shelling, when: "2021-06-15",
		place: "Dorel", lat: 10, lon: 20, country: "UPL", doer: "the Marun Front", side: "MARUN", source: "the hospital of Dorel", stance: sitrep.Assert, killed: 5,
		words: "Rescuers dug through the night.", keys: []string{"2021-06-15|dorel"}}
	kesh = made{id: "kesh-1", outlet: "Kesh Post", title: "Air raid on Kesh", day: "2021-07-02", kind: sitrep.Airstrike, when: "2021-07-01",
		place: "Kesh", lat: -33, lon: 179.5, country: "LOW", doer: "Upland's air force", side: "UPL", source: "a witness", stance: sitrep.Accuse, killed: 12,
		words: "A bridge fell into the river.", keys: []string{"2021-07-01|kesh"}}
	talks = made{id: "talks-1", outlet: "Dorel Radio", title: "Talks open", day: "2021-07-05", kind: sitrep.Talks, when: "",
		place: "Lake Ander", country: "NEU", doer: "Upland's envoy", side: "UPL", source: "the envoy", stance: sitrep.Promise,
		words: "Nobody named a day.", keys: []string{"talks"}}
)

// file files reports one by one.
func (b *bench) file(all ...made) {
	b.Helper()
	for _, m := range all {
		if _, err := b.File(b.ctx, m.filing()); err != nil {
			b.Fatalf("file %s: %v", m.id, err)
		}
	}
}

// apply puts incidents, and takes their events for placed.
func (b *bench) apply(all ...sitrep.Incident) {
	b.Helper()
	c := casebook.Change{Put: all, At: b.time}
	for _, i := range all {
		c.Placed = append(c.Placed, i.Events...)
	}
	if err := b.Apply(b.ctx, c); err != nil {
		b.Fatalf("apply: %v", err)
	}
}

// world files the reports and joins them into three incidents.
func (b *bench) world() {
	b.Helper()
	b.file(dorel, dorelAgain, kesh, talks)
	b.apply(incident("i-dorel", dorel, dorelAgain), incident("i-kesh", kesh), incident("i-talks", talks))
}

// is fails the test where two things differ.
func is[T any](b *bench, what string, got, want T) {
	b.Helper()
	if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); g != w {
		b.Errorf("%s: got\n%.2000s\nwant\n%.2000s", what, g, w)
	}
}

// must gives a result that has to come without an error.
func must[T any](b *bench) func(T, error) T {
	return func(v T, err error) T {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
		return v
	}
}
