// Package page turns what was published into a report: web pages, plain text, Markdown, saved mail and PDF. It finds the text, what the
// page says about it (title, outlet, byline, place and time), and the stretches of the text that are no part of the report.
//
// Parse is the way in. Each form of input has a file that makes a draft of it; finish does what is the same for all.
package page
