package segment

import (
	"strings"
	"unicode/utf8"
)

// norm gives the form that the models read for a form that is not ASCII, empty where it is the same: straight apostrophes and
// quotation marks, three full stops for the ellipsis, nothing for hidden runes, plain letters for ligatures.
func norm(form string) string {
	if sign := mended(form); sign != form {
		if plain := norm(sign); plain != "" {
			return plain
		}
		return sign
	}
	if strings.IndexByte(form, '&') >= 0 {
		if read := plainEntities(form); read != form {
			if plain := norm(read); plain != "" {
				return plain
			}
			return read
		}
	}
	if strings.Contains(form, "\uFFFD") {
		form = strings.ReplaceAll(form, "\uFFFD", "'")
		if plain := norm(form); plain != "" {
			return plain
		}
		return form
	}
	switch form {
	case "`", "``":
		return ""
	case "“", "”", "„", "‟", "«", "»", "‘‘", "’’", "‘’", "″":
		return "\""
	case "‹", "›", "‚":
		return "'"
	case "…":
		return "..."
	}
	at := strings.IndexFunc(form, hasPlainForm)
	if at < 0 {
		return ""
	}
	out := make([]byte, 0, len(form))
	for i := 0; i < len(form); {
		r, n := utf8.DecodeRuneInString(form[i:])
		if hasPlainForm(r) {
			out = append(out, plainForm(r)...)
		} else {
			out = append(out, form[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

func hasPlainForm(r rune) bool {
	return r == ' ' || r == '`' || r >= 0x91 && (r == '’' || r == '‘' || r == '´' || r == 0x91 || r == 0x92 || r == '‐' || r == '‑' || r >= 0xFB00 && r <= 0xFB06 || isHidden(r))
}

func plainForm(r rune) string {
	switch r {
	case '’', '‘', '´', '`', 0x91, 0x92:
		return "'"
	case '‐', '‑':
		return "-"
	case 0xFB00:
		return "ff"
	case 0xFB01:
		return "fi"
	case 0xFB02:
		return "fl"
	case 0xFB03:
		return "ffi"
	case 0xFB04:
		return "ffl"
	case 0xFB05, 0xFB06:
		return "st"
	}
	return ""
}
