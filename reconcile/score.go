package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep"
)

// evidence is one thing that speaks for or against one happening: its weight is a logarithm of odds, the reason is for people.
type evidence struct {
	weight float64
	reason string
}

// The weights below are set by what each agreement is worth in general: how seldom two different happenings share it. A few were then moved after looking at what
// was joined wrongly in the answers of development, so that figures on those flatter.

// compareWhen compares the days of two tellings.
func compareWhen(p, q *profile) evidence {
	a, b := p.when, q.when
	if !a.known || !b.known {
		return comparePublished(p, q)
	}
	gap := a.gap(b)
	switch {
	case gap > 1 && lives(p, q, gap):
		return evidence{0.3 - float64(gap)/30, fmt.Sprintf("what became of a truce within %d days", gap)}
	case !a.coarse && !b.coarse && (a.open == b.open || gap <= 1):
		return dayGap(gap, p, q)
	case gap > 0 && a.open && b.open && a.coarse && b.coarse && gap < 3*366:
		return evidence{-1, "beginnings that are told differently"}
	case gap > 0 && a.open != b.open && (a.open && a.first < b.first || b.open && b.first < a.first):
		return evidence{-1, "one goes on, the other is a day in it"}
	case gap > 31 || gap > 3 && !(a.coarse && b.coarse):
		return evidence{-6, "different times"}
	case gap > 0:
		return evidence{-1.5, "times next to each other"}
	}
	return coarseMeet(a, b)
}

// truceLife is how many days a truce mostly has to live; what is told of one later is told of another.
const truceLife = 60

// lives tells whether the later of two tellings can tell what became of the truce of the earlier one: one that was agreed or holds is extended, breaks down or ends once, days
// or weeks later. What is agreed later is another truce, and none ends twice.
func lives(p, q *profile, gap int) bool {
	if p.kind != sitrep.Ceasefire || q.kind != sitrep.Ceasefire || gap > truceLife || p.when.coarse || q.when.coarse {
		return false
	}
	if p.when.first > q.when.first {
		p, q = q, p
	}
	return trucePhase(p) > 0 && trucePhase(q) > 1 && trucePhase(p) < 4 && trucePhase(p) <= trucePhase(q)
}

// trucePhase orders the phases of a truce: it is made, holds, is prolonged, is no more; 0 where none is told.
func trucePhase(p *profile) int {
	switch p.t.Event.Phase {
	case "agreed", "declared":
		return 1
	case "in-effect":
		return 2
	case "extended":
		return 3
	case "suspended", "broken-down", "ended":
		return 4
	}
	return 0
}

// dayGap compares days. A day that no word tells is as often the day before or after.
func dayGap(gap int, p, q *profile) evidence {
	assumed := p.t.Event.When.Basis == sitrep.Assumed || q.t.Event.When.Basis == sitrep.Assumed
	w := -6.0
	switch {
	case gap == 0:
		return evidence{2.5, "same day, " + p.t.Event.When.From.String()}
	case gap == 1 && assumed:
		w = 0.8
	case gap == 1:
		w = 0.3
	case gap == 2 && assumed:
		w = -0.8
	case gap == 2:
		w = -1.2
	case gap == 3 && assumed:
		w = -2.5
	}
	return evidence{w, fmt.Sprintf("%d days apart", gap)}
}

// coarseMeet compares times that meet, at least one of them not told to the day.
func coarseMeet(a, b days) evidence {
	longer, shorter := max(a.length(), b.length()), min(a.length(), b.length())
	startsMeet := a.first-b.first < longer && b.first-a.first < longer
	switch {
	case a.coarse && b.coarse && startsMeet && longer < 2*shorter:
		return evidence{1.3, "same time, as far as it is told"}
	case startsMeet && longer <= 31:
		return evidence{0.9, "same month"}
	case startsMeet && longer <= 366:
		return evidence{0.5, "same year"}
	}
	return evidence{-0.5, "times that cover each other"}
}

// comparePublished compares what has no day by when it was published.
func comparePublished(p, q *profile) evidence {
	if p.pub == 0 || q.pub == 0 {
		return evidence{}
	}
	if p.when.known != q.when.known {
		return compareDated(p, q)
	}
	gap, fresh := abs(p.pub-q.pub), p.t.Event.News || q.t.Event.News
	switch {
	case gap <= 2:
		return evidence{0.7, "published within two days"}
	case gap <= 7:
		return evidence{0.2, "published in one week"}
	case gap <= 120 && !fresh && familiesOf(p.kind)[0] == peace && p.kind != sitrep.Talks:
		return evidence{0.5, "recalled without a day within some months"}
	case fresh && gap > 30:
		return evidence{-2.5, "told as news at different times"}
	case gap > 90:
		return evidence{-0.7, "published months apart"}
	}
	return evidence{}
}

