package record

import (
	"fmt"
	"sort"
	"strings"

	"sitrep"
)

// entityMarks are the brackets of the chains' mentions by token, in the way of CorefUD: "(e1-name-2" opens a mention of chain 1 whose
// head is its second word, "e1)" closes it, "(e1-pronoun-1)" is one of a single word. It is nil where there are no chains.
func entityMarks(d *sitrep.Doc) map[int]string {
	if len(d.Chains) == 0 {
		return nil
	}
	var all []entityMention
	for c, chain := range d.Chains {
		for _, m := range chain.Mentions {
			all = append(all, entityMention{m, fmt.Sprintf("e%d", c+1)})
		}
	}
	opens, closes := map[int][]string{}, map[int][]string{}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Last > all[j].Last }) // of those that begin together the longest opens first
	for _, m := range all {
		if m.Last-m.First > 1 {
			opens[m.First] = append(opens[m.First], m.open())
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].First > all[j].First }) // of those that end together the shortest closes first
	for _, m := range all {
		switch {
		case m.Last-m.First > 1:
			closes[m.Last-1] = append(closes[m.Last-1], m.id+")")
		default:
			opens[m.First] = append(opens[m.First], m.open()+")")
		}
	}
	marks := map[int]string{}
	for _, m := range all {
		for _, t := range [...]int{m.First, m.Last - 1} {
			marks[t] = strings.Join(opens[t], "") + strings.Join(closes[t], "")
		}
	}
	return marks
}

type entityMention struct {
	sitrep.Mention
	id string
}

func (m entityMention) open() string { return fmt.Sprintf("(%s-%s-%d", m.id, m.Kind, m.Head-m.First+1) }
