package model

import (
	"math/rand/v2"
	"strings"
)

// ownSentences are written for these tests.
var ownSentences = []string{
	"The general said on Tuesday that nine shells fell near the northern gate .",
	"\" We did not ask for a truce , \" the ministry 's spokeswoman replied , \" and nobody offered one . \"",
	"El-Fasher , 14 March : at least 27 people were hurt when a drone struck the Red River Council .",
	"Général Ünye told reporters that 1,250 families had crossed the ﬁeld by 06:45 .",
	"Talks resume Friday .",
	"ARMY TAKES BRIDGE , REBELS SAY",
	"In Харків and القاهرة the 3rd Brigade’s men “ kept watch ” …",
}

// generate makes about so many bytes of text in sentences: words of syllables, common ones often, and sentences of our own between them.
func generate(seed uint64, size int) [][]string {
	r := rand.New(rand.NewPCG(seed, 2))
	lexicon := make([]string, 30000)
	for i := range lexicon {
		lexicon[i] = invent(r)
	}
	var out [][]string
	for size > 0 {
		var words []string
		if r.IntN(4) == 0 {
			words = strings.Fields(ownSentences[r.IntN(len(ownSentences))])
		} else {
			for range 1 + int(r.ExpFloat64()*20) {
				at := int(float64(len(lexicon)) * r.Float64() * r.Float64() * r.Float64() * r.Float64())
				words = append(words, lexicon[at])
			}
			words = words[:min(len(words), 160)]
		}
		for _, w := range words {
			size -= len(w) + 1
		}
		out = append(out, words)
	}
	return out
}

func invent(r *rand.Rand) string {
	syllables := []string{"ka", "mo", "ri", "ten", "sha", "bel", "ov", "na", "gur", "li", "é", "sto", "an", "ing", "ed", "-", "0", "7"}
	var b strings.Builder
	for range 1 + r.IntN(4) {
		b.WriteString(syllables[r.IntN(len(syllables))])
	}
	switch w := b.String(); r.IntN(6) {
	case 0:
		return strings.ToUpper(w[:1]) + w[1:]
	case 1:
		return strings.ToUpper(w)
	default:
		return w
	}
}

// read gives the words of sentences with their list bits.
func read(n *Network, sentences [][]string) (words []Word, lengths []int) {
	var bits []uint16
	for _, s := range sentences {
		bits = n.Lists(bits[:0], s)
		for i, w := range s {
			words = append(words, Word{w, bits[i]})
		}
		lengths = append(lengths, len(s))
	}
	return words, lengths
}
