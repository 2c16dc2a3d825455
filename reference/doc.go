// Package reference reads the events of other datasets, in the columns of UCDP GED, of ACLED and of casualty recorders like Airwars, so that the record can be
// compared with them. They never become part of the record.
package reference
