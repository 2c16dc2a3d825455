package page

import (
	"strings"
	"testing"
)

// The stretches between braces are to be dropped, nothing else.
func TestLeftovers(t *testing.T) {
	for name, c := range map[string]struct{ text, reasons string }{
		"reporters behind the text":      {"The troops left.\n\n{(Reporting by Ann Example in Dol; Editing by Bob Example)}", reasonByline},
		"reporters in the last line":     {"The troops left. {(Additional reporting by Ann Example)}", reasonByline},
		"who contributed":                {"The troops left.\n\n{___}\n\n{Example Press writer Ann Example contributed to this report from Dol.}", reasonRule + " " + reasonByline},
		"a byline with a time":           {"{By Ann Example | AP March 8 at 11:32 AM}\n\nThe troops left.", reasonByline},
		"an agency's signature":          {"The troops left.\n{REUTER}", reasonByline},
		"names behind the last stop":     {"The troops left the town. {Example/ Sample}", reasonByline},
		"copyright":                      {"The troops left.\n\n{Copyright 2021 Example Press. All rights reserved.}", reasonCopyright},
		"the credit of a photo":          {"Lorries near Dol on March 8, 2021.{(Photo: Ann Example, epa)}\n\nThe troops left.", reasonCredit},
		"a credit on its own line":       {"{© 2021 Ann Example/Example News via Reuters}\nThe troops left.", reasonCopyright},
		"marks of captions in a line":    {"{Image copyright AFP Image caption} Lorries leave the town " + strings.Repeat("with many people on them ", 10) + "on Monday.", reasonCredit},
		"another report":                 {"The troops left.\n\n{Read more: Who holds the hills}\n\nThey went north.", reasonLink},
		"a list of other reports":        {"The troops left.\n\n{ALSO}\n\n{Rain floods the Dol valley}\n\n{Five things to know of the hills}", reasonLink + " " + reasonLink + " " + reasonLink},
		"a stamp before the text":        {"{Wednesday 8 September 2021 21:51} 15 soldiers left the town.", reasonStamp},
		"a stamp on its own line":        {"{Published: 8 March 2021, 21:30 GMT}\n\nThe troops left.", reasonStamp},
		"a stamp behind the text":        {"The troops left. {Last Update: Monday 8 March 2021 KSA 16:06 - GMT 13:06}", reasonStamp},
		"a headline before a stamp":      {"{Troops leave Dol governor AFP Monday 8 Mar 2021} The troops left the town of Dol on Monday, " + strings.Repeat("and went on to the hills ", 8) + "in the rain.", reasonStamp},
		"keywords inside a paragraph":    {"The troops left the town. {Tags Dol Karsafa Siege Army} The army said on Monday that " + strings.Repeat("it would go on leaving ", 8) + "soon.", reasonTags},
		"keywords in small letters":      {"The troops left the town. {Tags Dol hill people war} Lorries stood in the streets of Dol on Monday and " + strings.Repeat("waited for the army ", 9) + "there.", reasonTags},
		"whom to follow":                 {"The troops left.\n\n{Follow Ann Example on Twitter: @annexample.}", reasonNotice},
		"how long it takes to read":      {"{3 min read}\n\nThe troops left.", reasonNotice},
		"the head of a press release":    {"{Joint Command 2021-S-12 For Immediate Release Download PDF}\n\nThe troops left.", reasonNotice},
		"who sends a press release":      {"Troops leave Dol\n{Joint Command - Karsafa}\n{2021-S-12}\n{For Immediate Release}\n\nThe troops left.", reasonNotice + " " + reasonNotice + " " + reasonNotice},
		"who helped, in a paragraph":     {"The troops left the town of Dol on Monday, " + strings.Repeat("and went on to the hills ", 8) + "in the rain. {Example agencies contributed to this report.} Lorries are in the hills now.", reasonByline},
		"a refiled story":                {"The troops left.\n\n{(This story has been refiled to add a word)}", reasonNotice},
		"the signature of a post":        {"The troops left.\n\n{— Ann Example (@annexample) March 8, 2021}", reasonNotice},
		"who told it to the broadcaster": {"The troops left.\n\n{Some information for this report came from Example Press.}", reasonByline},
		"hashtags":                       {"The troops left.\n\n{#Karsafa #Dol}", reasonTags},
		"a newsletter":                   {"The troops left.\n\n{Sign up for our newsletter.}", reasonNotice},
		"a line that speaks of the site": {"The troops left.\n\n{You can log in here if you are a subscriber.}", reasonNotice},
		"an advert":                      {"The troops left.\n\n{Advertisement}\n\nThey went north.", reasonNotice},

		"the headline of another report": {paragraphs("", "{Mayor of Karsafa opens a bridge}", "The rest went home.\n\nRain fell."), reasonHeading},
		"what monitors write":            {"DOLMAR, 3 Mar -- {[Text]} The troops left the town.", reasonNotice},
		"staff behind the last sentence": {"The troops left the town. {Additional reporting by Ann Example in Dol; Editing by Bob Example Our Standards:The Example Principles.}", reasonByline},
		"a headline before the sources":  {"The troops left the town. {Mayor opens a bridge Source Example and agencies}", reasonCredit},
		"a stamp with its writer":        {"{Posted on March 8 2021 by} Ann Example The troops left the town.", reasonStamp},
		"a name of a part stays":         {paragraphs("", "What was agreed", "The rest went home."), ""},
		"a line with a figure stays":     {paragraphs("", "12 killed in Dol on Monday", "The rest went home."), ""},
		"no stops, no headlines":         {"The army left Dol\n\nThe army left the hills near Dol\n\nThe mayor of Karsafa opens a bridge\n\nRain fell", ""},
		"a headline in square brackets":  {"The troops left.\n\n{[Graphic: The long siege of the town of Dol]}\n\nThey went north.", reasonLink},
		"a question in square brackets":  {"The troops left.\n\n{[Who holds the hills near Dol?]}\n\nThey went north.", reasonLink},
		"other reports, one a sentence":  {"The troops left.\n\n{Read more:}\n{Rain floods the Dol valley}\n{They left the hills. But the siege goes on.}\n{All reports from the valley}", reasonLink + " " + reasonLink + " " + reasonLink + " " + reasonLink},
		"lines by Unicode's separator":   {"Troops leave Dol\n{Joint Command - Karsafa}\u2028{2021-S-12}\u2028{For Immediate Release}\u2028 \u2028The troops left.", reasonNotice + " " + reasonNotice + " " + reasonNotice},
		"a credit before a headline":     {"The troops left the town. {AFP Example Website Lorries Leave the Town of Dol to Go North} The army said on Monday that " + strings.Repeat("it would go on leaving ", 8) + "soon.", reasonLink},
		"a credit before a place line":   {"The troops left the town. {AFP Ann Example Lorries Leave the Town of Dol} BELMORA (Example) The army said on Monday that " + strings.Repeat("it would go on leaving ", 8) + "soon.", reasonLink},
		"an agency that goes on to say":  {"The troops left the town. AFP Kabul Bureau Chief Ann Example said on Monday that " + strings.Repeat("it would go on leaving ", 8) + "soon. The rest went home.", ""},
		"a remark in square brackets":    {"The troops left.\n\n[The army said on Monday that they had not.]\n\nThey went north.", ""},
		"more to read, then the report":  {"The troops left.\n\n{ALSO}\n\nThe mayor spoke.\n\nThe rest went home.\n\nRain fell.", reasonLink},
		"headlines in a poured page": {"{AFP Monday 8 Mar 2021 Troops leave Dol governor Print Tweet Views 1430 Related} {Karsafa opens a bridge Mayor asks for rain in Dol} Nearly 40 soldiers left the town " +
			strings.Repeat("and went on to the hills ", 8) + "in the rain. They went north.", reasonNotice + " " + reasonLink},

		"a place line stays":                 {"BELMORA — The troops left.", ""},
		"a date line stays":                  {"BELMORA, March 8 (Example Agency) - The troops left.", ""},
		"an hour that heads an entry stays":  {"The Latest on the siege:\n\n1:35 p.m.\n\nThe troops left.", ""},
		"a subheading stays":                 {"The troops left.\n\nWhat was agreed\n\nPrisoners go free.", ""},
		"a sentence that begins with also":   {"Also during the talks, the mayor will speak of the wounded", ""},
		"a sentence that begins with follow": {"Follow-up talks begin in Dol on Friday.", ""},
		"people follow people":               {"Follow the road, the mayor told them, and they went north.", ""},
		"watching is done by people":         {"Watch towers were blown up, the army said.", ""},
		"a request for comment":              {"The army did not respond to our request for comment.", ""},
		"a lowered toll":                     {"Correction: an earlier version said 12 soldiers died; the hospital now says 11.", ""},
		"brackets of the report":             {"The army (which left) fired (at least 12 times).", ""},
		"a source in the text":               {"Sources in the town said the troops left.", ""},
		"a day that begins a sentence":       {"Monday was quiet.", ""},
		"broken lines":                       {"The army said that people should\nfollow the road to Dol and that it would\nwatch the bridge until the last of them had gone to the\nhills.", ""},
		"a copied sentence about copyright":  {"The court ruled on Monday that the army owns the copyright of the map.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.NewReplacer("{", "", "}", "").Replace(c.text)
			var b strings.Builder
			at := 0
			var reasons []string
			for _, d := range Leftovers(text) {
				b.WriteString(text[at:d.Start] + "{" + text[d.Start:d.End] + "}")
				at = d.End
				reasons = append(reasons, d.Reason)
			}
			if got := b.String() + text[at:]; got != c.text || strings.Join(reasons, " ") != c.reasons {
				t.Errorf("got  %s %q\nwant %s %q", got, reasons, c.text, c.reasons)
			}
		})
	}
}

