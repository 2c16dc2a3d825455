package web

import (
	"cmp"
	"fmt"
	"net/http"
	"strings"

	"sitrep"
	"sitrep/web/shown"
)

// fixField is a field of an event that a form can set: its name, as shown.Answer has it, and what a person calls it.
type fixField struct{ Name, Label string }

// eventFields are the fields that every event has, and that stand in a report.
func eventFields() []fixField {
	return []fixField{{"kind", "kind"}, {"status", "status"}, {"news", "new or background"}, {"from", "first day"}, {"to", "last day"}}
}

// fixForm is what a form can set of an event, and what stands there.
type fixForm struct {
	Fields []fixField
	Now    sitrep.Event
}

// fixEvent is the form of an event that is not known before somebody chooses one.
func fixEvent() fixForm { return fixForm{Fields: eventFields()} }

// fixTelling is the form of a telling.
func fixTelling(t shown.Telling) fixForm { return fixForm{fieldsOf(&t), t.Event} }

// fieldsOf are all fields of a telling that can be set: those of the event, its place, and of each figure how many, as what it is meant, what was suffered, and that it is none.
func fieldsOf(t *shown.Telling) []fixField {
	out := append(eventFields(), fixField{"place", "place"})
	for i, toll := range t.Tolls {
		words := "“" + shown.Clipped(toll.Words, 40) + "”"
		for _, f := range []fixField{{"count", "how many"}, {"qualifier", "meant as"}, {"harm", "harm"}, {"none", "is no figure of it"}} {
			out = append(out, fixField{fmt.Sprintf("toll %d %s", i+1, f.Name), words + ": " + f.Label})
		}
	}
	return out
}

// fixOf is the value of a form for the field that it sets.
func fixOf(r *http.Request) (field, value string) {
	field = r.FormValue("field")
	name := strings.TrimPrefix(field, "event.")
	if parts := strings.Fields(name); len(parts) == 3 && parts[0] == "toll" {
		name = parts[2]
	}
	switch name {
	case "from", "to":
		value = cmp.Or(strings.TrimSpace(r.FormValue("day-value")), "none")
	default:
		value = r.FormValue(name + "-value")
	}
	if r.FormValue("value") != "" { // of a program, or a page that was open before
		value = r.FormValue("value")
	}
	if name == "count" {
		value = strings.NewReplacer(",", "", " ", "").Replace(value)
	}
	return field, strings.TrimSpace(value)
}
