package sqlite

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// matches tells whether an incident that is no longer so met a query, as sieve asks it of those that are, and where it stands in the order.
func (t *tx) matches(i *sitrep.Incident, changed int64, q casebook.Query) (place, bool) {
	e, a := entryOf(i), areaOf(q)
	e.changed = changed
	at := place{Order: e.order(q.Order), ID: i.ID}
	return at, (!a.dated || a.during(e.first, e.last)) && (!a.placed || a.around(e.lat, e.lon)) && t.hasTerms(i, q) && hasFlags(i, q) && hasWords(i, q.Text) &&
		(q.Report == "" || slices.ContainsFunc(i.Events, func(k sitrep.EventKey) bool { return k.Report == q.Report })) &&
		(q.Incident == "" || strings.HasPrefix(i.ID, q.Incident)) && (q.ChangedSince.IsZero() || changed >= stamp(q.ChangedSince))
}

func (t *tx) hasTerms(i *sitrep.Incident, q casebook.Query) bool {
	var sides, actors, origins, harms []string
	for _, a := range i.Actors {
		sides, actors = append(sides, a.Side), append(actors, a.Name, a.ActorID)
	}
	for _, o := range i.Origins {
		origins = append(origins, o.Name)
	}
	for _, l := range i.Tally {
		harms = append(harms, string(l.Harm))
	}
	return any1(plain(q.Kinds), []string{string(i.Kind)}) && any1(plain(q.Grades), []string{string(i.Grade)}) && any1(plain(q.Statuses), []string{string(i.Status)}) &&
		any1(q.Sides, sides) && any1(plain(q.Harms), harms) && any1(one(q.Country), i.Place.Countries) &&
		part(q.Place, append([]string{i.Place.Name}, i.Place.Within...)) && part(q.Actor, actors) && part(q.Source, origins) && t.hasOutlet(i, q.Outlet)
}

func (t *tx) hasOutlet(i *sitrep.Incident, outlet string) bool {
	return outlet == "" || slices.ContainsFunc(i.Events, func(k sitrep.EventKey) bool {
		var text string
		return t.get("SELECT o.text FROM report r JOIN term o ON o.n = r.outlet WHERE r.id = ?", []any{k.Report}, &text) && fold(text) == fold(outlet)
	})
}

func hasFlags(i *sitrep.Incident, q casebook.Query) bool {
	flags := flagsOf(i)
	return (!q.NewOnly || slices.Contains(flags, newFlag)) && (!q.Disputed || slices.Contains(flags, disputedFlag)) && (!q.HasToll || slices.Contains(flags, tollFlag))
}

// hasWords looks for all that is typed in what an incident itself says.
func hasWords(i *sitrep.Incident, typed string) bool {
	if match(typed) == "" {
		return true
	}
	all := []string{i.Title, i.Place.Name}
	for _, a := range i.Actors {
		all = append(all, a.Name)
	}
	for _, l := range i.Tally {
		for _, toll := range l.RestsOn {
			all = append(all, toll.Quote)
		}
	}
	text := " " + bareWords(strings.Join(all, " ")) + " "
	for _, w := range wordsTyped(typed) {
		words := " " + bareWords(w.text)
		if !w.prefix {
			words += " "
		}
		if strings.TrimSpace(words) != "" && strings.Contains(text, words) == w.not {
			return false
		}
	}
	return true
}

// bareWords are the words of a text as the index compares them.
func bareWords(s string) string {
	return strings.Join(strings.FieldsFunc(fold(s), func(r rune) bool { return !isWordRune(r) }), " ")
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// any1 tells whether one of the wanted is there; nothing wanted is always there.
func any1(wanted, there []string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(w string) bool {
		return slices.ContainsFunc(there, func(s string) bool { return fold(s) == fold(w) })
	})
}

func part(wanted string, there []string) bool {
	return wanted == "" || slices.ContainsFunc(there, func(s string) bool { return strings.Contains(fold(s), fold(wanted)) })
}
