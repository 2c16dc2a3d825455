package reconcile

import (
	"testing"
	"time"

	"sitrep"
)

func day(y, m, d int) sitrep.CivilDate { return sitrep.CivilDate{Year: y, Month: m, Day: d} }

// told is an event of a report, as tests tell it.
func told(report, event string, published string, kind sitrep.Kind, on sitrep.CivilDate, place string) sitrep.Telling {
	at, err := time.Parse("2006-01-02", published)
	if err != nil {
		panic(err)
	}
	t := sitrep.Telling{Key: sitrep.EventKey{Report: report, Event: event}, Report: sitrep.ReportHead{ID: report, Outlet: "Outlet " + report, Published: at}}
	t.Event = sitrep.Event{ID: event, Kind: kind, Status: sitrep.Happened, News: true, When: sitrep.Interval{From: on, To: on, Precision: sitrep.DayPrecision}}
	if place != "" {
		t.Event.Places = []sitrep.Place{{Name: place, Countries: []string{"XXX"}, Precision: 2}}
	}
	return t
}

func TestReportsOfOneHappeningAreOneIncident(t *testing.T) {
	got := All([]sitrep.Telling{
		told("b", "e1", "2016-03-13", sitrep.Airstrike, day(2016, 3, 12), "Oldtown"),
		told("a", "e1", "2016-03-12", sitrep.Airstrike, day(2016, 3, 12), "Oldtown"),
		told("c", "e1", "2016-03-20", sitrep.Airstrike, day(2016, 3, 19), "Oldtown"),
	}, nil)
	if len(got) != 2 || len(got[0].Events) != 2 || got[0].Events[0].Report != "a" {
		t.Errorf("got %+v, want an incident of a and b, and one of c", got)
	}
}
