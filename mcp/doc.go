// Package mcp answers a language model's questions about a casebook, over the Model Context Protocol: search, an incident, claims side by side, a passage of a report. It reads and never writes.
//
// Whatever comes from a report is the words of strangers: every answer says so, words are quoted with their offsets, and nobody stands as having done something without who says it and how sure
// that is. Private persons stand by description.
package mcp
