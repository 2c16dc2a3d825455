package segment

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// tags are the HTML tags that pages leave in their text, and the gap that each makes; every other thing in angle brackets is text.
var tags = map[string]gap{
	"br": lineGap, "p": blankGap, "div": blankGap, "li": blankGap, "ul": blankGap, "ol": blankGap, "tr": blankGap, "table": blankGap,
	"h1": blankGap, "h2": blankGap, "h3": blankGap, "h4": blankGap, "h5": blankGap, "h6": blankGap, "hr": blankGap, "blockquote": blankGap,
	"html": blankGap, "head": blankGap, "body": blankGap, "title": blankGap, "article": blankGap, "section": blankGap, "header": blankGap,
	"footer": blankGap, "figure": blankGap, "figcaption": blankGap, "center": blankGap, "pre": blankGap, "dl": blankGap, "dt": blankGap,
	"dd": blankGap, "td": spaceGap, "th": spaceGap, "img": spaceGap, "iframe": blankGap, "a": noGap, "b": noGap, "i": noGap, "u": noGap,
	"em": noGap, "strong": noGap, "span": noGap, "font": noGap, "sup": noGap, "sub": noGap, "small": noGap, "cite": noGap, "tbody": blankGap,
}

// longestTag bounds a tag with its attributes, in bytes.
const longestTag = 600

// tagAt gives the end of the tag at s[i] and the gap that it makes, i where there is none.
func tagAt(s string, i int) (int, gap) {
	j := i + 1
	if j < len(s) && s[j] == '/' {
		j++
	}
	k := j
	for k < len(s) && k < j+10 && (isLetter(s[k]) || isDigit(s[k])) {
		k++
	}
	if k == j || k == len(s) || s[k] != '>' && s[k] != ' ' && s[k] != '/' {
		return i, noGap
	}
	what, ok := tags[strings.ToLower(s[j:k])]
	if !ok {
		return i, noGap
	}
	n := strings.IndexAny(s[k:min(len(s), k+longestTag)], "<>")
	if n < 0 || s[k+n] == '<' || s[k] == ' ' && n > 1 && strings.IndexByte(s[k:k+n], '=') < 0 && s[k+n-1] != '/' {
		return i, noGap
	}
	return k + n + 1, what
}

// entities are the signs that pages name; letters are left out, they would need words with an entity inside.
var entities = map[string]string{
	"amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ",
	"ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "bdquo": "„", "laquo": "«", "raquo": "»",
	"ndash": "–", "mdash": "—", "hellip": "…", "bull": "•", "middot": "·", "pound": "£", "euro": "€", "copy": "©", "reg": "®", "trade": "™",
}

// entityAt gives the sign that the entity at s[i] stands for and the entity's width, 0 where there is none.
func entityAt(s string, i int) (string, int) {
	end := min(len(s), i+9)
	for j := i + 1; j < end; j++ {
		switch c := s[j]; {
		case c == ';':
			return entity(s[i+1:j], j+1-i)
		case !isLetter(c) && !isDigit(c) && c != '#':
			return "", 0
		}
	}
	return "", 0
}

func entity(name string, width int) (string, int) {
	if sign, ok := entities[name]; ok {
		return sign, width
	}
	if len(name) < 2 || name[0] != '#' {
		return "", 0
	}
	n, err := strconv.ParseUint(name[1:], 10, 21)
	if name[1]|0x20 == 'x' {
		n, err = strconv.ParseUint(name[2:], 16, 21)
	}
	if err != nil || !utf8.ValidRune(rune(n)) {
		return "", 0
	}
	switch c := slowClass(rune(n)); {
	case c == spaceClass || c == hiddenClass:
		return " ", width
	case c != symbolClass:
		return "", 0
	}
	return string(rune(n)), width
}

// blank skips the tag, or the entity of a space, at i and notes the gap that it makes; i where neither stands.
func (s *scanner) blank(i int, lines *int) int {
	switch s.text[i] {
	case '<':
		j, what := tagAt(s.text, i)
		if what == lineGap {
			*lines++
		} else {
			s.next = max(s.next, what)
		}
		return j
	case '&':
		if sign, n := entityAt(s.text, i); sign == " " {
			s.next = max(s.next, spaceGap)
			return i + n
		}
	}
	return i
}

// markupFlags gives the flags and the width of what begins with < or & at i, width 0 where it is white space.
func (s *scanner) markupFlags(i int) (uint8, int) {
	switch s.text[i] {
	case '<':
		if j, _ := tagAt(s.text, i); j == i {
			return signFlag, 1
		}
	case '&':
		switch sign, n := entityAt(s.text, i); {
		case n == 0:
			return signFlag, 1
		case sign != " ":
			return signFlag | highFlag, n
		}
	}
	return 0, 0
}

// plainEntities puts signs for the entities in a form.
func plainEntities(form string) string {
	var b strings.Builder
	for i := 0; i < len(form); {
		if sign, n := entityAt(form, i); form[i] == '&' && n > 0 {
			b.WriteString(sign)
			i += n
			continue
		}
		b.WriteByte(form[i])
		i++
	}
	return b.String()
}
