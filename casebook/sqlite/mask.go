package sqlite

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// mask takes names out of texts: each letter of a name gives way to a sign that is as long, so that every span stays what it was.
type mask struct {
	name  *regexp.Regexp
	plain []string // the names as names around an event are written
	n     int      // stretches taken out
}

// newMask makes a mask for names. Small and large letters are the same, and white space between words may be any.
func newMask(names ...string) *mask {
	var parts []string
	for _, n := range names {
		var words []string
		for _, w := range strings.Fields(n) {
			words = append(words, regexp.QuoteMeta(w))
		}
		if len(words) > 0 {
			parts = append(parts, strings.Join(words, `[\s\x{00A0}]+`))
		}
	}
	if len(parts) == 0 {
		return &mask{}
	}
	m := &mask{name: regexp.MustCompile(`(?i)` + strings.Join(parts, "|"))}
	for _, n := range names {
		m.plain = append(m.plain, " "+plainWords(n)+" ")
	}
	return m
}

// plainWords are the words of a name without apostrophes, as fold has them.
func plainWords(name string) string {
	return bareWords(strings.NewReplacer("'", "", "’", "").Replace(name))
}

// in tells whether a text has one of the names in it, however it is written.
func (m *mask) in(s string) bool {
	words := " " + plainWords(s) + " "
	return slices.ContainsFunc(m.plain, func(n string) bool { return strings.TrimSpace(n) != "" && strings.Contains(words, n) })
}

// text is a text without the names.
func (m *mask) text(s string) string {
	if m.name == nil {
		return s
	}
	var out strings.Builder
	at := 0
	for at < len(s) {
		found := m.name.FindStringIndex(s[at:])
		if found == nil {
			break
		}
		start, end := at+found[0], at+found[1]
		if !whole(s, start, end) {
			_, size := utf8.DecodeRuneInString(s[start:])
			out.WriteString(s[at : start+size])
			at = start + size
			continue
		}
		out.WriteString(s[at:start] + blank(s[start:end]))
		m.n++
		at = end
	}
	if at == 0 {
		return s
	}
	return out.String() + s[at:]
}

// whole tells whether a stretch is made of whole words.
func whole(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !isWordRune(before) && !isWordRune(after)
}

// blank is as long as s, with no letter in it.
func blank(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch n := utf8.RuneLen(r); {
		case !isWordRune(r):
			out.WriteRune(r)
		case n == 1:
			out.WriteByte('*')
		case n == 2:
			out.WriteRune('¤')
		case n == 3:
			out.WriteRune('█')
		default:
			out.WriteRune('🀫')
		}
	}
	return out.String()
}

// all masks every text in what a pointer points to, and tells whether there was one to mask.
func (m *mask) all(v any) bool {
	before := m.n
	m.walk(reflect.ValueOf(v))
	return m.n > before
}

func (m *mask) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			m.walk(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			m.walk(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				m.walk(v.Field(i))
			}
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString(m.text(v.String()))
		}
	}
}
