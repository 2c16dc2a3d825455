package page

import (
	"strings"
	"time"
)

// zones are the names of zones that news pages print, with hours from UTC. IST is left out: India, Israel and Ireland use it.
var zones = map[string]float64{
	"utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "ksa": 3, "trt": 3, "eat": 3, "wat": 1, "cat": 2, "sast": 2,
	"est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "pkt": 5, "npt": 5.75, "ict": 7, "wib": 7,
	"hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "gst": 4,
}

// clockIn finds a clock and its zone in the few words before and after a day at words[from:to]. Without a zone it is UTC.
func clockIn(words []string, from, to int) (hour, minute int, zone *time.Location, ok bool) {
	for _, i := range []int{to, to + 1, to + 2, from - 1, from - 2, from - 3} {
		if i < 0 || i >= len(words) {
			continue
		}
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if hour, minute, ok = clock(words[i], next); ok {
			return hour, minute, zoneAt(words, i), true
		}
	}
	return 0, 0, nil, false
}

// clock reads 21:51, 9:30pm and, with the next word, 11:32 AM or 12:58 a.m.
func clock(w, next string) (hour, minute int, ok bool) {
	w = strings.ToLower(w)
	half := ""
	for _, h := range []string{"a.m", "p.m", "am", "pm"} {
		if rest, found := strings.CutSuffix(w, h); found {
			w, half = rest, h[:1]
		}
	}
	if n := strings.ReplaceAll(strings.ToLower(next), ".", ""); half == "" && (n == "am" || n == "pm") {
		half = n[:1]
	}
	h, m, cut := strings.Cut(w, ":")
	if !cut {
		h, m, cut = strings.Cut(w, ".")
	}
	m, _, _ = strings.Cut(m, ":")
	if !cut || len(h) == 0 || len(h) > 2 || len(m) != 2 || m[0] < '0' || m[0] > '5' || m[1] < '0' || m[1] > '9' || h[0] < '0' || h[0] > '9' {
		return 0, 0, false
	}
	hour, minute = number(h), number(m)
	switch {
	case half == "p" && hour < 12:
		hour += 12
	case half == "a" && hour == 12:
		hour = 0
	}
	return hour, minute, hour < 24
}

// zoneAt is the zone named beside the clock at word i.
func zoneAt(words []string, i int) *time.Location {
	for _, k := range []int{i + 1, i + 2, i - 1} {
		if k < 0 || k >= len(words) {
			continue
		}
		if hours, ok := zones[strings.ToLower(words[k])]; ok {
			if hours == 0 {
				return time.UTC
			}
			return time.FixedZone(strings.ToUpper(words[k]), int(hours*3600))
		}
	}
	return time.UTC
}
