package text

import (
	"regexp"
	"slices"
	"strings"
)

// determiner are first words of names that are small inside a sentence.
var determiner = regexp.MustCompile(`^(The|A|An|Each|Some|Its|Their|His|Her|Both|Several|Two|Three|Local|Medical|Government|State|Army|Police|Military|Officials|At|About|Around|Nearly|More|Some|Dozens|Hundreds|Scores|Many|Residents|Witnesses|Rebels|Medics|Activists)\b`)

// Inline is a name as it stands inside a sentence: "the coalition", "the White House". Two words with capitals keep them: "the Medical Corps".
func Inline(name string) string {
	loc := determiner.FindStringIndex(name)
	if loc == nil {
		return article(name) + name
	}
	first, rest := name[:loc[1]], strings.TrimLeft(name[loc[1]:], " ")
	if first != "The" && first != "A" && first != "An" && rest != "" && strings.ToUpper(rest[:1]) == rest[:1] {
		return article(name) + name
	}
	small := strings.ToLower(first) + name[loc[1]:]
	return article(small) + small
}

// InlineAll are names as they stand inside a sentence.
func InlineAll(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = Inline(n)
	}
	return out
}

// article is "the " for a name that English does not use without: of an office, a body or a force ("Ministry of Defence", "Syrian government", "United Nations"), or one of those whose
// letters are spelled out. Names of persons, of most armed groups ("Hamas", "Islamic State"), of countries and of people in the plural ("Turkish authorities") have none.
func article(name string) string {
	words := strings.Fields(headOf(name))
	if len(words) == 0 || slices.Contains(ownArticle, strings.ToLower(words[0])) || slices.ContainsFunc(words, possessive) {
		return ""
	}
	last := words[len(words)-1]
	if slices.Contains(named, last) && len(words) == 1 || slices.Contains(bodies, strings.ToLower(last)) || len(words) > 1 && slices.Contains(capitalBodies, last) {
		return "the "
	}
	return ""
}

// headOf is a name up to what only says more of it: "Ministry" of "Ministry of Defence", "health ministry" of "health ministry in the south", the first of several.
func headOf(name string) string {
	for _, more := range []string{", ", " and ", " of ", " for ", " in ", " on ", " to ", " at "} {
		name, _, _ = strings.Cut(name, more)
	}
	return name
}

func possessive(word string) bool {
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "s'") || strings.HasSuffix(word, "s’")
}

var (
	// ownArticle are first words that stand where an article would, and what a name may begin with that is none.
	ownArticle = strings.Fields("the a an this that these those its his her their our my your each every some any no both several many few all another one two three four five six seven eight nine ten mr mr. mrs mrs. ms ms. dr dr.")
	// bodies are words for what a state, an army or an organisation is made of: whoever names one of them means a certain one.
	bodies = strings.Fields(`ministry department government army navy military presidency cabinet parliament coalition opposition observatory embassy consulate municipality junta
		regime secretariat directorate judiciary pentagon kremlin vatican taliban militia`)
	// capitalBodies are such words in names that are written with capitals: "White House", "Kurdistan Workers Party". Alone, or small, they say less.
	capitalBodies = strings.Fields(`House Council Union Nations States Kingdom Emirates Republic Forces Force Front Committee Commission Organization Organisation League Movement Brigade Brigades Guard Guards Corps
		Agency Bureau Office Service Services Centre Center Association Federation Alliance Party Command Authority Assembly Senate Court Cross Crescent Bank Fund Institute Foundation Tribunal Mission
		Monitor Times Post Guardian Telegraph Tribune Herald Press Independent Observer Gazette Chronicle`)
	// named are names of one word that have it: letters that are spelled out, and a few others.
	named = strings.Fields("UN EU US USA UK UAE AU BBC AP FBI CIA NSA PKK YPG SDF RSF SAF FARC ELN IRA TPLF OSCE ICRC WHO IMF IAEA IDF IRGC PLO GNA LNA IOM AfD Houthis Kurds Taliban Netherlands Philippines Maldives Bahamas Gambia")
)
