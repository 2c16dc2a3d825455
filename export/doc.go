// Package export writes the record in the formats that others read, page by page: nothing of it is held in memory but the page that is written. Every format
// obeys the query, shows private persons by description unless names are asked for, and says what it could not carry.
package export
