package event

import (
	"strconv"

	"sitrep/internal/maxent"
)

// company is what all groups of a report say of each other.
type company struct {
	owner   map[int]*group     // of the first mention of each group
	later   map[*group]float64 // how near the group came that came nearest to it later
	kinds   map[string]int     // groups of each kind
	family  map[string]int
	largest map[string]int // mentions of the largest group of each family
	groups  int
}

func companyOf(all []*group) *company {
	c := &company{map[int]*group{}, map[*group]float64{}, map[string]int{}, map[string]int{}, map[string]int{}, len(all)}
	for _, g := range all {
		c.owner[g.members[0]] = g
		c.kinds[string(g.kind)]++
		c.family[g.family]++
		c.largest[g.family] = max(c.largest[g.family], len(g.members))
	}
	for _, g := range all {
		if kin := c.kin(g); kin != nil {
			c.later[kin] = max(c.later[kin], g.likely)
		}
	}
	return c
}

// kin is the group that a group's first mention came nearest to, nil for none.
func (c *company) kin(g *group) *group {
	if g.kin < 0 {
		return nil
	}
	return c.owner[g.kin]
}

// describe writes how a group stands to the others of its report: a second telling of one happening comes near to another group, and a happening
// told once among many of its kind is seldom entered.
func (c *company) describe(g *group, x *maxent.Vector) {
	near, later := "none", c.later[g]
	if kin := c.kin(g); kin != nil {
		near = "family"
		if kin.kind == g.kind {
			near = "kind"
		}
		x.Add("kin's size", bucket(len(kin.members), 1, 2, 4), near)
		x.AddIf(len(kin.members) > len(g.members), "kin is larger", near)
	}
	x.Add("kin", near, tenth(g.likely))
	x.Add("kin, mentions", tenth(g.likely), strconv.FormatBool(len(g.members) > 1))
	x.Add("later kin", tenth(later))
	x.Add("of its kind", bucket(c.kinds[string(g.kind)]-1, 0, 1, 2, 4, 7))
	x.Add("of its family", bucket(c.family[g.family]-1, 0, 1, 2, 4, 7, 12))
	x.AddIf(len(g.members) == c.largest[g.family], "largest of its family")
	x.Add("groups", bucket(c.groups, 1, 3, 6, 10, 15, 25))
	x.Number(g.likely)
	x.Number(later)
}

func tenth(p float64) string { return strconv.Itoa(int(p * 10)) }
