package terminal

import (
	"bufio"
	"io"
	"slices"
	"strings"
)

// Column is a column of a table for people.
type Column struct {
	Name  string
	Right bool // numbers stand at the right
	// Least is the width to which the column may be cut where the table is too wide, 0 for one that is never cut.
	Least int
	// Rank says when the column is left out where cutting is not enough: the highest first, 0 never.
	Rank int
}

// gap stands between columns.
const gap = 2

// WriteTable lays rows out under a line of names, at most width columns wide where that can be; below 1 there is no limit. Nothing is
// written where there are no rows.
func WriteTable(w io.Writer, columns []Column, rows [][]string, width int) error {
	if len(rows) == 0 {
		return nil
	}
	cells := cleaned(columns, rows)
	widths := natural(columns, cells)
	if width > 0 {
		fit(columns, widths, width)
	}
	out := bufio.NewWriter(w)
	for _, row := range cells {
		writeRow(out, columns, widths, row)
	}
	return out.Flush()
}

// cleaned are the names and all rows with cells that cannot steer a
func cleaned(columns []Column, rows [][]string) [][]string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	out := [][]string{names}
	for _, row := range rows {
		cells := make([]string, len(columns))
		for i := range cells {
			cells[i] = strings.Join(strings.Fields(Clean(row[i])), " ")
		}
		out = append(out, cells)
	}
	return out
}

func natural(columns []Column, rows [][]string) []int {
	widths := make([]int, len(columns))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], Width(cell))
		}
	}
	return widths
}

// fit cuts the widest of the columns that can be cut, a step at a time, then leaves columns out: their width becomes -1.
func fit(columns []Column, widths []int, width int) {
	for total(widths) > width {
		if i := widest(columns, widths); i >= 0 {
			widths[i]--
		} else if i := leastNeeded(columns, widths); i >= 0 {
			widths[i] = -1
		} else {
			return
		}
	}
}

func total(widths []int) int {
	n := -gap
	for _, w := range widths {
		if w >= 0 {
			n += w + gap
		}
	}
	return n
}

func widest(columns []Column, widths []int) int {
	at := -1
	for i, c := range columns {
		if c.Least > 0 && widths[i] > c.Least && (at < 0 || widths[i] > widths[at]) {
			at = i
		}
	}
	return at
}

func leastNeeded(columns []Column, widths []int) int {
	at := -1
	for i, c := range columns {
		if c.Rank > 0 && widths[i] >= 0 && (at < 0 || c.Rank > columns[at].Rank) {
			at = i
		}
	}
	return at
}

func writeRow(out *bufio.Writer, columns []Column, widths []int, row []string) {
	last := len(widths) - 1
	for last > 0 && (widths[last] < 0 || row[last] == "") {
		last--
	}
	for i := range last + 1 {
		if widths[i] < 0 {
			continue
		}
		cell := ""
		if widths[i] > 0 {
			cell = Fit(row[i], widths[i])
		}
		switch {
		case columns[i].Right:
			cell = strings.Repeat(" ", max(0, widths[i]-Width(cell))) + cell
		case i < last:
			cell = Pad(cell, widths[i])
		}
		out.WriteString(cell)
		if i < last && slices.ContainsFunc(widths[i+1:last+1], func(w int) bool { return w >= 0 }) {
			out.WriteString(strings.Repeat(" ", gap))
		}
	}
	out.WriteByte('\n')
}
