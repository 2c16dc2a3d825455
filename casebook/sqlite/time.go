package sqlite

import (
	"time"

	"sitrep"
)

// stamp is a time as it is kept: nanoseconds of Unix time, 0 for none.
func stamp(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

func unstamp(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n).UTC()
}

// zoned is a time of publication as it is kept: with its zone.
func zoned(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

func unzoned(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err == nil && t.Location() != time.UTC {
		_, offset := t.Zone()
		t = t.In(time.FixedZone("", offset)) // never the name of this machine's zone
	}
	return t, err
}

// dayNumber counts days from 1970-01-01.
func dayNumber(t time.Time) int64 {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / 86400
}

// firstDay and lastDay are the days of a date, nil (NULL) for none.
func firstDay(d sitrep.CivilDate) any {
	if d.IsZero() {
		return nil
	}
	return dayNumber(d.First())
}

func lastDay(d sitrep.CivilDate) any {
	if d.IsZero() {
		return nil
	}
	return dayNumber(d.Last())
}

// dateOfDay is the way back.
func dateOfDay(n int64) sitrep.CivilDate { return sitrep.CivilDateOf(time.Unix(n*86400, 0).UTC()) }

// unknownDay stands for a day that is not known, where rows are ordered by days.
const unknownDay = -4_000_000

func publicationDay(t time.Time) int64 {
	if t.IsZero() {
		return unknownDay
	}
	return dayNumber(t)
}
