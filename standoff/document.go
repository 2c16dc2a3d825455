package standoff

import (
	"slices"

	"sitrep"
)

// Document is a text with its marks.
type Document struct {
	Report, SHA256 string // of the report; the hash is that of its kept text
	Title          string
	// Text has the names that may not be shown covered up, character by character: code points count as in the kept text, bytes may not.
	Text  string
	Marks []Mark
	Links []Link
}

// Mark is a stretch of the text with a type. Spans are in code points: what covers up a name is not as long in bytes as the name.
type Mark struct {
	ID     string // that of an event, a toll or a claim; of other marks a word and their place
	Type   string // a kind of event, or one of the types below
	Spans  []Points
	Fields []Field
}

// Points is a half-open stretch of a text in code points.
type Points struct{ Start, End int }

// Field is something said of a mark.
type Field struct{ Name, Value string }

// Link leads from one mark to another.
type Link struct{ From, Role, To string }

// Cover stands in a text for each character of a name that may not be shown.
const Cover = '█'

// The types of marks beside the kinds of events.
const (
	Toll    = "toll"
	Claim   = "claim"
	Actor   = "actor"
	Place   = "place"
	Speaker = "speaker"
)

// Types are the types of marks that are no events.
var Types = []string{Actor, Place, Toll, Claim, Speaker}

// The roles of links beside those of actors in events.
const (
	ToPlace = "place"   // from an event
	ToToll  = "toll"    // from an event
	About   = "about"   // from a claim to an event
	SaidBy  = "said-by" // from a claim to a speaker
)

// Roles are the roles of links from events.
var Roles = []string{string(sitrep.Initiator), string(sitrep.Target), string(sitrep.Party), string(sitrep.Mediator), ToPlace, ToToll}

// Choice is a field that has one of some values.
type Choice struct {
	Name   string
	Of     []string // types of marks; nil for events
	Values []string
}

// Choices are the fields with a fixed set of values; all others are free text.
func Choices() []Choice {
	return []Choice{
		{"status", nil, texts(sitrep.Happened, sitrep.Ongoing, sitrep.Planned, sitrep.Disputed)},
		{"stage", nil, texts(sitrep.Accomplished, sitrep.Attempted, sitrep.Threatened)},
		{"news", nil, []string{"yes", "no"}},
		{"harm", []string{Toll}, texts(sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced)},
		{"qualifier", []string{Toll}, texts(sitrep.Exact, sitrep.AtLeast, sitrep.MoreThan, sitrep.About, sitrep.UpTo, sitrep.FewerThan, sitrep.Range, sitrep.Vague)},
		{"civilian", []string{Toll}, []string{"yes", "no"}},
		{"stance", []string{Claim}, texts(sitrep.Assert, sitrep.Deny, sitrep.Accuse, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Threaten, sitrep.Condemn, sitrep.Warn)},
		{"mode", []string{Claim}, texts(sitrep.QuoteMode, sitrep.IndirectMode, sitrep.PostMode, sitrep.DocumentMode)},
	}
}

func texts[T ~string](list ...T) []string {
	var out []string
	for _, v := range list {
		out = append(out, string(v))
	}
	return out
}

// ChoiceOf is the choice of a name, nil for a field of free text.
func ChoiceOf(name string) *Choice {
	for _, c := range Choices() {
		if c.Name == name {
			return &c
		}
	}
	return nil
}

// IsEvent tells whether a mark is an event: its type is then a kind of event.
func (m *Mark) IsEvent() bool { return slices.Contains(sitrep.Kinds, sitrep.Kind(m.Type)) }

// class is what a mark is: an event of whatever kind, or its type.
func (m *Mark) class() string {
	if m.IsEvent() {
		return "event"
	}
	return m.Type
}

// Field is the value of a field, empty where it has none.
func (m *Mark) Field(name string) string {
	for _, f := range m.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// Set gives a field a value; an empty one takes it away.
func (m *Mark) Set(name, value string) {
	i := slices.IndexFunc(m.Fields, func(f Field) bool { return f.Name == name })
	switch {
	case i < 0 && value != "":
		m.Fields = append(m.Fields, Field{name, value})
	case i >= 0 && value == "":
		m.Fields = slices.Delete(m.Fields, i, i+1)
	case i >= 0:
		m.Fields[i].Value = value
	}
}
