// Package brat writes reports with what was found in them for brat, and reads them back: a zip of one folder, with a text, its annotations and what was given out
// for each report, and the configuration that brat needs. Offsets are code points, as brat counts.
package brat
