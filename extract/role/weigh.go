package role

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
)

// vector is what the decision on a player of an event is made on.
func (t *table) vector(event int, p *player) maxent.Vector {
	var v maxent.Vector
	e := &t.Events[event]
	family := families[e.Kind]
	v.Number(e.Score)
	t.weighOdds(&v, event, p, family)
	t.weighWho(&v, p, family)
	t.weighText(&v, e, p, family)
	t.weighOthers(&v, event, p, family)
	t.weighTolls(&v, e, p, family)
	t.weighFirst(&v, p)
	return v
}

// level is a coarse word for a probability.
func level(q float64) string {
	for i, b := range []float64{0.03, 0.08, 0.15, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95} {
		if q < b {
			return maxent.Letter(i)
		}
	}
	return "z"
}

// weighOdds writes what the mentions say.
func (t *table) weighOdds(v *maxent.Vector, event int, p *player, family string) {
	n := float64(len(t.Events[event].MentionsOf))
	score := level(t.Events[event].Score)
	all, top := 0.0, 0
	for r := range roles {
		all += p.best[r]
		if p.best[r] > p.best[top] {
			top = r
		}
		l := level(p.best[r])
		v.Add("odds", string(roles[r]), l)
		v.Number(p.best[r])
		v.Number(p.sum[r] / n)
	}
	v.Number(min(1, all))
	named := "none"
	if p.named >= 0 {
		named = string(roles[p.named])
	}
	v.Add("named", named)
	v.Add("named family", named, family)
	v.Add("named score", named, score)
	for r := range roles {
		v.Number(boolNumber(p.named == r))
	}
	c := p.chief(top)
	tier := tierNames[min(max(c.Tier, 0), int(tiers)-1)]
	v.Add("top", string(roles[top]), level(p.best[top]), tier)
	v.Add("top first", string(roles[top]), boolean(c.mention == 0), step(len(t.Events[event].MentionsOf), 1, 2, 4))
	v.Add("top score", level(p.best[top]), score)
	for r := range roles {
		v.Add("place", string(roles[r]), t.placeOf(event, p, r), level(p.best[r]))
	}
}

// placeOf is how many players of the event have higher odds of a role.
func (t *table) placeOf(event int, p *player, role int) string {
	n := 0
	for _, o := range t.players[event] {
		if o != p && o.best[role] > p.best[role] {
			n++
		}
	}
	return step(n, 0, 1, 2, 3, 5)
}

// weighWho writes what the player is.
func (t *table) weighWho(v *maxent.Vector, p *player, family string) {
	top := 0
	for r := range roles {
		if p.best[r] > p.best[top] {
			top = r
		}
	}
	x := p.chief(top)
	if x.Entity < 0 {
		v.Add("word", family)
		return
	}
	e := &t.Cast.Entities[x.Entity]
	what := string(e.Kind) + boolean(e.Side != "") + boolean(e.Civilian == sitrep.True) + boolean(e.Named)
	rank := step(slices.Index(t.ranking, p.key), 0, 1, 2, 4, 8)
	v.Add("head", t.word(x.Head, x.Entity), family)
	v.Add("who", what)
	v.Add("who family", what, family)
	v.Add("rank family", rank, family)
	v.Add("side family", sideClass(e.Side), family)
	v.Add("broker", boolean(brokers(t.Story, e)), family)
	v.Add("source", string(e.SourceKind), family)
}

// weighText writes where the report names the player.
func (t *table) weighText(v *maxent.Vector, e *sitrep.Event, p *player, family string) {
	nearest := 9
	for _, s := range p.shares {
		nearest = min(nearest, max(s.Sentences, -s.Sentences))
	}
	v.Add("nearest", step(nearest, 0, 1, 2, 4), family)
	v.Add("titled", boolean(t.titled(p)), family)
	v.Add("says", boolean(t.speaks(e, p)), family)
	t.weighMarks(v, e, p, family)
}

// weighMarks writes what the layers before say of the player where the event is told, and how it hangs on its triggers.
func (t *table) weighMarks(v *maxent.Vector, e *sitrep.Event, p *player, family string) {
	seen := map[string]bool{}
	add := func(parts ...string) {
		if key := strings.Join(parts, " "); !seen[key] {
			seen[key] = true
			v.Add(parts...)
		}
	}
	for _, s := range p.shares {
		m := &t.marks[s.Head]
		if m.harm != "" {
			add("harm", string(m.harm), family)
		}
		if m.says {
			add("source here", family)
		}
		if m.place != "" {
			add("toponym", m.place, family)
		}
		if s.Slot != "" {
			add("slot", s.Slot, family)
			add("slot word", s.Slot, t.Tokens[t.Mentions[e.MentionsOf[s.mention]].Trigger].Lemma)
		}
		if s.Rule != "" {
			add("rule", string(s.Rule), tierNames[s.Tier], family)
		}
	}
}

func (t *table) titled(p *player) bool {
	for _, s := range p.shares {
		if t.title[strings.ToLower(t.Tokens[s.Head].Lemma)] {
			return true
		}
	}
	return false
}

// speaks tells whether a player is the source of a claim that tells the event.
func (t *table) speaks(e *sitrep.Event, p *player) bool {
	return slices.ContainsFunc(p.shares, func(s share) bool {
		return s.Entity >= 0 && t.says(s.Entity, t.Mentions[e.MentionsOf[s.mention]].TriggerSpan)
	})
}

// says tells whether an entity is the source of a claim that holds a span.
func (t *table) says(entity int, at sitrep.Span) bool {
	for i := range t.Claims {
		if t.Claims[i].Entity != entity {
			continue
		}
		for _, c := range t.Claims[i].Content {
			if c.Contains(at) {
				return true
			}
		}
	}
	return false
}

// weighOthers writes what the others are in this event, and the player in others.
func (t *table) weighOthers(v *maxent.Vector, event int, p *player, family string) {
	var rival, here [4]float64
	for _, o := range t.players[event] {
		for r := range roles {
			if o != p {
				rival[r] = max(rival[r], o.best[r])
			}
		}
	}
	for r := range roles {
		here[r] = t.best[stage{family, p.key}][r].without(event)
	}
	for r := range roles {
		v.Add("rival", string(roles[r]), level(rival[r]))
		v.Add("elsewhere", string(roles[r]), level(here[r]))
		v.Number(rival[r])
		v.Number(here[r])
	}
}

// step is the number of the first bound that n does not exceed; "-" below zero.
func step(n int, bounds ...int) string {
	if n < 0 {
		return "-"
	}
	return bucket(n, bounds...)
}

func boolNumber(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
