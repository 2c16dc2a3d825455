package segment

// hyphenPrefixes are those that the treebanks leave on their word; every other hyphen is a token.
var hyphenPrefixes = map[string]bool{
	"non": true, "post": true, "anti": true, "pro": true, "e": true, "mid": true, "cross": true, "neo": true, "multi": true, "re": true,
	"ex": true, "over": true, "sub": true, "counter": true, "pre": true, "co": true, "intra": true, "semi": true, "un": true,
	"mini": true, "inter": true, "psycho": true, "socio": true, "arch": true, "micro": true, "de": true, "trans": true,
}

// hyphenSuffixes are those that the treebanks leave on their word.
var hyphenSuffixes = map[string]bool{"wise": true, "esque": true}

// keepsHyphen tells whether the hyphen at j stays inside the word that began at i.
func keepsHyphen(s string, i, j, e int) bool {
	if !letterAt(s, j+1, e) && !(isDigit(s[j+1]) && equalFold(s[i:j], "mid")) {
		return false
	}
	var low [8]byte
	n := j - i
	if n > len(low) || n > 1 && isUpper(s[i+1]) && isLower(s[j+1]) { // UN-backed
		return keepsSuffix(s, j, e)
	}
	for k := range n {
		if low[k] = s[i+k]; isUpper(low[k]) {
			low[k] |= 0x20
		}
	}
	return hyphenPrefixes[string(low[:n])] || keepsSuffix(s, j, e)
}

func keepsSuffix(s string, j, e int) bool {
	k := lettersEnd(s, j+1, e)
	return hyphenSuffixes[s[j+1:k]] && !wordAt(s, k, e)
}
