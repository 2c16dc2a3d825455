package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// roles are the roles by their number in digests. The numbers stand in files: they never change.
var roles = []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}

// roleBits is how many bits a role takes.
const roleBits = 3

// actorsOf are the actors of an incident with their roles, as they are kept, each once.
func (t *tx) actorsOf(i *sitrep.Incident) (out []uint32) {
	for _, a := range i.Actors {
		n := t.actor(a.Name, a.Side, a.ActorID, string(a.Kind))
		if role := slices.Index(roles, a.Role); role >= 0 {
			out = append(out, uint32(n)<<roleBits|uint32(role))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// actor is the number of an actor; it is made where it is new.
func (t *tx) actor(name, side, id, kind string) int64 {
	if n := t.number("SELECT n FROM actor WHERE name = ? AND side = ? AND id = ? AND kind = ?", name, side, id, kind); n != 0 {
		return n
	}
	n := t.insert("INSERT INTO actor (name, side, id, kind, fold) VALUES (?, ?, ?, ?, ?)", name, side, id, kind, fold(name))
	t.exec("UPDATE actor SET same = "+sameActor+" WHERE n = ?", n)
	return n
}

// sameActor is the row that stands for an actor: of those with its id in the lexicon, else of those without an id that have its name and side, the first.
const sameActor = `CASE WHEN actor.id <> '' THEN (SELECT min(o.n) FROM actor o WHERE o.id = actor.id AND o.id <> '')
	ELSE (SELECT min(o.n) FROM actor o WHERE o.fold = actor.fold AND o.side = actor.side AND o.id = '') END`

// Actors are those of the incidents that a query wants, the most frequent first. Text and Actor ask for words of the name.
func (b *Book) Actors(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.ActorRow], err error) {
	err = b.read(ctx, "list actors", func(t *tx) error {
		after, err := afterOf(q)
		if err != nil {
			return err
		}
		c := t.countActors(q)
		groups, total := c.groups()
		page.Total = total
		named := t.nameActors(c, nearest(groups, after, limitOf(q)+1))
		shown, next := cut(named, after, limitOf(q), func(g *actorGroup) place { return g.place })
		page.Next = next
		claims := t.claimCounts()
		for _, g := range shown {
			g.row.Claims = t.claimsOf(claims, &g.row)
			page.Rows = append(page.Rows, g.row)
		}
		return nil
	})
	return page, err
}

// nearest are the groups of which a page can be made, by how many rows each has: those beyond a place, as far as the page goes, with all that stand where it begins
// and where it ends.
func nearest(groups []found, after *place, limit int) []found {
	if after == nil && len(groups) == 0 {
		return nil
	}
	var out, rest []found
	for _, g := range groups {
		switch {
		case after != nil && g.order > after.Order:
		case after != nil && g.order == after.Order:
			out = append(out, g)
		default:
			rest = append(rest, g)
		}
	}
	if len(rest) == 0 {
		return out
	}
	last := edge(rest, -1, limit)
	return append(out, slices.DeleteFunc(rest, func(g found) bool { return g.order < last })...)
}

// cut are the groups of a page, of those of which it can be made, and where the next one begins.
func cut[G any](groups []G, after *place, limit int, at func(G) place) (page []G, next string) {
	slices.SortFunc(groups, func(a, b G) int { return at(a).compare(at(b), casebook.Newest) })
	if after != nil {
		groups = slices.DeleteFunc(groups, func(g G) bool { return at(g).compare(*after, casebook.Newest) <= 0 })
	}
	if len(groups) > limit {
		groups = groups[:limit]
		next = at(groups[limit-1]).cursor()
	}
	return groups, next
}

// actorGroup is the rows of one actor.
type actorGroup struct {
	place
	row casebook.ActorRow
}

// actorCounts count actors over incidents, by row.
type actorCounts struct {
	same []int64 // of each row: the row that stands for its actor
	of   []actorCount
	rows []int32 // how often each row is the name that an incident has for its actor
}

type actorCount struct {
	roles           [4]int32
	incidents, seen int64 // seen is the last incident that was counted
	oneSide         int32
	first, last     int32
}

func (t *tx) countActors(q casebook.Query) *actorCounts {
	allowed := t.namedActors(strings.Join(strings.Fields(fold(q.Actor+" "+q.Text)), " "), q.Sides)
	q.Actor, q.Text = "", ""
	c := &actorCounts{same: t.sameActors()}
	c.of, c.rows = make([]actorCount, len(c.same)), make([]int32, len(c.same))
	t.incidents(q, func(e *incidentEntry) {
		for _, a := range e.actors {
			if n := int64(a >> roleBits); n < int64(len(c.same)) && (allowed == nil || allowed[n]) {
				c.count(e, n, a&(1<<roleBits-1))
			}
		}
	})
	return c
}

func (c *actorCounts) count(e *incidentEntry, n int64, role uint32) {
	g := &c.of[c.same[n]]
	g.roles[role&3]++
	if g.seen == e.n {
		return
	}
	if g.incidents == 0 {
		g.first, g.last = e.day, e.day
	}
	g.seen = e.n
	g.incidents++
	c.rows[n]++
	if e.oneSide() != 0 {
		g.oneSide++
	}
	g.first, g.last = min(g.first, e.day), max(g.last, e.day)
}

// groups are the actors that were counted, with how many incidents each has.
func (c *actorCounts) groups() (out []found, total int) {
	for n := range c.of {
		if k := c.of[n].incidents; k > 0 {
			out = append(out, found{k, int64(n)})
		}
	}
	return out, len(out)
}

// namedActors are the rows of actors whose name has some words, or whose id it is, of some sides; nil for all.
func (t *tx) namedActors(named string, sides []string) map[int64]bool {
	if named == "" && len(sides) == 0 {
		return nil
	}
	query, args := "SELECT n FROM actor WHERE (instr(fold, ?) > 0 OR lower(id) = ?)", []any{named, named}
	if len(sides) > 0 {
		query += " AND lower(side) IN (" + marks(len(sides)) + ")"
		for _, s := range sides {
			args = append(args, fold(s))
		}
	}
	out := map[int64]bool{}
	for _, n := range all[int64](t, query, args...) {
		out[n] = true
	}
	return out
}

// nameActors gives groups their most frequent names.
func (t *tx) nameActors(c *actorCounts, groups []found) (out []*actorGroup) {
	wanted := map[int64]*actorGroup{}
	for _, g := range groups {
		k := &c.of[g.n]
		a := &actorGroup{place: place{Order: g.order, n: g.n}, row: casebook.ActorRow{Incidents: int(k.incidents), OneSide: int(k.oneSide), Roles: map[sitrep.Role]int{}, First: dateOr(k.first), Last: dateOr(k.last)}}
		for r, n := range k.roles {
			if n > 0 {
				a.row.Roles[roles[r]] = int(n)
			}
		}
		wanted[g.n] = a
		out = append(out, a)
	}
	var rows []any
	for n, k := range c.rows {
		if k > 0 && wanted[c.same[n]] != nil {
			rows = append(rows, n)
		}
	}
	most := map[int64]int32{}
	for at := 0; at < len(rows); at += atOnce {
		part := rows[at:min(at+atOnce, len(rows))]
		t.each("SELECT n, name, side, id, kind FROM actor WHERE n IN ("+marks(len(part))+")", part, func(r *sql.Rows) error {
			var n int64
			var name [3]string
			var id string
			err := r.Scan(&n, &name[0], &name[1], &id, &name[2])
			a := wanted[c.same[n]]
			now := [3]string{a.row.Name, a.row.Side, string(a.row.Kind)}
			if k := c.rows[n]; k > most[a.n] || k == most[a.n] && slices.Compare(name[:], now[:]) < 0 {
				a.row.Name, a.row.Side, a.row.Kind, most[a.n] = name[0], name[1], sitrep.EntityKind(name[2]), k
			}
			a.row.ActorID = id
			a.ID = cmp.Or(a.row.ActorID, a.row.Name+"\x00"+a.row.Side)
			return err
		})
	}
	return out
}

// dateOr is the date of a day, none for one that is not known.
func dateOr(day int32) (d sitrep.CivilDate) {
	if day > unknownDay {
		d = dateOfDay(int64(day))
	}
	return d
}

// claimsOf is how many claims an actor makes: by its id, else by its name.
func (t *tx) claimsOf(c *claimCounts, a *casebook.ActorRow) int {
	if a.ActorID != "" {
		return c.of(c.actors, t.exactly(actorIDField, []string{a.ActorID}))
	}
	return c.of(c.sources, t.exactly(sourceField, []string{a.Name}))
}
