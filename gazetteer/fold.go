package gazetteer

import "unicode/utf8"

// folder gives a name byte by byte in the form in which names are compared: lower case, letters without their marks, every run of blanks, hyphens and
// slashes one blank, no apostrophes, points and quotation marks. Letters that are no Latin ones stay as they are.
type folder struct {
	s     string
	at    int
	queue [utf8.UTFMax]byte
	head  int
	tail  int
	begun bool // a byte has been given
	blank bool // a blank is due before the next byte
}

// next gives the next byte; ok is false at the end.
func (f *folder) next() (b byte, ok bool) {
	if f.head < f.tail {
		f.head++
		return f.queue[f.head-1], true
	}
	for f.at < len(f.s) {
		c := f.s[f.at]
		class, r, n := asciiClass[c], rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(f.s[f.at:])
			class, r = foldRune(r)
		}
		switch {
		case class == 0:
			f.at += n
			continue
		case class == ' ':
			f.at += n
			f.blank = f.begun
			continue
		case f.blank:
			f.blank = false
			return ' ', true // the letter is read again
		}
		f.at += n
		f.begun = true
		if class != rawRune {
			return class, true
		}
		f.tail = utf8.EncodeRune(f.queue[:], r)
		f.head = 1
		return f.queue[0], true
	}
	return 0, false
}

// rawRune is the class of a letter that is given as it is.
const rawRune = 1

// asciiClass says what becomes of a byte: 0 it is left out, ' ' it parts words, else what is given for it.
var asciiClass = func() (class [256]byte) {
	for c := range class {
		class[c] = byte(c)
		if 'A' <= c && c <= 'Z' {
			class[c] = byte(c) + 'a' - 'A'
		}
		if c < ' ' || c == 0x7f {
			class[c] = ' '
		}
	}
	for _, c := range "'`.\"" {
		class[c] = 0
	}
	for _, c := range "-_/" {
		class[c] = ' '
	}
	return class
}()

// foldRune says the same of a letter beyond ASCII.
func foldRune(r rune) (byte, rune) {
	switch {
	case r == utf8.RuneError || r == 0xA0 || 0x2000 <= r && r <= 0x2015 || r == 0x202F || r == 0x3000:
		return ' ', r
	case 0x0300 <= r && r <= 0x036F || 0x02B0 <= r && r <= 0x02FF || 0x2018 <= r && r <= 0x201F || 0x200B <= r && r <= 0x200F || r == 0xAD || r == 0xB4:
		return 0, r // marks, modifier letters, quotation marks, invisible characters
	case 0xC0 <= r && r <= 0x24F:
		if c := latinMarks[r-0xC0]; c != '?' {
			return c, r
		}
	case 0x1E00 <= r && r <= 0x1EFF:
		if c := latinAdditional[r-0x1E00]; c != '?' {
			return c, r
		}
	}
	return rawRune, r
}

// fold gives a name in the form in which names are compared. It appends to dst.
func fold(dst []byte, name string) []byte {
	f := folder{s: name}
	for b, ok := f.next(); ok; b, ok = f.next() {
		dst = append(dst, b)
	}
	return dst
}

// Fold gives a name in the form in which names are compared: "Deir ez-Zor" and "DEIR EZ ZOR" have one, "N'Djamena" and "Ndjamena" too.
func Fold(name string) string { return string(fold(nil, name)) }

// hash is a hash of the folded name.
func hash(name string) uint32 {
	f := folder{s: name}
	h := uint64(14695981039346656037)
	for b, ok := f.next(); ok; b, ok = f.next() {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return uint32(h>>32) ^ uint32(h)
}

// same tells whether two names have one folded form.
func same(a, b string) bool {
	f, g := folder{s: a}, folder{s: b}
	for {
		x, more := f.next()
		y, also := g.next()
		if x != y || more != also {
			return false
		}
		if !more {
			return true
		}
	}
}
