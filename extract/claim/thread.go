package claim

import "sitrep"

// threadReach is how many sentences a post may go on over.
const threadReach = 2

// thread makes posts of words that go on from a post: "tweeted that ...", and in the next sentence of the same speaker "..., he wrote".
func (r *reader) thread(all []sitrep.Claim) {
	for i := 1; i < len(all); i++ {
		c, o := &all[i], &all[i-1]
		if o.Mode != sitrep.PostMode || c.Source != o.Source || c.Mode != sitrep.QuoteMode && c.Mode != sitrep.DocumentMode {
			continue
		}
		if c.Cue >= 0 && c.Cue != o.Cue && r.lemma(c.Cue) != "write" && r.lemma(c.Cue) != "add" {
			continue
		}
		if r.SentenceAt(c.Content[0].Start)-r.SentenceAt(o.Content[0].Start) <= threadReach {
			c.Mode = sitrep.PostMode
		}
	}
}
