// Package web is the window: the record of a casebook in a browser. Its pages are made on the server and work without script; scripts add the dragging of the map, the brush of the timeline and
// the linking of a report's text with its record. It computes no facts: whatever it shows stands in the casebook.
//
// Every view has a URL that holds all of its state, and every download of a view is what the view shows. Text of reports is shown as text, never as their HTML.
package web
