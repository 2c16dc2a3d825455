// Package rows is what all exports share: the row that they write, sheets of columns, and the words in which an initiator never stands without who says so.
package rows
