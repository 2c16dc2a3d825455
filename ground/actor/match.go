package actor

import (
	"strings"
	"unicode"

	"sitrep"
)

// match is a known name in the text: the tokens first to last, half open.
type match struct {
	first, last int
	*known
	others []*known // what else goes by the same words
}

// lowerForms are the forms of all tokens in lower case.
func lowerForms(tokens []sitrep.Token) []string {
	low := make([]string, len(tokens))
	for i := range tokens {
		low[i] = strings.ToLower(tokens[i].Form)
		if strings.Contains(low[i], "’") {
			low[i] = strings.ReplaceAll(low[i], "’", "'")
		}
	}
	return low
}

// matchAt is the longest known name that begins at a token.
func (x *index) matchAt(d *sitrep.Doc, low []string, i int) (match, bool) {
	list := x.names[low[i]]
	if w := low[i]; len(list) == 0 && len(w) > 4 && w[len(w)-1] == 's' {
		return x.lostApostrophe(d, w[:len(w)-1], i)
	}
	if len(list) == 0 || !capital(d.Tokens[i].Form) && !laterCapital(d, i) {
		return match{}, false
	}
	for _, p := range list {
		if p.fits(d, low, i) {
			return match{i, i + len(p.words), p.known, p.others}, true
		}
	}
	return match{}, false
}

// lostApostrophe finds a name of one word in "Syrias", as texts write that lost their apostrophes.
func (x *index) lostApostrophe(d *sitrep.Doc, word string, i int) (match, bool) {
	for _, p := range x.names[word] {
		form := d.Tokens[i].Form
		if len(p.words) == 1 && capital(form) && !p.ordinary && p.kind != demonymName && (p.form == "" || p.form == form[:len(form)-1]) {
			return match{i, i + 1, p.known, p.others}, true
		}
	}
	return match{}, false
}

func (p *phrase) fits(d *sitrep.Doc, low []string, i int) bool {
	if i+len(p.words) > len(low) || p.form != "" && d.Tokens[i].Reading() != p.form {
		return false
	}
	for k, w := range p.words {
		if low[i+k] != w {
			return false
		}
	}
	if p.ordinary {
		return len(p.words) > 1 || d.Tokens[i].UPOS == "PROPN"
	}
	return true
}

// laterCapital lets "al-Shabaab" and "the Gambia" begin small.
func laterCapital(d *sitrep.Doc, i int) bool {
	for k := i + 1; k < len(d.Tokens) && k <= i+2; k++ {
		if capital(d.Tokens[k].Form) {
			return true
		}
	}
	return false
}

func capital(form string) bool {
	for _, r := range form {
		return unicode.IsUpper(r)
	}
	return false
}
