package language

import "sitrep"

// Names is how well names were found, by the labels of Universal NER, and over all of them.
type Names struct {
	PER, ORG, LOC, All Score
}

// nameLabels are ours in the terms of Universal NER; labels that are not here have no place there.
var nameLabels = map[sitrep.NameLabel]string{
	sitrep.Person: "PER", sitrep.Org: "ORG", sitrep.GPE: "LOC", sitrep.Location: "LOC", sitrep.Facility: "LOC",
	"PER": "PER",
}

type nameKey struct {
	first, last int
	label       string
}

func nameKeys(d *sitrep.Doc) map[nameKey]bool {
	keys := map[nameKey]bool{}
	for _, n := range d.Names {
		if label := nameLabels[n.Label]; label != "" {
			keys[nameKey{n.First, n.Last, label}] = true
		}
	}
	return keys
}

// scoreNames counts a name as right where its words and its label are; both documents have the same tokens.
func scoreNames(gold, system *sitrep.Doc) Names {
	var n Names
	g, s := nameKeys(gold), nameKeys(system)
	for k := range g {
		n.of(k.label).Gold++
		if s[k] {
			n.of(k.label).Right++
		}
	}
	for k := range s {
		n.of(k.label).System++
	}
	for _, label := range []string{"PER", "ORG", "LOC"} {
		n.All.add(*n.of(label))
	}
	return n
}

func (n *Names) of(label string) *Score {
	switch label {
	case "PER":
		return &n.PER
	case "ORG":
		return &n.ORG
	}
	return &n.LOC
}

func (n *Names) add(o Names) {
	n.PER.add(o.PER)
	n.ORG.add(o.ORG)
	n.LOC.add(o.LOC)
	n.All.add(o.All)
}
