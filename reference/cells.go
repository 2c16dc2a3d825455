package reference

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"sitrep"
)

// cells are the cells of one row, by the names of their columns. The first thing that is wrong with one of them is kept.
type cells struct {
	row     []string
	columns map[string]int
	err     error
}

// has tells whether there is a column of one of the names.
func (c *cells) has(names ...string) bool {
	for _, n := range names {
		if c.columns[n] > 0 {
			return true
		}
	}
	return false
}

// text is the first cell of the names that is not empty.
func (c *cells) text(names ...string) string {
	for _, n := range names {
		if i := c.columns[n]; i > 0 && i <= len(c.row) {
			if s := strings.TrimSpace(strings.TrimPrefix(c.row[i-1], "'")); s != "" {
				return s
			}
		}
	}
	return ""
}

func (c *cells) fail(name, value, want string) {
	if c.err == nil {
		c.err = fmt.Errorf("column %s is %q: want %s", name, cut(value), want)
	}
}

func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// number is a count of people, 0 for an empty cell.
func (c *cells) number(names ...string) int {
	s := strings.ReplaceAll(c.text(names...), ",", "")
	if s == "" {
		return 0
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 0 || n > 1e8 || n != math.Trunc(n) {
		c.fail(names[0], s, "a number of people")
		return 0
	}
	return int(n)
}

// code is a small number that says how precise something is.
func (c *cells) code(names ...string) int {
	n, err := strconv.Atoi(c.text(names...))
	if err != nil {
		return 0
	}
	return n
}

var layouts = []string{"2006-01-02", "2006-01-02 15:04:05", "2006-01-02 15:04:05.000", time.RFC3339, "02 January 2006", "2 January 2006", "2 Jan 2006", "02-Jan-2006", "02-Jan-06",
	"January 2, 2006", "Jan 2, 2006", "02/01/2006", "2006/01/02"}

// day is a day; zero for an empty cell.
func (c *cells) day(names ...string) sitrep.CivilDate {
	s := c.text(names...)
	if s == "" {
		return sitrep.CivilDate{}
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return sitrep.CivilDateOf(t)
		}
	}
	c.fail(names[0], s, "a day like 2031-05-02")
	return sitrep.CivilDate{}
}

// point is a place on the map.
func (c *cells) point(lat, lon []string) (y, x float64, ok bool) {
	a, b := c.text(lat...), c.text(lon...)
	if a == "" && b == "" {
		return 0, 0, false
	}
	y, err := strconv.ParseFloat(a, 64)
	x, err2 := strconv.ParseFloat(b, 64)
	if err != nil || err2 != nil || !(math.Abs(y) <= 90) || !(math.Abs(x) <= 180) {
		c.fail(lat[0], a+", "+b, "degrees of latitude and longitude")
		return 0, 0, false
	}
	return y, x, true
}

// list parts a cell that holds several values.
func list(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
