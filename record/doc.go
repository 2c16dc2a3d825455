// Package record holds the forms in which results leave the program and gold enters it: CoNLL-U, JSON, the coreference and name
// columns of the corpora. It owns the names of their fields and the change of offsets: a sitrep.Span counts bytes, everything that is
// printed counts code points, and browsers count UTF-16 units.
package record
