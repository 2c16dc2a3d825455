package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep"
)

// The fields that a person can judge, as Correction.Field has them.
const (
	eventField = "event"
	tollField  = "toll"
)

// Accept is the correction that says: it is as the machine has it. Of a join that is a merge or a split, so that it stays so whatever the machine thinks later.
func (q *Question) Accept() sitrep.Correction {
	switch {
	case q.Proposed != nil:
		return q.acceptProposal()
	case q.Join == nil:
		return sitrep.Correction{Op: sitrep.AcceptOp, Field: eventField, Anchor: anchorOf(&q.A, q.A.Event.Trigger)}
	case q.Join.Relation == sitrep.SameIncident:
		return q.Merge()
	}
	return q.Split()
}

// Reject is the correction that says: it is not. A rejected event is none; a rejected join is its contrary.
func (q *Question) Reject() sitrep.Correction {
	switch {
	case q.Proposed != nil:
		return q.rejectProposal()
	case q.Join == nil:
		return sitrep.Correction{Op: sitrep.RejectOp, Field: eventField, Anchor: anchorOf(&q.A, q.A.Event.Trigger)}
	case q.Join.Relation == sitrep.SameIncident:
		return q.Split()
	}
	return q.Merge()
}

// Merge is the correction that says that the two are one incident.
func (q *Question) Merge() sitrep.Correction {
	return sitrep.Correction{Op: sitrep.MergeOp, Events: []sitrep.EventKey{q.A.Key, q.B.Key}}
}

// Split is the correction that says that the two are two incidents. Others may still join either.
func (q *Question) Split() sitrep.Correction {
	rest, _ := json.Marshal([]sitrep.EventKey{q.A.Key})
	return sitrep.Correction{Op: sitrep.SplitOp, Events: []sitrep.EventKey{q.B.Key}, Value: string(rest)}
}

// restOf are the events that a split leaves behind.
func restOf(c *sitrep.Correction) []sitrep.EventKey {
	var rest []sitrep.EventKey
	if c.Op != sitrep.SplitOp && c.Op != sitrep.UndoOp || json.Unmarshal([]byte(c.Value), &rest) != nil {
		return nil
	}
	return rest
}

func anchorOf(t *sitrep.Telling, s sitrep.Span) sitrep.Anchor {
	return sitrep.Anchor{Report: t.Report.ID, SHA256: t.Report.SHA256, Span: s, Quote: t.Quote(s)}
}

// FixHelp says what Fix understands.
const FixHelp = `kind KIND, status STATUS, from DAY, to DAY, news yes|no, place NAME; toll N count|count_to|qualifier|harm|side|civilian VALUE, toll N none`

// eventFields are the fields of an event that can be set by a word.
var eventFields = []string{"kind", "status", "from", "to", "news"}

// Fix is the correction that gives a field of A another value: "kind shelling", "toll 2 count 5".
func (q *Question) Fix(words string) (sitrep.Correction, error) {
	if q.Proposed != nil {
		return sitrep.Correction{}, errors.New("a proposal is accepted or rejected; accept it and fix the event then")
	}
	name, value, _ := strings.Cut(strings.TrimSpace(words), " ")
	value = strings.TrimSpace(value)
	switch {
	case name == "toll":
		return q.fixToll(value)
	case value == "":
		return sitrep.Correction{}, fmt.Errorf("fix %q: a field and its value are wanted: %s", words, FixHelp)
	case name == "place":
		return q.set("places", []map[string]string{{"name": value}})
	case slices.Contains(eventFields, name):
		v, err := FieldValue(name, value)
		if err != nil {
			return sitrep.Correction{}, err
		}
		return q.set(name, v)
	}
	return sitrep.Correction{}, fmt.Errorf("fix %q: there is no field %q: %s", words, name, FixHelp)
}

