package sqlite

import (
	"database/sql"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// field says what a term is. The numbers stand in files: they never change.
type field int

const (
	kindField field = iota + 1
	statusField
	gradeField
	flagField // "new", "disputed", "toll"
	harmField
	sideField
	countryField
	actorField   // an actor's name
	actorIDField // its id in the lexicon
	placeField   // a place's name, and the names of the units that it lies in
	outletField
	sourceField  // who makes claims
	oneSideField // the side on whose word alone an incident rests
)

// The terms of flagField.
const (
	newFlag      = "new"
	disputedFlag = "disputed"
	tollFlag     = "toll"
)

// term is a term's number; it is made where it is new. The empty text is 0.
func (t *tx) term(f field, text string) int64 {
	if text == "" {
		return 0
	}
	if n := t.number("SELECT n FROM term WHERE field = ? AND text = ?", f, text); n != 0 {
		return n
	}
	folded := fold(text)
	same := t.number("SELECT coalesce(min(n), 0) FROM term WHERE field = ? AND fold = ?", f, folded)
	return t.insert("INSERT INTO term (field, text, fold, same) VALUES (?, ?, ?, ?)", f, text, folded, same)
}

// texts are the texts of terms, by the numbers of the terms.
func (t *tx) texts(terms []int64) map[int64]string {
	return t.textsBy("SELECT t.n, t.text FROM json_each(?) j CROSS JOIN term t ON t.n = j.value", array(terms))
}

// textsIn are those of all terms of some fields.
func (t *tx) textsIn(fields ...field) map[int64]string {
	return t.textsBy("SELECT n, text FROM term WHERE field IN (SELECT value FROM json_each(?))", array(fields))
}

func (t *tx) textsBy(query, list string) map[int64]string {
	out := map[int64]string{}
	t.each(query, []any{list}, func(r *sql.Rows) error {
		var n int64
		var text string
		err := r.Scan(&n, &text)
		out[n] = text
		return err
	})
	return out
}

// firstSame is, of a term, the first one that is the same but for capitals and marks; 0 where it is that itself.
const firstSame = "coalesce((SELECT min(o.n) FROM term o WHERE o.field = term.field AND o.fold = term.fold AND o.n < term.n), 0)"

// sameTerms are the terms of a field that are the same as an earlier one but for capitals and marks, with that one.
func (t *tx) sameTerms(f field) map[int64]int64 {
	out := map[int64]int64{}
	t.each("SELECT n, same FROM term WHERE field = ? AND same <> 0", []any{f}, func(r *sql.Rows) error {
		var n, same int64
		err := r.Scan(&n, &same)
		out[n] = same
		return err
	})
	return out
}

// terms are the numbers of the terms of a field with these texts, which are compared as folded.
func (t *tx) terms(f field, texts ...string) (out []int64) {
	for _, s := range texts {
		out = append(out, all[int64](t, "SELECT n FROM term WHERE field = ? AND fold = ?", f, fold(s))...)
	}
	return out
}

// exactly are the numbers of the terms of a field with these very texts.
func (t *tx) exactly(f field, texts []string) (out []int64) {
	for _, s := range texts {
		out = append(out, all[int64](t, "SELECT n FROM term WHERE field = ? AND text = ?", f, s)...)
	}
	return out
}

// termsWith are the numbers of the terms of a field that have a text in them.
func (t *tx) termsWith(f field, text string) []int64 {
	return all[int64](t, "SELECT n FROM term WHERE field = ? AND instr(fold, ?) > 0", f, fold(text))
}

// fold is a text as it is compared: in small letters, without marks, white space as one space.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
