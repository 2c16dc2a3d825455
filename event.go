package sitrep

// Kind is a kind of event, as docs/record.md lists them.
type Kind string

// The kinds of event.
const (
	Battle       Kind = "battle"
	Shelling     Kind = "shelling"
	Airstrike    Kind = "airstrike"
	Bombing      Kind = "bombing"
	Attack       Kind = "attack"
	Abduction    Kind = "abduction"
	Arrest       Kind = "arrest"
	Release      Kind = "release"
	Territory    Kind = "territory"
	Deployment   Kind = "deployment"
	Withdrawal   Kind = "withdrawal"
	Displacement Kind = "displacement"
	Destruction  Kind = "destruction"
	War          Kind = "war"
	Ceasefire    Kind = "ceasefire"
	Violation    Kind = "violation"
	Agreement    Kind = "agreement"
	Talks        Kind = "talks"
	Sanction     Kind = "sanction"
	Aid          Kind = "aid"
	Protest      Kind = "protest"
	Coup         Kind = "coup"
	Trial        Kind = "trial"
)

// Kinds are all kinds of event, in the order of docs/record.md.
var Kinds = []Kind{Battle, Shelling, Airstrike, Bombing, Attack, Abduction, Arrest, Release, Territory, Deployment, Withdrawal, Displacement,
	Destruction, War, Ceasefire, Violation, Agreement, Talks, Sanction, Aid, Protest, Coup, Trial}

// Status says how real an event is.
type Status string

// The statuses.
const (
	Happened Status = "happened"
	Ongoing  Status = "ongoing"
	Planned  Status = "planned"
	Disputed Status = "disputed"
)

// Stage says how far a deed went; empty where nothing is told.
type Stage string

// The stages.
const (
	Accomplished Stage = "accomplished"
	Attempted    Stage = "attempted"
	Threatened   Stage = "threatened"
)

// Role is what part somebody has in an event.
type Role string

// The roles.
const (
	Initiator Role = "initiator"
	Target    Role = "target"
	Party     Role = "party"
	Mediator  Role = "mediator"
)

// Confidence says how sure the report makes it that an initiator is one.
type Confidence string

// The grades of confidence.
const (
	Fact                 Confidence = "fact"
	ClaimedByDoer        Confidence = "claimed"
	Accused              Confidence = "accused"
	AccusedByAuthorities Confidence = "accused-by-authorities"
	Possible             Confidence = "possible"
)

// Effect is what the report says became of a thing that was hit.
type Effect string

// The effects.
const (
	Destroyed Effect = "destroyed"
	Damaged   Effect = "damaged"
	Undamaged Effect = "undamaged"
)

// Actor is an entity in a role of an event.
type Actor struct {
	Role        Role
	Entity      int // index in Cast.Entities, -1 where it is none of them
	Name, Side  string
	ActorID     string // id in the lexicon
	Kind        EntityKind
	Named       bool
	Description string
	Group       string // a person's organisation
	Effect      Effect // of a thing that is a target, empty where the report says nothing
	// Count is how many things of its kind were hit, 0 where no number is told, CountTo the upper end of a range, and Qualifier says how the number is meant.
	Count, CountTo int
	Qualifier      TollQualifier
	// AccordingTo are the claims that make somebody the initiator, empty where the reporter does; DeniedBy those that deny it.
	AccordingTo, DeniedBy []string
	Confidence            Confidence
	Head                  int // the head token of the mention in this role
	Mentions              []Span
	Why                   []Reason
}

// Part is how likely somebody has a part in what a mention tells.
type Part struct {
	Entity     int // index in Cast.Entities, -1 where it is none of them
	Head       int // the head token of the naming that is nearest to the trigger
	Tier       int // how near it stands to the trigger, 0 for nearest
	Sentences  int // how many sentences after the trigger's, below zero before
	Rule       Role
	Slot       string     // how it hangs on the trigger by syntax, empty where it does not
	Odds       [4]float64 // by role: initiator, target, party, mediator
	Confidence Confidence // of the initiator, if it is one
	Hedge      int        // the token that Confidence rests on, -1 for none
}

// EventMention is a stretch of the text that tells of a happening, opened by a trigger word. Mentions of one happening become one Event.
type EventMention struct {
	Span            // the clause or phrase that tells it
	Trigger     int // the trigger's head token
	TriggerSpan Span
	Kind        Kind
	Scores      []KindScore // the likeliest kinds, best first
	Score       float64     // that this tells of an event at all
	Status      Status
	Stage       Stage
	Nominal     bool // the trigger is a noun
	Verbal      bool // the trigger is a verb
	Frame       string
	Weapon      string
	Actors      []Actor
	Parts       []Part // of everybody who may be one of the actors
	When        Interval
	WhenScore   float64      // how sure When is: between mentions of one happening, the surest tells
	Timexes     []int        // indices in Story.Timexes that date it
	Places      []int        // indices in Story.Toponyms of where it was
	PlaceScores []PlaceScore // how likely it was at each place of the report
	Tolls       []int        // indices in Story.Tolls that it caused
	Why         []Reason
}

// PlaceScore is how likely something was at the place that a toponym names.
type PlaceScore struct {
	Toponym int // index in Story.Toponyms
	Score   float64
}

// KindScore is a kind with its probability.
type KindScore struct {
	Kind  Kind
	Score float64
}

// Event is one happening in one report, however often the report mentions it.
type Event struct {
	ID          string
	Kind        Kind
	Status      Status
	Stage       Stage
	News        bool
	When        Interval
	Places      []Place
	Actors      []Actor
	Weapon      string
	Tolls       []Toll
	Phase       string // of a ceasefire
	Terms       []Span
	Excludes    []string
	Violates    string    // id of the ceasefire that it breaches
	Outcome     string    // of talks
	Next        CivilDate // of talks: the next meeting
	Claims      []string
	Trigger     Span
	Mentions    []Span
	MentionsOf  []int // indices in Story.Mentions
	Score       float64
	Why         []Reason
	AccordingTo []string // of an allegation that only claims tell of
}
