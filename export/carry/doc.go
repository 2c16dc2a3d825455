// Package carry writes a casebook as JSON Lines and reads them back: the reports with their texts and readings, what people judged, and the incidents that came of
// it. Every line is an object that says by its schema what it is: sitrep-report/1, sitrep-judgement/1 or sitrep-incident/1. Offsets are code points.
//
// Incidents are written for others to read and for whoever takes the lines in to compare with: in another casebook they are made anew, of the reports.
package carry