// compareDated compares a telling with a day with one that has none.
func compareDated(p, q *profile) evidence {
	if q.when.known {
		p, q = q, p
	}
	after := q.pub - p.when.first
	switch {
	case after < -1:
		return evidence{-4, "published before it happened"}
	case after <= 3:
		return evidence{0.7, "published right after it"}
	case after <= 120 && !q.t.Event.News && familiesOf(q.kind)[0] == peace && q.kind != sitrep.Talks:
		return evidence{0.8, "recalled without a day while it was the last one"}
	case q.t.Event.News && after > 14 && !p.when.open:
		return evidence{-2.5, "told as news long after"}
	}
	return evidence{}
}

func abs(n int) int { return max(n, -n) }

// compareWhere compares the places of two tellings by the pair that is nearest.
func compareWhere(p, q *profile) evidence {
	if len(p.spots) == 0 || len(q.spots) == 0 {
		return evidence{}
	}
	if (p.kind == sitrep.War || q.kind == sitrep.War) && len(p.lands) > 0 && len(q.lands) > 0 && !meet(p.lands, q.lands) {
		return evidence{-3, "different countries"}
	}
	best := evidence{weight: never}
	for _, a := range p.spots {
		for _, b := range q.spots {
			if e := compareSpots(a, b); e.weight > best.weight {
				best = e
			}
		}
	}
	if p.kind == sitrep.War && q.kind == sitrep.War && best.weight < 0.4 && meet(p.lands, q.lands) {
		return evidence{0.4, "same country"}
	}
	if best.weight < 0 {
		if name := cmp.Or(namedBy(p, q), namedBy(q, p)); name != "" {
			return evidence{0.4, "both tell of " + name}
		}
	}
	return best
}

// namedBy is a town of p that the words of q name: its reader took another place of the same sentence.
func namedBy(p, q *profile) string {
	for _, s := range p.spots {
		if s.fineness != town {
			continue
		}
		words := stems(s.name)
		if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(q.words, w) }) {
			return s.place.Name
		}
	}
	return ""
}

func compareSpots(a, b spot) evidence {
	if alike(a.name, b.name) && (!a.place.Located || !b.place.Located || kilometres(a, b) < 100) ||
		a.place.GeoNames != 0 && a.place.GeoNames == b.place.GeoNames {
		return evidence{[]float64{2.2, 1.2, 0.4}[max(a.fineness, b.fineness)], "same place, " + a.place.Name}
	}
	if slices.Contains(a.place.Within, b.place.Name) || slices.Contains(b.place.Within, a.place.Name) {
		return evidence{-0.2, "one place in the other"}
	}
	apart := len(a.place.Countries) > 0 && len(b.place.Countries) > 0 && !meet(a.place.Countries, b.place.Countries)
	if apart && a.fineness != region && b.fineness != region {
		return evidence{-4.5, "different countries"}
	}
	if !a.place.Located || !b.place.Located {
		if a.fineness == town && b.fineness == town {
			return evidence{-1.5, "places of other names"}
		}
		return evidence{-0.3, ""}
	}
	km := kilometres(a, b)
	switch {
	case a.fineness == town && b.fineness == town:
		return townsApart(km)
	case apart && km > 300:
		return evidence{-3.5, "far apart"}
	case a.fineness == land || b.fineness == land:
		return evidence{-0.3, "a place in a country and the country"}
	case km < 120:
		return evidence{0.4, fmt.Sprintf("%.0f km apart", km)}
	case km < 400:
		return evidence{-0.5, fmt.Sprintf("%.0f km apart", km)}
	}
	return evidence{-3, fmt.Sprintf("%.0f km apart", km)}
}

// articles are what stands before the names of Arab places, or not.
var articles = wordSet("al el ash as ar at an ad az")

// alike tells whether two names of places are one, as spellings from other alphabets differ: in vowels, in doubled letters, in an article.
func alike(a, b string) bool {
	if a == b || a == "" || b == "" {
		return a == b && a != ""
	}
	a, b = plainName(a), plainName(b)
	x, y := consonants(a), consonants(b)
	return squeeze(a) == squeeze(b) || len(x) >= 4 && x == y && a[0] == b[0]
}

func plainName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	if len(words) > 1 && articles[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, "")
}

func squeeze(s string) string {
	var out []rune
	for _, r := range s {
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

func consonants(s string) string {
	return squeeze(strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouyh", r) {
			return -1
		}
		return r
	}, s))
}

func townsApart(km float64) evidence {
	w := -4.5
	switch {
	case km < 5:
		w = 2
	case km < 15:
		w = 1.3
	case km < 30:
		w = 0.3
	case km < 60:
		w = -2
	case km < 120:
		w = -4
	}
	return evidence{w, fmt.Sprintf("%.0f km apart", km)}
}

