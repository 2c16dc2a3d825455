package claim

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/lexicon"
)

// verbs finds what verbs attribute.
func (r *reader) verbs() {
	for v := range r.Tokens {
		t := r.token(v)
		if t.UPOS != "VERB" && t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBG" && t.XPOS != "VBN" {
			continue
		}
		cues := r.Step.verbs[r.lemma(v)]
		if r.lemma(v) == "make" {
			r.clear(v)
		}
		for _, c := range cues {
			if r.verb(v, c) {
				break
			}
		}
	}
}

// verb adds the attribution that verb v makes as a cue, where one of the cue's frames fits.
func (r *reader) verb(v int, c *lexicon.Cue) bool {
	if _, particle, two := strings.Cut(c.Word, " "); two && !r.hasParticle(v, particle) {
		return false
	}
	if r.takesLives(v) {
		return false
	}
	for _, frame := range c.Frames {
		if m := r.match(v, frame); m.ok {
			r.addVerb(v, c, frame, m)
			return true
		}
	}
	return false
}

// clear finds "made (it) clear that".
func (r *reader) clear(v int) {
	for t := v + 1; t < min(v+3, len(r.Tokens)); t++ {
		if !strings.EqualFold(r.Tokens[t].Form, "clear") {
			continue
		}
		for _, h := range []int{v, t} {
			if c := r.Tree.Child(h, "ccomp", "csubj", "advcl"); c > t {
				source, _ := r.sourceOf(v)
				f := found{cue: r.Step.verbs["say"][0], frame: "that", rule: "made clear", token: v, addressee: -1, relay: -1, speaker: -1, sentence: r.Tree.Sentence(v), source: source}
				f.content = r.around(r.ended(r.extent(c), v), run{v, t + 1}, v)
				f.sourceRun, f.cueRun = r.sourceRunOf(source, v), run{r.cueRunOf(v, "that", source).first, t + 1}
				if len(f.content) > 0 && source >= 0 {
					r.found = append(r.found, f)
				}
				return
			}
		}
	}
}

func (r *reader) hasParticle(v int, particle string) bool {
	return v+1 < len(r.Tokens) && strings.EqualFold(r.Tokens[v+1].Form, particle) && r.Tokens[v+1].Head == v
}

func (r *reader) addVerb(v int, c *lexicon.Cue, frame lexicon.CueFrame, m match) {
	f := found{cue: c, frame: frame, rule: "cue verb, " + string(frame), token: v, addressee: m.addressee, relay: -1, speaker: -1, sentence: r.Tree.Sentence(v)}
	f.source, f.relay = r.sourceOf(v)
	if m.impersonal {
		f.source = -1
	}
	if f.source < 0 && r.unsaid(v) {
		return
	}
	f.cited = r.citedBy(v, f.source)
	f.content = r.contentOf(v, f.source, m)
	if len(f.content) == 0 || r.silent(v, c, f.content[0]) {
		return
	}
	f.cueRun = r.cueRunOf(v, frame, f.source)
	f.sourceRun = r.without(r.sourceRunOf(f.source, v), f.content)
	if f.negated = r.negated(v); f.negated && (c.Stance == sitrep.Assert || c.Stance == sitrep.Deny) && f.cueRun.first < f.content[0].first {
		f.content[0].first, f.unsaid = f.cueRun.first, true // what is told is that it "could not confirm" it
	}
	r.found = append(r.found, f)
}

// silent tells whether a verb says that somebody does not speak, or asks: "refused to comment on reports that", "asked whether".
func (r *reader) silent(v int, c *lexicon.Cue, content run) bool {
	first := r.lemma(content.first)
	switch {
	case r.is(v, "xcomp") && r.Tokens[v].Head >= 0 && refusals[r.lemma(r.Tokens[v].Head)]:
		return true
	case c.Stance == sitrep.Demand:
		return first == "whether" || first == "if"
	case c.Stance == sitrep.Reject && first == "to" && content.first+1 < content.last:
		return spoken[r.lemma(content.first+1)]
	}
	return false
}

var refusals = setOf(`refuse decline`)

// spoken is what whoever refuses to do it does not speak.
var spoken = setOf(`comment say discuss elaborate answer respond speak talk disclose reveal specify identify name confirm verify explain give provide`)

// unsaid tells whether a verb without a source cannot be somebody's saying: an infinitive, or a participle that describes ("so-called").
func (r *reader) unsaid(v int) bool {
	return r.is(v, "amod", "compound", "csubj") || r.infinitive(v)
}

func (r *reader) negated(v int) bool {
	for _, c := range r.Tree.Children(v) {
		if form := strings.ToLower(r.Tokens[c].Form); r.is(c, "advmod", "neg", "cc") && slices.Contains([]string{"not", "n't", "never", "nt", "neither", "nor"}, form) {
			return true
		}
	}
	return false
}

