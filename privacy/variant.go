package privacy

import "strings"

// sameName tells whether two words of names, folded, are one name spelled in two ways.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 4 || len(b) < 4 || max(len(a), len(b))-min(len(a), len(b)) > 3 {
		return false
	}
	s := skeleton(a)
	return len(s) > 2 && s == skeleton(b)
}

// respelled are letters that transliterations write in several ways, the longer ones first.
var respelled = strings.NewReplacer("kh", "h", "gh", "g", "dh", "d", "th", "t", "ph", "f", "ck", "k", "tch", "c", "ch", "c", "sh", "s", "sch", "s", "zh", "z", "dj", "j", "q", "k", "x", "ks", "v", "w", "z", "s")

// skeleton is the consonants of a name, each as the commonest transliteration writes it, double ones once; of the vowels only one at the beginning, e as i and u as o.
func skeleton(s string) string {
	s = respelled.Replace(s)
	var b strings.Builder
	var last rune
	for i, r := range s {
		switch {
		case strings.ContainsRune("aeiou", r) && i > 0, r == 'y' && i > 0, r == 'w' && i > 0, r == 'h' && i == len(s)-1:
			continue
		case strings.ContainsRune("aeiou", r):
			r = map[rune]rune{'a': 'a', 'e': 'i', 'i': 'i', 'o': 'o', 'u': 'o'}[r]
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
