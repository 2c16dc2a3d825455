package sqlite

import (
	"sitrep/casebook"
)

// dayTally counts incidents by day: those of some lifetimes in a list, which is faster than a map, others in a map.
type dayTally struct {
	near []int32 // from -reach on
	far  map[int32]int
}

// reach is how many days from 1970 the list goes: from 1861 to 2079.
const reach = 40_000

func newDayTally() dayTally { return dayTally{make([]int32, 2*reach), map[int32]int{}} }

func (d *dayTally) add(day int32) {
	if day >= -reach && day < reach {
		d.near[day+reach]++
		return
	}
	d.far[day]++
}

// counts are the days in order, without what has none.
func (d *dayTally) counts() (out []casebook.Count) {
	put := func(day int32, n int) {
		if n > 0 && day > unknownDay {
			out = append(out, casebook.Count{Value: dateOfDay(int64(day)).String(), N: n})
		}
	}
	far := sortedKeys(d.far)
	for len(far) > 0 && far[0] < 0 {
		put(far[0], d.far[far[0]])
		far = far[1:]
	}
	for i, n := range d.near {
		put(int32(i)-reach, int(n))
	}
	for _, day := range far {
		put(day, d.far[day])
	}
	return out
}
