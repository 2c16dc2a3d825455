// Package date does the arithmetic of the calendar: what days an expression of time stands for, seen from the day of publication.
package date
