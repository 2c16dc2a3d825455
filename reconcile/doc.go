// Package reconcile joins reports: many tellings of one happening become one incident, with its tally, its origins, its grade, what reports contradict each
// other in, and the life of a ceasefire or of talks.
//
// The road:
//
//	Tellings      a reading → its events, each by itself with all that joining needs (Corrected first: people win)
//	Keys          a telling → its blocking keys: tellings without a common key are never compared
//	Match         two tellings → how they stand to each other, and why
//	All           every telling at once → incidents
//	Reconcile     the same for a casebook, step by step: what is new, and its neighbourhood
//
// All is a function of the set of tellings and corrections: their order makes no difference, and Reconcile comes to the same incidents.
package reconcile
