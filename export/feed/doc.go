// Package feed writes incidents as feeds that a reader can subscribe to: Atom (RFC 4287), JSON Feed 1.1 and RSS 2.0. Every entry says who says it, and whether
// a person has judged it.
package feed
