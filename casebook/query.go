package casebook

import (
	"time"

	"sitrep"
)

// Query says which rows are wanted. The zero value wants all.
type Query struct {
	From, To     sitrep.CivilDate // of the happening, or of publication for reports and claims
	Place        string           // a name, or part of one; in quotation marks the whole name and no other
	Lat, Lon, Km float64          // within Km of a point, where Km is above 0
	Box          [4]float64       // west, south, east, north; all 0 for none
	Country      string           // three letters
	Kinds        []sitrep.Kind
	Sides        []string
	Actor        string // name, or id in the lexicon
	Outlet       string
	Source       string // who says it: of claims and tolls
	Stances      []sitrep.Stance
	Harms        []sitrep.Harm
	NewOnly      bool
	Disputed     bool
	HasToll      bool
	Grades       []sitrep.Grade
	Statuses     []sitrep.Status
	Text         string // words that the reports, or the claims, hold; "…" for a phrase
	Report       string // id
	Incident     string // id; of incidents: that one and those that are parts of it
	ChangedSince time.Time
	Order        Order
	Limit        int    // 0 for 100, at most 500 unless All
	All          bool   // every row, for exports
	After        string // Page.Next of the page before
}

// Order is the order of rows; ties are broken by id.
type Order string

// The orders.
const (
	Newest  Order = "" // by the day of the happening, or of publication, the latest first
	Oldest  Order = "oldest"
	Changed Order = "changed" // the last changed first
	Deadly  Order = "toll"    // the highest best toll of killed first
	// Unordered is for all rows at once, by somebody who puts them in an order himself: to find out the ids by which ties are broken can cost more than to find the rows.
	// The same rows come in the same order each time.
	Unordered Order = "any"
)

// Page is some of the rows, how many there are in all, and where the next page begins.
type Page[T any] struct {
	Rows  []T
	Total int
	Next  string // empty at the end
}