func TestDatelines(t *testing.T) {
	for text, want := range map[string]string{
		"BELMORA, March 8 (Example Agency) — The troops left.":   "BELMORA 2021-03-08",
		"BELMORA, Dec. 30, 2020 - The troops left.":              "BELMORA 2020-12-30",
		"BELMORA, 30 December (Example) -- The troops left.":     "BELMORA 2020-12-30",
		"(Belmora, March 8, 2021) – The troops left.":            "Belmora 2021-03-08",
		"(Washington, DC) – The report says so.":                 "Washington, DC ",
		"DOL/BELMORA, Karsafa The troops left on Monday.":        "DOL/BELMORA, Karsafa ",
		"BELMORA: The troops left on Monday.":                    "BELMORA ",
		"KARSAFA The army of the hills said it would go.":        "KARSAFA ",
		"Belmora (Example Agency) - The troops left.":            "Belmora ",
		"The president — who left on Monday — said so.":          " ",
		"NATO Secretary General Ann Example said so on Monday.":  " ",
		"TROOPS LEAVE THE TOWN OF KARSAFA AFTER TALKS ON MONDAY": " ",
		"The troops left.": " ",
	} {
		r, err := Parse([]byte(text), Hints{Published: "2021-03-09"})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Dateline.Place + " " + r.Dateline.Date.String(); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// paragraphs are three long ones with lines between the second and the third.
func paragraphs(between ...string) string {
	long := "The troops left the town of Dol on Monday, and went on to the hills in the rain, the mayor said."
	return long + "\n\n" + long + strings.Join(between, "\n\n") + "\n\n" + long
}
