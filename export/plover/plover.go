// Package plover writes who does what to whom in the 40 columns of POLECAT, coded by PLOVER, for scripts that read those, with columns of our own behind them.
// It is neither POLECAT's data nor its coding: what only that codes is empty.
package plover

import (
	"fmt"
	"io"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes acts that PLOVER has a type for; the others it counts.
type Writer struct {
	*rows.Sheet[rows.Act]
	left, undated int
}

// New begins a sheet, with tabs between its cells as POLECAT's files have them.
func New(w io.Writer, countries rows.Countries) *Writer {
	return &Writer{Sheet: rows.NewTabs(w, columns(countries), true)}
}

// Write writes an act that has been.
func (w *Writer) Write(a *rows.Act) error {
	switch {
	case typeOf(a).event == "" || a.Status == sitrep.Planned:
		w.left++
	case a.Day.IsZero():
		w.undated++
	default:
		return w.Sheet.Write(a)
	}
	return nil
}

// LeftOut says what the columns do not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"This is neither POLECAT's data nor its coding: intensity, contexts, sectors, titles, Wikipedia and COW ids are empty. Tolls are in the csv and ucdp forms.",
		"Whoever is only accused of an act is not its actor; the column accused says who accuses whom. An accusation is a row of its own, of the one who makes it.",
		"Claims that assert, deny or warn are no acts and are in the claims form."}
	if w.left > 0 {
		out = append(out, fmt.Sprintf("%d incidents and statements that PLOVER has no type for, or that are only planned, are left out.", w.left))
	}
	if w.undated > 0 {
		out = append(out, fmt.Sprintf("%d incidents and statements without any date are left out.", w.undated))
	}
	return out
}

// kind is a type with its mode, which is empty where what is told does not decide it.
type kind struct{ event, mode string }

// kinds are the types of incidents. A war is none: it is not one act; nor is a flight, in which nobody does anything to another; nor a coup or a trial.
var kinds = map[sitrep.Kind]kind{
	sitrep.Battle: {"ASSAULT", ""}, sitrep.Shelling: {"ASSAULT", "heavy-weapons"}, sitrep.Airstrike: {"ASSAULT", "aerial"}, sitrep.Bombing: {"ASSAULT", "explosives"},
	sitrep.Attack: {"ASSAULT", ""}, sitrep.Abduction: {"ASSAULT", "abduct"}, sitrep.Destruction: {"ASSAULT", "destroy"}, sitrep.Violation: {"ASSAULT", ""},
	sitrep.Arrest: {"COERCE", "arrest"}, sitrep.Territory: {"COERCE", "seize"}, sitrep.Deployment: {"MOBILIZE", "troops"}, sitrep.Sanction: {"SANCTION", ""},
	sitrep.Protest: {"PROTEST", ""}, sitrep.Withdrawal: {"RETREAT", "withdraw"}, sitrep.Release: {"RETREAT", "release"}, sitrep.Ceasefire: {"RETREAT", "ceasefire"},
	sitrep.Agreement: {"AGREE", ""}, sitrep.Talks: {"CONSULT", ""}, sitrep.Aid: {"AID", ""},
}

// statements are the types of claims. To assert, to deny and to warn of others are none.
var statements = map[sitrep.Stance]kind{
	sitrep.Demand: {"REQUEST", ""}, sitrep.Reject: {"REJECT", ""}, sitrep.Agree: {"SUPPORT", ""}, sitrep.Promise: {"AGREE", ""}, sitrep.Threaten: {"THREATEN", ""},
	sitrep.Accuse: {"ACCUSE", "allege"}, sitrep.Condemn: {"ACCUSE", "disapprove"},
}

// typeOf is the type of an act, empty for what has none.
func typeOf(a *rows.Act) kind {
	if a.Kind == "" {
		return statements[a.Stance]
	}
	if a.Kind == sitrep.Ceasefire && !a.InForce() {
		return kind{}
	}
	return kinds[a.Kind]
}

// quads are the four quarters into which types fall.
var quads = map[string]string{
	"AGREE": "VERBAL COOPERATION", "CONSULT": "VERBAL COOPERATION", "SUPPORT": "VERBAL COOPERATION", "CONCEDE": "VERBAL COOPERATION",
	"COOPERATE": "MATERIAL COOPERATION", "AID": "MATERIAL COOPERATION", "RETREAT": "MATERIAL COOPERATION",
	"REQUEST": "VERBAL CONFLICT", "ACCUSE": "VERBAL CONFLICT", "REJECT": "VERBAL CONFLICT", "THREATEN": "VERBAL CONFLICT", "SANCTION": "VERBAL CONFLICT",
	"PROTEST": "MATERIAL CONFLICT", "MOBILIZE": "MATERIAL CONFLICT", "COERCE": "MATERIAL CONFLICT", "ASSAULT": "MATERIAL CONFLICT",
}
