// Package text lays the record out as pages of text for people: an incident with its tolls, claims and contradictions, why it is what it is, and what changed.
// It tells who says what beside everything that somebody says: no accusation stands without its accuser and how sure it is.
package text
