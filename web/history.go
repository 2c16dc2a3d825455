package web

import (
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/text"
	"sitrep/web/shown"
)

// turnOfRecord is what became of an incident at a time: a new state of the record, or what a person said of it.
type turnOfRecord struct {
	At      time.Time
	What    []string
	Version *casebook.IncidentVersion
	Judged  *shown.Judged
}

// historyOf is what became of an incident, the last first: how the record changed, and what people said.
func historyOf(versions []casebook.IncidentVersion, said []shown.Judged) []turnOfRecord {
	var out []turnOfRecord
	for i := range versions {
		v := &versions[i]
		t := turnOfRecord{At: v.At, Version: v}
		switch {
		case v.Gone:
			t.What = []string{"no more: joined to others, or without reports that tell it"}
		case i == 0 || versions[i-1].Gone:
			t.What = []string{"entered"}
		default:
			t.What = text.Changes(&versions[i-1].Incident, &v.Incident)
		}
		out = append(out, t)
	}
	for i := range said {
		out = append(out, turnOfRecord{At: said[i].At, Judged: &said[i]})
	}
	slices.SortStableFunc(out, func(a, b turnOfRecord) int { return b.At.Compare(a.At) })
	return out
}

// judgement is what a person said, in a list that can undo it.
type judgement struct {
	shown.Judged
	Can  bool   // it may be undone by whoever looks
	Back string // the page that comes after undoing
}

func judgementOf(j *shown.Judged, may bool, back string) judgement {
	return judgement{*j, may && !j.Undone && j.Op != sitrep.UndoOp, back}
}
