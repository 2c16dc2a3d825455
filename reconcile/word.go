package reconcile

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"sitrep/lexicon"
)

// stems are the content words of a text, without their endings, each once, in order.
func stems(text string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, notInWord) {
		w = stem(strings.ToLower(w))
		if len(w) < 3 || stopWords[w] || seen[w] {
			continue
		}
		seen[w] = true
		out = append(out, w)
	}
	return out
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}

// stem takes off the endings of English inflection; two forms of a word mostly come out alike, which is all that a comparison needs.
func stem(w string) string {
	for _, possessive := range []string{"'s", "’s", "'", "’"} {
		w = strings.TrimSuffix(w, possessive)
	}
	switch {
	case len(w) > 5 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		return undouble(w[:len(w)-3])
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		return undouble(w[:len(w)-2])
	case len(w) > 4 && strings.HasSuffix(w, "es"):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return strings.TrimSuffix(w[:len(w)-1], "e")
	case len(w) > 4 && strings.HasSuffix(w, "e"):
		return w[:len(w)-1]
	}
	return w
}

// undouble makes "bombb" of "bombbed" no different from other stems: "stopp" is "stop".
func undouble(w string) string {
	if n := len(w); n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return strings.TrimSuffix(w, "e")
}

// stopWords say nothing about which happening is told.
var stopWords = wordSet(`the and for with that this from have has had was were are been being will would could should may might must can not but its his her
	their they them she him who whom which what when where while than then there here into onto over under about after before during since until against
	between among upon out off down some any all both each other another such same own more most many much several dozen hundr thousand million one two
	three four five six seven eight nine ten first second last year month week day monday tuesday wednesday thursday friday saturday sunday today
	yesterday january february march april june july august september october november december told tell say said report accord people peopl also
	just only still even now new ago late early earli because becaus least nearly around
	afternoon morning night even evening`)

// plainWords stand in every second report of a conflict: shared, they weigh little.
var plainWords = wordSet(`kill dead die death wound injur attack strike bomb blast fire shell rocket missil force troop soldier army arm military militari
	militant rebel fighter civilian government offici minist ministry president polic security securiti state country countri city town villag
	area region provinc district border war conflict fight clash battle battl offensiv violenc peac talk ceasefir truc deal agreem agreement negotiat meet
	group leader side party parti control target hit includ spokesman statement source sourc news agency agenc toll casualty casualti victim
	shoot shot gun gunman gunmen man men woman women child children arrest suspect victim home hous hospital investigat scene incident
	famil family accord local resident nation unit call take took make made come came go went
	eastern western northern southern east west north south central capital part near`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
		set[stem(w)] = true
	}
	return set
}

// weight is how much a shared word says: names of things that few reports speak of most, the words of the trade least.
func weight(w string) float64 {
	switch {
	case plainWords[w]:
		return 0.25
	case nations()[w] != "":
		return 0.4
	case unicode.IsDigit(rune(w[0])):
		return 0.75
	}
	return 1
}

// nations are the names of countries and of their people, by stem, with the country's code: they tell of which conflict a report is, not of which happening.
var nations = sync.OnceValue(func() map[string]string {
	of := map[string]string{}
	for _, c := range lexicon.English().Countries {
		for _, name := range slices.Concat([]string{c.Name}, c.Names, c.Demonyms) {
			if words := stems(name); len(words) == 1 && of[words[0]] == "" {
				of[words[0]] = c.ISO3
			}
		}
	}
	return of
})

// named are the codes of the countries that words name, in order.
func named(words []string) []string {
	var out []string
	for _, w := range words {
		if code := nations()[w]; code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	slices.Sort(out)
	return out
}

// shared is the weight of the words that two lists share, and of the lesser list.
func shared(a, b []string) (both, least float64) {
	var wa, wb float64
	for _, w := range a {
		wa += weight(w)
		if slices.Contains(b, w) {
			both += weight(w)
		}
	}
	for _, w := range b {
		wb += weight(w)
	}
	return both, min(wa, wb)
}
