package role

import (
	"strings"

	"sitrep"
	"sitrep/internal/maxent"
)

// families group the kinds whose roles are given alike.
var families = map[sitrep.Kind]string{
	sitrep.Battle: "fight", sitrep.War: "fight",
	sitrep.Shelling: "strike", sitrep.Airstrike: "strike", sitrep.Bombing: "strike", sitrep.Attack: "strike",
	sitrep.Abduction: "seize", sitrep.Arrest: "seize", sitrep.Release: "seize", sitrep.Trial: "seize",
	sitrep.Territory: "ground", sitrep.Deployment: "move", sitrep.Withdrawal: "move",
	sitrep.Ceasefire: "accord", sitrep.Agreement: "accord", sitrep.Talks: "talks",
	sitrep.Sanction: "measure", sitrep.Aid: "measure", sitrep.Displacement: "people", sitrep.Destruction: "strike",
	sitrep.Violation: "strike", sitrep.Coup: "strike", sitrep.Protest: "people",
}

// setting is what the vectors of all candidates of one mention share.
type setting struct {
	*pool
	m      *sitrep.EventMention
	cands  []Candidate
	kind   string
	family string
	lemma  string
	taken  map[sitrep.Role]int // how many candidates the rules give each role
	tier   string              // of the candidate that is described, with the coarse word for what it is
	what   string
	v      *maxent.Vector
}

func (p *pool) setting(m *sitrep.EventMention, all []Candidate) *setting {
	f := &setting{pool: p, m: m, cands: all, kind: string(m.Kind), family: families[m.Kind], lemma: p.Tokens[m.Trigger].Lemma, taken: map[sitrep.Role]int{}}
	for i := range all {
		if r := all[i].rule; r != "" {
			f.taken[r]++
		}
	}
	return f
}

// vector writes what a decision on a candidate is made on.
func (f *setting) vector(c *Candidate, v *maxent.Vector) {
	f.v, f.tier, f.what = v, tierNames[c.tier()], f.whatIs(c)
	f.v.Add("kind", f.tier, f.kind)
	f.syntax(c)
	f.place(c)
	if c.far == 0 {
		f.governor(c)
	}
	f.who(c)
	f.marked(c)
	f.elsewhere(c)
}

func (f *setting) syntax(c *Candidate) {
	r := c.rule
	f.v.Add("rule", string(r))
	f.v.Add("rule kind", string(r), f.kind)
	for _, role := range []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party} {
		n := f.taken[role]
		if role == r {
			n--
		}
		f.v.Add("others", string(role), bucket(n, 0, 1), f.family, f.tier, string(r))
	}
	what := f.what
	for _, a := range c.args {
		f.v.Add("slot", a.slot)
		f.v.Add("slot family", a.slot, f.family)
		f.v.Add("slot kind", a.slot, f.kind)
		f.v.Add("slot lemma", a.slot, f.lemma)
		f.v.Add("slot via", a.slot, a.via)
		f.v.Add("slot via family", a.slot, a.via, f.family)
		f.v.Add("slot what", a.slot, what, f.family)
	}
	if c.args == nil {
		f.v.Add("no slot", f.family, what)
	}
}

// place says where the candidate stands as seen from the trigger.
func (f *setting) place(c *Candidate) {
	if c.far != 0 {
		far := bucket(c.far, -4, -1, 0, 3)
		f.v.Add("far", far, f.family)
		f.v.Add("far kind", far, f.kind)
		f.v.Add("far what", far, f.what, f.kind)
		return
	}
	side := "before"
	if c.Head > f.m.Trigger {
		side = "after"
	}
	d := bucket(distance(c.Head, f.m.Trigger), 1, 2, 4, 8, 16)
	f.v.Add("distance", side, d)
	f.v.Add("distance kind", side, d, f.kind)
	path := f.path(f.m.Trigger, c.Head)
	f.v.Add("path", path)
	f.v.Add("path family", path, f.family)
	f.v.Add("path what", path, f.what, f.kind)
}

// governor says how the candidate stands in its own clause.
func (f *setting) governor(c *Candidate) {
	t := &f.Tokens[c.Head]
	rel := t.Deprel
	if t.Head < 0 {
		f.v.Add("governor root", f.family)
		return
	}
	pre := f.before[c.Head]
	g := f.word(t.Head, f.Cast.Index(t.Head))
	near := bucket(c.far, -1, 0)
	f.v.Add("governor", near, rel, pre, g)
	f.v.Add("governor family", near, rel, pre, g, f.family)
	f.v.Add("relation kind", near, rel, pre, f.kind)
	f.v.Add("governor is trigger", near, rel, pre, boolean(t.Head == f.m.Trigger), f.family)
}

// path is the way in the tree from one token to another, as relations up and down; "long" where it has more than five steps.
func (f *setting) path(from, to int) string {
	up := []int{from}
	for h, n := from, 0; n < 6 && f.Tokens[h].Head >= 0; n++ {
		h = f.Tokens[h].Head
		up = append(up, h)
	}
	var down []string
	for h, n := to, 0; n < 6 && h >= 0; n++ {
		if i := indexOf(up, h); i >= 0 {
			if i+len(down) > 5 {
				return "long"
			}
			var b strings.Builder
			for _, u := range up[:i] {
				b.WriteString("<" + f.Tokens[u].Deprel)
			}
			for k := len(down) - 1; k >= 0; k-- {
				b.WriteString(">" + down[k])
			}
			return b.String()
		}
		step := f.Tokens[h].Deprel
		if p := f.before[h]; p != "" {
			step += ":" + p
		}
		down = append(down, step)
		h = f.Tokens[h].Head
	}
	return "long"
}

func indexOf(all []int, x int) int {
	for i, y := range all {
		if x == y {
			return i
		}
	}
	return -1
}

func boolean(b bool) string {
	if b {
		return "+"
	}
	return "-"
}

// bucket is the number of the first bound that n does not exceed.
func bucket(n int, bounds ...int) string {
	for i, b := range bounds {
		if n <= b {
			return maxent.Letter(i)
		}
	}
	return "z"
}
