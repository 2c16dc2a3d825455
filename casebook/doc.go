// Package casebook says what a casebook keeps and what can be asked of it: reports with their raw bytes and every version of their text, readings, tellings,
// incidents with every version, verdicts, and what people corrected. casebook/sqlite keeps it in one file; casebook/casebooktest is the suite that every
// backend has to pass.
package casebook
