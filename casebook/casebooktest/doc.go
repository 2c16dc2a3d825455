// Package casebooktest is the suite that every backend of package casebook has to pass: Run tests every method of casebook.Casebook, errors too, over reports
// of invented places and groups.
package casebooktest
