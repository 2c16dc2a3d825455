package page

import (
	"strings"
	"unicode"

	"sitrep"
)

// languages are those that are told apart by their small words.
var languages = []struct {
	code, name string
	words      map[string]bool
}{
	{"en", "English", wordSet("the of and to in that was for on with is by at from has were have had said as his he an be are who not which will their been after they its or more")},
	{"fr", "French", wordSet("le la les des et du une un dans que qui est pour par sur au aux avec ce cette son sa ses ont été plus se ne pas selon")},
	{"es", "Spanish", wordSet("el la los las de que en un una por con para del se al es su sus fue más como ha lo según entre sobre")},
	{"de", "German", wordSet("der die das und den dem des ein eine einer von zu mit im auf für ist nicht sich als auch nach bei aus wurde sind hat")},
	{"it", "Italian", wordSet("il lo la gli le di che un una per con del della dei delle nel nella è sono al alla da più non si ha")},
	{"pt", "Portuguese", wordSet("o os a as de que do da dos das em um uma por com para no na se ao foi mais não é são pelo pela")},
	{"nl", "Dutch", wordSet("de het een van en in dat op te is met voor zijn niet aan door om ook bij naar werd uit hij")},
	{"tr", "Turkish", wordSet("ve bir bu için ile da de olarak olan daha sonra olduğu tarafından kadar gibi ise dedi çok ancak")},
	{"pl", "Polish", wordSet("w i na z do że się nie jest o od po jak przez dla oraz za przed został są ich to")},
	{"sv", "Swedish", wordSet("och att det som en på är av för med den till har inte om ett han de var från")},
	{"id", "Indonesian", wordSet("yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh juga ke telah mereka para")},
	{"sw", "Swahili", wordSet("ya na wa kwa katika ni za la kuwa hiyo huo cha baada wakati watu alisema")},
	{"so", "Somali", wordSet("oo ka ku iyo in uu ee ay waxa waa la soo lagu ayaa waxaa si")},
	{"ro", "Romanian", wordSet("și de la în care pe cu din pentru nu este o un au fost mai prin sunt că")},
}

// scripts are languages told by their letters.
var scripts = []struct {
	table      *unicode.RangeTable
	code, name string
}{
	{unicode.Arabic, "ar", "Arabic"}, {unicode.Cyrillic, "ru", "Russian"}, {unicode.Hebrew, "he", "Hebrew"}, {unicode.Greek, "el", "Greek"},
	{unicode.Hiragana, "ja", "Japanese"}, {unicode.Katakana, "ja", "Japanese"}, {unicode.Han, "zh", "Chinese"}, {unicode.Hangul, "ko", "Korean"},
	{unicode.Thai, "th", "Thai"}, {unicode.Devanagari, "hi", "Hindi"}, {unicode.Bengali, "bn", "Bengali"}, {unicode.Georgian, "ka", "Georgian"},
	{unicode.Armenian, "hy", "Armenian"}, {unicode.Ethiopic, "am", "Amharic"}, {unicode.Myanmar, "my", "Burmese"}, {unicode.Tamil, "ta", "Tamil"},
	{unicode.Sinhala, "si", "Sinhala"}, {unicode.Khmer, "km", "Khmer"},
}

// smallWords are the languages, by their numbers, that have a small word.
var smallWords = func() map[string][]int {
	of := map[string][]int{}
	for i, l := range languages {
		for w := range l.words {
			of[w] = append(of[w], i)
		}
	}
	return of
}()

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// mostSampled is how many bytes of a text are looked at for its language.
const mostSampled = 1 << 13

// setLanguage tells the language by the text, or where the text is too short by what the page says of itself.
func setLanguage(r *sitrep.Report, told string) {
	code, name := languageOf(r.Text[:min(len(r.Text), mostSampled)])
	if code == "" {
		code, name = toldLanguage(told)
	}
	if r.Language = code; code != "" && code != "en" {
		r.Problems = append(r.Problems, sitrep.Problem{Stage: stage, Err: "language: " + name + "; only English is read yet"})
	}
}

// toldLanguage trusts a page's own word for English only: a page of another language with a text so short says too little to be judged.
func toldLanguage(told string) (code, name string) {
	if c := strings.ToLower(told); c == "en" || strings.HasPrefix(c, "en-") || strings.HasPrefix(c, "en_") || c == "english" {
		return "en", "English"
	}
	return "", ""
}

// languageOf tells the language of a text, nothing where too little of it speaks for one.
func languageOf(text string) (code, name string) {
	if code, name = scriptOf(text); code != "" {
		return code, name
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	if len(words) < 8 {
		return "", ""
	}
	counts := make([]int, len(languages))
	for _, w := range words {
		for _, l := range smallWords[w] {
			counts[l]++
		}
	}
	best, second := 0, 0
	for i, n := range counts {
		if n > best {
			best, second, code, name = n, best, languages[i].code, languages[i].name
		} else {
			second = max(second, n)
		}
	}
	least := 8 // of a hundred words
	if code != "en" {
		least = 15
	}
	if best < 2 || best*100 < least*len(words) || best == second {
		return "", ""
	}
	return code, name
}

// scriptOf tells a language by its letters, where most letters are of its script.
func scriptOf(text string) (code, name string) {
	letters, latin := 0, 0
	counts := make([]int, len(scripts))
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x250 {
			latin++
			continue
		}
		for i, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[i]++
				break
			}
		}
	}
	if letters < 8 || latin*2 > letters {
		return "", ""
	}
	most := -1
	for i, n := range counts {
		if n*10 > letters && scripts[i].code == "ja" { // Japanese has more Chinese characters than its own
			return "ja", "Japanese"
		}
		if n > 0 && (most < 0 || n > counts[most]) {
			most = i
		}
	}
	switch {
	case most < 0:
		return "", ""
	case scripts[most].code == "ru" && strings.ContainsAny(text, "іїєґІЇЄҐ"):
		return "uk", "Ukrainian"
	case scripts[most].code == "ar" && strings.ContainsAny(text, "پچژگ"):
		return "fa", "Persian"
	}
	return scripts[most].code, scripts[most].name
}
