package claim

import "sitrep"

// voice gives who stands behind the words of attribution i, and who relays them: the one who quotes or cites, or the medium that was told or
// that reports the whole ("the governor said, the agency reported").
func (r *reader) voice(i int) (who speaker, via string) {
	f := &r.found[i]
	who = r.said[i]
	if f.cited > 0 {
		if cited := r.speakerOf(f.cited); cited.name != "" {
			return cited, who.name
		}
	}
	if f.relay >= 0 {
		return who, r.speakerOf(f.relay).name
	}
	if f.addressee >= 0 {
		if s := r.speakerOf(f.addressee); s.kind == sitrep.MediaSource {
			return who, s.name
		}
	}
	for _, k := range r.bySentence[f.sentence] {
		if k != i && r.said[k].kind == sitrep.MediaSource && r.said[k].name != who.name && r.within(f.token, r.found[k].content) {
			return who, r.said[k].name
		}
	}
	return who, ""
}

func (r *reader) within(t int, content []run) bool {
	for _, a := range content {
		if t >= 0 && a.holds(t) {
			return true
		}
	}
	return false
}

// answer notes on a claim that denies or rejects which claim it answers: the last before it in which another speaker accuses, asserts, demands
// or proposes, within the same or the paragraph before.
func (r *reader) answer(all []sitrep.Claim) {
	for i := range all {
		c := &all[i]
		if c.Stance != sitrep.Deny && c.Stance != sitrep.Reject {
			continue
		}
		for k := i - 1; k >= max(0, i-6); k-- {
			o := &all[k]
			if o.Source == c.Source || o.Side != "" && o.Side == c.Side {
				continue
			}
			if o.Stance == sitrep.Accuse || c.Stance == sitrep.Reject && o.Stance == sitrep.Demand || c.Stance == sitrep.Deny && o.Stance == sitrep.Assert && k == i-1 {
				c.Answers = o.ID
				break
			}
		}
	}
}
