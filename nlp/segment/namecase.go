package segment

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"

	"sitrep"
)

// smallcaseFile holds, one a line, sorted and packed, the words that English writes in small letters: those of the spellers' lists SCOWL, American and
// British, of size 60. smallcase.json says where they come from.
//
//go:embed smallcase.txt.gz
var smallcaseFile []byte

// ordinary are the words of smallcaseFile, unpacked when the first text in capitals comes.
var ordinary = sync.OnceValue(func() map[string]bool {
	r, err := gzip.NewReader(bytes.NewReader(smallcaseFile))
	if err != nil {
		return nil // the package's tests read the file, so that it cannot fail
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil
	}
	return words(string(text))
})

// endings make words of others, in ways that names do not end: a word with one is no name, though no list has it.
var endings = []string{"ing", "ings", "ed", "ly", "ness", "ment", "ments", "tion", "tions", "ism", "ist", "ists", "ized", "ised", "ship", "ships", "hood", "less"}

// isName tells whether a word in small letters is none of English, so that it can only be a name, or a word of another language within one.
func isName(low string) bool {
	if len(low) < 3 || particles[low] || ordinary()[low] || !onlyLetters(low) {
		return false
	}
	for _, e := range endings {
		if len(low) > len(e)+3 && strings.HasSuffix(low, e) {
			return false
		}
	}
	low, _ = strings.CutSuffix(low, "s")
	return !ordinary()[low] && !isCompound(low)
}

// isCompound tells of a word that two others make: "gunship", "shipowner".
func isCompound(low string) bool {
	for k := 3; k+4 <= len(low); k++ {
		if ordinary()[low[:k]] && ordinary()[low[k:]] {
			return true
		}
	}
	return false
}

// inside is the usual form of a word of a sentence in capitals, where most words are ordinary ones: treebanks have too little text to tell a word that is often a
// part of names ("Council") from one that is nothing else.
func (c *caser) inside(form string, seen map[string]string) string {
	read, low := c.word(form, seen), strings.ToLower(form)
	switch {
	case seen[low] != "" || c.usual()[low] != "":
		return read
	case c.known()[low] != "" && ordinary()[low]:
		if c.own != nil {
			if name, ok := c.own(low); ok {
				return name
			}
		}
		return low
	case isName(read):
		return capitalised(read)
	}
	return read
}

func onlyLetters(w string) bool {
	for i := range len(w) {
		if c := w[i]; c < 0x80 && (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}

// particles stand small within names of other languages.
var particles = map[string]bool{"de": true, "del": true, "di": true, "da": true, "du": true, "des": true, "dos": true, "von": true, "van": true, "der": true, "den": true,
	"bin": true, "ibn": true, "ul": true, "al": true, "el": true, "e": true, "y": true, "la": true, "las": true, "los": true, "le": true, "les": true}

// openers are particles that have a capital where a name begins with them: "El Salvador", "La Paz", "Los Angeles".
var openers = map[string]bool{"EL": true, "LA": true, "LAS": true, "LOS": true, "LE": true, "LES": true, "DE": true, "DEL": true, "VAN": true, "VON": true}

// nameTitles have a capital before the name of whoever has them.
var nameTitles = words(`admiral ambassador archbishop ayatollah bishop brigadier captain cardinal chancellor colonel commander commissioner congressman
	congresswoman corporal councilman deputy doctor father general governor imam judge justice king lieutenant major marshal mayor minister monsignor
	pope premier president prince princess professor queen representative senator sergeant sheikh`)

func words(text string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}

// names raises what belongs to names though it is an ordinary word by itself.
func (g *gaps) names(s sitrep.Sentence) {
	for i := s.Last - 2; i >= s.First; i-- {
		if form := g.tokens[i].Form; g.isRaised(i+1) && (openers[form] && !g.isRaised(i-1) || nameTitles[strings.ToLower(form)]) {
			g.raise(i)
		}
	}
	for i := s.First + 1; i < s.Last; i++ {
		if sites[strings.ToLower(g.tokens[i].Form)] && g.isRaised(i-1) && !g.isAdjective(i-1) {
			g.raise(i)
		}
	}
	for i := s.First + 2; i+1 < s.Last; i++ {
		if g.words[i].shape == capsShape && g.words[i-1].shape == openShape && g.words[i+1].shape == closeShape && isShort(g.tokens[i].Form) {
			g.body(s.First, i-1)
			g.tokens[i].Norm = ""
		}
	}
}

// isAdjective tells whether a word in capitals says only whose something is: "the Cuban embassy".
func (g *gaps) isAdjective(i int) bool {
	form := g.tokens[i].Form
	for _, e := range []string{"AN", "ISH", "ESE"} {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	return i == 0 || functionWords[strings.ToLower(form)] || smallWords[form]
}

// isShort tells of a word in brackets that may be the short form of the name before it.
func isShort(form string) bool { return len(form) >= 2 && len(form) <= 8 && asciiCapitals(form) }

// maxBody is how many words the name of a body may have.
const maxBody = 9

// bodyParts may stand small within the name of a body.
var bodyParts = map[string]bool{"OF": true, "FOR": true, "AND": true, "DE": true, "DEL": true, "Y": true}

// body raises the name before an opening bracket with its short form, back to its article: "the Free Workers' Front (FWF)".
func (g *gaps) body(first, open int) {
	from := open
	for i := open - 1; i >= first && i >= open-maxBody; i-- {
		switch form := g.tokens[i].Form; {
		case form == "THE" || !g.words[i].shape.isWord() && g.words[i].shape != cliticShape:
			g.raiseAll(from, open)
			return
		case bodyParts[form]:
		case functionWords[strings.ToLower(form)] || smallWords[form]:
			return
		default:
			from = i
		}
	}
}

// smallWords are no part of the name of a body.
var smallWords = map[string]bool{"A": true, "AN": true, "IN": true, "ON": true, "AS": true}

func (g *gaps) raiseAll(from, to int) {
	for i := from; i < to; i++ {
		if !bodyParts[g.tokens[i].Form] && g.words[i].shape.isWord() {
			g.raise(i)
		}
	}
}

// raise gives a token a capital.
func (g *gaps) raise(i int) {
	t := &g.tokens[i]
	if t.Norm = capitalised(t.Reading()); t.Norm == t.Form {
		t.Norm = ""
	}
}

// isRaised tells whether a word in capitals is read with one.
func (g *gaps) isRaised(i int) bool {
	if i < 0 || i >= len(g.tokens) || !g.words[i].shape.isWord() {
		return false
	}
	r := g.tokens[i].Reading()
	return upperAt(r, 0)
}

// sites head the names of buildings, streets and units of land, after the name: "Rosales Hospital", "Reforma Street".
var sites = words(`hospital hotel market street avenue boulevard university bridge airport park square church cathedral school college stadium department province
	prison barracks port island river valley mountain mountains volcano canal lake highway clinic theater theatre restaurant embassy cartel`)
