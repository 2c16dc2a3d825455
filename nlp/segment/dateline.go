package segment

// reporters are agencies whose names are written as other words are; those in capitals need no list.
var reporters = map[string]bool{
	"Reuters": true, "Xinhua": true, "Bloomberg": true, "Sputnik": true, "Pajhwok": true, "Mehr": true, "Fars": true, "Anadolu": true,
	"Interfax": true, "Antara": true, "Bernama": true, "Yonhap": true, "Kyodo": true, "Petra": true, "Tasnim": true, "Itar": true, "Tass": true,
	"NNA": true, "UN": true, "CNN": true, "AP": true, "AFP": true, "SANA": true, "WAFA": true, "KUNA": true, "UPI": true, "IRIN": true, "VOA": true,
	"DPA": true, "EFE": true, "PTI": true, "ANI": true, "IANS": true, "IRNA": true, "BBC": true, "RIA": true, "TASS": true, "MENA": true, "APP": true,
}

// maxDateline is how many tokens a dateline may have.
const maxDateline = 20

// datelineEnd gives the token after a dateline, p.a where there is none. It is "BEIRUT, March 3 (Reuters) - " with a dash or a colon, the
// agency alone, "(CNN)", or, as some sites strip it, "BEIRUT The army".
func (p *paragraph) datelineEnd() int {
	switch p.words[p.a].shape {
	case openShape:
		return p.agencyEnd()
	case capsShape, titleShape:
		if i := p.markedDateline(); i > p.a || p.words[p.a].shape == titleShape {
			return i
		}
		return p.bareDateline()
	}
	return p.a
}

// markedDateline is one that a dash or a colon ends: a place in capitals or before brackets or a date, and no stop.
func (p *paragraph) markedDateline() int {
	capital, comma := p.words[p.a].shape == capsShape, false
	for i := p.a + 1; i < p.b && i < p.a+maxDateline; i++ {
		switch s := p.words[i].shape; {
		case s == openShape, !capital && p.isDay(i) && !dayWords[p.tokens[p.a].Form]:
			capital = true
		case s == commaShape:
			comma = true
		case s == dashShape && p.gaps.gaps[i] == spaceGap && capital:
			if i+1 < p.b && p.words[i+1].shape == lowerShape {
				return p.a // "NATO - the alliance": the clause goes on
			}
			return i + 1
		case s == colonShape:
			if i+1 < p.b && p.startsClause(i+1) && p.isBylined(i, comma) {
				return i + 1
			}
			return p.a
		case s.isStop(), s == lowerShape && !capital:
			return p.a
		}
	}
	return p.a
}

// isBylined tells whether a colon at i ends a dateline: after the agency's brackets, or after a place in capitals, alone or with its country.
func (p *paragraph) isBylined(i int, comma bool) bool {
	if p.words[i-1].shape == closeShape && i >= p.a+3 {
		return p.isAgency(i-2) || p.isAgency(i-3)
	}
	return p.words[p.a].shape == capsShape && i <= p.a+5 && (comma || i <= p.a+3 && p.isNamed(p.a))
}

// agencyEnd is the token after an agency in brackets, and its dash, that a paragraph begins with.
func (p *paragraph) agencyEnd() int {
	for i := p.a + 1; i+1 < p.b && i < p.a+5; i++ {
		if p.words[i].shape != closeShape {
			continue
		}
		if !p.isAgency(p.a + 1) {
			return p.a
		}
		if i++; p.words[i].shape == dashShape && i+1 < p.b {
			i++
		}
		if p.startsClause(i) {
			return i
		}
		return p.a
	}
	return p.a
}

// bareDateline is a place in capitals that runs straight into the report's first sentence; only the text's first dateline is so read.
func (p *paragraph) bareDateline() int {
	if len(p.datelines) > 0 || len(p.tokens[p.a].Form) < 4 {
		return p.a
	}
	i := p.placeEnd()
	if p.usual != nil && !p.hasSmall(i) { // boundary.bin was trained, with no usual forms at hand, without this check
		return p.a // a heading in capitals
	}
	if i+1 < p.b && p.words[i].shape == commaShape && p.words[i+1].shape == titleShape {
		if i += 2; i < p.b && (p.words[i].shape == titleShape || p.words[i].shape == capsShape) && !p.opensClause(i) {
			i++ // a country of two words
		}
		if i < p.b && p.opensClause(i) {
			return i
		}
		return p.a
	}
	if i+1 < p.b && (p.opensClause(i) || p.isNamed(p.a) && p.startsClause(i) && (p.words[i].shape != capsShape || p.words[i+1].shape == titleShape)) {
		return i
	}
	return p.a
}

// hasSmall tells whether a word in small letters stands among the first few from token i on.
func (p *paragraph) hasSmall(i int) bool {
	for k := i; k < p.b && k < i+8; k++ {
		if p.words[k].shape == lowerShape {
			return true
		}
	}
	return false
}

// placeEnd is the token after the places in capitals at the paragraph's beginning: "HONG KONG", "SEOUL/TOKYO". An acronym is part of none:
// "WASHINGTON FBI agents".
func (p *paragraph) placeEnd() int {
	i := p.a + 1
	for ; i+1 < p.b && i < p.a+5; i++ {
		switch {
		case p.tokens[i].Form == "/" && p.words[i+1].shape == capsShape:
			i++
		case p.words[i].shape != capsShape, len(p.tokens[i].Form) < 4, p.isAcronym(i):
			return i
		}
	}
	return i
}

// opensClause tells of a word with a capital that only a sentence's beginning gives it.
func (p *paragraph) opensClause(i int) bool {
	f := p.tokens[i].Form
	return starters[f] || f == "A" || f == "An" || f == "Two" || f == "Three"
}

// startsClause tells whether a sentence may begin at token i: not with a small letter, a sign, or a bracket.
func (p *paragraph) startsClause(i int) bool {
	s := p.words[i].shape
	return s.isWord() && s != lowerShape || s == openQuoteShape || s == quoteShape
}

// isAgency tells whether a token names an agency.
func (p *paragraph) isAgency(i int) bool { return reporters[p.tokens[i].Form] }

// isNamed tells whether a word in capitals is a name that is else written with one capital: a place, no acronym.
func (p *paragraph) isNamed(i int) bool {
	if p.usual == nil || len(p.tokens[i].Form) < 4 {
		return false
	}
	read := p.usual(p.tokens[i].Form)
	return read != p.tokens[i].Form && upperAt(read, 0)
}

// isAcronym tells whether a word in capitals is always written so.
func (p *paragraph) isAcronym(i int) bool {
	return p.usual != nil && p.usual(p.tokens[i].Form) == p.tokens[i].Form
}

// isDay tells whether token i is a day beside the name of its month.
func (p *paragraph) isDay(i int) bool {
	return p.words[i].shape == numberShape && (dayWords[p.tokens[i-1].Form] || i+1 < p.b && dayWords[p.tokens[i+1].Form])
}