// cueRunOf is the verb with its auxiliaries, adverbs and particles, from the verb that governs it where the two share their subject
// ("went on to say"), to the preposition before its content.
func (r *reader) cueRunOf(v int, frame lexicon.CueFrame, source int) run {
	a := run{v, v + 1}
	top := v
	for r.is(top, "xcomp") && r.Tokens[top].Head >= 0 && r.Tokens[top].Head < top && top-r.Tokens[top].Head <= 4 && source < r.Tokens[top].Head {
		top = r.Tokens[top].Head
		a.first = top
	}
	for a.first > 0 && r.beforeVerb(a.first-1, top) {
		a.first--
	}
	for a.first < top && r.Tokens[a.first].UPOS == "ADV" && r.Tree.Child(v, "aux") < 0 && a.first == a.last {
		a.first++
	}
	if a.last < len(r.Tokens) && r.is(a.last, "compound:prt") {
		a.last++
	}
	if p, object := frame.Preposition(); p != "" && !object && a.last < len(r.Tokens) && strings.EqualFold(r.Tokens[a.last].Form, p) {
		a.last++
	}
	if frame == "on-to" && a.last < len(r.Tokens) && (strings.EqualFold(r.Tokens[a.last].Form, "on") || strings.EqualFold(r.Tokens[a.last].Form, "upon")) {
		a.last++
	}
	return a
}

// beforeVerb tells whether token t is an auxiliary, an adverb or a mark of verb v that stands right before it.
func (r *reader) beforeVerb(t, v int) bool {
	if r.Tokens[t].Head != v {
		return false
	}
	if r.is(t, "aux") {
		return true
	}
	if r.is(t, "mark") {
		return strings.EqualFold(r.Tokens[t].Form, "to")
	}
	return r.is(t, "advmod") && len(r.Tree.Children(t)) == 0 && strings.ToLower(r.Tokens[t].Form) != "when"
}

// nouns finds what nouns attribute: "his claim that".
func (r *reader) nouns() {
	for n := range r.Tokens {
		if r.Tokens[n].UPOS != "NOUN" {
			continue
		}
		for _, c := range r.Step.nouns[r.lemma(n)] {
			if r.noun(n, c) {
				break
			}
		}
	}
}

func (r *reader) noun(n int, c *lexicon.Cue) bool {
	for _, frame := range c.Frames {
		content := r.nounContent(n, frame)
		if content.empty() {
			continue
		}
		f := found{cue: c, frame: frame, rule: "cue noun, " + string(frame), token: n, addressee: -1, relay: -1, speaker: -1, nominal: true, sentence: r.Tree.Sentence(n)}
		f.content = []run{content}
		f.source = r.nounSource(n)
		if f.source < 0 {
			return false
		}
		f.sourceRun = r.sourceRunOf(f.source, n)
		if f.sourceRun.meets(content) {
			return false
		}
		f.cueRun = run{n, n + 1}
		if p, _ := frame.Preposition(); p != "" && content.first == n+2 {
			f.cueRun.last++
		}
		r.found = append(r.found, f)
		return true
	}
	return false
}

func (r *reader) nounContent(n int, frame lexicon.CueFrame) run {
	p, _ := frame.Preposition()
	for _, c := range r.Tree.Children(n) {
		if c < n {
			continue
		}
		switch {
		case frame == "that" && r.is(c, "acl", "ccomp") && !r.is(c, "acl:relcl") && r.mark(c) == "that",
			frame == "to" && r.is(c, "acl", "xcomp") && r.infinitive(c):
			return r.trim(r.extent(c))
		case p != "" && p != "to" && r.is(c, "nmod", "acl", "obl", "advcl") && r.mark(c) == p:
			a := r.extent(c)
			a.first = max(a.first, r.Tree.Child(c, "case", "mark")+1)
			return r.trim(a)
		}
	}
	return run{}
}

// nounSource is whose claim it is: "his claim", "the claim of the army", "a claim by the army", "the army issued a claim".
func (r *reader) nounSource(n int) int {
	if s := r.Tree.Child(n, "nmod:poss"); s >= 0 {
		return s
	}
	for _, c := range r.Tree.All(n, "nmod") {
		if m := r.mark(c); c > n && (m == "by" || m == "from") {
			return c
		}
	}
	if v := r.Tokens[n].Head; v >= 0 && r.is(n, "obj") && lightVerbs[r.lemma(v)] {
		s, _ := r.sourceOf(v)
		return s
	}
	return -1
}

// lightVerbs say with their object what others say alone: "issued a warning".
var lightVerbs = map[string]bool{"make": true, "issue": true, "give": true, "deliver": true, "express": true, "voice": true, "renew": true, "repeat": true,
	"release": true, "publish": true, "reiterate": true, "raise": true, "level": true, "put": true, "send": true, "launch": true, "lodge": true, "file": true, "have": true, "announce": true}
