package sqlite

import "fmt"

// driver is what a plan reads first: the set of terms, the area or the text that fewest incidents have, or nothing but the order.
type driver struct {
	set                int // index of the set, -1 for none
	days, places, text bool
	few                bool // of few, named in the question
	n                  int  // how many there are, where they are fewer than glance; else -1
}

// glance is how far counts go that choose a driver: beyond it, reading in order finds a page at once.
const glance = 4000

// chooseDriver counts, not far, what each condition leaves.
func (t *tx) chooseDriver(sets [][]int64, a area, text string, few bool) driver {
	if few {
		return driver{set: -1, few: true, n: -1}
	}
	best, least := driver{set: -1}, int64(glance)
	consider := func(d driver, query string, args ...any) {
		if n := t.number("SELECT count(*) FROM (SELECT 1 FROM "+query+fmt.Sprintf(" LIMIT %d)", glance), args...); n < least {
			best, least = d, n
			best.n = int(n)
		}
	}
	for i, set := range sets {
		if len(set) > 0 {
			consider(driver{set: i}, "incident_tag WHERE tag IN ("+marks(len(set))+")", anys(set)...)
		}
	}
	if a.dated {
		query, args := a.days()
		consider(driver{set: -1, days: true}, "("+query+")", args...)
	}
	if a.placed {
		where, args := a.boxed()
		consider(driver{set: -1, places: true}, "incident_place b WHERE "+where, args...)
	}
	if text != "" {
		consider(driver{set: -1, text: true}, "incident_text WHERE incident_text MATCH ?", text)
	}
	if least < glance {
		return best
	}
	return widest(sets, text)
}

// widest is what is read first where every condition leaves many: what lies in the order of days, so that a page ends early.
func widest(sets [][]int64, text string) driver {
	if text != "" {
		return driver{set: -1, text: true, n: -1}
	}
	for i, set := range sets {
		if len(set) == 1 {
			return driver{set: i, n: -1}
		}
	}
	return driver{set: -1, n: -1}
}

// drive sets what a plan reads first, and the conditions on what it does not.
func (t *tx) drive(p *plan, d driver, sets [][]int64, a area, text string) {
	switch {
	case d.few:
		p.few = true
	case d.days:
		p.few = true
		query, args := a.days()
		p.and("i.n IN ("+query+")", args...)
	case d.places:
		p.few = true
		where, args := a.boxed()
		p.from = "incident_place b CROSS JOIN incident i ON i.n = b.n"
		p.and(where, args...)
	case d.text:
		p.from, p.text = "incident_text x CROSS JOIN incident i ON i.n = x.rowid & 4294967295", text
		p.and("x.incident_text MATCH ?", text)
		p.bare = "incident_text x"
	case d.set >= 0 && len(sets[d.set]) == 1:
		p.from, p.day = "incident_tag d CROSS JOIN incident i ON i.n = d.incident", "d.day"
		p.and("d.tag = ?", sets[d.set][0])
		p.bare = "incident_tag d"
		if a.dated {
			p.and("d.day <= ?", a.last)
		}
	case d.set >= 0:
		p.few = true
		p.and("i.n IN (SELECT incident FROM incident_tag WHERE tag IN ("+marks(len(sets[d.set]))+"))", anys(sets[d.set])...)
	}
	if text != "" && !d.text {
		p.and("i.n IN (SELECT rowid & 4294967295 FROM incident_text WHERE incident_text MATCH ?)", text)
	}
	if a.dated && !a.placed && len(p.where) == 0 {
		p.counts, p.countArgs = a.countDays()
	}
	a.exact(p)
}

// countDays are queries that together count the incidents of some days.
func (a *area) countDays() (queries []string, args [][]any) {
	return []string{"SELECT count(*) FROM incident WHERE first BETWEEN ? AND ? AND last >= ?", "SELECT count(*) FROM incident INDEXED BY incident_long WHERE long AND first < ? AND last >= ?"},
		[][]any{{a.first - longest, a.last, a.first}, {min(a.first-longest, a.last+1), a.first}}
}
