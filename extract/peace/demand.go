package peace

import (
	"strings"

	"sitrep"
)

// addressees says of whom a demand is made where its own words do: "the rebels must leave the town".
func (v *view) addressees() {
	for i := range v.Claims {
		c := &v.Claims[i]
		if c.To != "" && !v.somebody(c.To) {
			c.To = ""
		}
		if c.Stance != sitrep.Demand || c.To != "" {
			continue
		}
		if e := v.addressee(c); e != nil && e.Name != c.Source && !(e.State && e.Side == c.Side && c.SourceKind != sitrep.OrganisationGroup && c.SourceKind != sitrep.MonitorSource) {
			c.To = e.Name
		}
	}
}

// somebody tells whether a name is that of somebody of whom something can be asked, or joins such names.
func (v *view) somebody(name string) bool {
	if v.Cast == nil {
		return false
	}
	for i := range v.Cast.Entities {
		e := &v.Cast.Entities[i]
		if bare(e.Name) == bare(name) {
			return e.Kind != sitrep.ThingEntity
		}
		if e.Named && strings.Contains(name, e.Name) {
			return true
		}
	}
	return false
}

// bare is a name without its article.
func bare(name string) string { return strings.TrimPrefix(strings.ToLower(name), "the ") }

// addressee is who must do what a demand asks for; nil where no word says so.
func (v *view) addressee(c *sitrep.Claim) *sitrep.Entity {
	for _, part := range c.Content {
		first, last := v.tokens(part)
		for t := first; t < last; t++ {
			s := v.Tree.Child(t, "nsubj")
			if s < first || s >= last || v.is(s, "nsubj:pass") || v.Tokens[s].UPOS == "PRON" && ownWords[v.form(s)] || passive[v.lemma(t)] || !v.demanded(t, first, last) {
				continue
			}
			if e := v.Cast.At(s); e != nil && e.Kind != sitrep.ThingEntity {
				return e
			}
		}
	}
	return nil
}

// passive are verbs whose subject is not the one who is to act.
var passive = words("receive get be have remain deserve suffer happen come stay")

// ownWords are subjects that are the speaker, or nobody.
var ownWords = words("i we it")

// demanded tells whether a verb is what a demand asks for: with a word of duty, as an infinitive with its own subject, or as the bare verb of
// "demanded that they leave".
func (v *view) demanded(t, first, last int) bool {
	for _, w := range []string{"must", "should", "shall"} {
		if c := v.child(t, w); c >= 0 {
			return true
		}
	}
	h := v.Tokens[t].Head
	if h >= first && h < last {
		need := v.lemma(h)
		return v.is(t, "xcomp") && (need == "need" || need == "have")
	}
	if v.infinitive(t) || v.Tree.Child(t, "aux") >= 0 {
		return v.infinitive(t)
	}
	// After a verb of demand the bare verb is a subjunctive; that of a plural looks like the present.
	return v.Tokens[t].XPOS == "VB" || v.Tokens[t].XPOS == "VBP" && h >= 0 && demandVerbs[v.lemma(h)] && v.is(t, "ccomp")
}

// demandVerbs are verbs that ask for what their clause says.
var demandVerbs = words("demand insist ask urge order request require propose")
