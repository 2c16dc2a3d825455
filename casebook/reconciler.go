package casebook

import (
	"context"
	"time"

	"sitrep"
)

// Reconciler serves the joining of reports. What it gives is shared: nobody changes it.
type Reconciler interface {
	// Unplaced are tellings that no incident holds yet, or whose incident has to be made anew, by the day on which their reports were published, then in the order of their keys: those of
	// one time have their neighbours in common.
	Unplaced(ctx context.Context, limit int) ([]sitrep.Telling, error)
	// Near are the keys of the tellings that have one of the blocking keys, but for those for which others stand (Change.Recalled).
	Near(ctx context.Context, keys []string) ([]sitrep.EventKey, error)
	// TellingsOf are the keys of all tellings of a report, in order.
	TellingsOf(ctx context.Context, report string) ([]sitrep.EventKey, error)
	// Tellings by key, in the order asked for; keys that are not there are left out.
	Tellings(ctx context.Context, keys []sitrep.EventKey) ([]sitrep.Telling, error)
	// IncidentsOf are the incidents that hold the events, each once.
	IncidentsOf(ctx context.Context, keys []sitrep.EventKey) ([]sitrep.Incident, error)
	// Stand is what stands for all that recall something alike, by the number of Recalled.Alike; false where nothing does as yet.
	Stand(ctx context.Context, alike int64) (Stand, bool, error)
	// Apply puts incidents in the place of others.
	Apply(ctx context.Context, c Change) error
}

// Change is the outcome of a reconciling. Incidents that are equal to what is kept make no new version.
type Change struct {
	Put      []sitrep.Incident
	Drop     []string          // ids of incidents that are no more
	Alias    map[string]string // id that is no more → the one that took its place
	Verdicts []sitrep.Verdict
	Placed   []sitrep.EventKey // tellings that are done
	Recalled []Recalled
	At       time.Time
}

// Recalled is something that so many reports recall alike that a few of their tellings stand for all: those alone are events of its incident. The others
// belong to it as well, wherever it goes, but are not looked at when it is made anew.
type Recalled struct {
	Alike    int64 // a number for what they have in common
	Incident string
	Bar      int64             // see Stand
	Others   []sitrep.EventKey // tellings for which others stand from now on
	Altered  bool              // the incident is another one, or of another time or kind: what the reports of all the others tell has to be tied anew
}

// Stand is the few tellings that stand for all that recall something alike: their incident, and the greatest rank among them. One of a greater rank that comes later belongs to
// that incident and changes nothing in it. When one of the few is taken out or changes, nothing stands until they are chosen anew.
type Stand struct {
	Incident sitrep.Incident
	Bar      int64
}
