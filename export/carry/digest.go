package carry

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"sitrep"
)

// incident is an incident with nothing but what is compared of it.
func (i *Incident) incident() *sitrep.Incident {
	out := &sitrep.Incident{Events: i.Events, Grade: sitrep.Grade(i.Grade)}
	for _, t := range i.Tally {
		line := sitrep.Tally{Harm: sitrep.Harm(t.Harm), Low: t.Low, Best: t.Best, High: t.High, Open: t.Open}
		if t.Side != nil {
			line.Side = *t.Side
		}
		switch {
		case t.Civilian == nil:
		case *t.Civilian:
			line.Civilian = sitrep.True
		default:
			line.Civilian = sitrep.False
		}
		out.Tally = append(out.Tally, line)
	}
	return out
}

// Digest is a short hash of what is compared of an incident.
func (i *Incident) Digest() string { return DigestOf(i.incident()) }

// DigestOf is the same of an incident of this casebook.
func DigestOf(i *sitrep.Incident) string {
	var b strings.Builder
	for _, k := range i.Events {
		fmt.Fprintf(&b, "%q %q\n", k.Report, k.Event)
	}
	fmt.Fprintln(&b, i.Grade)
	for _, t := range i.Tally {
		fmt.Fprintln(&b, t.Harm, t.Side, t.Civilian, t.Low, t.Best, t.High, t.Open)
	}
	sum := sha256.Sum256([]byte(b.String()))
	return string(sum[:8])
}
