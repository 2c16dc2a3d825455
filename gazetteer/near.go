package gazetteer

import (
	"cmp"
	"slices"
)

// maxNear is the longest folded name that Near compares.
const maxNear = 48

// Near gives up to limit places with a name that is spelled almost so, for "did you mean": at most two letters wrong, missing, too many or swapped (one in a name
// of four letters or less), and the same first letter. The nearest come first, and of those the likeliest. It reads all names, which takes milliseconds.
func (g *Gazetteer) Near(name string, limit int) []Place {
	want := fold(nil, name)
	if len(want) == 0 || len(want) > maxNear {
		return nil
	}
	most := 2
	if len(want) <= 4 {
		most = 1
	}
	type near struct {
		place    Place
		distance int
	}
	nearest := map[int]near{}
	var buf []byte
	for _, l := range g.all() {
		l.eachName(want[0], func(record int, name string) {
			buf = fold(buf[:0], name)
			if len(buf) > maxNear || abs(len(buf)-len(want)) > most {
				return
			}
			d, id := distance(want, buf, most), l.id(record)
			if was, ok := nearest[id]; d <= most && (!ok || d < was.distance) {
				nearest[id] = near{l.place(record, name), d}
			}
		})
	}
	all := make([]near, 0, len(nearest))
	for _, n := range nearest {
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.place.weight(), a.place.weight()), cmp.Compare(a.place.ID, b.place.ID))
	})
	var found []Place
	for _, n := range all[:min(len(all), max(limit, 0))] {
		found = append(found, n.place)
	}
	return found
}

// distance is the number of letters to change, add, drop or swap with their neighbour to make b of a, or more than most as soon as it must be.
func distance(a, b []byte, most int) int {
	var rows [3][maxNear + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			d := min(last[j], row[j-1]) + 1
			if a[i-1] == b[j-1] {
				d = min(d, last[j-1])
			} else {
				d = min(d, last[j-1]+1)
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > most {
			return least
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
