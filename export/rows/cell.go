package rows

import (
	"strconv"
	"strings"
	"time"

	"sitrep"
)

// Int is a number, empty for 0.
func Int(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Bool is "true" or "false".
func Bool(b bool) string { return strconv.FormatBool(b) }

// Truth is "true", "false", or empty where it is not known.
func Truth(t sitrep.Truth) string {
	if t == sitrep.NotKnown {
		return ""
	}
	return Bool(t == sitrep.True)
}

// List is a list in one cell.
func List(s []string) string { return strings.Join(s, "; ") }

// Moment is a time with its zone, empty where it is not known.
func Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// Day is the day of a time, empty where it is not known.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// Latitude is a place's, empty where it has none.
func Latitude(p *sitrep.Place) string { return degrees(p, p.Lat) }

// Longitude is a place's, empty where it has none.
func Longitude(p *sitrep.Place) string { return degrees(p, p.Lon) }

func degrees(p *sitrep.Place, d float64) string {
	if !p.Located {
		return ""
	}
	return strconv.FormatFloat(d, 'f', 4, 64)
}
