package claim

import (
	"slices"

	"sitrep/lexicon"
)

// settle puts what was found in the order of the text and takes out what says the same twice.
func (r *reader) settle() {
	slices.SortStableFunc(r.found, func(a, b found) int { return a.token - b.token })
	r.found = slices.CompactFunc(r.found, func(a, b found) bool { return a.token == b.token })
}

// participles ends what somebody said where a participle goes on with it: in "said that ..., adding that ..." both are the first speaker's.
func (r *reader) participles() {
	for i := range r.found {
		f := &r.found[i]
		if f.token <= 0 || f.cue == nil || f.cue.Sort != lexicon.SayCue || r.Tokens[f.token].XPOS != "VBG" || !r.punct(f.token-1) && r.lemma(f.content[0].first) != "that" {
			continue
		}
		for k := range r.found {
			g := &r.found[k]
			if k == i || g.sentence != f.sentence || g.cue == nil || g.token > f.token || g.cue.Sort == lexicon.ThinkCue {
				continue
			}
			if n := len(g.content) - 1; n >= 0 && g.content[n].holds(f.token) && g.content[n].first < f.token-1 && r.quote[f.token] < 0 {
				g.content[n] = r.trim(run{g.content[n].first, f.token})
				f.source, f.sourceRun = g.source, g.sourceRun
			}
		}
	}
}
