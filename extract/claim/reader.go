package claim

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// reader is one story while it is read.
type reader struct {
	*Step
	*sitrep.Story
	quote      []int // of each token: the quote that it stands in, as an index of quoted; -1 for none
	quoted     []run
	bySentence [][]int // of each sentence: the attributions whose cue stands in it
	found      []found
	said       []speaker   // of each attribution
	chain      map[int]int // of the head of a mention: its chain
}

// found is an attribution on its way.
type found struct {
	cue       *lexicon.Cue // nil where no word of the list attributes
	frame     lexicon.CueFrame
	rule      string
	token     int // the word that attributes, -1 for none
	source    int // the head of the source, -1 for none
	addressee int // the head of the one who is spoken to, -1 for none
	cited     int // the head of the one whom the source cites for it, 0 for none
	relay     int // the head of the one who passes the words on, -1 for none
	cueRun    run
	sourceRun run
	content   []run
	negated   bool
	unsaid    bool // its content tells that the source does not say something
	sentence  int  // of the cue
	nominal   bool
	speaker   int // of words without a cue of their own: the attribution that they go on from, -1 for none
	claims    []string
}

// run is the tokens first to last, half open.
type run struct{ first, last int }

func (a run) holds(t int) bool { return t >= a.first && t < a.last }
func (a run) len() int         { return max(0, a.last-a.first) }
func (a run) empty() bool      { return a.last <= a.first }
func (a run) meets(b run) bool { return a.first < b.last && b.first < a.last }

func newReader(p *Step, s *sitrep.Story) *reader {
	r := &reader{Step: p, Story: s, quote: make([]int, len(s.Tokens)), chain: map[int]int{}}
	r.readQuotes()
	for c := range s.Chains {
		if s.Chains[c].Members == nil {
			for _, m := range s.Chains[c].Mentions {
				r.chain[m.Head] = c
			}
		}
	}
	return r
}

func (r *reader) token(t int) *sitrep.Token { return &r.Tokens[t] }

func (r *reader) lemma(t int) string { return strings.ToLower(r.Tokens[t].Lemma) }

func (r *reader) is(t int, relations ...string) bool {
	return t >= 0 && sitrep.Is(r.Tokens[t].Deprel, relations...)
}

func (r *reader) extent(t int) run {
	first, last := r.Tree.Extent(t)
	return run{first, last}
}

func (r *reader) sentenceRun(t int) run {
	s := r.Sentences[r.Tree.Sentence(t)]
	return run{s.First, s.Last}
}

func (r *reader) punct(t int) bool { return r.Tokens[t].UPOS == "PUNCT" || r.Tokens[t].UPOS == "SYM" }

// mark is the preposition or the subordinating word of a phrase, in lower case; empty where it has none.
func (r *reader) mark(t int) string {
	if m := r.Tree.Child(t, "mark", "case"); m >= 0 && m < t {
		return strings.ToLower(r.Tokens[m].Form)
	}
	return ""
}

// infinitive tells whether a verb stands with "to".
func (r *reader) infinitive(t int) bool {
	for _, c := range r.Tree.Children(t) {
		if c < t && strings.EqualFold(r.Tokens[c].Form, "to") && (r.is(c, "mark") || r.Tokens[c].UPOS == "PART") {
			return true
		}
	}
	return false
}

// verbal tells whether a token heads a clause.
func (r *reader) verbal(t int) bool {
	u := r.Tokens[t].UPOS
	return u == "VERB" || u == "AUX" || r.Tree.Child(t, "cop", "nsubj", "aux") >= 0
}

// trim leaves off marks at the ends of a run that are neither quotation marks of a quote within it nor belong to the words.
func (r *reader) trim(a run) run {
	for a.first < a.last && r.punct(a.first) && !r.opens(a.first) {
		a.first++
	}
	for a.last > a.first && r.punct(a.last-1) && !r.closes(a.last-1) {
		a.last--
	}
	return a
}

// bare leaves off every mark at the ends of a run.
func (r *reader) bare(a run) run {
	for a.first < a.last && r.punct(a.first) {
		a.first++
	}
	for a.last > a.first && r.punct(a.last-1) && !(closer(r.Tokens[a.last-1].Form) && r.bracketed(a)) {
		a.last--
	}
	return a
}

// bracketed tells whether the bracket that closes a run is opened within it.
func (r *reader) bracketed(a run) bool {
	for t := a.last - 2; t >= a.first; t-- {
		if opener(r.Tokens[t].Form) {
			return true
		}
	}
	return r.Tokens[a.last-1].Form == "%"
}

func (r *reader) opens(t int) bool {
	q := r.quote[t]
	return q >= 0 && r.quoted[q].first == t || opener(r.Tokens[t].Form)
}

func (r *reader) closes(t int) bool {
	q := r.quote[t]
	return q >= 0 && r.quoted[q].last == t+1 && r.punct(t) || closer(r.Tokens[t].Form)
}

func opener(w string) bool {
	return w == "(" || w == "[" || w == "$" || w == "#" || w == "£" || w == "€"
}
func closer(w string) bool { return w == ")" || w == "]" || w == "%" }

// attributions gives what was found in the order of the text.
func (r *reader) attributions() []sitrep.Attribution {
	var all []sitrep.Attribution
	for i := range r.found {
		f := &r.found[i]
		if f.speaker >= 0 || r.ownMind(f) && len(f.claims) == 0 {
			continue
		}
		a := sitrep.Attribution{SourceHead: f.source, CueToken: f.token, Claims: f.claims}
		a.Source, a.Cue = r.spans(f.sourceRun), r.spans(f.cueRun)
		a.Content = r.spans(f.content...)
		for k := i + 1; k < len(r.found); k++ {
			if r.found[k].speaker == i {
				a.Content = append(a.Content, r.spans(r.found[k].content...)...)
				a.Claims = append(a.Claims, r.found[k].claims...)
			}
		}
		slices.SortFunc(a.Content, func(x, y sitrep.Span) int { return x.Start - y.Start })
		all = append(all, a)
	}
	return all
}

// ownMind tells whether a cue stands in the words of somebody who is its source too: "I think" in a quote.
func (r *reader) ownMind(f *found) bool {
	return f.token >= 0 && r.quote[f.token] >= 0
}

func (r *reader) spans(runs ...run) []sitrep.Span {
	var all []sitrep.Span
	for _, a := range runs {
		if !a.empty() {
			all = append(all, r.SpanOf(a.first, a.last))
		}
	}
	return all
}
