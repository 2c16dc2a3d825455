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

// roles are the roles by their number in incident.actors. The numbers stand in files: they never change.
var roles = []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}

// roleBits is how many bits a role takes.
const roleBits = 3

// actorsOf are the actors of an incident with their roles, as they are kept, each once.
func (t *tx) actorsOf(i *sitrep.Incident) (out []int64) {
	for _, a := range i.Actors {
		key := []any{a.Name, a.Side, a.ActorID, string(a.Kind)}
		n := t.number("SELECT n FROM actor WHERE name = ? AND side = ? AND id = ? AND kind = ?", key...)
		if n == 0 {
			n = t.insert("INSERT INTO actor (name, side, id, kind) VALUES (?, ?, ?, ?)", key...)
		}
		if role := slices.Index(roles, a.Role); role >= 0 {
			out = append(out, n<<roleBits|int64(role))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Actors are those of the incidents that a query wants, the most frequent first. Text and Actor ask for words of the name.
func (b *Book) Actors(ctx context.Context, q casebook.Query) (page casebook.Page[casebook.ActorRow], err error) {
	err = b.read(ctx, "list actors", func(t *tx) error {
		groups, err := cut(&page, t.actorGroups(q), q, func(g *actorGroup) place { return g.place })
		for _, g := range groups {
			g.row.Claims = t.claimsOf(&g.row)
			page.Rows = append(page.Rows, g.row)
		}
		return err
	})
	return page, err
}

// cut are the groups of a page of a list whose rows are counted, not kept.
func cut[T, G any](page *casebook.Page[T], groups []G, q casebook.Query, at func(G) place) (out []G, err error) {
	slices.SortFunc(groups, func(a, b G) int { return at(a).compare(at(b), casebook.Newest) })
	page.Total = len(groups)
	if q.After != "" {
		after, err := placeOf(q.After)
		if err != nil {
			return nil, err
		}
		groups = slices.DeleteFunc(groups, func(g G) bool { return at(g).compare(after, casebook.Newest) <= 0 })
	}
	if limit := limitOf(q); len(groups) > limit {
		groups = groups[:limit]
		page.Next = at(groups[limit-1]).cursor()
	}
	return groups, nil
}

// actorGroup is the rows of one actor: those with its id in the lexicon, else with its name and side.
type actorGroup struct {
	place
	row         casebook.ActorRow
	names       map[[3]string]int // name, side and kind, with the incidents that have them
	first, last int64
	seen        int64 // the last incident that was counted
}

// actorCounter counts actors over incidents.
type actorCounter struct {
	groups map[int64]*actorGroup // by number of the actor
	names  map[int64][3]string
}

func (t *tx) actorGroups(q casebook.Query) (out []*actorGroup) {
	named := strings.Join(strings.Fields(fold(q.Actor+" "+q.Text)), " ")
	q.Actor, q.Text = "", ""
	p := t.incidentPlan(q)
	if p.none {
		return nil
	}
	counter := t.actorCounter(named, q.Sides)
	t.each("SELECT i.n, i.day, i.actors FROM "+p.from+p.condition(), p.args, func(r *sql.Rows) error {
		var n, day int64
		var actors sql.RawBytes
		if err := r.Scan(&n, &day, &actors); err != nil {
			return err
		}
		counter.count(n, day, tagsOf(actors))
		return nil
	})
	seen := map[*actorGroup]bool{}
	for _, n := range sortedKeys(counter.groups) {
		if g := counter.groups[n]; !seen[g] && g.row.Incidents > 0 {
			seen[g] = true
			out = append(out, g.done())
		}
	}
	return out
}

// actorCounter knows the actors whose name has some words, of some sides.
func (t *tx) actorCounter(named string, sides []string) *actorCounter {
	c := &actorCounter{map[int64]*actorGroup{}, map[int64][3]string{}}
	byKey := map[string]*actorGroup{}
	t.each("SELECT n, name, side, id, kind FROM actor ORDER BY n", nil, func(r *sql.Rows) error {
		var n int64
		var name, side, id, kind string
		if err := r.Scan(&n, &name, &side, &id, &kind); err != nil {
			return err
		}
		if !strings.Contains(fold(name), named) && fold(id) != named || !any1(sides, []string{side}) {
			return nil
		}
		key := "name " + fold(name) + "\x00" + side
		if id != "" {
			key = "id " + id
		}
		if byKey[key] == nil {
			byKey[key] = &actorGroup{row: casebook.ActorRow{ActorID: id, Roles: map[sitrep.Role]int{}}, names: map[[3]string]int{}, place: place{ID: key}}
		}
		c.groups[n], c.names[n] = byKey[key], [3]string{name, side, kind}
		return nil
	})
	return c
}

func (c *actorCounter) count(incident, day int64, actors []int64) {
	for _, a := range actors {
		g := c.groups[a>>roleBits]
		if g == nil {
			continue
		}
		g.row.Roles[roles[a&(1<<roleBits-1)]]++
		if g.seen == incident {
			continue
		}
		if g.row.Incidents == 0 {
			g.first, g.last = day, day
		}
		g.seen = incident
		g.row.Incidents++
		g.names[c.names[a>>roleBits]]++
		g.first, g.last = min(g.first, day), max(g.last, day)
	}
}

// done gives the group its most frequent name.
func (g *actorGroup) done() *actorGroup {
	var best [3]string
	most := 0
	for name, n := range g.names {
		if n > most || n == most && slices.Compare(name[:], best[:]) < 0 {
			best, most = name, n
		}
	}
	g.row.Name, g.row.Side, g.row.Kind = best[0], best[1], sitrep.EntityKind(best[2])
	if g.first > unknownDay {
		g.row.First = dateOfDay(g.first)
	}
	if g.last > unknownDay {
		g.row.Last = dateOfDay(g.last)
	}
	g.place.Order, g.place.ID = int64(g.row.Incidents), cmp.Or(g.row.ActorID, g.row.Name+"\x00"+g.row.Side)
	return g
}

// claimsOf counts an actor's claims.
func (t *tx) claimsOf(a *casebook.ActorRow) int {
	if a.ActorID != "" {
		return int(t.number("SELECT count(*) FROM claim WHERE actor = ? AND actor <> ''", a.ActorID))
	}
	return int(t.number("SELECT count(*) FROM claim WHERE source = (SELECT n FROM term WHERE field = ? AND text = ?)", sourceField, a.Name))
}
