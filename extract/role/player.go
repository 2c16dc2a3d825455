package role

import (
	"slices"
	"strconv"
	"strings"

	"sitrep"
)

// player is a side, or somebody of no known side, with all parts that it may have in one event. Those who fight for a side and its civilians
// are two players.
type player struct {
	key    string
	doing  bool // people of no known side who do what others of none undergo
	shares []share
	best   [4]float64 // the highest odds of each role over the mentions
	named  int        // the role that its mentions gave it, by themselves; -1 for none
	sum    [4]float64
}

// share is a part in one of the mentions of an event.
type share struct {
	mention int // its place among the event's mentions
	*sitrep.Part
}

// table is the players of all events of a story.
type table struct {
	*pool
	players [][]*player
	weight  map[string]int
	ranking []string // keys by how often the report speaks of them, the most first
	title   map[string]bool
	best    map[stage]*[4]peak
}

// stage is a player in the events of one family.
type stage struct{ family, key string }

// peak is the highest odds of a role over events, with the event that gives them, and the highest that another one gives.
type peak struct {
	top, next float64
	event     int
}

func (p *peak) add(event int, odds float64) {
	switch {
	case odds > p.top:
		p.top, p.next, p.event = odds, p.top, event
	case odds > p.next:
		p.next = odds
	}
}

// without is the highest odds that another event gives.
func (p *peak) without(event int) float64 {
	if p.event == event {
		return p.next
	}
	return p.top
}

func newTable(s *sitrep.Story) *table {
	t := &table{pool: newPool(s), weight: map[string]int{}, title: map[string]bool{}, best: map[stage]*[4]peak{}}
	t.mark()
	for i := range s.Events {
		t.players = append(t.players, t.of(&s.Events[i]))
		t.compare(i)
	}
	t.rank()
	if s.Title != nil {
		for i := range s.Title.Tokens {
			t.title[strings.ToLower(s.Title.Tokens[i].Lemma)] = true
		}
	}
	return t
}

// compare notes the odds of the players of an event beside those of other events.
func (t *table) compare(event int) {
	for _, p := range t.players[event] {
		k := stage{families[t.Events[event].Kind], p.key}
		if t.best[k] == nil {
			t.best[k] = &[4]peak{}
		}
		for r := range roles {
			t.best[k][r].add(event, p.best[r])
		}
	}
}

// of are the players of an event, in the order in which its mentions name them.
func (t *table) of(e *sitrep.Event) []*player {
	var all []*player
	at := map[string]*player{}
	for n, i := range e.MentionsOf {
		for k := range t.Mentions[i].Parts {
			x := &t.Mentions[i].Parts[k]
			key, doing := t.key(x), t.does(e, x)
			who := key + boolean(doing)
			p := at[who]
			if p == nil {
				p = &player{key: key, doing: doing}
				at[who], all = p, append(all, p)
			}
			p.add(share{n, x})
		}
	}
	for _, p := range all {
		p.named = t.named(e, p)
	}
	return all
}

// named is the role in which the mentions of an event name a player, -1 for none.
func (t *table) named(e *sitrep.Event, p *player) int {
	for i := range e.Actors {
		a := &e.Actors[i]
		if t.key(&sitrep.Part{Entity: a.Entity, Head: a.Head}) == p.key && (!p.doing || a.Role == sitrep.Initiator) {
			return slices.Index(roles, a.Role)
		}
	}
	return -1
}

func (p *player) add(s share) {
	p.shares = append(p.shares, s)
	for r, q := range s.Odds {
		p.best[r] = max(p.best[r], q)
		p.sum[r] += q
	}
}

// key is alike for what is one player.
func (t *table) key(x *sitrep.Part) string {
	if x.Entity < 0 {
		return "word " + strings.ToLower(t.Tokens[x.Head].Form)
	}
	return t.keyOf(x.Entity)
}

// does tells whether a part is that of people of no known side who do what is violent: those to whom they do it are others, though nothing else tells them apart.
func (t *table) does(e *sitrep.Event, x *sitrep.Part) bool {
	return personal(e.Kind) && x.Entity >= 0 && x.Rule == sitrep.Initiator && tier(x.Tier) == plainly && t.key(x) == "people"
}

func (t *table) keyOf(entity int) string {
	e := &t.Cast.Entities[entity]
	switch {
	case e.Side == "" && !e.Named && (e.Kind == sitrep.PeopleEntity || e.Kind == sitrep.PersonEntity):
		if e.Civilian == sitrep.False {
			return "armed " + string(e.SourceKind)
		}
		return "people"
	case e.Side == "":
		return "entity " + strconv.Itoa(entity)
	case e.Kind == sitrep.ThingEntity:
		return "things " + e.Side
	case e.Civilian == sitrep.True:
		return "civilians " + e.Side
	}
	return "side " + e.Side
}

// rank orders the players by how often the report names them.
func (t *table) rank() {
	if t.Cast == nil {
		return
	}
	for i := range t.Cast.Entities {
		key := t.keyOf(i)
		if t.weight[key] == 0 {
			t.ranking = append(t.ranking, key)
		}
		t.weight[key] += max(1, len(t.Cast.Entities[i].Mentions))
	}
	slices.SortStableFunc(t.ranking, func(a, b string) int { return t.weight[b] - t.weight[a] })
}

// chief is the part that speaks most for a role.
func (p *player) chief(role int) share {
	best := p.shares[0]
	for _, s := range p.shares[1:] {
		if s.Odds[role] > best.Odds[role]+1e-9 {
			best = s
		}
	}
	return best
}
