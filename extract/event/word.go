package event

import "strconv"

// bucket names the range of limits that n falls into.
func bucket(n int, limits ...int) string {
	for _, l := range limits {
		if n <= l {
			return strconv.Itoa(l)
		}
	}
	return "more"
}

// tense is the tense of a mention's verb, or of the verb that it depends on.
func (v *view) tense(i int) string {
	for t, steps := v.Mentions[i].Trigger, 0; t >= 0 && steps < 20; t, steps = v.Tokens[t].Head, steps+1 {
		switch x := v.Tokens[t].XPOS; x {
		case "VBD", "VBZ", "VBP", "VBN", "VBG":
			if aux := v.Tree.Child(t, "aux"); aux >= 0 {
				return lemma(&v.Tokens[aux]) + " " + x
			}
			return x
		case "VB":
			if aux := v.Tree.Child(t, "aux"); aux >= 0 {
				return lemma(&v.Tokens[aux])
			}
			return "to"
		}
	}
	return ""
}

func (v *view) plural(i int) bool {
	x := v.Tokens[v.Mentions[i].Trigger].XPOS
	return x == "NNS" || x == "NNPS"
}

func mean(a []uint8) float64 {
	sum := 0
	for _, x := range a {
		sum += int(x)
	}
	return float64(sum) / float64(max(1, len(a)))
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
