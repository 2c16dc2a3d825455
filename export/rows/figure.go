package rows

import (
	"slices"
	"strconv"
	"strings"

	"sitrep"
)

// Figure is the low, best and high of a tally: "3", "3–5", "3–5–29+". A plus marks a high that is "at least" or "more than", ~ a number that is told as "about"
// or by a word like "dozens".
func Figure(t *sitrep.Tally) string {
	var figures []string
	for _, n := range []int{t.Low, t.Best, t.High} {
		s := strconv.Itoa(n)
		if rough(t, n) {
			s = "~" + s
		}
		if !slices.Contains(figures, s) {
			figures = append(figures, s)
		}
	}
	s := strings.Join(figures, "–")
	if t.Open {
		s += "+"
	}
	return s
}

// Rough tells whether nobody gives the best figure of a tally otherwise than roughly: by "about", or by a word like "dozens" or "several", for which a number was set.
func Rough(t *sitrep.Tally) bool { return rough(t, t.Best) }

func rough(t *sitrep.Tally, n int) bool {
	found := false
	for i := range t.RestsOn {
		f := &t.RestsOn[i]
		if f.Count != n && f.CountTo != n {
			continue
		}
		if f.Qualifier != sitrep.About && f.Qualifier != sitrep.Vague {
			return false
		}
		found = true
	}
	return found
}

// RoughKilled tells whether the killed of an incident, or some of them, are a number that nobody tells.
func RoughKilled(i *sitrep.Incident) bool {
	return slices.Contains(roughHarms(i), string(sitrep.Killed))
}

// roughHarms are the harms of an incident of which a best figure is rough, each once.
func roughHarms(i *sitrep.Incident) []string {
	var out []string
	for k := range i.Tally {
		if t := &i.Tally[k]; Rough(t) && !slices.Contains(out, string(t.Harm)) {
			out = append(out, string(t.Harm))
		}
	}
	return out
}

// Precision is how finely a time is known. A day that no word tells, and that is assumed of when it was published, is near by and no more.
func Precision(i *sitrep.Interval) sitrep.DatePrecision {
	if i.Basis == sitrep.Assumed && i.Precision == sitrep.DayPrecision {
		return sitrep.DaysPrecision
	}
	return i.Precision
}
