package claim

import (
	"sitrep"
)

// readQuotes takes the outermost quotes of the text. A quote that is never closed is one of several paragraphs where the next one opens with
// a mark again; else its mark is a slip, and it counts to the end of its sentence only, so that the quotes within it stand by themselves.
func (r *reader) readQuotes() {
	for i := range r.quote {
		r.quote[i] = -1
	}
	for i := range r.Quotes {
		q := &r.Quotes[i]
		a := run{q.First, q.Last}
		if q.Open && !r.goesOn(q) {
			a.last = min(a.last, r.sentenceRun(a.first).last)
		}
		if a.empty() || r.quote[a.first] >= 0 {
			continue
		}
		for t := a.first; t < a.last; t++ {
			r.quote[t] = len(r.quoted)
		}
		r.quoted = append(r.quoted, a)
	}
}

// goesOn tells whether the paragraph after an open quote begins with a mark of its own.
func (r *reader) goesOn(q *sitrep.Quote) bool {
	for i := range r.Quotes {
		if r.Quotes[i].First == q.Last {
			return true
		}
	}
	return false
}

// loose gives whole sentences of direct speech that no word attributes to the speaker that the context shows: the one of the words before in
// the paragraph, else the one of the paragraph before, else of what follows.
func (r *reader) loose() {
	covered := r.covered()
	for s := range r.Sentences {
		a := r.directSpeech(s)
		if a.empty() || covered[a.first] || r.share(a, covered) > 0.3 {
			continue
		}
		if q := r.quoted[r.quote[a.first]]; q.first == a.first && r.share(q, covered) < 0.3 {
			a = q
		}
		if k := r.speakerNear(s); k >= 0 {
			r.goOn(k, s, a)
			for t := a.first; t < a.last; t++ {
				covered[t] = true
			}
		}
	}
}

// goOn adds words to what a speaker said before.
func (r *reader) goOn(k, s int, a run) {
	for r.found[k].speaker >= 0 {
		k = r.found[k].speaker
	}
	f := r.found[k]
	f.content, f.speaker, f.rule, f.sentence = []run{a}, k, "direct speech that goes on", s
	r.found = append(r.found, f)
}

func (r *reader) covered() []bool {
	covered := make([]bool, len(r.Tokens))
	for i := range r.found {
		for _, a := range r.found[i].content {
			for t := a.first; t < a.last; t++ {
				covered[t] = true
			}
		}
	}
	return covered
}

// directSpeech is the tokens of a sentence that stand in one quote, where they are most of it.
func (r *reader) directSpeech(s int) run {
	sent := r.Sentences[s]
	a := run{sent.First, sent.Last}
	inside := run{-1, -1}
	n := 0
	for t := a.first; t < a.last; t++ {
		if r.quote[t] < 0 {
			continue
		}
		if inside.first < 0 {
			inside.first = t
		}
		inside.last = t + 1
		if !r.punct(t) {
			n++
		}
	}
	if n < 3 || float64(n) < 0.8*float64(r.words(a)) {
		return run{}
	}
	return inside
}

func (r *reader) share(a run, covered []bool) float64 {
	n := 0
	for t := a.first; t < a.last; t++ {
		if covered[t] {
			n++
		}
	}
	return float64(n) / float64(max(1, a.len()))
}

// speakerNear is the attribution whose speaker goes on in sentence s, -1 for none.
func (r *reader) speakerNear(s int) int {
	before, after := -1, -1
	for i := range r.found {
		f := &r.found[i]
		if f.source < 0 && f.speaker < 0 || f.nominal || f.token >= 0 && r.quote[f.token] >= 0 {
			continue
		}
		if f.sentence <= s {
			if before < 0 || f.sentence >= r.found[before].sentence {
				before = i
			}
		} else if after < 0 {
			after = i
		}
	}
	paragraph := func(i int) int { return r.Sentences[r.found[i].sentence].Paragraph }
	here := r.Sentences[s].Paragraph
	if before >= 0 && paragraph(before) == here {
		return before
	}
	if after >= 0 && paragraph(after) == here {
		return after
	}
	if before >= 0 && s-r.found[before].sentence <= 6 {
		return before
	}
	return -1
}

// pieces are the parts of the content of an attribution, one for each sentence.
func (r *reader) pieces(f *found) [][]run {
	var all [][]run
	last := -1
	for _, a := range f.content {
		for s := r.Tree.Sentence(a.first); s < len(r.Sentences) && r.Sentences[s].First < a.last; s++ {
			b := run{max(a.first, r.Sentences[s].First), min(a.last, r.Sentences[s].Last)}
			if b = r.bare(b); b.empty() {
				continue
			}
			if s == last {
				all[len(all)-1] = append(all[len(all)-1], b)
			} else {
				all = append(all, []run{b})
			}
			last = s
		}
	}
	return all
}
