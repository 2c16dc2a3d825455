// Package assist asks a language model, on the user's own machine, what a reading of a report missed. What it answers is kept as proposals only, and only where its words
// stand in the text and its fields fit the schema of the record; nothing of it enters a figure before a person has accepted it. The text of a report is data to the
// model, which has no tools and no network of ours.
package assist
