package sitrep

// NameLabel says what kind of thing a Name names, or what kind of value it states (the types of OntoNotes 5).
type NameLabel string

// The labels of names.
const (
	Person   NameLabel = "PERSON"
	Org      NameLabel = "ORG"  // organisations, armed groups, ministries, media
	GPE      NameLabel = "GPE"  // countries, cities, provinces: places with a government
	Location NameLabel = "LOC"  // regions, mountains, waters
	Facility NameLabel = "FAC"  // buildings, airports, bridges, bases, crossings, camps
	NORP     NameLabel = "NORP" // nationalities, religious and political groups
)

// The labels of dates and values.
const (
	Date     NameLabel = "DATE"
	Time     NameLabel = "TIME"
	Cardinal NameLabel = "CARDINAL"
	Ordinal  NameLabel = "ORDINAL"
	Quantity NameLabel = "QUANTITY"
	Money    NameLabel = "MONEY"
	Percent  NameLabel = "PERCENT"
)

// Name is a named entity or a value: the tokens Doc.Tokens[First:Last] and their span.
type Name struct {
	Span
	First, Last int
	Label       NameLabel
}

// Overlaps tells whether the two names share a token.
func (n Name) Overlaps(o Name) bool { return n.First < o.Last && o.First < n.Last }
