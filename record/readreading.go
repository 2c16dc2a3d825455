package record

import (
	"fmt"
	"strings"
	"time"

	"github.com/go-json-experiment/json" // reads twice as fast as encoding/json: every page that quotes reports waits for this
	"github.com/go-json-experiment/json/jsontext"

	"sitrep"
)

// ReadReading reads what WriteReading wrote, and says which reader made it. What is not written (tokens, and the entities behind actors and claims) is
// -1 in the reading; written again, the reading gives the same bytes.
func ReadReading(b []byte) (*sitrep.Reading, Reader, error) {
	return readReading(b, nil)
}

// ReadReadingOf reads a reading that was written without its text.
func ReadReadingOf(b []byte, text string) (*sitrep.Reading, Reader, error) {
	return readReading(b, &text)
}

// asBefore lets through what encoding/json does: fields in other letters or twice, and what is no UTF-8.
var asBefore = json.JoinOptions(json.MatchCaseInsensitiveNames(true), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

func readReading(b []byte, text *string) (*sitrep.Reading, Reader, error) {
	var in readingJSON
	if err := json.Unmarshal(b, &in, asBefore); err != nil {
		return nil, Reader{}, fmt.Errorf("reading: %w", err)
	}
	if in.Schema != ReadingSchema {
		return nil, Reader{}, fmt.Errorf("reading: schema %q: want %q", in.Schema, ReadingSchema)
	}
	if text != nil {
		in.Report.Text = *text
	}
	r := readingReader{NewPoints(in.Report.Text), in.Report.Text}
	report, err := r.report(&in.Report)
	if err != nil {
		return nil, Reader{}, fmt.Errorf("reading of report %s: %w", in.Report.ID, err)
	}
	out := &sitrep.Reading{Report: report, Claims: back(in.Claims, r.claim), Attributions: back(in.Attributions, r.attribution),
		Toponyms: back(in.Toponyms, r.toponym), Entities: back(in.Entities, r.entity), Problems: back(in.Problems, r.problem),
		Proposals: back(in.Proposals, r.proposal)}
	if out.Events, err = tryBack(in.Events, r.event); err != nil {
		return nil, Reader{}, fmt.Errorf("reading of report %s: %w", in.Report.ID, err)
	}
	if out.Timexes, err = tryBack(in.Timexes, r.timex); err != nil {
		return nil, Reader{}, fmt.Errorf("reading of report %s: %w", in.Report.ID, err)
	}
	return out, in.Reader, nil
}

// readingReader is the way back of readingWriter.
type readingReader struct {
	at   *Points
	text string
}

// back changes all elements of a list; an empty list is nil.
func back[T, U any](list []T, change func(*T) U) []U {
	var out []U
	for i := range list {
		out = append(out, change(&list[i]))
	}
	return out
}

func tryBack[T, U any](list []T, change func(*T) (U, error)) ([]U, error) {
	var out []U
	for i := range list {
		u, err := change(&list[i])
		if err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, nil
}

// orZero is the zero value for nil.
func orZero[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

func truthOf(b *bool) sitrep.Truth {
	switch {
	case b == nil:
		return sitrep.NotKnown
	case *b:
		return sitrep.True
	}
	return sitrep.False
}

func orNil(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return list
}

func dateOf(s *string) (sitrep.CivilDate, error) {
	if s == nil || *s == "" {
		return sitrep.CivilDate{}, nil
	}
	return sitrep.ParseCivilDate(*s)
}

func (r *readingReader) span(s spanJSON) sitrep.Span { return r.at.Span(s.Start, s.End) }

func (r *readingReader) spans(list []spanJSON) []sitrep.Span {
	return back(list, func(s *spanJSON) sitrep.Span { return r.span(*s) })
}

func (r *readingReader) reasons(list []whyJSON) []sitrep.Reason {
	return back(list, func(w *whyJSON) sitrep.Reason {
		return sitrep.Reason{Field: w.Field, Rule: w.Rule, Words: r.span(w.Words), Score: orZero(w.Score)}
	})
}

func (r *readingReader) report(in *reportJSON) (*sitrep.Report, error) {
	date, err := dateOf(in.Dateline.Date)
	if err != nil {
		return nil, fmt.Errorf("dateline: %w", err)
	}
	out := &sitrep.Report{
		ID: in.ID, URL: orZero(in.URL), Outlet: orZero(in.Outlet), Title: orZero(in.Title), Byline: orZero(in.Byline),
		Dateline: sitrep.Dateline{Place: orZero(in.Dateline.Place), Date: date}, PublishedBasis: sitrep.PublishedBasis(in.PublishedBasis),
		Language: orZero(in.Language), Text: in.Text, SHA256: in.SHA256,
		Dropped: back(in.Dropped, func(d *droppedJSON) sitrep.Dropped { return sitrep.Dropped{Span: r.span(d.spanJSON), Reason: d.Reason} }),
	}
	published := orZero(in.Published)
	switch {
	case published == "":
	case strings.Contains(published, "T"):
		out.Clock = true
		if out.Published, err = time.Parse(time.RFC3339, published); err != nil {
			return nil, fmt.Errorf("published: %w", err)
		}
	default:
		day, err := sitrep.ParseCivilDate(published)
		if err != nil {
			return nil, fmt.Errorf("published: %w", err)
		}
		out.Published = day.First()
	}
	return out, nil
}

func (r *readingReader) event(in *eventJSON) (sitrep.Event, error) {
	e := sitrep.Event{
		ID: in.ID, Kind: sitrep.Kind(in.Kind), Status: sitrep.Status(in.Status), Stage: sitrep.Stage(orZero(in.Stage)), News: in.News,
		Places: back(in.Places, placeBack), Actors: back(in.Actors, r.actor), Weapon: orZero(in.Weapon), Phase: orZero(in.Phase),
		Terms: r.spans(in.Terms), Excludes: orNil(in.Excludes), Violates: orZero(in.Violates), Outcome: orZero(in.Outcome),
		Claims: orNil(in.Claims), Trigger: r.span(in.Trigger), Mentions: r.spans(in.Mentions), Score: in.Score, Why: r.reasons(in.Why),
		AccordingTo: orNil(in.AccordingTo),
	}
	var err error
	if e.When, err = intervalOf(in.From, in.To); err == nil {
		e.Next, err = dateOf(in.Next)
	}
	if err == nil {
		e.Tolls, err = tryBack(in.Tolls, r.toll)
	}
	if err != nil {
		return e, fmt.Errorf("event %s: %w", in.ID, err)
	}
	e.When.Precision, e.When.Basis = sitrep.DatePrecision(orZero(in.Precision)), sitrep.Basis(orZero(in.Basis))
	return e, nil
}

func intervalOf(from, to *string) (i sitrep.Interval, err error) {
	if i.From, err = dateOf(from); err != nil {
		return i, err
	}
	i.To, err = dateOf(to)
	return i, err
}

func placeBack(in *placeJSON) sitrep.Place {
	return sitrep.Place{Name: in.Name, Countries: orNil(in.Country), Lat: orZero(in.Lat), Lon: orZero(in.Lon), Located: in.Lat != nil && in.Lon != nil,
		Precision: orZero(in.Precision), GeoNames: orZero(in.GeoNames), Within: orNil(in.Within)}
}

func (r *readingReader) actor(in *actorJSON) sitrep.Actor {
	return sitrep.Actor{
		Role: sitrep.Role(in.Role), Entity: -1, Name: in.Name, Side: orZero(in.Side), ActorID: orZero(in.Actor), Kind: sitrep.EntityKind(orZero(in.Kind)),
		Named: in.Named, Description: orZero(in.Description), Group: orZero(in.Organisation), Effect: sitrep.Effect(orZero(in.Effect)), Count: orZero(in.Count), CountTo: orZero(in.CountTo),
		Qualifier: sitrep.TollQualifier(orZero(in.Qualifier)), AccordingTo: orNil(in.AccordingTo), DeniedBy: orNil(in.DeniedBy),
		Confidence: sitrep.Confidence(orZero(in.Confidence)), Head: sitrep.NoHead, Mentions: r.spans(in.Mentions),
	}
}

func (r *readingReader) toll(in *tollJSON) (sitrep.Toll, error) {
	t := sitrep.Toll{
		ID: in.ID, Harm: sitrep.Harm(in.Harm), Count: in.Count, CountTo: orZero(in.CountTo), Qualifier: sitrep.TollQualifier(in.Qualifier), Who: in.Who,
		Side: orZero(in.Side), Civilian: truthOf(in.Civilian), People: orZero(in.People), Relation: sitrep.TollRelation(in.Relation), Of: orZero(in.Of),
		Claim: orZero(in.Claim), Mentions: r.spans(in.Mentions), HarmToken: -1, CountToken: -1, PeopleHead: -1, Why: r.reasons(in.Why),
	}
	t.Words = r.wordsOf(in.Words, t.Mentions)
	var err error
	if t.AsOf, err = dateOf(in.AsOf); err != nil {
		return t, fmt.Errorf("toll %s: %w", in.ID, err)
	}
	return t, nil
}

// wordsOf finds the stretch that tells a toll: the first of its mentions with these words, else the first place of the text that has them.
func (r *readingReader) wordsOf(words string, mentions []sitrep.Span) sitrep.Span {
	for _, m := range mentions {
		if r.text[m.Start:m.End] == words {
			return m
		}
	}
	if i := strings.Index(r.text, words); i >= 0 {
		return sitrep.Span{Start: i, End: i + len(words)}
	}
	return sitrep.Span{}
}

func (r *readingReader) claim(in *claimJSON) sitrep.Claim {
	return sitrep.Claim{
		ID: in.ID, Source: in.Source, Side: orZero(in.Side), Actor: orZero(in.Actor), Entity: -1, SourceKind: sitrep.SourceKind(orZero(in.SourceKind)),
		Via: orZero(in.Via), To: orZero(in.To), Answers: orZero(in.Answers), Mode: sitrep.ClaimMode(in.Mode), Stance: sitrep.Stance(in.Stance),
		Content: r.spans(in.Mentions), About: orNil(in.About), Cue: -1, Why: r.reasons(in.Why),
	}
}

func (r *readingReader) attribution(in *attributionJSON) sitrep.Attribution {
	return sitrep.Attribution{Source: r.spans(in.Source), Cue: r.spans(in.Cue), Content: r.spans(in.Content), SourceHead: -1, CueToken: -1, Claims: orNil(in.Claims)}
}

func (r *readingReader) timex(in *timexJSON) (sitrep.Timex, error) {
	t := sitrep.Timex{Span: r.span(in.spanJSON), Type: sitrep.TimexType(in.Type), Value: in.Value, Mod: orZero(in.Mod), Head: sitrep.NoHead, Governor: sitrep.NoHead}
	var err error
	if t.Interval, err = intervalOf(in.From, in.To); err != nil {
		return t, fmt.Errorf("timex %s: %w", in.Value, err)
	}
	return t, nil
}

func (r *readingReader) toponym(in *toponymJSON) sitrep.Toponym {
	return sitrep.Toponym{Span: r.span(in.spanJSON), Place: placeBack(&in.placeJSON), Metonym: in.Metonym,
		Candidates: back(in.Candidates, func(c *candidateJSON) sitrep.PlaceCandidate {
			return sitrep.PlaceCandidate{Place: placeBack(&c.placeJSON), Score: c.Score}
		})}
}

func (r *readingReader) entity(in *entityJSON) sitrep.Entity {
	return sitrep.Entity{ID: in.ID, Name: in.Name, Kind: sitrep.EntityKind(orZero(in.Kind)), Side: orZero(in.Side),
		Mentions: back(in.Mentions, func(s *spanJSON) sitrep.EntityMention {
			return sitrep.EntityMention{Span: r.span(*s), Head: sitrep.NoHead}
		})}
}

func (r *readingReader) problem(in *readingProblemJSON) sitrep.Problem {
	return sitrep.Problem{Stage: in.Stage, Span: r.span(in.spanJSON), Err: in.Message}
}
