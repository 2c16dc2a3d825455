package segment

import (
	"strings"
	"sync"
	"testing"

	"sitrep"
)

var shared = sync.OnceValues(func() (*Segmenter, error) { return New(nil) })

func segmenter(t testing.TB) *Segmenter {
	t.Helper()
	g, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func segmented(t testing.TB, text string) *sitrep.Doc {
	t.Helper()
	d := &sitrep.Doc{Text: text}
	segmenter(t).Segment(d)
	return d
}

// written gives the tokens with a space between them, and a plus between the words of a multiword token.
func written(d *sitrep.Doc) string {
	var b strings.Builder
	for i, tok := range d.Tokens {
		b.WriteString(tok.Form)
		if tok.Joined {
			b.WriteByte('+')
		} else if i+1 < len(d.Tokens) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "Troops left the valley.", "Troops left the valley ."},
		{"negation", "They don't, can't and won't.", "They do+n't , ca+n't and wo+n't ."},
		{"negation in capitals", "IT DIDN'T STOP", "IT DID+N'T STOP"},
		{"curly apostrophe", "It isn’t the army’s post.", "It is+n’t the army+’s post ."},
		{"clitics", "I'm sure they've left; she'd know, he'll call, we're here", "I+'m sure they+'ve left ; she+'d know , he+'ll call , we+'re here"},
		{"cannot, gonna", "We cannot say who's gonna win", "We can+not say who+'s gon+na win"},
		{"no apostrophe written", "they dont know, youre late", "they do+nt know , you+re late"},
		{"its and it's", "its a trap in its valley", "it+s a trap in its valley"},
		{"possessive of a plural", "the rebels' base and Hollis' car", "the rebels+' base and Hollis+' car"},
		{"single quotes are no possessive", "a 'den of spies' there", "a ' den of spies ' there"},
		{"names with apostrophes", "N'Djamena, Sana'a, Shi'ite, O'Brien, Ba'ath, Qur'an's", "N'Djamena , Sana'a , Shi'ite , O'Brien , Ba'ath , Qur'an+'s"},
		{"hyphenated compound", "a long-range rocket and 20-year-old men", "a long - range rocket and 20 - year - old men"},
		{"hyphenated names", "Deir al-Zor, Mazar-i-Sharif", "Deir al - Zor , Mazar - i - Sharif"},
		{"prefixes stay", "anti-tank, pro-Houthi, re-entered, co-operate, mid-May, non-state, ex-rebels", "anti-tank , pro-Houthi , re-entered , co-operate , mid-May , non-state , ex-rebels"},
		{"capitals and number", "an F-16, a T-72 and UN-backed men", "an F - 16 , a T - 72 and UN - backed men"},
		{"money", "$5m, US$3.2bn, €40, £1,000 and 1,00,000 rupees", "$ 5 m , US$ 3.2 bn , € 40 , £ 1,000 and 1,00,000 rupees"},
		{"units", "5km away, 10%, 155mm shells, 3.5kg, 40C", "5 km away , 10 % , 155 mm shells , 3.5 kg , 40C"},
		{"ordinals and decades", "the 2nd, 1990s, 1980's, '90s, ’72", "the 2nd , 1990s , 1980's , '90s , ’72"},
		{"times", "at 7:30am, 10 p.m., 0430 GMT, 12:05:10", "at 7:30 am , 10 p.m. , 0430 GMT , 12:05:10"},
		{"dates", "on 9/11, 03/04/2021, 2021-03-04 or 4-3-2021", "on 9/11 , 03/04/2021 , 2021-03-04 or 4-3-2021"},
		{"ranges and fractions", "5-10 men, 2011–2014, 1/2, 3/4", "5 - 10 men , 2011 – 2014 , 1 / 2 , 3 / 4"},
		{"telephone numbers", "call 202-555-0123, 555-0123 or +44 20", "call 202-555-0123 , 555-0123 or +44 20"},
		{"web and mail", "See https://example.org/a?b=1&c=(d), www.example.com. Mail desk.one@example.co.uk!", "See https://example.org/a?b=1&c=(d) , www.example.com . Mail desk.one@example.co.uk !"},
		{"clitic after an abbreviation", "the U.N.'s and the U.S.’s aid", "the U.N.+'s and the U.S.+’s aid"},
		{"elisions", "get 'em, ’em back, 'til noon", "get 'em , ’em back , 'til noon"},
		{"address with a path", "see example.com/war/news.", "see example.com/war/news ."},
		{"bare domains and files", "(news.example.net) report.pdf", "( news.example.net ) report.pdf"},
		{"handles and tags", "@front_desk says #Aleppo2016, # 4", "@front_desk says #Aleppo2016 , # 4"},
		{"emoticons and emoji", "ok :-) fine 👍🏽 🇺🇳 👩‍🚒!", "ok :-) fine 👍🏽 🇺🇳 👩‍🚒 !"},
		{"ellipses and dashes", "Well... no… yes -- and—so", "Well ... no … yes -- and — so"},
		{"ranks and titles", "Lt. Gen. Amin met Mr. Okoye, Sgt. Li and Dr. J. K. Rao", "Lt. Gen. Amin met Mr. Okoye , Sgt. Li and Dr. J. K. Rao"},
		{"initials", "the U.N., U.S. and U.K.", "the U.N. , U.S. and U.K."},
		{"degrees, tickers, groups", "Dr. Li, Ph.D., of ABCD.N wrote to alt.war.history and left", "Dr. Li , Ph.D. , of ABCD.N wrote to alt.war.history and left"},
		{"No. before a number only", "No. 5 said no. Then", "No. 5 said no . Then"},
		{"months", "on Jan. 5 and Sept. 11", "on Jan. 5 and Sept. 11"},
		{"company and etc.", "Acme Inc. sells guns, etc.", "Acme Inc. sells guns , etc ."},
		{"a space is missing", "They left.The army came.it was late", "They left . The army came . it was late"},
		{"slash", "and/or w/o he/she", "and / or w/o he / she"},
		{"ampersand", "R&D of AT&T and Smith & Co.", "R&D of AT&T and Smith & Co."},
		{"all kinds of quotes", "“a” ‘b’ «c» ``d'' „e“ \"f\"", "“ a ” ‘ b ’ « c » `` d '' „ e “ \" f \""},
		{"brackets", "(see [2], {3})", "( see [ 2 ] , { 3 } )"},
		{"rules", "==== ---- ****", "==== ---- ****"},
		{"no-break and odd spaces", "10\u00a0km\u2009of\u3000road\u202fhere", "10 km of road here"},
		{"marks", "What?! Stop!!!", "What ?! Stop !!!"},
		{"accents", "Señor Müller's café in Kraków", "Señor Müller+'s café in Kraków"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := written(segmented(t, c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestReading(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"curly apostrophe", "don’t", "do n't"},
		{"curly quotes", "“Go” ‘on’", "\" Go \" ' on '"},
		{"soft hyphen", "gov\u00adern\u00adment", "government"},
		{"zero width", "\u200bAlep\u200bpo\ufeff.", "Aleppo ."},
		{"ellipsis", "so…", "so ..."},
		{"Windows-1252 read as Latin-1", "\u0093don\u0092t\u0094 \u0097 \u0095 x", "\" do n't \" — • x"},
		{"ligature", "oﬃcer", "officer"},
		{"capitals", "GUNMEN KILLED TWO SOLDIERS IN IRAQ ON MONDAY", "Gunmen killed two soldiers in Iraq on Monday"},
		{"acronyms", "UNHCR AND NATO OFFICIALS MET IN A U.N. OFFICE", "UNHCR and NATO officials met in a U.N. office"},
		{"the country and the pronoun", "US TROOPS FIRED AT US, I SAID", "US troops fired at us , I said"},
		{"titles before names", "REBELS SHOT GEN. OMONDI THERE", "Rebels shot Gen. Omondi there"},
		{"Arabic article", "THE ARMY TOOK DEIR AL-ZOR AGAIN", "The army took Deir al - Zor again"},
		{"month or verb", "IT MAY RAIN HERE ON MAY 3 AGAIN", "It may rain here on May 3 again"},
		{"the text knows its names", "MASUNGI MEN FLEE FROM VALLEY\n\nThe men from Masungi fled.", "Masungi men flee from valley The men from Masungi fled ."},
		{"acronym without a vowel", "KDF TROOPS KILLED MEN IN IRAQ", "KDF troops killed men in Iraq"},
		{"part of a name", "ARMY KILLS ABU MUSAD IN IRAQ", "Army kills Abu Musad in Iraq"},
		{"heading", "They fled.\n\nNO CHANGE\n\nThey came back.", "They fled . No change They came back ."},
		{"codes", "They fled.\n\nSSH/OA 11\n\nThey came back.", "They fled . SSH / OA 11 They came back ."},
		{"few capitals", "NATO met the UN in Rome", "NATO met the UN in Rome"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := segmented(t, c.text)
			var words []string
			for i := range d.Tokens {
				words = append(words, d.Tokens[i].Reading())
				if d.Tokens[i].Norm == d.Tokens[i].Form {
					t.Errorf("Norm repeats the form %q", d.Tokens[i].Form)
				}
			}
			if got := strings.Join(words, " "); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestCasingOfTheCaller(t *testing.T) {
	g, err := New(func(lower string) (string, bool) { return "Quezaltown", lower == "quezaltown" })
	if err != nil {
		t.Fatal(err)
	}
	d := &sitrep.Doc{Text: "REBELS TOOK QUEZALTOWN LAST NIGHT"}
	if g.Segment(d); d.Tokens[2].Norm != "Quezaltown" {
		t.Errorf("got %q", d.Tokens[2].Norm)
	}
}
