package record

import (
	"encoding/json"
	"io"
	"time"

	"sitrep"
)

// ReadingSchema names the JSON of a reading and its version: fields may be added to a version, never renamed or dropped. docs/record.md
// describes every field, record/sitrep-1.schema.json is the same for programs.
const ReadingSchema = "sitrep/1"

// Reader says which program made a reading: its version, and short hashes of its model and its lists.
type Reader struct {
	Version   string `json:"version"`
	Model     string `json:"model"`
	Lexicon   string `json:"lexicon"`
	Gazetteer string `json:"gazetteer"`
}

// ReadingOptions say what goes into the JSON of a reading.
type ReadingOptions struct {
	Reader Reader
	Why    bool // the reasons for each field
	Indent bool
	NoText bool // without the report's text, which is kept elsewhere: see ReadReadingOf
}

// WriteReading writes a reading as one JSON object: on one line, or indented for people.
func WriteReading(w io.Writer, r *sitrep.Reading, o ReadingOptions) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if o.Indent {
		e.SetIndent("", "  ")
	}
	return e.Encode(readingOf(r, o))
}

type readingJSON struct {
	Schema       string               `json:"schema"`
	Reader       Reader               `json:"reader"`
	Report       reportJSON           `json:"report"`
	Events       []eventJSON          `json:"events"`
	Claims       []claimJSON          `json:"claims"`
	Attributions []attributionJSON    `json:"attributions"`
	Timexes      []timexJSON          `json:"timexes"`
	Toponyms     []toponymJSON        `json:"toponyms"`
	Entities     []entityJSON         `json:"people_and_groups"`
	Problems     []readingProblemJSON `json:"problems"`
	Proposals    []proposalJSON       `json:"proposals,omitempty"`
}

type spanJSON struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type droppedJSON struct {
	spanJSON
	Reason string `json:"reason"`
}

type datelineJSON struct {
	Place *string `json:"place"`
	Date  *string `json:"date"`
}

type reportJSON struct {
	ID             string        `json:"id"`
	URL            *string       `json:"url"`
	Outlet         *string       `json:"outlet"`
	Title          *string       `json:"title"`
	Byline         *string       `json:"byline"`
	Dateline       datelineJSON  `json:"dateline"`
	Published      *string       `json:"published"`
	PublishedBasis string        `json:"published_basis"`
	Language       *string       `json:"language"`
	Text           string        `json:"text"`
	SHA256         string        `json:"sha256"`
	Dropped        []droppedJSON `json:"dropped"`
}

type whyJSON struct {
	Field string   `json:"field"`
	Rule  string   `json:"rule"`
	Words spanJSON `json:"words"`
	Score *float64 `json:"score,omitempty"`
}

