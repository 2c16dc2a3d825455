package main

import (
	"strings"

	"sitrep/nlp/lemma"
)

const vowels = "aeiou"

func isVowel(c byte) bool { return strings.IndexByte(vowels, c) >= 0 }

// syllables counts groups of vowels; y counts as one, a final silent e does not.
func syllables(w string) int {
	n, in := 0, false
	for i := 0; i < len(w); i++ {
		v := isVowel(w[i]) || w[i] == 'y' && i > 0
		if v && !in && !(w[i] == 'e' && i == len(w)-1 && n > 0) {
			n++
		}
		in = v
	}
	return n
}

// doubles tells whether the last letter is doubled before a vowel: after one vowel letter in a stressed last syllable ("stop", "admit").
func (b *book) doubled(w string) bool {
	n := len(w)
	if n < 3 || isVowel(w[n-1]) || strings.IndexByte("wxyhcjkqv", w[n-1]) >= 0 && w[n-1] != 'k' || w[n-1] == 'k' {
		return false
	}
	if !isVowel(w[n-2]) && w[n-2] != 'y' {
		return false
	}
	if isVowel(w[n-3]) && !(w[n-3] == 'u' && n > 3 && w[n-4] == 'q') {
		return false
	}
	return syllables(w) == 1 || b.doubles[w]
}

// plural is the word with the ending -s of nouns and of verbs.
func plural(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	case n > 1 && w[n-1] == 'y' && !isVowel(w[n-2]):
		return w[:n-1] + "ies"
	}
	return w + "s"
}

// before joins a word and an ending that begins with a vowel: "make" + "ing", "stop" + "ed", "carry" + "er".
func (b *book) before(w, ending string) string {
	n := len(w)
	switch {
	case n < 2:
		return w + ending
	case strings.HasSuffix(w, "ie") && ending == "ing":
		return w[:n-2] + "ying"
	case w[n-1] == 'e' && ending[0] == 'e':
		return w + ending[1:]
	case w[n-1] == 'e' && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "oe") && !strings.HasSuffix(w, "ye"):
		return w[:n-1] + ending
	case w[n-1] == 'y' && !isVowel(w[n-2]) && ending[0] == 'e':
		return w[:n-1] + "i" + ending
	case w[n-1] == 'c' && ending != "est" && ending != "er":
		return w + "k" + ending
	case b.doubled(w):
		return w + w[n-1:] + ending
	}
	return w + ending
}

// inflect gives the regular forms of a base word of a class.
func (b *book) inflect(c lemma.Class, w string) map[lemma.Class]string {
	switch c {
	case "VB":
		forms := map[lemma.Class]string{"VBZ": plural(w), "VBG": b.before(w, "ing")}
		if !b.verbs[w] {
			forms["VBD"], forms["VBN"] = b.before(w, "ed"), b.before(w, "ed")
		}
		return forms
	case "NN":
		return map[lemma.Class]string{"NNS": plural(w)}
	case "JJ":
		if syllables(w) == 1 || syllables(w) == 2 && strings.HasSuffix(w, "y") {
			er, est := b.before(w, "er"), b.before(w, "est")
			return map[lemma.Class]string{"JJR": er, "JJS": est, "RBR": er, "RBS": est}
		}
	}
	return nil
}

// attested are verbs and nouns that raw text shows by two inflected forms or more: "redeploy", "redeployed", "redeploying".
func (b *book) attested(c corpus) []pair {
	var found []pair
	for w, n := range c {
		if n < 2 || len(w) < 3 || !lowerASCII(w) {
			continue
		}
		if c[b.before(w, "ing")] > 0 && (c[b.before(w, "ed")] > 0 || b.verbs[w]) {
			found = append(found, pair{"VB", w})
		}
		if c[plural(w)] > 1 && n > 2 && !strings.HasSuffix(w, "s") {
			found = append(found, pair{"NN", w})
		}
	}
	return found
}

// pair is a base word and its class.
type pair struct {
	class lemma.Class
	base  string
}

func lowerASCII(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}
