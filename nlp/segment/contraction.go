package segment

// fused holds words that the treebanks cut without an apostrophe to show where, and the length of their first part.
// Left out are those that are words of their own more often: were, well, id, ill, shell; "its" is cut before certain words only.
var fused = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3,
	"dont": 2, "cant": 2, "wont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3, "aint": 2, "couldnt": 5,
	"wouldnt": 5, "shouldnt": 6, "hasnt": 3, "havent": 4, "hadnt": 3, "werent": 4,
	"im": 1, "ive": 1, "youre": 3, "youve": 3, "youll": 3, "theyre": 4, "theyve": 4, "theyll": 4, "thats": 4, "theres": 5, "whats": 4,
	"itll": 2, "outta": 3, "its": 2,
}

// fusedLengths says, by first letter, which lengths occur in fused, so that few words are looked up.
var fusedLengths = func() (t [26]uint16) {
	for w := range fused {
		t[w[0]-'a'] |= 1 << len(w)
	}
	return t
}()

// splitWord adds the word text[i:j], cut in two where it is a fused one.
func (s *scanner) splitWord(i, j int) {
	if n := j - i; n <= 8 && isLetter(s.text[i]) && fusedLengths[s.text[i]|0x20-'a']&(1<<n) != 0 {
		if at := fusedAt(s.text[i:j]); at > 0 && (at != 2 || n != 3 || s.itIs(j)) {
			s.emitJoined(i, i+at)
			s.emit(i+at, j)
			return
		}
	}
	s.emit(i, j)
}

// fusedAt gives where a fused word is cut, 0 for every other word. Words of capitals alone are too often names ("IM", "CANT").
func fusedAt(w string) int {
	var low [8]byte
	caps := 0
	for i := range len(w) {
		low[i] = w[i]
		if isUpper(w[i]) {
			low[i] |= 0x20
			caps++
		}
	}
	if caps > 1 && len(w) < 5 {
		return 0
	}
	return fused[string(low[:len(w)])]
}

// itIs tells whether "its" before the next word, after j, can only stand for "it's".
func (s *scanner) itIs(j int) bool {
	if j >= len(s.text) || s.text[j] != ' ' {
		return false
	}
	switch s.text[j+1 : lettersEnd(s.text, j+1, min(len(s.text), j+12))] {
	case "a", "an", "the", "not", "very", "really", "also", "just", "been", "like", "so", "too", "nothing", "always", "never", "going", "getting":
		return true
	}
	return false
}
