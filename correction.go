package sitrep

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// CorrectionOp is what a person does to the record.
type CorrectionOp string

// What a person can do.
const (
	AcceptOp  CorrectionOp = "accept"  // the event, toll, claim or join is right
	RejectOp  CorrectionOp = "reject"  // the event, toll or claim is none
	SetOp     CorrectionOp = "set"     // a field has another value
	AddOp     CorrectionOp = "add"     // an event, toll or claim that the machine did not find, by its words
	MergeOp   CorrectionOp = "merge"   // the events are one incident
	SplitOp   CorrectionOp = "split"   // the events are another incident than the rest
	GradeOp   CorrectionOp = "grade"   // confirmed or discounted
	UndoOp    CorrectionOp = "undo"    // another correction no longer holds
	RetractOp CorrectionOp = "retract" // the outlet took the report back: it supports nothing
)

// Correction is something that a person said about the record. It wins over the machine and outlives re-reading. Corrections are only ever added.
type Correction struct {
	ID     string // a short hash of the rest
	At     time.Time
	By     string
	Op     CorrectionOp
	Reason string
	// Anchor is the stretch of text that it hangs on, Field what of it: "event", "event.kind", "event.from", "event.places", "toll", "toll.count", "claim",
	// "claim.stance"…
	Anchor Anchor
	Field  string
	Value  string     // JSON of the new value, in the shape of docs/record.md
	Events []EventKey // of merge, split, grade
	Undoes string     // id of the correction that no longer holds
	Orphan bool       // its words stand no longer in the report's newest text
}

// Anchor is a stretch of a certain text.
type Anchor struct {
	Report string // id
	SHA256 string // of the text
	Span   Span
	Quote  string
}

// PlaceValue is a place in the Value of a correction of places.
type PlaceValue struct {
	Name      string   `json:"name"`
	Country   []string `json:"country,omitempty"`
	Lat       *float64 `json:"lat,omitempty"`
	Lon       *float64 `json:"lon,omitempty"`
	Precision int      `json:"precision,omitempty"`
	GeoNames  int      `json:"geonames,omitempty"`
	Within    []string `json:"within,omitempty"`
}

// ActorValue is an actor in the Value of a correction of actors.
type ActorValue struct {
	Role        Role       `json:"role"`
	Name        string     `json:"name"`
	Side        string     `json:"side,omitempty"`
	Kind        EntityKind `json:"kind,omitempty"`
	Confidence  Confidence `json:"confidence,omitempty"`
	AccordingTo []string   `json:"according_to,omitempty"`
	DeniedBy    []string   `json:"denied_by,omitempty"`
}

// AddedID is the id of what a person adds by its words: "e" for an event, "t" for a toll, "c" for a claim, then a short hash of the text and the words. n is above 0
// only where that id is taken.
func AddedID(letter, sha256OfText string, s Span, n int) string {
	h := sha256.Sum256(fmt.Appendf(nil, "%s person %s %d %d-%d", sha256OfText, letter, n, s.Start, s.End))
	return letter + hex.EncodeToString(h[:])[:10]
}
