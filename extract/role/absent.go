package role

import "slices"

// takesPart are words for being at a table, a verb or what somebody is.
var takesPart = set(`party signatory participant part side attend join sign participate invite include represent involve`)

// absent tells whether the report says that a player was not there: "Kenya was not a party to the talks", "the rebels did not sign".
func (t *table) absent(p *player) bool {
	return slices.ContainsFunc(p.shares, func(s share) bool {
		head := t.Tokens[s.Head].Head
		if rel := t.Tokens[s.Head].Deprel; head < 0 || rel != "nsubj" && rel != "nsubj:pass" {
			return false
		}
		return takesPart[t.Tokens[head].Lemma] && t.not(head)
	})
}
