package lemma

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Edit turns a word into its lemma: Strip bytes off its end, then Add.
type Edit struct {
	Strip int
	Add   string
}

// Apply edits a word; a word that the edit would use up stays whole.
func (e Edit) Apply(word string) string {
	if e.Strip >= len(word) {
		return word
	}
	stem := word[:len(word)-e.Strip]
	if e.Add == "" {
		return stem
	}
	return stem + e.Add
}

// MaxSuffix is the longest suffix of a rule, in bytes.
const MaxSuffix = 7

// Table is what is known of a language's inflection: exceptions first, then the edit of the longest suffix that fits.
type Table struct {
	Exceptions map[Class]map[string]string
	Edits      map[Class]map[string]Edit
	// Case tells for the words of a class, a shape and a suffix whether the lemma keeps their capitals.
	Case map[Class]map[Shape]map[string]bool
}

// NewTable is a table that knows nothing: every word is its own lemma.
func NewTable() *Table {
	return &Table{map[Class]map[string]string{}, map[Class]map[string]Edit{}, map[Class]map[Shape]map[string]bool{}}
}

// Lemma is the lemma of a word of a class.
func (t *Table) Lemma(c Class, word string) string {
	fold, key := Fold(word), word
	if !c.KeepsCase() {
		key = fold
	}
	if l, ok := t.Exceptions[c][key]; ok {
		return l
	}
	if l, ok := t.Exceptions["NNS"][fold]; ok && c == "NNPS" {
		return capitalAs(word, l)
	}
	if c == number {
		return plainNumber(fold)
	}
	base := fold
	if len(word) == len(fold) && (c.KeepsCase() || c.HasCaseRules() && t.keepsCase(c, word, fold)) {
		base = word
	}
	e, _ := longest(t.Edits[c], fold)
	return e.Apply(base)
}

func (t *Table) keepsCase(c Class, word, fold string) bool {
	s := ShapeOf(word)
	switch {
	case s == Lower:
		return false
	case len(word) == 1:
		return true // a letter is named by its capital: "vitamin C"
	case s == Mixed && c == "NNS" && strings.HasSuffix(word, "s") && ShapeOf(word[:len(word)-1]) == Capitals:
		return true // acronyms in the plural: "UAVs"
	case s == Capitals && c == plainNoun:
		return len(word) <= longestAcronym || strings.ContainsAny(word, "0123456789")
	}
	keep, _ := longest(t.Case[c][s], fold)
	return keep
}

// capitalAs gives the lemma of a common noun the capital of the word in a name: "Women" is "Woman".
func capitalAs(word, lemma string) string {
	if word[0] < 'A' || word[0] > 'Z' || lemma[0] < 'a' || lemma[0] > 'z' {
		return lemma
	}
	return string(lemma[0]-'a'+'A') + lemma[1:]
}

// longest finds the value of the longest suffix of word in m.
func longest[V any](m map[string]V, word string) (v V, ok bool) {
	if len(m) == 0 {
		return v, false
	}
	for n := min(MaxSuffix, len(word)); n >= 0; n-- {
		if v, ok = m[word[len(word)-n:]]; ok {
			return v, true
		}
	}
	return v, false
}

// longestAcronym parts acronyms ("IED", "UAV") from common nouns in shouted text, in bytes.
const longestAcronym = 4

// plainNumber takes the separators of thousands out of a number: "12,500" is 12500.
func plainNumber(word string) string {
	if !strings.Contains(word, ",") {
		return word
	}
	var b strings.Builder
	for i := 0; i < len(word); i++ {
		if word[i] == ',' && i > 0 && digit(word[i-1]) && threeDigits(word[i+1:]) {
			continue
		}
		b.WriteByte(word[i])
	}
	return b.String()
}

func threeDigits(s string) bool {
	return len(s) >= 3 && digit(s[0]) && digit(s[1]) && digit(s[2]) && (len(s) == 3 || !digit(s[3]))
}

func digit(b byte) bool { return '0' <= b && b <= '9' }

// ReadTable reads a table from lines of tab-separated fields, one of
//
//	word   CLASS word   lemma
//	edit   CLASS suffix strip add
//	case   CLASS shape  suffix keep|lower
//
// A line that begins with # is a comment.
func ReadTable(r io.Reader) (*Table, error) {
	t, s, n := NewTable(), bufio.NewScanner(r), 0
	for s.Scan() {
		n++
		if s.Text() == "" || s.Text()[0] == '#' {
			continue
		}
		if err := t.readLine(strings.Split(s.Text(), "\t")); err != nil {
			return nil, fmt.Errorf("lemma table: line %d: %w", n, err)
		}
	}
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("lemma table: line %d: %w", n, err)
	}
	return t, nil
}

func (t *Table) readLine(f []string) error {
	switch {
	case f[0] == "word" && len(f) == 4:
		put(t.Exceptions, Class(f[1]), f[2], f[3])
	case f[0] == "edit" && len(f) == 5:
		strip, err := strconv.Atoi(f[3])
		if err != nil || strip < 0 || strip > len(f[2]) {
			return fmt.Errorf("edit of suffix %q strips %q: want a number up to %d", f[2], f[3], len(f[2]))
		}
		put(t.Edits, Class(f[1]), f[2], Edit{strip, f[4]})
	case f[0] == "case" && len(f) == 5:
		if t.Case[Class(f[1])] == nil {
			t.Case[Class(f[1])] = map[Shape]map[string]bool{}
		}
		put(t.Case[Class(f[1])], Shape(f[2]), f[3], f[4] == "keep")
	default:
		return fmt.Errorf("%q with %d fields: want word, edit or case with 4, 5 or 5", f[0], len(f))
	}
	return nil
}

func put[K comparable, V any](m map[K]map[string]V, k K, word string, v V) {
	if m[k] == nil {
		m[k] = map[string]V{}
	}
	m[k][word] = v
}
