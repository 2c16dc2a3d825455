package assist

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep"
	"sitrep/nlp/values"
	"sitrep/record"
)

// groundToll tells whether the words of a toll have its number, and gives it their qualifier and the claim that they stand in, whatever the model said of them.
func groundToll(r *sitrep.Reading, p *sitrep.Proposal, f *fields) error {
	amount, ok := numberIn(r.Report.Text[p.Words.Start:p.Words.End], f.Count, f.CountTo)
	if !ok {
		return errors.New("its number does not stand in its quote")
	}
	var all map[string]any
	if err := json.Unmarshal([]byte(p.Value), &all); err != nil {
		return err
	}
	all["qualifier"] = string(amount)
	delete(all, "claim")
	for i := range r.Claims {
		if r.Claims[i].Holds(p.Words) {
			all["claim"] = r.Claims[i].ID
		}
	}
	b, err := json.Marshal(all)
	if err == nil {
		p.Value, err = record.ProposedValue(p.What, b)
	}
	return err
}

// single are words for one person.
var single = []string{"a", "an", "one", "another"}

// numberIn is how a number is meant in some words; false where they do not tell it.
func numberIn(words string, count, to int) (values.Qualifier, bool) {
	parts := strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("“”\"();:!?", r) })
	for i := range parts {
		parts[i] = strings.TrimRight(parts[i], ",.")
	}
	for i := range parts {
		a, n := values.ReadNumber(parts[i:])
		if n > 0 && int(a.Low) == count && (to == 0 && a.High == a.Low || to > 0 && int(a.High) == to) {
			return a.Qualifier, true
		}
		if count == 1 && to == 0 && slices.Contains(single, strings.ToLower(parts[i])) {
			return values.Exact, true
		}
	}
	return "", false
}

// follow is the end of words that follow each other in a text with blanks between; 0 where they do not.
func follow(text string, at int, parts []string) int {
	for _, p := range parts {
		k := at
		for k < len(text) {
			r, n := utf8.DecodeRuneInString(text[k:])
			if !unicode.IsSpace(r) {
				break
			}
			k += n
		}
		if k == at || !strings.HasPrefix(text[k:], p) {
			return 0
		}
		at = k + len(p)
	}
	return at
}

// edge tells whether no word goes over an offset.
func edge(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return i == 0 || i == len(text) || !(letter(before) && letter(after))
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
