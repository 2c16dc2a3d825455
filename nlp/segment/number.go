package segment

// number cuts the number at i, with what belongs to it, and gives where it ends.
func (s *scanner) number(i, e int) int {
	if !isDigit(s.text[i]) { // digits of another script: no grouping is known
		return s.word(i, e)
	}
	j := digitsEnd(s.text, i, e)
	if k := dashedNumber(s.text, i, e); k > j {
		return s.afterNumber(i, k, e)
	}
	if k := slashedDate(s.text, i, j, e); k > j {
		return s.afterNumber(i, k, e)
	}
	for j < e && goesOn(s.text, j, e) {
		j = digitsEnd(s.text, j+1, e)
	}
	return s.afterNumber(i, j, e)
}

// goesOn tells whether the sign at j is a decimal point, a thousands comma (also the Indian 1,00,000) or the colon of a time.
func goesOn(s string, j, e int) bool {
	if !digitAt(s, j+1, e) {
		return false
	}
	switch s[j] {
	case '.', ':':
		return true
	case ',':
		n := digitsEnd(s, j+1, e) - j - 1
		return n == 3 || n == 2 && j+3 < e && s[j+3] == ',' && digitAt(s, j+4, e)
	}
	return false
}

// dashedNumber gives the end of a telephone number or date whose groups are joined by hyphens, i where there is none.
func dashedNumber(s string, i, e int) int {
	var groups [8]int
	n, j := 0, i
	for n < len(groups) {
		k := digitsEnd(s, j, e)
		if k == j {
			return i
		}
		groups[n] = k - j
		n++
		if j = k; j >= e || s[j] != '-' || !digitAt(s, j+1, e) {
			break
		}
		j++
	}
	g, last := groups[:n], groups[max(n, 1)-1]
	switch {
	case n == 2 && last == 4 && (g[0] == 3 || g[0] == 5): // 555-0123, 20500-0003
		return j
	case n == 3 && (g[0] == 4 && g[1] == 2 && last == 2 || g[0] <= 2 && g[1] <= 2 && (last == 2 || last == 4)): // 2024-03-01, 1-3-2024
		return j
	case n >= 3 && last >= 3: // 202-555-0123
		return j
	}
	return i
}

// slashedDate gives the end of a date such as 9/11 or 01/02/2003, j where the slash at j is none of a date.
func slashedDate(s string, i, j, e int) int {
	if j >= e || s[j] != '/' || !digitAt(s, j+1, e) {
		return j
	}
	k := digitsEnd(s, j+1, e)
	if k < e && s[k] == '/' && digitAt(s, k+1, e) {
		return digitsEnd(s, k+1, e)
	}
	a, b := small(s[i:j]), small(s[j+1:k])
	fraction := a == 1 && b <= 5 || a == 2 && b == 3 || a == 3 && b == 4
	if a >= 1 && a <= 12 && b >= 1 && b <= 31 && !fraction {
		return k
	}
	return j
}

// small reads a number of at most two digits, 0 for longer ones.
func small(digits string) int {
	if len(digits) > 2 {
		return 0
	}
	n := 0
	for i := range len(digits) {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

// afterNumber decides on what follows the number text[i:j] without a space: a unit is a word of its own, an ordinal's ending and all
// other letters are not.
func (s *scanner) afterNumber(i, j, e int) int {
	if j >= e || !isLetter(s.text[j]) {
		return s.wordFrom(i, j, e)
	}
	k := lettersEnd(s.text, j, e)
	if wordAt(s.text, k, e) || !s.isUnit(i, j, k) {
		return s.wordFrom(i, j, e)
	}
	s.emit(i, j)
	return j
}

// wordFrom goes on as a word whose beginning text[i:j] is known.
func (s *scanner) wordFrom(i, j, e int) int {
	j = runOf(s.text, j, e)
	if s.isDecade(i, j, e) {
		s.emit(i, j+2)
		return j + 2
	}
	for j < e && s.text[j] != '-' && s.text[j] != '/' && (s.text[j] != '.' || letterAt(s.text, j+1, e) && isDotted(s.text[j+1:e])) {
		k := s.joint(i, j, e)
		if k < 0 {
			return -k
		}
		if k == j {
			break
		}
		j = runOf(s.text, k, e)
	}
	s.emit(i, j)
	return j
}

// isDecade tells of "1990's" and "90's", which the treebanks leave whole.
func (s *scanner) isDecade(i, j, e int) bool {
	return (j-i == 2 || j-i == 4) && s.text[j-1] == '0' && j+1 < e && s.text[j] == '\'' && s.text[j+1] == 's' && !wordAt(s.text, j+2, e)
}

// units are the words that follow a number without a space and stand for themselves in the treebanks.
var units = map[string]bool{
	"am": true, "pm": true, "AM": true, "PM": true, "a": true, "p": true, "km": true, "kms": true, "cm": true, "mm": true, "m": true,
	"kg": true, "kgs": true, "g": true, "mg": true, "lb": true, "lbs": true, "oz": true, "ft": true, "in": true, "mi": true,
	"mph": true, "kmh": true, "kph": true, "k": true, "bn": true, "mn": true, "mln": true, "mw": true, "MW": true, "kW": true, "GW": true,
	"kWh": true, "MWh": true, "Hz": true, "kHz": true, "MHz": true, "GHz": true, "ha": true, "sq": true, "hrs": true, "hr": true,
	"hours": true, "mins": true, "min": true, "minutes": true, "secs": true, "sec": true, "days": true, "years": true, "yrs": true,
	"yr": true, "kt": true, "KM": true, "CM": true, "MM": true, "KG": true, "million": true, "billion": true, "cc": true,
	"percent": true, "pct": true, "degrees": true, "MB": true, "GB": true, "TB": true, "KB": true, "kb": true, "hp": true, "nm": true,
	"GMT": true, "UTC": true, "BST": true, "EST": true, "EDT": true, "CET": true,
}

// isUnit tells whether text[j:k] is a unit after the number text[i:j]. M, K, B and t count money or stand with a fraction only: as
// letters after whole numbers they belong to names of things.
func (s *scanner) isUnit(i, j, k int) bool {
	unit := s.text[j:k]
	if (unit == "a" || unit == "p") && !(k+2 <= len(s.text) && s.text[k:k+2] == ".m") {
		return false
	}
	if units[unit] {
		return true
	}
	switch unit {
	case "K", "M", "B", "b", "t", "T", "tn", "Bn", "BN":
		return i > 0 && s.afterMoney(i) || hasByte(s.text[i:j], '.')
	}
	return false
}

// afterMoney tells whether a currency sign stands right before i.
func (s *scanner) afterMoney(i int) bool {
	if s.text[i-1] == '$' {
		return true
	}
	t := s.text[:i]
	return len(t) >= 2 && t[len(t)-2:] == "£" || len(t) >= 3 && t[len(t)-3:] == "€"
}

func hasByte(s string, c byte) bool {
	for i := range len(s) {
		if s[i] == c {
			return true
		}
	}
	return false
}
