package segment

// kind says how an abbreviation behaves at its full stop.
type kind uint8

const (
	noAbbreviation kind = iota
	always              // the stop is always its own, and what follows is part of the same sentence: Mr., Gen.
	ends                // the stop is its own, and a sentence may end there too: Inc., etc., p.m.
	beforeNumber        // an abbreviation only before a number: No. 5, p. 12
	beforeName          // an abbreviation only before a capital or a number: Is. for Island, Mt.
)

// abbreviations are written as they occur; where the entry is in small letters it holds for a capital first letter too.
var abbreviations = map[string]kind{
	"Mr": always, "Mrs": always, "Ms": always, "Messrs": always, "Dr": always, "Drs": always, "Prof": always, "Rev": always, "Fr": beforeName,
	"Hon": always, "St": always, "Ste": always, "Mt": always, "Ft": always, "Gen": always, "Lt": always, "Col": always, "Maj": always,
	"Capt": always, "Cpt": always, "Cmdr": always, "Cdr": always, "Adm": always, "Brig": always, "Sgt": always, "Cpl": always,
	"Pvt": always, "Pfc": always, "Spc": always, "Spec": always, "Sen": always, "Sens": always, "Rep": always, "Reps": always,
	"Gov": always, "Govs": always, "Pres": always, "Supt": always, "Insp": always, "Det": always, "Amb": always, "Ven": always,
	"Msgr": always, "Mlle": always, "Mme": always, "Ald": always, "Atty": always, "Asst": always, "Cmdt": always, "Comdr": always,
	"Attn": always, "Arrv": always, "Sr": ends, "Jr": ends, "Esq": ends, "Inc": ends, "Corp": ends, "Co": ends, "Cos": ends, "Ltd": ends, "Bros": ends, "Assn": ends,
	"Ave": ends, "Blvd": ends, "Rd": ends, "Dept": ends, "Univ": ends, "Intl": ends, "Natl": ends, "Ph": ends,
	"etc": ends, "al": ends, "vs": always, "approx": always, "est": ends, "esp": always, "incl": always, "cf": always, "viz": always, "ca": always,
	"eg": always, "ie": always, "ext": ends, "tel": always, "fig": beforeNumber, "figs": beforeNumber, "vol": beforeNumber, "vols": beforeNumber,
	"no": beforeNumber, "nos": beforeNumber, "p": beforeNumber, "pp": beforeNumber, "art": beforeNumber, "arts": beforeNumber,
	"sec": beforeNumber, "ch": beforeNumber, "para": beforeNumber, "paras": beforeNumber, "op": beforeNumber, "ed": beforeName,
	"Jan": ends, "Feb": ends, "Mar": beforeNumber, "Apr": ends, "Jun": beforeNumber, "Jul": ends, "Aug": ends, "Sep": ends, "Sept": ends,
	"Oct": ends, "Nov": ends, "Dec": ends, "Mon": beforeNumber, "Tue": ends, "Tues": ends, "Wed": ends, "Thu": ends, "Thur": ends,
	"Thurs": ends, "Fri": ends, "Sat": beforeNumber, "Sun": beforeNumber,
	"Ala": ends, "Ariz": ends, "Ark": ends, "Calif": ends, "Colo": ends, "Conn": ends, "Del": ends, "Fla": ends, "Ga": ends, "Ill": ends,
	"Kan": ends, "Ky": ends, "La": ends, "Mass": ends, "Md": ends, "Mich": ends, "Minn": ends, "Mo": ends, "Mont": ends, "Neb": ends,
	"Nev": ends, "Okla": ends, "Ont": ends, "Ore": ends, "Pa": ends, "Que": ends, "Tenn": ends, "Tex": ends, "Va": ends, "Vt": ends,
	"Wash": ends, "Wis": ends, "Wyo": ends,
	"lb": ends, "lbs": ends, "oz": ends, "yrs": ends, "hrs": ends, "mins": ends, "min": ends, "sq": always, "cu": always, "dept": ends,
	"govt": ends, "rs": beforeNumber,
}

// abbreviationOf looks a word up: as written, with a small first letter, or in capitals as in an all-capital wire.
func abbreviationOf(w string) kind {
	if len(w) > 6 || len(w) == 0 {
		return noAbbreviation
	}
	if k, ok := abbreviations[w]; ok {
		return k
	}
	if !isUpper(w[0]) {
		return noAbbreviation
	}
	var low [6]byte
	copy(low[:], w)
	low[0] |= 0x20
	if k := abbreviations[string(low[:len(w)])]; k != noAbbreviation || len(w) == 1 || !isUpper(w[1]) {
		return k
	}
	low[0] = w[0]
	for i := 1; i < len(w); i++ {
		if isUpper(w[i]) {
			low[i] |= 0x20
		}
	}
	return abbreviations[string(low[:len(w)])]
}

