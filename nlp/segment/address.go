package segment

import "strings"

// addressEnd gives the end of a web or mail address, a handle or a tag that begins at i, i where none does.
func addressEnd(s string, i, e int) int {
	switch c := s[i]; {
	case c == '@' || c == '#':
		return tagEnd(s, i, e)

	case isLetter(c):
		if isWeb(s[i:e]) {
			return trimAddress(s, i, webEnd(s, i, e))
		}
	case !isDigit(c):
		return i
	}
	return mailEnd(s, i, e)
}

// isWeb tells whether a web address begins here: a scheme, "www.", or a domain with a path.
func isWeb(s string) bool {
	if len(s) > 4 && equalFold(s[:4], "www.") {
		return true
	}
	n := lettersEnd(s, 0, min(len(s), 12))
	if n < len(s) && s[n] == ':' {
		return strings.HasPrefix(s[n:], "://") || equalFold(s[:n], "mailto")
	}
	return isDomainPath(s)
}

// isDomainPath tells of an address without a scheme but with a path: "example.com/reports".
func isDomainPath(s string) bool {
	dot := -1
	for j := range len(s) {
		switch c := s[j]; {
		case c == '.':
			dot = j
		case c == '/':
			return dot > 0 && isDotted(s[dot+1:j])
		case !isLetter(c) && !isDigit(c) && c != '-':
			return false
		}
	}
	return false
}

// webEnd gives the end of what may stand in a web address.
func webEnd(s string, i, e int) int {
	for j := i; j < e; j++ {
		switch s[j] {
		case '<', '>', '"', '|', '{', '}', '`', '^', '\\':
			return j
		case 0xE2: // curly quotes, dashes, ellipsis
			return j
		}
	}
	return e
}

// trimAddress takes off the signs that belong to the sentence around an address.
func trimAddress(s string, i, j int) int {
	for j > i {
		switch s[j-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '*':
		case ')', ']':
			if strings.Count(s[i:j], "(") >= strings.Count(s[i:j], ")") && s[j-1] == ')' {
				return j
			}
		default:
			return j
		}
		j--
	}
	return j
}

// mailEnd gives the end of a mail address, i where there is no @ within a run of its signs.
func mailEnd(s string, i, e int) int {
	at, j := -1, i
	for ; j < e; j++ {
		c := s[j]
		if c == '@' {
			if at >= 0 {
				break
			}
			at = j
		} else if !isLetter(c) && !isDigit(c) && c != '.' && c != '-' && c != '_' && c != '%' && c != '+' {
			break
		}
	}
	if at <= i || !wordAt(s, at+1, e) {
		return i
	}
	for j > i && (s[j-1] == '.' || s[j-1] == '-' || s[j-1] == '_' || s[j-1] == '%' || s[j-1] == '+') {
		j--
	}
	return j
}

// tagEnd gives the end of @handle or #tag, i where the sign stands for itself ("# 1").
func tagEnd(s string, i, e int) int {
	if !letterAt(s, i+1, e) {
		return i
	}
	j := i + 1
	for j < e && (wordAt(s, j, e) || s[j] == '_') {
		_, n := classAt(s, j)
		j += n
	}
	return min(j, e)
}

// domains are the last parts of web addresses and file names that stand in running text without a scheme. Country codes that are
// English words (at, be, in, is, it, me, my, no, so, to, us) are left out.
var domains = map[string]bool{
	"com": true, "org": true, "net": true, "gov": true, "edu": true, "mil": true, "int": true, "info": true, "biz": true, "io": true,
	"uk": true, "de": true, "fr": true, "ru": true, "ua": true, "il": true, "ir": true, "iq": true, "sy": true, "tr": true, "pk": true,
	"eu": true, "cn": true, "jp": true, "au": true, "ca": true, "ch": true, "nl": true, "tv": true, "fm": true, "ly": true, "ng": true, "ke": true,
	"za": true, "br": true, "mx": true, "kr": true, "pl": true, "se": true, "es": true, "sd": true, "ye": true, "af": true, "lb": true,
	"news": true, "app": true, "online": true, "doc": true, "docx": true, "xls": true, "pdf": true, "txt": true, "htm": true, "html": true, "jpg": true, "png": true,
	"gif": true, "zip": true, "exe": true, "ppt": true, "csv": true, "url": true, "mp": true, "js": true,
}

// isDotted tells whether what follows a full stop within a word ends as an address or file name does, or has more such stops.
func isDotted(tail string) bool {
	n := lettersEnd(tail, 0, len(tail))
	if n+1 < len(tail) && (tail[n] == '.' || tail[n] == '-') && letterAt(tail, n+1, len(tail)) {
		return tail[n] == '.' || isDotted(tail[n+1:])
	}
	var low [6]byte
	if n > len(low) {
		return false
	}
	for i := range n {
		if low[i] = tail[i]; isUpper(low[i]) {
			low[i] |= 0x20
		}
	}
	return domains[string(low[:n])]
}
