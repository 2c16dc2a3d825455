package read

import (
	"math"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"

	"sitrep"
	"sitrep/eval/gold"
)

// families are kinds of which one passes for another by half.
var families = func() map[sitrep.Kind]string {
	all := map[sitrep.Kind]string{}
	for family, kinds := range map[string]string{
		"violence": "battle shelling airstrike bombing attack violation war destruction coup", "control": "territory deployment withdrawal",
		"people": "abduction arrest release displacement trial", "diplomacy": "ceasefire agreement talks", "pressure": "sanction", "aid": "aid", "protest": "protest",
	} {
		for _, k := range strings.Fields(kinds) {
			all[sitrep.Kind(k)] = family
		}
	}
	return all
}()

func kindFit(g *gold.Event, kind sitrep.Kind) float64 {
	switch {
	case g.Kind == kind || slices.Contains(g.Also, kind):
		return 1
	case families[g.Kind] == families[kind]:
		return 0.5
	}
	return 0
}

func length(a []sitrep.Span) int {
	n := 0
	for _, s := range a {
		n += s.Len()
	}
	return n
}

func dice(a, b []sitrep.Span) float64 {
	return 2 * float64(sitrep.Shared(a, b)) / float64(max(1, length(a)+length(b)))
}

// told says how well the mentions of an event fit the words of an answer, 0 where they do not tell of the same thing.
func told(want, got []sitrep.Span) float64 {
	whole := dice(want, got)
	for _, g := range want {
		for _, p := range got {
			shared := sitrep.Shared([]sitrep.Span{g}, []sitrep.Span{p})
			if shared > 0 && 2*shared >= min(g.Len(), p.Len()) && p.Len() <= max(3*g.Len(), 400) {
				if whole >= 0.1 {
					return min(1, whole)
				}
				return 0
			}
		}
	}
	return 0
}

func dateFit(want string, also []string, got string, end bool) float64 {
	if got == want || slices.Contains(also, got) {
		return 1
	}
	if got == "" || want == "" {
		return 0
	}
	p, known := dayOf(got, end)
	for _, o := range append([]string{want}, also...) {
		if o == "" {
			continue
		}
		if strings.HasPrefix(got, o) || strings.HasPrefix(o, got) {
			return 0.5
		}
		if d, ok := dayOf(o, end); ok && known && math.Abs(d.Sub(p).Hours()) <= 24 {
			return 0.5
		}
	}
	return 0
}

func dayOf(s string, end bool) (time.Time, bool) {
	d, err := sitrep.ParseCivilDate(s)
	if err != nil {
		return time.Time{}, false
	}
	if end {
		return d.Last(), true
	}
	return d.First(), true
}

// WhenFit says how well two dates fit those of an event: 1 where both are right, half of it for each that is a day off or coarser or finer.
func WhenFit(g *gold.Event, from, to string) float64 {
	return (dateFit(g.From, g.FromAlt, from, false) + dateFit(g.To, g.ToAlt, to, true)) / 2
}

func placeFit(g *gold.Place, p *sitrep.Place) float64 {
	shared := slices.ContainsFunc(g.Country, func(c string) bool { return slices.Contains(p.Countries, c) })
	switch {
	case g.Lat != nil && p.Located:
		if sitrep.GreatCircle(*g.Lat, *g.Lon, p.Lat, p.Lon) <= max(g.Km, 30) {
			return 1
		}
	case len(common(nameWords(g.Name), nameWords(p.Name))) > 0 && (shared || len(g.Country) == 0):
		return 1
	}
	if shared {
		return 0.5
	}
	return 0
}

func actorFit(role sitrep.Role, side, name string, p *sitrep.Actor) float64 {
	who := side == p.Side
	if side == "" || p.Side == "" {
		who = sameName(name, p.Name)
	}
	switch {
	case !who:
		return 0
	case role == p.Role:
		return 1
	}
	return 0.5
}

// sameName tells whether two names share half of the words of the shorter one.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	return len(x) > 0 && len(y) > 0 && 2*len(common(x, y)) >= min(len(x), len(y))
}

func tollFit(g *gold.Toll, p *sitrep.Toll) float64 {
	if g.Harm != p.Harm {
		return 0
	}
	if g.Qualifier == sitrep.Vague && p.Qualifier == sitrep.Vague {
		if g.Count == p.Count {
			return 1
		}
		return 0.5
	}
	if g.Count != p.Count || g.CountTo != p.CountTo {
		return 0
	}
	fit := 0.75
	if g.Qualifier == p.Qualifier || open(g.Qualifier) && open(p.Qualifier) {
		fit = 1
	}
	if g.Side != "" && p.Side != "" && g.Side != p.Side {
		fit -= 0.25
	}
	return fit
}

func open(q sitrep.TollQualifier) bool { return q == sitrep.AtLeast || q == sitrep.MoreThan }

const passedOver = " the a an of and in on for to by s ’s 's his her its their two both official officials mr ms "

func nameWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(normal(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' && r != '\'' && r != '-'
	}) {
		if w = strings.TrimSuffix(w, "'s"); !strings.Contains(passedOver, " "+w+" ") && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func normal(s string) string {
	return strings.Map(plain, strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
}

func common(a, b []string) []string {
	var out []string
	for _, w := range a {
		if slices.Contains(b, w) {
			out = append(out, w)
		}
	}
	return out
}

// pair is a want, a got and how well they fit.
type pair struct {
	want, got int
	fit       float64
}

// pairs puts wants and gots together one to one, the best fits first.
func pairs(wants, gots int, fit func(i, j int) float64) []pair {
	var all, out []pair
	for i := range wants {
		for j := range gots {
			if f := fit(i, j); f > 0 {
				all = append(all, pair{i, j, f})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].fit > all[j].fit })
	usedWant, usedGot := map[int]bool{}, map[int]bool{}
	for _, p := range all {
		if !usedWant[p.want] && !usedGot[p.got] {
			usedWant[p.want], usedGot[p.got] = true, true
			out = append(out, p)
		}
	}
	return out
}
