package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decodeHTML decodes a page by its byte order mark, what it says of itself, or its bytes.
func decodeHTML(raw []byte) string {
	if e := utf16Order(raw); e != nil {
		return decodeWith(e, raw)
	}
	if utf8.Valid(raw) {
		return string(raw)
	}
	e, name, certain := charset.DetermineEncoding(raw[:min(len(raw), 1<<16)], "")
	if name == "utf-8" || !certain && mostlyUTF8(raw) {
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	return decodeWith(e, raw)
}

// decodeText decodes a text that nothing describes, and says what it had to do.
func decodeText(raw []byte, d *draft) string {
	if e := utf16Order(raw); e != nil {
		return decodeWith(e, raw)
	}
	switch {
	case utf8.Valid(raw):
		return string(raw)
	case !mostlyUTF8(raw):
		d.problem("not UTF-8: read as Windows-1252; if letters are wrong, save the file as UTF-8")
		return decodeWith(charmap.Windows1252, raw)
	}
	d.problem("bytes that are no UTF-8 are replaced; the letters there are lost")
	return strings.ToValidUTF8(string(raw), "\uFFFD")
}

// decodeNamed decodes by the name of a charset, as mail has it.
func decodeNamed(raw []byte, name string, d *draft) string {
	if e, canonical := charset.Lookup(name); e != nil && canonical != "utf-8" {
		return decodeWith(e, raw)
	}
	return decodeText(raw, d)
}

func decodeWith(e encoding.Encoding, raw []byte) string {
	b, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	return string(b)
}

// utf16Order gives the decoder of UTF-16, told by its mark or by the zeros between Latin letters; nil for other text.
func utf16Order(raw []byte) encoding.Encoding {
	if len(raw) < 4 {
		return nil
	}
	switch {
	case raw[0] == 0xff && raw[1] == 0xfe:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case raw[0] == 0xfe && raw[1] == 0xff:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	zeros := [2]int{}
	n := min(len(raw), 512) &^ 1
	for i, c := range raw[:n] {
		if c == 0 {
			zeros[i&1]++
		}
	}
	switch {
	case zeros[1]*3 > n && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0]*3 > n && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// mostlyUTF8 tells whether a text with faults is UTF-8 all the same: more of its characters above ASCII are whole than broken.
func mostlyUTF8(raw []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			broken++
		} else {
			whole++
		}
		i += n
	}
	return whole >= broken
}

// lineEnds makes every end of a line a line feed, and takes out what is no character of a text.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n",
	"\ufeff", "", "\x00", "\uFFFD")

// normal is a decoded text with one kind of line end, without white space around it. It is what is hashed, and never changes after.
func normal(s string) string {
	return strings.Trim(lineEnds.Replace(strings.ToValidUTF8(s, "\uFFFD")), " \t\n")
}
