package claim

// colons finds "The mayor: ..." at the start of a paragraph: a short name before a colon, a quote or a clause after it.
func (r *reader) colons() {
	for s := range r.Sentences {
		sent := r.Sentences[s]
		if s > 0 && r.Sentences[s-1].Paragraph == sent.Paragraph {
			continue
		}
		for t := sent.First + 1; t < min(sent.First+9, sent.Last-2); t++ {
			if r.Tokens[t].Form == ":" {
				r.colon(t, run{sent.First, sent.Last})
				break
			}
		}
	}
}

func (r *reader) colon(t int, sentence run) {
	name, words := r.bare(run{sentence.first, t}), run{t + 1, sentence.last}
	head := r.phraseTo(name.last-1, sentence)
	if name.empty() || head < name.first || r.hasVerb(name) || !r.opens(words.first) && !r.holdsClause(words) || !r.speaks(head) {
		return
	}
	f := found{rule: "name and colon", token: t, source: head, addressee: -1, relay: -1, speaker: -1, cueRun: run{t, t + 1}, sourceRun: name, sentence: r.Tree.Sentence(t)}
	f.content = r.around(words, run{words.first, words.first}, t)
	if len(f.content) > 0 {
		r.found = append(r.found, f)
	}
}

// hasVerb tells whether a run holds a verb, which no name does.
func (r *reader) hasVerb(a run) bool {
	for t := a.first; t < a.last; t++ {
		if u := r.Tokens[t].UPOS; u == "VERB" || u == "AUX" {
			return true
		}
	}
	return false
}

// speaks tells whether a noun phrase names somebody who can speak.
func (r *reader) speaks(head int) bool {
	if r.Tokens[head].UPOS == "PROPN" {
		return r.labelled(head, "PERSON") || r.labelled(head, "ORG") || r.labelled(head, "GPE") || r.labelled(head, "NORP")
	}
	e := r.Cast.At(head)
	return e != nil && e.SourceKind != ""
}
