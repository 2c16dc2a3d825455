package sitrep

import "time"

// Telling is one event as one report tells it, with all that the joining of reports needs to know of the report. It stands by itself: whoever has it needs
// neither the report's text nor its reading.
type Telling struct {
	Key    EventKey
	Report ReportHead
	Event  Event
	Claims []Claim   // those that the event, its actors and its tolls rest on, and those about it
	Quotes []Passage // the words of every span in Event and Claims
	Words  []string  // stems of the content words that tell the event, in order, each once
	Around []string  // names of persons, bodies and places that the report speaks of, in small letters
}

// Passage is a span of a report's text with its words.
type Passage struct {
	Span
	Words string
}

// Quote is the words of a span, empty where the telling does not hold it.
func (t *Telling) Quote(s Span) string {
	for _, q := range t.Quotes {
		if q.Span == s {
			return q.Words
		}
	}
	return ""
}

// ReportHead is what is known of a report beside its text.
type ReportHead struct {
	ID, SHA256, URL, Outlet, Title string
	Published                      time.Time // zero where not known
	Clock                          bool      // the time of day is known
	PublishedBasis                 PublishedBasis
	Language                       string
	Length                         int      // bytes of text
	Shingles                       []uint64 // MinHash of the text, for telling copies of one wire
	Version                        int      // 1 for the first text of this id
	Note                           Note     // that its outlet put to this version, empty for none
	Filed                          time.Time
}
