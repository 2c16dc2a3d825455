package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
)

// Standing are the corrections that hold: not those that were undone, nor the undoing, in the order in which they were made. An undo that was itself undone
// undoes nothing.
func Standing(cs []sitrep.Correction) []sitrep.Correction {
	sorted := asMade(cs)
	undone := undoneOf(sorted)
	return slices.DeleteFunc(sorted, func(c sitrep.Correction) bool { return c.Op == sitrep.UndoOp || undone[c.ID] })
}

// Undone are the ids of the corrections that were undone.
func Undone(cs []sitrep.Correction) map[string]bool { return undoneOf(asMade(cs)) }

func undoneOf(sorted []sitrep.Correction) map[string]bool {
	undone := map[string]bool{}
	for _, c := range slices.Backward(sorted) {
		if c.Op == sitrep.UndoOp && !undone[c.ID] {
			undone[c.Undoes] = true
		}
	}
	return undone
}

// asMade are corrections in the order in which they were made.
func asMade(cs []sitrep.Correction) []sitrep.Correction {
	sorted := slices.Clone(cs)
	slices.SortStableFunc(sorted, func(a, b sitrep.Correction) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.ID, b.ID)) })
	return sorted
}
