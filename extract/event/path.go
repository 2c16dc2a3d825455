package event

import "strings"

const (
	// longestPath is how many steps of the tree lie between two triggers that are said to hang on each other.
	longestPath = 3
	// latest is how many members of a group, from the last, a mention's trigger may hang on.
	latest = 8
)

// path names how the trigger of a mention hangs on one of a group in its sentence: "up advcl:after", "down obl:in", "aside" where neither hangs on the other,
// empty where the group has none there.
func (v *view) path(i int, g *group) string {
	out, own := "", v.Mentions[i].Trigger
	for k := len(g.members) - 1; k >= max(0, len(g.members)-latest); k-- {
		n := g.members[k]
		if v.sentence[n] != v.sentence[i] {
			continue
		}
		if p := v.climb(own, v.Mentions[n].Trigger); p != "" {
			return "down" + p
		}
		if p := v.climb(v.Mentions[n].Trigger, own); p != "" {
			return "up" + p
		}
		out = "aside"
	}
	return out
}

// climb names the relations from a token up to another one, with the word that marks the first; empty where it is not above it.
func (v *view) climb(from, to int) string {
	var path strings.Builder
	for steps := 0; from >= 0 && steps <= longestPath; steps++ {
		if from == to {
			return path.String()
		}
		path.WriteString(" " + v.Tokens[from].Deprel)
		if steps == 0 {
			path.WriteString(v.marker(from))
		}
		from = v.Tokens[from].Head
	}
	return ""
}

// marker is the word that ties a token to its head: ":after" for "after the attack" and "after troops attacked", empty for none.
func (v *view) marker(i int) string {
	for _, relation := range []string{"case", "mark"} {
		if c := v.Tree.Child(i, relation); c >= 0 {
			return ":" + lemma(&v.Tokens[c])
		}
	}
	return ""
}
