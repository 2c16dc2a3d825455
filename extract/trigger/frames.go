package trigger

import (
	"slices"

	"sitrep"
	"sitrep/lexicon"
)

// frames are the frames of the lexicon by their words.
type frames struct {
	byWord map[word][]*frame
}

type word struct{ lemma, pos string }

// frame is a frame with its conditions ready to be asked.
type frame struct {
	*lexicon.Frame
	when []condition
}

type condition struct {
	where string
	set   *wordSet
}

// wordSet is lemmas, classes of weapons and labels of names.
type wordSet struct {
	lemmas  map[string]bool
	weapons []string
	names   []sitrep.NameLabel
}

// holds tells whether a token, or what a pronoun stands for, is in the set.
func (s *wordSet) holds(t *text, i int) bool {
	i = t.meant(i)
	return s.lemmas[t.lemma[i]] || s.lemmas[t.joined[i]] || t.weapon[i] != "" && slices.Contains(s.weapons, t.weapon[i]) ||
		t.name[i] >= 0 && slices.Contains(s.names, t.label(i))
}

func newFrames(lex *lexicon.Lexicon) *frames {
	classes := map[string]*lexicon.FrameClass{}
	for i := range lex.FrameClasses {
		classes[lex.FrameClasses[i].Name] = &lex.FrameClasses[i]
	}
	f := &frames{map[word][]*frame{}}
	for i := range lex.Frames {
		fr := &frame{Frame: &lex.Frames[i]}
		for _, c := range fr.When {
			fr.when = append(fr.when, condition{c.Where, newWordSet(c.What, classes)})
		}
		for _, w := range fr.Words {
			k := word{w, fr.POS}
			f.byWord[k] = append(f.byWord[k], fr)
		}
	}
	return f
}

func newWordSet(what []string, classes map[string]*lexicon.FrameClass) *wordSet {
	s := &wordSet{lemmas: map[string]bool{}}
	for _, w := range what {
		c := classes[w]
		if c == nil {
			s.lemmas[w] = true
			continue
		}
		for _, w := range c.Words {
			s.lemmas[w] = true
		}
		s.weapons = append(s.weapons, c.Weapons...)
		s.names = append(s.names, c.Names...)
	}
	return s
}

// candidate is a word that may tell of a happening.
type candidate struct {
	token  int
	frames []*frame // whose conditions hold, the first decides
	score  float64
	kinds  []sitrep.KindScore
	status sitrep.Status
	into   int // index of the candidate that tells of the same happening better, -1 for none
	why    []sitrep.Reason
}

// kind is the likeliest kind, before the models have spoken that of the frame.
func (c *candidate) kind() sitrep.Kind {
	if len(c.kinds) > 0 {
		return c.kinds[0].Kind
	}
	return c.frames[0].Kind
}

// candidates are the words of a text that some frame takes, in its order.
func (f *frames) candidates(t *text) []candidate {
	var found []candidate
	for i := range t.Tokens {
		pos := posOf(t, i)
		if pos == "" {
			continue
		}
		if held := f.at(t, i, pos); held != nil {
			found = append(found, candidate{token: i, frames: held, into: -1})
		}
	}
	return found
}

// at are the frames that hold at a token; none where one holds that says that there is no event, or where the word is part of a date.
func (f *frames) at(t *text, i int, pos string) []*frame {
	var held []*frame
	words := f.byWord[word{t.joined[i], pos}]
	if words == nil {
		words = f.byWord[word{t.lemma[i], pos}]
	}
	for _, fr := range words {
		if fr.Kind == "" && held != nil || !fr.holds(t, i) {
			continue
		}
		if fr.Kind == "" {
			return nil
		}
		held = append(held, fr)
	}
	if held != nil && t.label(i) == sitrep.Date {
		return nil
	}
	return held
}

// posOf is the part of speech that frames know.
func posOf(t *text, i int) string {
	switch t.Tokens[i].UPOS {
	case "VERB":
		return "verb"
	case "NOUN", "PROPN":
		return "noun"
	case "ADJ":
		return "adj"
	}
	return ""
}

func (fr *frame) holds(t *text, i int) bool {
	for _, c := range fr.when {
		if !c.holds(t, i) {
			return false
		}
	}
	return true
}

func (c condition) holds(t *text, i int) bool {
	switch c.where {
	case "obj":
		return t.any(t.objects(i), c.set)
	case "subj":
		return t.any(t.subjects(i), c.set)
	case "by":
		return t.any(t.means(i), c.set)
	case "of":
		return t.any(t.of(i), c.set)
	case "mod":
		return t.any(t.modifiers(i), c.set)
	case "prt":
		return t.near(i, c.set, 1) || t.any(t.Tree.All(i, "compound", "advmod"), c.set)
	case "prep":
		return t.near(i, c.set, 1) || t.anyCase(i, c.set)
	case "near":
		return t.near(i, c.set, 12)
	}
	return false
}

func (t *text) any(tokens []int, s *wordSet) bool {
	for _, i := range tokens {
		if s.holds(t, i) {
			return true
		}
	}
	return false
}

// anyCase tells whether a dependent of a token is led by one of the prepositions.
func (t *text) anyCase(i int, s *wordSet) bool {
	for _, c := range t.Tree.Children(i) {
		if t.is(c, "obl", "nmod") {
			if k := t.Tree.Child(c, "case"); k >= 0 && s.lemmas[t.lemma[k]] {
				return true
			}
		}
	}
	return false
}

// near tells whether one of the words stands within so many tokens after a token of the same sentence, or, where it is more than one, before it.
func (t *text) near(i int, s *wordSet, far int) bool {
	sent := t.Sentences[t.Tree.Sentence(i)]
	first := max(sent.First, i-far)
	if far == 1 {
		first = i
	}
	for k := first; k < min(sent.Last, i+far+1); k++ {
		if k != i && (far == 1 || t.Tokens[k].UPOS != "VERB") && s.holds(t, k) {
			return true
		}
	}
	return false
}
