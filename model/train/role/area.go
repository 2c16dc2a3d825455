package main

import (
	"strconv"
	"strings"

	"sitrep/eval/gold"
)

// areas is into how many groups of conflicts the reports are cut, so that no model is asked of a conflict that it has learned from; 1 for none.
var areas = 1

// conflicts are the sides of the conflicts that many reports are of. The others are put together by their letters.
var conflicts = []string{"SYR ISIS NUSRA FSA TUR PKK YPG HNC JAISH_AL_ISLAM AHRAR_AL_SHAM SDF", "IRQ AQI", "ISR PSE HAMAS LBN HEZBOLLAH PIJ EGY"}

// areaOf is the group of conflicts that a report is of, by the side that its answer names most.
func areaOf(a *gold.Answer) int {
	count, most := map[string]int{}, ""
	for _, e := range a.Events {
		for _, x := range e.Actors {
			if x.Side == "" || x.Side == "USA" || x.Side == "UN" || x.Side == "RUS" {
				continue
			}
			if count[x.Side]++; count[x.Side] > count[most] || count[x.Side] == count[most] && x.Side < most {
				most = x.Side
			}
		}
	}
	for i, c := range conflicts {
		if words(c)[strings.ToLower(most)] {
			return i
		}
	}
	sum := 0
	for _, b := range []byte(most) {
		sum += int(b)
	}
	return len(conflicts) + sum%2
}

// groupOf is what must not be on both sides of a cross-validation.
func groupOf(a *gold.Answer) string {
	if areas > 1 {
		return strconv.Itoa(areaOf(a))
	}
	return a.ID
}
