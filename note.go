package sitrep

// Note is what an outlet says of a report that it published before.
type Note string

// The notes of outlets.
const (
	CorrectionNote Note = "correction" // it told something wrong, and tells it anew
	RetractionNote Note = "retraction" // it takes the report back: what it told counts no more
)