func (q *Question) set(field string, value any) (sitrep.Correction, error) {
	b, err := json.Marshal(value)
	return sitrep.Correction{Op: sitrep.SetOp, Field: eventField + "." + field, Value: string(b), Anchor: anchorOf(&q.A, q.A.Event.Trigger)}, err
}

// FieldValue checks a word for a field of an event or a toll, and gives the value that it stands for: of a day, no word or "none" for one that is not told.
func FieldValue(name, value string) (any, error) {
	switch name {
	case "kind":
		if !slices.Contains(sitrep.Kinds, sitrep.Kind(value)) {
			return nil, fmt.Errorf("fix kind: %q is no kind of event: docs/record.md lists them", value)
		}
	case "status":
		if !slices.Contains([]sitrep.Status{sitrep.Happened, sitrep.Ongoing, sitrep.Planned, sitrep.Disputed}, sitrep.Status(value)) {
			return nil, fmt.Errorf("fix status: %q is none of happened, ongoing, planned, disputed", value)
		}
	case "from", "to":
		if value == "" || value == "none" {
			return nil, nil
		}
		d, err := sitrep.ParseCivilDate(value)
		if err != nil {
			return nil, fmt.Errorf("fix %s: %w", name, err)
		}
		return d.String(), nil
	case "news", "civilian":
		return yesNo(name, value)
	case "count", "count_to":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return nil, fmt.Errorf("fix %s: %q is no number of people", name, value)
		}
		return n, nil
	case "harm":
		if !slices.Contains([]sitrep.Harm{sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced}, sitrep.Harm(value)) {
			return nil, fmt.Errorf("fix harm: %q is none of killed, wounded, casualties, missing, captured, displaced", value)
		}
	case "qualifier":
		if !slices.Contains([]sitrep.TollQualifier{sitrep.Exact, sitrep.AtLeast, sitrep.MoreThan, sitrep.About, sitrep.UpTo, sitrep.FewerThan, sitrep.Range, sitrep.Vague}, sitrep.TollQualifier(value)) {
			return nil, fmt.Errorf("fix qualifier: %q is none of exact, at-least, more-than, about, up-to, fewer-than, range, vague", value)
		}
	}
	return value, nil
}

func yesNo(name, value string) (any, error) {
	switch value {
	case "yes", "true":
		return true, nil
	case "no", "false":
		return false, nil
	case "none":
		return nil, nil
	}
	return nil, fmt.Errorf("fix %s: want yes or no, not %q", name, value)
}

// tollFields are the fields of a toll that can be set.
var tollFields = []string{"count", "count_to", "qualifier", "harm", "side", "civilian"}

// fixToll is "2 count 5", or "2 none" for a toll that is none.
func (q *Question) fixToll(words string) (sitrep.Correction, error) {
	parts := strings.Fields(words)
	if len(parts) < 2 {
		return sitrep.Correction{}, fmt.Errorf("fix toll %s: want its number, a field and a value: %s", words, FixHelp)
	}
	n, err := strconv.Atoi(parts[0])
	if err != nil || n < 1 || n > len(q.A.Event.Tolls) {
		return sitrep.Correction{}, fmt.Errorf("fix toll %q: the event has %d tolls", parts[0], len(q.A.Event.Tolls))
	}
	anchor := anchorOf(&q.A, q.A.Event.Tolls[n-1].Words)
	switch {
	case parts[1] == "none" && len(parts) == 2:
		return sitrep.Correction{Op: sitrep.RejectOp, Field: tollField, Anchor: anchor}, nil
	case len(parts) != 3 || !slices.Contains(tollFields, parts[1]):
		return sitrep.Correction{}, fmt.Errorf("fix toll %s: %s", words, FixHelp)
	}
	v, err := FieldValue(parts[1], parts[2])
	if err != nil {
		return sitrep.Correction{}, err
	}
	b, err := json.Marshal(v)
	return sitrep.Correction{Op: sitrep.SetOp, Field: tollField + "." + parts[1], Value: string(b), Anchor: anchor}, err
}
