package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"
)

// casing counts how the words of a treebank are written, by their small forms.
type casing map[string]map[string]int

// row is a word of a treebank.
type row struct {
	form   string
	proper bool // tagged PROPN
}

// add counts a word; a proper noun counts twice.
func (c casing) add(r row) {
	low := strings.ToLower(r.form)
	if c[low] == nil {
		c[low] = map[string]int{}
	}
	c[low][r.form]++
	if r.proper {
		c[low][r.form]++
	}
}

// list gives the capitalised forms that make up nine tenths of a word's uses: those of proper nouns, and others that occur twice.
func (c casing) list() []string {
	var out []string
	for low, forms := range c {
		best, all := "", 0
		for form, n := range forms {
			all += n
			if best == "" || n > forms[best] || n == forms[best] && form > best {
				best = form
			}
		}
		if best != low && forms[best] >= 2 && forms[best]*10 >= all*9 && isWord(best) {
			out = append(out, best)
		}
	}
	slices.Sort(out)
	return out
}

// isWord leaves out codes, addresses and single letters.
func isWord(form string) bool {
	letters := 0
	for _, r := range form {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != '.' && r != '\'' && r != '&':
			return false
		}
	}
	return letters >= 2 || form == "I"
}

func (c casing) write(path string) error {
	text := strings.Join(c.list(), "\n") + "\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return fmt.Errorf("writing the list of capitalised words: %w", err)
	}
	return nil
}

// sentence counts the words of a sentence, unless most of them are in capitals. Its first word counts only where it is small.
func (c casing) sentence(rows []row) {
	caps := 0
	for _, r := range rows {
		if len(r.form) > 1 && r.form == strings.ToUpper(r.form) && r.form != strings.ToLower(r.form) {
			caps++
		}
	}
	if caps*2 > len(rows) {
		return
	}
	for i, r := range rows {
		if i > 0 || r.form == strings.ToLower(r.form) {
			c.add(r)
		}
	}
}
