package claim

import "strings"

// accordings finds "according to X".
func (r *reader) accordings() {
	for t := 0; t+2 < len(r.Tokens); t++ {
		if strings.EqualFold(r.Tokens[t].Form, "according") && strings.EqualFold(r.Tokens[t+1].Form, "to") {
			r.according(t)
		}
	}
}

func (r *reader) according(t int) {
	sentence := r.sentenceRun(t)
	x := r.Tokens[t].Head
	if x <= t+1 {
		x = r.headAfter(t+1, sentence)
	}
	if x < 0 {
		return
	}
	f := found{rule: "according to", token: t, source: x, addressee: -1, relay: -1, speaker: -1, cueRun: run{t, t + 2}, sentence: r.Tree.Sentence(t)}
	a := r.extent(x)
	phrase := run{t, max(a.last, x+1)}
	f.sourceRun = r.bare(run{t + 2, phrase.last})
	whole := r.governing(x, sentence)
	if r.bare(run{sentence.first, t}).empty() || r.bare(run{phrase.last, sentence.last}).empty() {
		whole = sentence
	}
	f.content = r.around(whole, phrase, t)
	if len(f.content) > 0 {
		r.found = append(r.found, f)
	}
}

// headAfter is the head of the noun phrase after a token.
func (r *reader) headAfter(t int, sentence run) int {
	for i := t + 1; i < sentence.last; i++ {
		if r.Tokens[i].Head < i && (r.Tokens[i].Head <= t) || r.Tokens[i].Head > i+8 {
			if u := r.Tokens[i].UPOS; u == "NOUN" || u == "PROPN" || u == "PRON" {
				return i
			}
		}
	}
	return -1
}

// governing is the clause that a phrase at its edge speaks for: up to the top of the sentence, but not beyond words that are somebody
// else's or a clause that is joined to another.
func (r *reader) governing(x int, sentence run) run {
	h := r.Tokens[x].Head
	if h < 0 {
		return sentence
	}
	for steps := 0; steps < 20; steps++ {
		up := r.Tokens[h].Head
		if up < 0 || r.is(h, "ccomp") && r.cueWord(up) || r.is(h, "conj", "parataxis") && r.verbal(h) {
			break
		}
		h = up
	}
	return r.extent(h)
}

func (r *reader) cueWord(t int) bool { return len(r.Step.verbs[r.lemma(t)]) > 0 }
