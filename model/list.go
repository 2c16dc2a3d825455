package model

import (
	"unicode"
	"unicode/utf8"
)

// The bits of Word.Lists: which lists a word, or the phrase that it belongs to, stands in.
const (
	PlaceList uint16 = 1 << iota
	CountryList
	DemonymList
	ArmedGroupList
	OrganisationList
	TitleList
	HeadWordList // head words of organisations: "ministry", "brigade"
	GivenNameList
	InsideList // the word is not the first of its phrase
)

const (
	maxPhrase = 5 // words of a phrase
	listBits  = 8 // lists, without InsideList
	// casedLists count only for phrases whose first word has an upper-case letter: "Reading", not "reading".
	casedLists = uint8(PlaceList | CountryList | DemonymList | ArmedGroupList | OrganisationList | GivenNameList)
)

// lists are phrases by hash, and all their beginnings with an empty mask.
type lists struct {
	index
	masks []uint8
}

func (r *reader) lists() lists {
	l := lists{index: newIndex(r.sorted("lists.hash"))}
	l.masks = take[uint8](r, "lists.mask", len(l.keys))
	return l
}

// Lists appends the list bits of the words of one sentence to dst.
func (n *Network) Lists(dst []uint16, forms []string) []uint16 {
	start := len(dst)
	for range forms {
		dst = append(dst, 0)
	}
	bits := dst[start:]
	for i := range forms {
		n.lists.match(bits[i:], forms[i:])
	}
	return dst
}

// match marks the longest phrase of each list that begins with the first word.
func (l *lists) match(bits []uint16, forms []string) {
	var longest [listBits]int
	var found uint8
	hash := uint64(fnvOffset)
	for size := 1; size <= maxPhrase && size <= len(forms); size++ {
		if size > 1 {
			hash = fnvByte(hash, ' ')
		}
		hash = fnvLower(hash, forms[size-1])
		at := l.find(hash)
		if at < 0 {
			break
		}
		for b, mask := 0, l.masks[at]; mask>>b != 0; b++ {
			if mask>>b&1 != 0 {
				longest[b] = size
			}
		}
		found |= l.masks[at]
	}
	if found&casedLists != 0 && !hasUpper(forms[0]) {
		found &^= casedLists
	}
	for b := 0; found>>b != 0; b++ {
		if found>>b&1 != 0 {
			mark(bits[:longest[b]], 1<<b)
		}
	}
}

// mark gives the bit to the words of a phrase.
func mark(phrase []uint16, bit uint16) {
	phrase[0] |= bit
	for i := 1; i < len(phrase); i++ {
		phrase[i] |= bit | InsideList
	}
}

// fnvLower goes on hashing with the lower case of a form.
func fnvLower(h uint64, form string) uint64 {
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c >= utf8.RuneSelf {
			return fnvLowerRunes(h, form[i:])
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = fnvByte(h, c)
	}
	return h
}

func fnvLowerRunes(h uint64, form string) uint64 {
	var b [utf8.UTFMax]byte
	for _, r := range form {
		h = fnv(h, b[:utf8.EncodeRune(b[:], lower(r))])
	}
	return h
}

func hasUpper(form string) bool {
	for _, r := range form {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}