func kilometres(a, b spot) float64 {
	return sitrep.GreatCircle(a.place.Lat, a.place.Lon, b.place.Lat, b.place.Lon)
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// compareWho compares the sides and the names of those who had a part.
func compareWho(p, q *profile) []evidence {
	var out []evidence
	if mutual(p.kind) || mutual(q.kind) {
		e := compareParties(p.anySide(), q.anySide())
		if p.kind == sitrep.War && q.kind == sitrep.War {
			e.weight = max(e.weight, -1) // who fights a war with whom is told in many ways: allies, proxies, peoples
		}
		out = append(out, e)
	} else {
		out = append(out, compareRole(p.sides[sitrep.Initiator], q.sides[sitrep.Initiator], 0.9, -1.3, "doer"),
			compareRole(p.sides[sitrep.Target], q.sides[sitrep.Target], 0.4, -0.6, "target"))
	}
	out = append(out, compareRole(p.sides[sitrep.Mediator], q.sides[sitrep.Mediator], 1, -0.5, "mediator"))
	if both := common(p.names, q.names, 2); len(both) == 2 && mutual(p.kind) && mutual(q.kind) && len(p.anySide()) == 0 && len(q.anySide()) == 0 {
		return append(out, evidence{1.3, "same parties, " + strings.Join(both, " and ")}) // of whom the lists know no side
	} else if len(both) > 0 {
		return append(out, evidence{0.6, "both name " + both[0]})
	}
	return out
}

func compareRole(a, b []string, same, other float64, role string) evidence {
	switch {
	case len(a) == 0 || len(b) == 0:
		return evidence{}
	case meet(a, b):
		return evidence{same, "same side as " + role}
	}
	return evidence{other, "different sides as " + role}
}

func compareParties(a, b []string) evidence {
	both := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			both++
		}
	}
	switch {
	case len(a) == 0 || len(b) == 0:
		return evidence{}
	case both == 0:
		return evidence{-3, "different sides"}
	case both == len(a) && both == len(b) && both > 1:
		return evidence{1.3, "same sides, " + strings.Join(a, " and ")}
	case both > 1:
		return evidence{0.9, "sides in common"}
	case len(a) > 1 && len(b) > 1:
		return evidence{-0.4, "one side in common, the other not"}
	}
	return evidence{0.4, "a side in common"}
}

// compareCounts compares tolls. That a toll has grown is no contradiction.
func compareCounts(p, q *profile) evidence {
	best := evidence{}
	for _, a := range p.counts {
		for _, b := range q.counts {
			if a.harm != b.harm || (a.vague || b.vague) && max(a.n, b.n) < 20*min(a.n, b.n) {
				continue
			}
			if e := compareCount(a, b, p.pub == q.pub); e.weight > 0 && e.weight > best.weight || best.weight <= 0 && e.weight < best.weight {
				best = e
			}
		}
	}
	return best
}

func compareCount(a, b count, sameDay bool) evidence {
	lo, hi := min(a.n, b.n), max(a.n, b.n)
	switch {
	case lo == hi:
		return evidence{rarity(lo), fmt.Sprintf("both tell of %d %s", lo, a.harm)}
	case hi > 4*lo && hi-lo > 10:
		return evidence{-1, fmt.Sprintf("%d and %d %s", a.n, b.n, a.harm)}
	case sameDay && a.exact && b.exact:
		return evidence{-0.5, fmt.Sprintf("%d and %d %s on one day", a.n, b.n, a.harm)}
	}
	return evidence{}
}

// rarity is what it is worth that two reports tell one number: small and round ones are told of many happenings.
func rarity(n int) float64 {
	switch {
	case n <= 2:
		return 0.2
	case n < 10:
		return 0.6
	case n%10 == 0:
		return 0.9
	}
	return 1.4
}

// compareWords compares the words that tell the happening, the headlines, and the names around it.
func compareWords(p, q *profile) []evidence {
	var out []evidence
	if both, least := shared(p.words, q.words); both > 0 {
		out = append(out, evidence{1.8*both/(least+1.5) + 0.2*min(both, 8), "words in common: " + strings.Join(common(p.words, q.words, 5), ", ")})
	}
	if p.t.Key.Report == q.t.Key.Report {
		return out
	}
	if both, least := shared(p.title, q.title); both > 0 && (p.t.Event.News || q.t.Event.News) {
		out = append(out, evidence{0.8 * both / (least + 1), "alike headlines"})
	}
	if n := len(common(p.t.Around, q.t.Around, most)); n > 0 {
		out = append(out, evidence{1.5 * float64(n) / float64(min(len(p.t.Around), len(q.t.Around))+3), fmt.Sprintf("%d names in common around it", n)})
	}
	if copies(&p.t.Report, &q.t.Report) {
		out = append(out, evidence{1.5, "copies of one text"})
	}
	return out
}

// common are the first words that two lists share, those that say something before those of the trade.
func common(a, b []string, n int) []string {
	var out, plain []string
	for _, w := range a {
		switch {
		case !slices.Contains(b, w):
		case plainWords[w]:
			plain = append(plain, w)
		default:
			out = append(out, w)
		}
	}
	out = append(out, plain...)
	return out[:min(n, len(out))]
}
