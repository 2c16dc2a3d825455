// Package cameo writes who does what to whom as dyads coded by CAMEO, in the 26 columns of Phoenix or the 20 of ICEWS, for scripts that read those, with columns
// of our own behind them. It is neither of these projects' data nor their coding: what only they code is empty.
package cameo

import (
	"fmt"
	"io"

	"sitrep"
	"sitrep/export/rows"
)

// dyad is an act between two of those who have a part in it, as CAMEO has them.
type dyad struct {
	*rows.Act
	by, to rows.Somebody
	code   code
	pair   int // which of several, from 1; 0 for the only one
}

// Writer writes acts that CAMEO has a code for, a row for each pair of doer and target; the others it counts.
type Writer struct {
	*rows.Sheet[dyad]
	left, undated, nobody, several int
}

// NewPhoenix begins a sheet in Phoenix's columns, with tabs between them and without a line of names, as Phoenix's files are.
func NewPhoenix(w io.Writer) *Writer {
	return &Writer{Sheet: rows.NewTabs(w, phoenix(), false, "The sheet has no line of names, as Phoenix's files have none: docs/export.md names the columns.")}
}

// NewICEWS begins a sheet in ICEWS's columns, with tabs between them.
func NewICEWS(w io.Writer, countries rows.Countries) *Writer {
	return &Writer{Sheet: rows.NewTabs(w, icews(countries), true)}
}

// Write writes the dyads of an act that has been.
func (w *Writer) Write(a *rows.Act) error {
	c := codeOf(a)
	switch {
	case c.number == "" || a.Status == sitrep.Planned:
		w.left++
		return nil
	case a.Day.IsZero():
		w.undated++
		return nil
	case len(a.By) == 0 && len(a.To) == 0:
		w.nobody++
		return nil
	}
	by, to := orNobody(a.By), orNobody(a.To)
	n := 0
	if len(by)*len(to) > 1 {
		w.several++
		n = 1
	}
	for _, one := range by {
		for _, other := range to {
			if err := w.Sheet.Write(&dyad{a, one, other, c, n}); err != nil {
				return err
			}
			n++
		}
	}
	return nil
}

func orNobody(list []rows.Somebody) []rows.Somebody {
	if len(list) == 0 {
		return make([]rows.Somebody, 1)
	}
	return list
}

// LeftOut says what the columns do not carry.
func (w *Writer) LeftOut() []string {
	out := append([]string{"This is neither Phoenix's nor ICEWS's data nor their coding: roles, sectors and issues are empty. Tolls are in the csv and ucdp forms.",
		"Whoever is only accused of an act is not its source; the column accused says who accuses whom. An accusation is a row of its own, of the one who makes it.",
		"Claims that assert, deny or warn are no acts and are in the claims form."}, w.Sheet.LeftOut()...)
	for _, l := range []struct {
		n    int
		what string
	}{
		{w.several, "%d acts of several doers or targets stand in a row for each pair: count different sitrep_id, not rows."},
		{w.left, "%d incidents and statements that CAMEO has no code for, or that are only planned, are left out."},
		{w.nobody, "%d incidents in which neither doer nor target is known are left out."},
		{w.undated, "%d incidents and statements without any date are left out."},
	} {
		if l.n > 0 {
			out = append(out, fmt.Sprintf(l.what, l.n))
		}
	}
	return out
}
