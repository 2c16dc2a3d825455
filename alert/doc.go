// Package alert tells people what is new in a casebook. A saved question (casebook.Alert) is put again after reports were joined; each incident in its answer is told
// once, and again where the record moved on: a toll that was lowered or raised, a correction, a merge, an incident that is no more. What goes out says that no person
// has reviewed it, on how many origins it rests, and who says what; private persons stand by description. It goes to a webhook, as mails into a folder, or into a
// feed, at once or after a person has released it.
package alert
