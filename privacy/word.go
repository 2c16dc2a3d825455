package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
	"sitrep/gazetteer"
)

// word is a word of a text: letters and digits, with hyphens and apostrophes inside it. A possessive ending is no part of it.
type word struct {
	sitrep.Span
	text       string
	key        string // folded, in one piece
	possessive bool
	gap        string // what stands between it and the next word, without a possessive ending
}

// capital tells whether a word begins like a name: with a capital, or after an article of its own ("al-Masri").
func (w *word) capital() bool {
	if r, _ := utf8.DecodeRuneInString(w.text); unicode.IsUpper(r) {
		return true
	}
	_, rest, ok := strings.Cut(w.text, "-")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsUpper(r) && article[w.text[:len(w.text)-len(rest)-1]]
}

// shouted tells whether a word of several letters is all capitals.
func (w *word) shouted() bool {
	return utf8.RuneCountInString(w.text) > 1 && strings.ToUpper(w.text) == w.text && strings.ToLower(w.text) != w.text
}

func (w *word) initial() bool { return utf8.RuneCountInString(w.text) == 1 && w.capital() }

// article are the articles of Arabic names, as news writes them.
var article = set("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ed", "Al", "El")

// particle are the small words inside names.
var particle = set("al", "el", "bin", "ibn", "ben", "bint", "abu", "umm", "ould", "van", "von", "der", "den", "de", "da", "di", "dos", "das", "del", "la", "le", "du", "ter", "ad", "as", "ur", "ul", "e", "y")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// wordsOf parts a text. A word that a hyphen breaks at the end of a line is one word.
func wordsOf(text string) []word {
	var words []word
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		end := wordEnd(text, i)
		words = append(words, newWord(text, i, end))
		i = end
	}
	for i := range words {
		next := len(text)
		if i+1 < len(words) {
			next = words[i+1].Start
		}
		words[i].gap = text[words[i].End:next]
		if words[i].possessive {
			words[i].gap = strings.TrimPrefix(strings.TrimLeft(words[i].gap, "'’"), "s")
		}
	}
	return words
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// hidden are marks that readers do not see.
func hidden(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff'
}

func inner(r rune) bool { return strings.ContainsRune("-'’ʼ‘`‐‑", r) || hidden(r) }

func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if wordRune(r) {
			i += n
			continue
		}
		if !inner(r) {
			return i
		}
		rest := text[i+n:]
		if r == '-' && strings.HasPrefix(rest, "\n") {
			rest, n = rest[1:], n+1
		}
		if next, _ := utf8.DecodeRuneInString(rest); !wordRune(next) {
			return i
		}
		i += n
	}
	return i
}

func newWord(text string, start, end int) word {
	w := word{Span: sitrep.Span{Start: start, End: end}}
	s := text[start:end]
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		if cut, ok := strings.CutSuffix(s, ending); ok && cut != "" {
			s, w.possessive = cut, true
		}
	}
	if !w.possessive && (strings.HasSuffix(s, "s") || strings.HasSuffix(s, "S")) {
		after, _ := utf8.DecodeRuneInString(text[end:])
		w.possessive = after == '’' || after == '\''
	}
	w.End = start + len(s)
	w.text = strings.ReplaceAll(s, "-\n", "")
	w.key = letters(w.text)
	return w
}

// letters is a name as it is compared: lower case, without marks, blanks and hyphens.
func letters(s string) string {
	s = strings.Map(func(r rune) rune {
		if hidden(r) || r == 'ʼ' {
			return -1
		}
		return r
	}, s)
	return strings.ReplaceAll(gazetteer.Fold(s), " ", "")
}
