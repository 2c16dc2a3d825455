package predict

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sitrep"
	"sitrep/extract"
	"sitrep/lexicon"
)

// codes answers with the types of what single sentences tell, the act of their main clause first, and the two sides of each.
var codes = Kit{Name: "codes", Help: "Types and sides of the events of single sentences.", Answer: answerCodes}

type codesAnswer struct {
	ID     string     `json:"id"`
	Events []codedAct `json:"events"`
}

// codedAct is an event or what is done by saying something. Type is an event's kind, with what is finer after a slash ("bombing/suicide"), or
// a stance after "claim:", or an act of acts.tsv after "act:".
type codedAct struct {
	Type   string   `json:"type"`
	Source []string `json:"source"`
	Target []string `json:"target"`
	token  int
	depth  int
}

func answerCodes(r *extract.Reader, in Input) (any, error) {
	story, err := r.Story(in.Report())
	if err != nil {
		return nil, err
	}
	c := &coder{Story: story, taken: map[int]bool{}, acts: []codedAct{}}
	c.events()
	c.claims()
	c.saidActs()
	slices.SortStableFunc(c.acts, func(a, b codedAct) int {
		return cmp.Or(cmp.Compare(a.depth, b.depth), cmp.Compare(a.token, b.token))
	})
	return codesAnswer{in.ID, c.acts}, nil
}

// coder collects the acts of a story.
type coder struct {
	*sitrep.Story
	acts  []codedAct
	taken map[int]bool // tokens that an act was made of
}

func (c *coder) add(kind string, token int, source, target []string) {
	if token < 0 || c.taken[token] {
		return
	}
	c.taken[token] = true
	if source == nil && target == nil {
		source, target = c.sidesAround(token)
	}
	c.acts = append(c.acts, codedAct{kind, append([]string{}, source...), append([]string{}, target...), token, c.depth(token)})
}

func (c *coder) events() {
	for i := range c.Mentions {
		m := &c.Mentions[i]
		var source, target []string
		for _, a := range m.Actors {
			switch {
			case a.Side == "":
			case a.Role == sitrep.Target:
				target = appendNew(target, a.Side)
			case a.Role == sitrep.Party && len(source) > 0:
				target = appendNew(target, a.Side)
			default:
				source = appendNew(source, a.Side)
			}
		}
		c.add(finer(c.Story, m), m.Trigger, source, target)
	}
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// claims adds what claims do beside telling.
func (c *coder) claims() {
	for i := range c.Claims {
		cl := &c.Claims[i]
		if cl.Stance == sitrep.Assert || cl.Cue < 0 {
			continue
		}
		_, target := c.sidesAround(cl.Cue)
		var source []string
		if cl.Side != "" {
			source = []string{cl.Side}
		}
		c.add("claim:"+string(cl.Stance), cl.Cue, source, target)
	}
}

// saidActs adds acts without content of their own, by the cues of the lexicon and the acts of acts.tsv.
func (c *coder) saidActs() {
	acts := actTypes()
	for i := range c.Tokens {
		t := &c.Tokens[i]
		if t.UPOS != "VERB" && t.UPOS != "NOUN" {
			continue
		}
		word := actWord{strings.ToLower(t.Lemma), t.UPOS == "NOUN"}
		if kind := acts[word]; kind != "" && !c.opensEvent(i) {
			c.add(kind, i, nil, nil)
		}
	}
}

// opensEvent tells whether a verb's object is an event of its own: who imposes sanctions does no more than that.
func (c *coder) opensEvent(i int) bool {
	for _, o := range c.Tree.All(i, "obj", "nsubj:pass") {
		if slices.ContainsFunc(c.Mentions, func(m sitrep.EventMention) bool { return m.Trigger == o }) {
			return true
		}
	}
	return false
}

// depth is how many clauses and phrases stand above a token; the words of "X said" do not count.
func (c *coder) depth(i int) int {
	d := 0
	for steps := 0; steps < 50; steps++ {
		t := &c.Tokens[i]
		if t.Head < 0 {
			break
		}
		switch {
		case sitrep.Is(t.Deprel, "ccomp", "parataxis") && says(&c.Tokens[t.Head]):
		case sitrep.Is(t.Deprel, "nsubj", "obj", "conj", "xcomp"):
			d++
		default:
			d += 2
		}
		i = t.Head
	}
	return d
}

// says tells whether a verb only reports.
func says(t *sitrep.Token) bool {
	switch t.Lemma {
	case "say", "report", "tell", "announce", "add", "state", "note", "confirm", "claim":
		return true
	}
	return false
}

// sidesAround are the sides named before a token and those named after it in its sentence.
func (c *coder) sidesAround(token int) (source, target []string) {
	s := c.Sentences[c.Tree.Sentence(token)]
	for i := s.First; i < s.Last; i++ {
		e := c.Cast.At(i)
		if e == nil || e.Side == "" {
			continue
		}
		if i < token {
			source = appendNew(source, e.Side)
		} else {
			target = appendNew(target, e.Side)
		}
	}
	if len(source) > 1 {
		source = source[:1]
	}
	target = slices.DeleteFunc(target, func(s string) bool { return slices.Contains(source, s) })
	return source, target
}

type actWord struct {
	lemma string
	noun  bool
}

//go:embed data/acts.tsv
var actsTable string

// actTypes are the types of acts by their words: what the cues of the lexicon do, and the acts of acts.tsv, which are no events of the record.
var actTypes = sync.OnceValue(func() map[actWord]string {
	types := map[actWord]string{}
	for _, c := range lexicon.English().Cues {
		if c.Stance != sitrep.Assert && !c.Noun {
			types[actWord{c.Word, c.Noun}] = "claim:" + string(c.Stance)
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(actsTable), "\n")[1:] {
		f := strings.Split(line, "\t")
		for _, w := range strings.Split(f[0], "|") {
			types[actWord{w, f[1] == "noun"}] = "act:" + f[2]
		}
	}
	return types
})
