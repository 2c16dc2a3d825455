package casebook

import (
	"context"
	"math"

	"sitrep"
)

// Doubter keeps what the machine is not sure of, so that the first of it is had at once.
type Doubter interface {
	// Doubts are the first of what is in doubt, the most doubtful first and then by their keys, and how much is. With reports it is only what those tell. limit 0 gives all.
	Doubts(ctx context.Context, reports []string, limit int) (rows []Doubt, total int, err error)
}

// Doubt is something of which the machine is not sure: whether A and B are one incident, or, where B has no report, whether A is an event.
type Doubt struct {
	Degree float64 // between 0, sure, and 1, as good as a guess
	A, B   sitrep.EventKey
}

const (
	// doubtful is how near to a half the score of a verdict must be for a person to be asked.
	doubtful = 0.3
	// low is the score of an event below which a person is asked whether it is one.
	low = 0.5
)

// DoubtOfVerdict is how doubtful it is whether two events are one incident; asked is false where nobody needs to be asked. Only same and new say anything of that.
func DoubtOfVerdict(v *sitrep.Verdict) (degree float64, asked bool) {
	off := math.Abs(v.Score - 0.5)
	return 1 - 2*off, off <= doubtful
}

// IsJoin tells whether a verdict says of two events whether they are one incident.
func IsJoin(v *sitrep.Verdict) bool {
	return v.Relation == sitrep.SameIncident || v.Relation == sitrep.NewIncident
}

// DoubtOfEvent is how doubtful it is whether an event is one. One that only is recalled is not asked about: news is whether its incident is told as news.
func DoubtOfEvent(score float64, news bool) (degree float64, asked bool) {
	return min(1, max(0, 1-score)), news && score < low
}
