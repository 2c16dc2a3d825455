// Package compare puts the record beside another dataset: which of their events are incidents of ours, with the reasons of each pairing and the tolls side by side;
// what they have that the record lacks, and the other way round. It speaks only of the countries and days that both cover. Nothing of theirs enters the record.
package compare
