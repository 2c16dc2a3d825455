package sitrep

import "time"

// EventKey names an event of a report across reports: the report's id and the event's.
type EventKey struct {
	Report string `json:"report"`
	Event  string `json:"event"`
}

// Less orders keys: by report, then by event.
func (k EventKey) Less(o EventKey) bool {
	if k.Report != o.Report {
		return k.Report < o.Report
	}
	return k.Event < o.Event
}

// Incident is one happening in the world: all events of all reports that tell of it. Nothing in it depends on the order in which the reports came.
type Incident struct {
	ID       string // made of the least key of Events
	Kind     Kind
	Title    string // one line of what, where and when, in words of the program's own
	Status   Status
	When     Interval
	Place    Place // the finest place that its events agree on; not Located where none has coordinates
	Actors   []IncidentActor
	Events   []EventKey // in order
	Tally    []Tally
	Origins  []Origin
	Grade    Grade
	GradedBy Judgement // of a grade that a person gave
	// PartOf is the id of the incident that this one is a part of, Follows of the one that it came from (the talks that a truce followed).
	PartOf, Follows string
	Contradictions  []Contradiction
	Course          []Turn    // the life of a ceasefire, of talks, of a demand, in order
	FirstPublished  time.Time // of the reports that tell of it
	LastPublished   time.Time
	News            bool // some report tells it as news
}

// IncidentActor is who had a part in an incident, and who says so. No initiator is shown without AccordingTo and Confidence.
type IncidentActor struct {
	Role        Role
	Name, Side  string
	ActorID     string // id in the lexicon
	Kind        EntityKind
	Confidence  Confidence // the best that an event gives; of initiators only
	AccordingTo []string   // origins, by name; empty where the reporters say it in their own voice
	DeniedBy    []string   // origins, by name
	Events      []EventKey // that name this actor in this role
}

// Grade says how well an incident is borne out.
type Grade string

// The grades. The machine gives the first four, a person the last two.
const (
	SingleOrigin   Grade = "single-origin"
	SeveralOrigins Grade = "several-origins"
	Contested      Grade = "contested" // who did it, or whether it was
	Admitted       Grade = "admitted"  // the accused says so, in quoted words
	Confirmed      Grade = "confirmed"
	Discounted     Grade = "discounted"
)

// Grades are all grades, in the order of docs/incidents.md.
var Grades = []Grade{SingleOrigin, SeveralOrigins, Contested, Admitted, Confirmed, Discounted}

// Judgement is who judged, when and why.
type Judgement struct {
	By     string
	At     time.Time
	Reason string
}

// OneSide is the side on whose word alone an incident rests, empty where anybody else tells of it: a monitor, a medic, a witness, or reporters in their own voice.
func (i *Incident) OneSide() string {
	side := ""
	for k, o := range i.Origins {
		switch o.Kind {
		case Belligerent, ArmedGroupSource, GovernmentSource, LocalOfficial, AnonymousOfficial:
		default:
			return ""
		}
		if o.Side == "" || k > 0 && o.Side != side {
			return ""
		}
		side = o.Side
	}
	return side
}

// Origin is a first speaker: a monitor, a ministry, one hospital, or the reporters of one outlet in their own voice. Outlets that cite one speaker, and copies
// of one wire, are one origin.
type Origin struct {
	Name    string // of the speaker; of the outlet for a reporter's own voice
	Side    string
	Kind    SourceKind
	Reports []string   // ids of the reports that carry it, by time of publication
	Events  []EventKey // those told on its word
	Copies  [][]string // ids of reports that are copies of one text, each chain in order of publication
}

// Tally is what the reports say of one harm to one group of people in an incident. Low, Best and High are each a figure that some report told; none is a sum.
type Tally struct {
	Harm            Harm
	Side            string // forces of a side, or the state of civilians; empty where not told
	Civilian        Truth
	Low, Best, High int
	Open            bool        // High is "at least" or "more than"
	RestsOn         []TallyToll // the last figure of each origin
	SetAside        []TallyToll // earlier figures, parts, vague words, running counts
	Why             string      // how Best was chosen
}

// TallyToll is a toll of a report in a tally, with the words that tell it.
type TallyToll struct {
	Key       EventKey
	Toll      string // its id
	Count     int
	CountTo   int
	Qualifier TollQualifier
	Origin    string // name of the origin
	Published time.Time
	Quote     string // the words
	Span      Span   // of the words in the report's text
	Why       string // why it counts, or why it is set aside
}

// Contradiction is what reports differ in, and who says which.
type Contradiction struct {
	Field   string // harm of a toll, "initiator", "when", "where", "happened"
	Entries []ContradictionEntry
}

// ContradictionEntry is one of the answers.
type ContradictionEntry struct {
	Value  string
	Origin string
	Key    EventKey
	Quote  string
	Span   Span
}

// Turn is a point in the life of a ceasefire, of talks or of a demand: agreed, declared, in effect, allegedly violated, extended, broken down, ended; a round;
// an answer. It is never concluded from silence.
type Turn struct {
	What        string   // a phase of a ceasefire, "violation", "round", "demand", "rejected", "accepted", "promised", "denied"
	When        Interval // of the turn, not of the whole: the day on which it is told to have been agreed, to hold, to have been breached; Assumed where only publication tells it
	By          string   // who violated, answered, mediated…
	AccordingTo []string // origins, by name
	Venue       string
	Key         EventKey
	Claim       string // id, of a demand and of an answer
	Quote       string
	Span        Span
	Again       []EventKey // other events that tell the same turn on the same word, in order
}
