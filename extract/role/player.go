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
	return violent[e.Kind] && x.Entity >= 0 && x.Rule == sitrep.Initiator && tier(x.Tier) == plainly && t.key(x) == "people"
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

// namer is the share that names a player in a role: the part that speaks most for it, but no bare adjective ("Russian shelling") where a noun ("Russian
// forces") speaks half as much.
func (t *table) namer(p *player, role int) share {
	chief := p.chief(role)
	if roles[role] == sitrep.Initiator {
		if d, ok := t.doers(p, chief); ok {
			return d
		}
	}
	adjective := func(s share) bool { return t.Tokens[s.Head].UPOS == "ADJ" }
	if !adjective(chief) {
		return chief
	}
	nouns := player{shares: slices.DeleteFunc(slices.Clone(p.shares), func(s share) bool { return adjective(s) || 2*s.Odds[role] < chief.Odds[role] })}
	if len(nouns.shares) == 0 {
		return chief
	}
	return nouns.chief(role)
}

// doers is the share that names whoever did a deed by hand ("rebels of the front attacked"), where what speaks most for the part names only the body
// that they are of; that stays their organisation.
func (t *table) doers(p *player, chief share) (best share, ok bool) {
	if t.Cast == nil || chief.Entity < 0 || t.Cast.Entities[chief.Entity].Kind != sitrep.OrganisationEntity {
		return chief, false
	}
	for _, s := range p.shares {
		if s.Entity < 0 || s.Rule != sitrep.Initiator || tier(s.Tier) != plainly || 2*s.Odds[0] < chief.Odds[0] {
			continue
		}
		if k := t.Cast.Entities[s.Entity].Kind; (k == sitrep.PeopleEntity || k == sitrep.OrganisationEntity) && fighters(&t.Tokens[s.Head]) && (!ok || s.Odds[0] > best.Odds[0]) {
			best, ok = s, true
		}
	}
	return best, ok
}

// stateFor puts whoever of its side the report speaks of most in the place of a town or a building, which does nothing itself.
func (t *table) stateFor(a *sitrep.Actor) {
	best := -1
	for i := range t.Cast.Entities {
		e := &t.Cast.Entities[i]
		if e.Side == a.Side && a.Side != "" && e.Kind == sitrep.OrganisationEntity && len(e.Mentions) > 0 &&
			(best < 0 || len(e.Mentions) > len(t.Cast.Entities[best].Mentions)) {
			best = i
		}
	}
	if best >= 0 {
		e := &t.Cast.Entities[best]
		a.Head, a.Mentions = e.Mentions[0].Head, []sitrep.Span{e.Mentions[0].Span}
		a.Entity, a.Name, a.ActorID, a.Kind, a.Named, a.Description, a.Group = best, e.Name, e.Actor, e.Kind, e.Named, e.Description, e.Organisation
	}
}

// actor is the player as an actor of its event.
func (t *table) actor(event int, p *player, role int, sure float64) sitrep.Actor {
	x := t.namer(p, role)
	a := actor(t.Story, &Candidate{Entity: x.Entity, Head: x.Head}, roles[role])
	if a.Kind == sitrep.ThingEntity && a.Role != sitrep.Target {
		t.stateFor(&a)
	}
	if c := p.chief(role); roles[role] == sitrep.Initiator && a.Group == "" && c.Entity >= 0 && c.Entity != x.Entity && t.Cast.Entities[c.Entity].Kind == sitrep.OrganisationEntity {
		a.Group = t.Cast.Entities[c.Entity].Name
	}
	a.Why = []sitrep.Reason{{Field: "role", Rule: "extract/role/cast.bin", Words: a.Mentions[0], Score: sure}}
	if home := t.residence(event, x.Entity); a.Role == sitrep.Target && home != "" {
		a.Side = home
		a.Why = append(a.Why, sitrep.Reason{Field: "side", Rule: "where it happened", Words: a.Mentions[0]})
	}
	if a.Role == sitrep.Initiator && x.Confidence != "" {
		a.Confidence = x.Confidence
		if x.Hedge >= 0 {
			a.Why = append(a.Why, sitrep.Reason{Field: "confidence", Rule: string(x.Confidence), Words: t.Tokens[x.Hedge].Span})
		}
	}
	return a
}