// stop decides on the full stop at j after the word text[i:j], as joint does.
func (s *scanner) stop(i, j, e int) int {
	if wordAt(s.text, j+1, e) {
		return s.innerStop(i, j, e)
	}
	if j+1 < e && s.text[j+1] == '.' && (j+2 < e && s.text[j+2] == '.' || j-i < 2 || abbreviationOf(s.text[i:j]) != ends && !isInitials(s.text[i:j])) {
		return j
	}
	if s.keepsStop(i, j) {
		s.emit(i, j+1)
		return -(j + 1)
	}
	return j
}

// innerStop decides on a full stop between two letters or digits: inside initials, addresses and file names, or, where a space is
// missing, at the end of a sentence.
func (s *scanner) innerStop(i, j, e int) int {
	t := s.text
	switch k := abbreviationOf(t[i:j]); {
	case isInitials(t[i:j]) && gluedAfterInitials(t, i, j, e): // 5 p.m.when, A.Karimi
		s.emit(i, j+1)
		return -(j + 1)
	case j-i == 1 || t[j-2] == '.' || isInitials(t[i:min(j+2, e)]): // U.S, Ph.D
		return j + 1
	case k != noAbbreviation && (isDigit(t[j+1]) || isUpper(t[j+1])) && lettersEnd(t, j+1, e)-j > 2 || k == beforeNumber && isDigit(t[j+1]):
		s.emit(i, j+1) // No.5, Gen.Haftar
		return -(j + 1)
	case isDigit(t[j+1]):
		if j-i >= 3 && lowerAt(t, j-1) { // end.5
			return j
		}
	case isUpper(t[j-1]) && isUpper(t[j+1]) && lettersEnd(t, j+1, e)-j <= 3: // a ticker: TWTR.N
	case !hasByte(t[i:j], '.') && !isDotted(t[j+1:e]): // over.The, over.then
		return j
	}
	return j + 1
}

// gluedAfterInitials tells whether a word that should stand apart follows the initials text[i:j] and their stop.
func gluedAfterInitials(s string, i, j, e int) bool {
	k := lettersEnd(s, j+1, e)
	if k-j <= 3 || isDotted(s[j+1:e]) {
		return false
	}
	return j-i > 1 || isUpper(s[i]) && isUpper(s[j+1]) && isLower(s[j+2])
}

// keepsStop tells whether the full stop at j belongs to the word text[i:j] before it.
func (s *scanner) keepsStop(i, j int) bool {
	w := s.text[i:j]
	if isInitials(w) {
		return len(w) > 1 || s.initial(w[0], j+1)
	}
	switch abbreviationOf(w) {
	case always:
		return true
	case ends:
		return !equalFold(w, "etc") || !s.closesSentence(j+1)
	case beforeNumber:
		k := s.ahead(j + 1)
		return digitAt(s.text, k, len(s.text)) || k < len(s.text) && (s.text[k] == '#' || s.text[k] == '(' && digitAt(s.text, k+1, len(s.text)))
	case beforeName:
		k := s.ahead(j + 1)
		return upperAt(s.text, k) || digitAt(s.text, k, len(s.text))
	}
	return false
}

// closesSentence tells whether a sentence seems to end with the stop that ends at i: "etc." gives up its stop there.
func (s *scanner) closesSentence(i int) bool {
	k := s.ahead(i)
	return k >= len(s.text) || s.text[k] == '\n' || s.text[k] == '\r' || upperAt(s.text, k)
}

// ahead gives the place of the next thing on the same line after the stop that ends at i, at most one space on.
func (s *scanner) ahead(i int) int {
	if i < len(s.text) && s.text[i] == ' ' {
		return i + 1
	}
	if i+1 < len(s.text) && s.text[i] == 0xC2 && s.text[i+1] == 0xA0 { // a no-break space
		return i + 2
	}
	return i
}

// isInitials tells of single letters between full stops: "J", "U.S", "p.m", and of degrees such as "Ph.D".
func isInitials(w string) bool {
	if w == "Ph.D" || w == "M.Sc" || w == "B.Sc" {
		return true
	}
	for i := range len(w) {
		if i%2 == 0 && !isLetter(w[i]) || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return len(w)%2 == 1
}

// initial tells whether a single letter and its stop, which ends at i, begin or go on a name: a capital follows. "I" is the pronoun
// unless a capitalised word stands before it.
func (s *scanner) initial(c byte, i int) bool {
	k := s.ahead(i)
	if !isUpper(c) {
		return (c == 'c' || c == 'b' || c == 'd' || c == 'm' || c == 'v') && digitAt(s.text, k, len(s.text)) || c == 'v' && upperAt(s.text, k)
	}
	if k >= len(s.text) || s.text[k] == '\n' {
		return false
	}
	if c == 'I' {
		return upperAt(s.text, k) && len(s.tokens) > 0 && upperAt(s.tokens[len(s.tokens)-1].Form, 0)
	}
	return true
}