type placeJSON struct {
	Name      string   `json:"name"`
	Country   []string `json:"country"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	Precision *int     `json:"precision"`
	GeoNames  *int     `json:"geonames"`
	Within    []string `json:"within"`
}

type actorJSON struct {
	Role         string     `json:"role"`
	Name         string     `json:"name"`
	Side         *string    `json:"side"`
	Kind         *string    `json:"kind"`
	Actor        *string    `json:"actor"`
	Named        bool       `json:"named"`
	Description  *string    `json:"description"`
	Organisation *string    `json:"organisation"`
	Effect       *string    `json:"effect,omitempty"`
	Count        *int       `json:"count,omitempty"`
	CountTo      *int       `json:"count_to,omitempty"`
	Qualifier    *string    `json:"qualifier,omitempty"`
	AccordingTo  []string   `json:"according_to"`
	DeniedBy     []string   `json:"denied_by"`
	Confidence   *string    `json:"confidence"`
	Mentions     []spanJSON `json:"mentions"`
}

type tollJSON struct {
	ID        string     `json:"id"`
	Harm      string     `json:"harm"`
	Count     int        `json:"count"`
	CountTo   *int       `json:"count_to"`
	Qualifier string     `json:"qualifier"`
	Who       string     `json:"who"`
	Side      *string    `json:"side"`
	Civilian  *bool      `json:"civilian"`
	Words     string     `json:"words"`
	Relation  string     `json:"relation"`
	Of        *string    `json:"of"`
	AsOf      *string    `json:"as_of"`
	People    *string    `json:"people"`
	Claim     *string    `json:"claim"`
	Mentions  []spanJSON `json:"mentions"`
	Why       []whyJSON  `json:"why,omitempty"`
}

type eventJSON struct {
	ID          string      `json:"id"`
	Kind        string      `json:"kind"`
	Status      string      `json:"status"`
	Stage       *string     `json:"stage"`
	News        bool        `json:"news"`
	From        *string     `json:"from"`
	To          *string     `json:"to"`
	Precision   *string     `json:"precision"`
	Basis       *string     `json:"basis"`
	Places      []placeJSON `json:"places"`
	Actors      []actorJSON `json:"actors"`
	Weapon      *string     `json:"weapon"`
	Tolls       []tollJSON  `json:"tolls"`
	Phase       *string     `json:"phase"`
	Terms       []spanJSON  `json:"terms"`
	Excludes    []string    `json:"excludes"`
	Violates    *string     `json:"violates"`
	Outcome     *string     `json:"outcome"`
	Next        *string     `json:"next"`
	AccordingTo []string    `json:"according_to"`
	Claims      []string    `json:"claims"`
	Trigger     spanJSON    `json:"trigger"`
	Mentions    []spanJSON  `json:"mentions"`
	Score       float64     `json:"score"`
	Why         []whyJSON   `json:"why,omitempty"`
}

type claimJSON struct {
	ID         string     `json:"id"`
	Source     string     `json:"source"`
	Side       *string    `json:"side"`
	Actor      *string    `json:"actor"`
	SourceKind *string    `json:"source_kind"`
	Via        *string    `json:"via"`
	To         *string    `json:"to"`
	Answers    *string    `json:"answers"`
	Mode       string     `json:"mode"`
	Stance     string     `json:"stance"`
	Mentions   []spanJSON `json:"mentions"`
	About      []string   `json:"about"`
	Why        []whyJSON  `json:"why,omitempty"`
}

type attributionJSON struct {
	Source  []spanJSON `json:"source"`
	Cue     []spanJSON `json:"cue"`
	Content []spanJSON `json:"content"`
	Claims  []string   `json:"claims"`
}

type timexJSON struct {
	spanJSON
	Type  string  `json:"type"`
	Value string  `json:"value"`
	Mod   *string `json:"mod"`
	From  *string `json:"from"`
	To    *string `json:"to"`
}

type candidateJSON struct {
	placeJSON
	Score float64 `json:"score"`
}

type toponymJSON struct {
	spanJSON
	placeJSON
	Metonym    bool            `json:"metonym"`
	Candidates []candidateJSON `json:"candidates"`
}

type entityJSON struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Kind     *string    `json:"kind"`
	Side     *string    `json:"side"`
	Mentions []spanJSON `json:"mentions"`
}

type readingProblemJSON struct {
	Stage string `json:"stage"`
	spanJSON
	Message string `json:"message"`
}

// readingWriter changes a reading's offsets and empty values for the outside.
type readingWriter struct {
	at   *Offsets
	text string
	why  bool
}

func readingOf(r *sitrep.Reading, o ReadingOptions) readingJSON {
	w := readingWriter{NewOffsets(r.Report.Text), r.Report.Text, o.Why}
	out := readingJSON{
		Schema: ReadingSchema, Reader: o.Reader, Report: w.report(r.Report),
		Events: each(r.Events, w.event), Claims: each(r.Claims, w.claim), Attributions: each(r.Attributions, w.attribution),
		Timexes: each(r.Timexes, w.timex), Toponyms: each(r.Toponyms, w.toponym), Entities: each(r.Entities, w.entity),
		Problems: each(r.Problems, w.problem), Proposals: each(r.Proposals, w.proposal),
	}
	if o.NoText {
		out.Report.Text = ""
	}
	return out
}

// each changes all elements of a list; an empty list stays a list.
func each[T, U any](list []T, change func(*T) U) []U {
	out := make([]U, len(list))
	for i := range list {
		out[i] = change(&list[i])
	}
	return out
}

// orNull is nil for the zero value.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func truth(t sitrep.Truth) *bool {
	if t == sitrep.NotKnown {
		return nil
	}
	b := t == sitrep.True
	return &b
}

func (w *readingWriter) span(s sitrep.Span) spanJSON {
	start, end := w.at.Span(s)
	return spanJSON{start, end}
}

func (w *readingWriter) spans(s []sitrep.Span) []spanJSON {
	return each(s, func(s *sitrep.Span) spanJSON { return w.span(*s) })
}

func (w *readingWriter) reasons(list []sitrep.Reason) []whyJSON {
	if !w.why {
		return nil
	}
	return each(list, func(r *sitrep.Reason) whyJSON {
		return whyJSON{r.Field, r.Rule, w.span(r.Words), orNull(round(r.Score, 3))}
	})
}

func (w *readingWriter) report(r *sitrep.Report) reportJSON {
	published := r.Day().String()
	if r.Clock {
		published = r.Published.Format(time.RFC3339)
	}
	return reportJSON{
		ID: r.ID, URL: orNull(r.URL), Outlet: orNull(r.Outlet), Title: orNull(r.Title), Byline: orNull(r.Byline),
		Dateline:  datelineJSON{orNull(r.Dateline.Place), orNull(r.Dateline.Date.String())},
		Published: orNull(published), PublishedBasis: string(r.PublishedBasis), Language: orNull(r.Language), Text: r.Text, SHA256: r.SHA256,
		Dropped: each(r.Dropped, func(d *sitrep.Dropped) droppedJSON { return droppedJSON{w.span(d.Span), d.Reason} }),
	}
}

func (w *readingWriter) event(e *sitrep.Event) eventJSON {
	return eventJSON{
		ID: e.ID, Kind: string(e.Kind), Status: string(e.Status), Stage: orNull(string(e.Stage)), News: e.News,
		From: orNull(e.When.From.String()), To: orNull(e.When.To.String()), Precision: orNull(string(e.When.Precision)), Basis: orNull(string(e.When.Basis)),
		Places: each(e.Places, placeOf), Actors: each(e.Actors, w.actor), Weapon: orNull(e.Weapon), Tolls: each(e.Tolls, w.toll),
		Phase: orNull(e.Phase), Terms: w.spans(e.Terms), Excludes: orEmpty(e.Excludes), Violates: orNull(e.Violates), Outcome: orNull(e.Outcome),
		Next: orNull(e.Next.String()), AccordingTo: orEmpty(e.AccordingTo), Claims: orEmpty(e.Claims), Trigger: w.span(e.Trigger),
		Mentions: w.spans(e.Mentions), Score: round(e.Score, 3), Why: w.reasons(e.Why),
	}
}

func placeOf(p *sitrep.Place) placeJSON {
	out := placeJSON{Name: p.Name, Country: orEmpty(p.Countries), Precision: orNull(p.Precision), GeoNames: orNull(p.GeoNames), Within: orEmpty(p.Within)}
	if p.Located {
		lat, lon := round(p.Lat, 4), round(p.Lon, 4)
		out.Lat, out.Lon = &lat, &lon
	}
	return out
}

func (w *readingWriter) actor(a *sitrep.Actor) actorJSON {
	return actorJSON{
		Role: string(a.Role), Name: a.Name, Side: orNull(a.Side), Kind: orNull(string(a.Kind)), Actor: orNull(a.ActorID), Named: a.Named,
		Description: orNull(a.Description), Organisation: orNull(a.Group), Effect: orNull(string(a.Effect)), Count: orNull(a.Count), CountTo: orNull(a.CountTo),
		Qualifier: orNull(string(a.Qualifier)), AccordingTo: orEmpty(a.AccordingTo), DeniedBy: orEmpty(a.DeniedBy),
		Confidence: orNull(string(a.Confidence)), Mentions: w.spans(a.Mentions),
	}
}

func (w *readingWriter) toll(t *sitrep.Toll) tollJSON {
	return tollJSON{
		ID: t.ID, Harm: string(t.Harm), Count: t.Count, CountTo: orNull(t.CountTo), Qualifier: string(t.Qualifier), Who: t.Who, Side: orNull(t.Side),
		Civilian: truth(t.Civilian), Words: w.text[t.Words.Start:t.Words.End], Relation: string(t.Relation), Of: orNull(t.Of), AsOf: orNull(t.AsOf.String()),
		People: orNull(t.People), Claim: orNull(t.Claim), Mentions: w.spans(t.Mentions), Why: w.reasons(t.Why),
	}
}

func (w *readingWriter) claim(c *sitrep.Claim) claimJSON {
	return claimJSON{
		ID: c.ID, Source: c.Source, Side: orNull(c.Side), Actor: orNull(c.Actor), SourceKind: orNull(string(c.SourceKind)), Via: orNull(c.Via),
		To: orNull(c.To), Answers: orNull(c.Answers), Mode: string(c.Mode), Stance: string(c.Stance), Mentions: w.spans(c.Content), About: orEmpty(c.About),
		Why: w.reasons(c.Why),
	}
}

func (w *readingWriter) attribution(a *sitrep.Attribution) attributionJSON {
	return attributionJSON{w.spans(a.Source), w.spans(a.Cue), w.spans(a.Content), orEmpty(a.Claims)}
}

func (w *readingWriter) timex(t *sitrep.Timex) timexJSON {
	return timexJSON{w.span(t.Span), string(t.Type), t.Value, orNull(t.Mod), orNull(t.Interval.From.String()), orNull(t.Interval.To.String())}
}

func (w *readingWriter) toponym(t *sitrep.Toponym) toponymJSON {
	return toponymJSON{w.span(t.Span), placeOf(&t.Place), t.Metonym, each(t.Candidates, func(c *sitrep.PlaceCandidate) candidateJSON {
		return candidateJSON{placeOf(&c.Place), round(c.Score, 3)}
	})}
}

func (w *readingWriter) entity(e *sitrep.Entity) entityJSON {
	return entityJSON{e.ID, e.Name, orNull(string(e.Kind)), orNull(e.Side), each(e.Mentions, func(m *sitrep.EntityMention) spanJSON { return w.span(m.Span) })}
}

func (w *readingWriter) problem(p *sitrep.Problem) readingProblemJSON {
	return readingProblemJSON{p.Stage, w.span(p.Span), p.Err}
}

func round(x float64, digits int) float64 {
	scale := 1.0
	for range digits {
		scale *= 10
	}
	if x < 0 {
		return -round(-x, digits)
	}
	return float64(int64(x*scale+0.5)) / scale
}
