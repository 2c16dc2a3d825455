// Package brief writes a situation report for a period out of a casebook: what is new, country by country, tolls with who says which, ceasefires, talks, demands
// and their answers, figures that were lowered, and what is not known.
//
// Every sentence is put together by the templates of this package from fields of the record, and has notes: outlet, day, report and the quoted words that it rests
// on. A part of a sentence for which no words are found is left out. What somebody says is told as said by him; sentences about the record itself (how many reports,
// what no report tells) have no notes and are marked as such.
package brief
