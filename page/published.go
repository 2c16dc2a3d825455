package page

import (
	"strings"
	"time"

	"sitrep"
)

// setPublished takes the first time that somebody tells: the caller, the page's data, a stamp in the text, a dateline with its year, the
// address. What nobody tells stays unknown: never the day of today.
func setPublished(r *sitrep.Report, d *draft, given moment) {
	take := func(m moment, basis sitrep.PublishedBasis) bool {
		if m.isZero() {
			return false
		}
		r.Published, r.Clock, r.PublishedBasis = m.time, m.clock, basis
		return true
	}
	switch {
	case take(given, sitrep.PublishedGiven):
	case take(localDay(d.published, dayInURL(r.URL)), sitrep.PublishedPage):
	case take(stampIn(r), sitrep.PublishedText):
	case take(dayOf(r.Dateline.Date), sitrep.PublishedText):
	case take(stampOf(d.stamps), sitrep.PublishedText):
	case take(dayInURL(r.URL), sitrep.PublishedURL):
	default:
		r.PublishedBasis = sitrep.PublishedNotKnown
		r.Problems = append(r.Problems, sitrep.Problem{Stage: stage, Err: "no date of publication found: relative dates stay unresolved; give --published"})
	}
	finishDateline(r)
}

// localDay takes the day before or after a time in UTC where the address tells that one: the outlet's own day, which the words of its report
// ("on Monday") are said from. The clock is then not known in its zone.
func localDay(m, address moment) moment {
	if m.isZero() || address.isZero() || !m.clock {
		return m
	}
	_, offset := m.time.Zone()
	y, mon, d := m.time.Date()
	days := address.time.Sub(time.Date(y, mon, d, 0, 0, 0, 0, time.UTC)).Hours() / 24
	if offset == 0 && (days == 1 || days == -1) {
		return address
	}
	return m
}

// stampIn finds the time in the leftovers that are stamps.
func stampIn(r *sitrep.Report) moment {
	for _, d := range r.Dropped {
		if d.Reason != reasonStamp && d.Reason != reasonByline {
			continue
		}
		if m, ok := ParseTime(r.Text[d.Start:d.End]); ok {
			return m
		}
	}
	return moment{}
}

// stampOf finds the time in lines of the page outside its text.
func stampOf(lines []string) moment {
	for _, l := range lines {
		if m, ok := ParseTime(l); ok {
			return m
		}
	}
	return moment{}
}

func dayOf(d sitrep.CivilDate) moment {
	if d.Year == 0 || d.Day == 0 {
		return moment{}
	}
	return moment{time: d.First()}
}

// finishDateline gives the date of a dateline its year: the last such day on or before publication.
func finishDateline(r *sitrep.Report) {
	d := &r.Dateline.Date
	switch {
	case d.Year > 0 || d.Month == 0:
		return
	case r.Published.IsZero():
		*d = sitrep.CivilDate{}
		return
	}
	d.Year = r.Day().Year
	if d.First().After(r.Day().First().AddDate(0, 0, 1)) {
		d.Year--
	}
	if !isDay(*d) {
		*d = sitrep.CivilDate{}
	}
}

// dayInURL finds /2016/04/12/, /2016-04-12/, /20160412 and /2016/apr/12/ in an address.
func dayInURL(url string) moment {
	_, path, ok := strings.Cut(url, "://")
	if !ok {
		path = url
	}
	path, _, _ = strings.Cut(path, "?")
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '_' })
	for i, p := range parts {
		if i+2 < len(parts) && len(p) == 4 {
			month := number(parts[i+1])
			if m := months[strings.ToLower(parts[i+1])]; m > 0 {
				month = m
			}
			if d := (sitrep.CivilDate{Year: number(p), Month: month, Day: number(parts[i+2])}); isDay(d) && len(parts[i+2]) <= 2 {
				return dayOf(d)
			}
		}
		if m := dayInPart(p); !m.isZero() {
			return m
		}
	}
	return moment{}
}

// dayInPart finds 2016-04-12 at either end of a part of an address, or eight digits that are a day.
func dayInPart(p string) moment {
	for _, s := range []string{p[:min(len(p), 10)], p[:min(len(p), 8)], p[max(0, len(p)-10):], p} {
		if d, ok := numericDay(s); ok && len(s) >= 8 && d.Year > 1990 && s[:4] > "1990" {
			return dayOf(d)
		}
	}
	return moment{}
}
