package sitrep

import "time"

// Report is one news text as it was published, and what its page says about it. Text never changes once the report is made: leftovers
// of the page stay in it and are listed in Dropped, and the title is not in it.
type Report struct {
	ID, URL, Outlet, Title, Byline string
	Dateline                       Dateline
	// Published is when the report appeared, in the zone that the page gives. Clock is false where only the day is known.
	Published      time.Time
	Clock          bool
	PublishedBasis PublishedBasis
	Language       string // ISO 639-1, empty where it cannot be told
	Text           string
	SHA256         string // of Text, in hex
	Dropped        []Dropped
	Problems       []Problem
}

// Day is the day of publication, zero where it is not known.
func (r *Report) Day() CivilDate {
	if r.Published.IsZero() {
		return CivilDate{}
	}
	return CivilDateOf(r.Published)
}

// PublishedBasis says where the time of publication is from.
type PublishedBasis string

// The bases of a time of publication, the best first.
const (
	PublishedGiven    PublishedBasis = "given"   // by the user, with --published, or in the field of a JSON line
	PublishedPage     PublishedBasis = "page"    // in the page's own data, or in the head of a mail
	PublishedText     PublishedBasis = "text"    // in a dateline or a line of the text
	PublishedURL      PublishedBasis = "url"     // in the address
	PublishedAssumed  PublishedBasis = "assumed" // the day on which the file was written or the report was filed: a guess
	PublishedNotKnown PublishedBasis = "not-known"
)

// Dateline is the line that says from where and when a report was sent: "BEIRUT, March 3".
type Dateline struct {
	Place string
	Date  CivilDate
}

// Dropped is a stretch of the text that is no part of the report, and why.
type Dropped struct {
	Span
	Reason string
}
