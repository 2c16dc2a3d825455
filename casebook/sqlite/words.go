package sqlite

import (
	"strings"
	"unicode"
)

// match makes the expression of a text index from what a user typed: all the words, "…" for a phrase, a star at the end for the beginning of a word, a
// minus before it for one that must not be there. Nothing of what is typed is an operator of the index: every word stands in quotes. It is
// empty where nothing is asked for.
func match(typed string) string {
	var with, without []string
	for _, w := range wordsTyped(typed) {
		words := strings.FieldsFunc(w.text, func(r rune) bool { return !isWordRune(r) })
		if len(words) == 0 {
			continue
		}
		term := `"` + strings.Join(words, " ") + `"`
		if w.prefix {
			term += " *"
		}
		if w.not {
			without = append(without, term)
		} else {
			with = append(with, term)
		}
	}
	if len(with) == 0 {
		return ""
	}
	out := strings.Join(with, " AND ")
	for _, w := range without {
		out = "(" + out + ") NOT " + w
	}
	return out
}

// isWordRune tells what the index takes for a part of a word: a letter, a digit, a mark, private use (as the unicode61 tokenizer has it).
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Co, r)
}

// typedWord is a word or a phrase as typed.
type typedWord struct {
	text        string
	prefix, not bool
}

// maxTyped is how many words count: the rest of a pasted article is left out.
const maxTyped = 32

func wordsTyped(s string) (out []typedWord) {
	s = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`).Replace(strings.ToValidUTF8(s, " "))
	for len(out) < maxTyped {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		if s == "" {
			return out
		}
		var w typedWord
		if rest, ok := strings.CutPrefix(s, "-"); ok {
			w.not, s = true, rest
		}
		if rest, ok := strings.CutPrefix(s, `"`); ok {
			w.text, s, _ = strings.Cut(rest, `"`)
		} else {
			end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
			if end < 0 {
				end = len(s)
			}
			w.text, s = s[:end], s[end:]
		}
		if rest, ok := strings.CutPrefix(s, "*"); ok {
			w.prefix, s = true, rest
		}
		w.prefix = w.prefix || strings.HasSuffix(w.text, "*")
		out = append(out, w)
	}
	return out
}
