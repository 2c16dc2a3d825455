package language

import (
	"strings"
	"unicode"

	"sitrep"
)

// Words is how well words and what hangs on them were found, in the order of the table.
type Words struct {
	Sentences, Words, UPOS, XPOS, Feats, Lemma, UAS, LAS, LASPlus Score
}

// wordKey is the place of a word, counted in characters without white space: where it begins and ends. Words of one multiword token
// have the token's place, their number in it from 0, and how many follow the first.
type wordKey struct {
	start, end, number, more int
}

// root is the key of the governor of a root.
var root = wordKey{-1, -1, -1, -1}

// placed are the words and sentences of some documents by their places, one character count running through all.
type placed struct {
	words     []*sitrep.Token
	keys      []wordKey
	heads     []wordKey
	sentences []wordKey
}

func place(docs ...*sitrep.Doc) placed {
	var p placed
	at := 0
	for _, d := range docs {
		first := len(p.keys)
		for i := 0; i < len(d.Tokens); {
			n := multiword(d.Tokens[i:])
			start := at
			for k := range n {
				end := at + characters(d.Tokens[i+k].Form)
				p.words = append(p.words, &d.Tokens[i+k])
				p.keys = append(p.keys, wordKey{at, end, 0, 0})
				at = end
			}
			for k := range n {
				if n > 1 {
					p.keys[len(p.keys)-n+k] = wordKey{start, at, k, n - 1}
				}
			}
			i += n
		}
		p.placeHeads(d, first)
	}
	return p
}

// placeHeads gives the places of the governors and sentences of a document whose first word has the number first.
func (p *placed) placeHeads(d *sitrep.Doc, first int) {
	for i := range d.Tokens {
		key := root
		if h := d.Tokens[i].Head; h != sitrep.NoHead {
			key = p.keys[first+h]
		}
		p.heads = append(p.heads, key)
	}
	for _, s := range d.Sentences {
		if s.First < s.Last {
			p.sentences = append(p.sentences, wordKey{start: p.keys[first+s.First].start, end: p.keys[first+s.Last-1].end})
		}
	}
}

// multiword is the number of words of the token that begins the list.
func multiword(t []sitrep.Token) int {
	n := 1
	for n < len(t) && t[n-1].Joined {
		n++
	}
	return n
}

// characters counts the code points of a form that are no white space.
func characters(form string) int {
	n := 0
	for _, r := range form {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// scoreWords matches the words of gold and system by their places. Both are the same running text.
func scoreWords(gold, system placed) Words {
	at := make(map[wordKey]int, len(system.keys))
	for i, k := range system.keys {
		at[k] = i
	}
	var w Words
	for i, k := range gold.keys {
		if j, ok := at[k]; ok {
			w.word(gold.words[i], system.words[j], gold.heads[i] == system.heads[j] && attached(system.words[j]))
		}
	}
	w.each(func(s *Score) { s.Gold, s.System = float64(len(gold.keys)), float64(len(system.keys)) })
	w.Sentences = scoreSentences(gold.sentences, system.sentences)
	return w
}

// attached tells a root from a word that was never parsed.
func attached(t *sitrep.Token) bool { return t.Head != sitrep.NoHead || t.Deprel != "" }

// word counts what is right of one word that stands in both.
func (w *Words) word(gold, system *sitrep.Token, sameHead bool) {
	count := func(s *Score, right bool) {
		if right {
			s.Right++
		}
	}
	count(&w.Words, true)
	count(&w.UPOS, gold.UPOS == system.UPOS)
	count(&w.XPOS, gold.XPOS == system.XPOS)
	count(&w.Feats, features(gold) == features(system))
	count(&w.Lemma, gold.Lemma == "" || gold.Lemma == "_" || gold.Lemma == system.Lemma)
	count(&w.UAS, sameHead)
	count(&w.LAS, sameHead && bare(gold.Deprel) == bare(system.Deprel))
	count(&w.LASPlus, sameHead && gold.Deprel == system.Deprel)
}

// each calls f for every score over words.
func (w *Words) each(f func(*Score)) {
	for _, s := range []*Score{&w.Words, &w.UPOS, &w.XPOS, &w.Feats, &w.Lemma, &w.UAS, &w.LAS, &w.LASPlus} {
		f(s)
	}
}

func features(t *sitrep.Token) string {
	if t.Feats == "" {
		return "_"
	}
	return t.Feats
}

// bare is a relation without its subtype.
func bare(relation string) string {
	r, _, _ := strings.Cut(relation, ":")
	return r
}

func scoreSentences(gold, system []wordKey) Score {
	set := map[wordKey]bool{}
	for _, k := range gold {
		set[k] = true
	}
	s := Score{Gold: float64(len(gold)), System: float64(len(system))}
	for _, k := range system {
		if set[k] {
			s.Right++
			delete(set, k)
		}
	}
	return s
}

func (w *Words) add(o Words) {
	w.Sentences.add(o.Sentences)
	w.Words.add(o.Words)
	w.UPOS.add(o.UPOS)
	w.XPOS.add(o.XPOS)
	w.Feats.add(o.Feats)
	w.Lemma.add(o.Lemma)
	w.UAS.add(o.UAS)
	w.LAS.add(o.LAS)
	w.LASPlus.add(o.LASPlus)
}
