package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep"
)

func file(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestFiles(t *testing.T) {
	for name, want := range map[string]struct {
		title, outlet, byline, published, language string
		basis                                      sitrep.PublishedBasis
		blocks                                     []string // how the blocks of the text begin
	}{
		"blocks-lists-and-cells.html": {"Troops leave Karsafa", "The Belmora Post", "Ann Example", "2021-03-08T21:30:00+03:00", "en", sitrep.PublishedPage, []string{
			"Government troops left the town of Karsafa's old quarter on Monday, ending a siege of eleven weeks, elders said.", "The withdrawal", "What was agreed",
			"Prisoners go free by Friday", "Convoys pass", "We have waited for this day", "Dead among the troops", "Fourteen soldiers", "First line of the statement by the council of the town\nsecond"}},
		"date-in-structured-data.html": {"Shells fall on Dol & Belmora", "Dol Radio", "Ann Example, Bob Example", "2021-04-02T23:10:00-05:00", "en", sitrep.PublishedPage,
			[]string{"Government troops", "The withdrawal"}},
		"date-in-address.html":               {"Shells fall on Dol - Dol Radio", "dol.example", "", "2021-04-02T00:00:00Z", "en", sitrep.PublishedURL, []string{"Government troops", "The withdrawal"}},
		"day-of-the-address-beside-utc.html": {"Shells fall on Dol", "dol.example", "", "2021-04-02T00:00:00Z", "en", sitrep.PublishedPage, []string{"Government troops", "The withdrawal"}},
		"body-in-script.html":                {"Shells fall on Dol", "", "", "", "en", sitrep.PublishedNotKnown, []string{"Shells fell on the market", "A rescue worker"}},
		"captions-and-notices.html": {"", "", "Ann Example", "", "en", sitrep.PublishedNotKnown, []string{"Image copyright", "Government troops", "The withdrawal", "Read more",
			"Government troops", "The withdrawal", "Sign up", "(Reporting by"}},
		"little-markup.html":    {"", "", "", "2021-05-12T18:40:00Z", "en", sitrep.PublishedText, []string{"The army of the hill province", "A second barrage", "People in the town", "12.05"}},
		"another-language.html": {"Des soldats quittent la ville", "", "", "2021-03-08T00:00:00Z", "fr", sitrep.PublishedPage, []string{"Les soldats", "Le retrait"}},
		"windows-1252.html":     {"Café shelled", "", "", "", "en", sitrep.PublishedNotKnown, []string{"Government troops", "The withdrawal", "“The café is gone,”"}},
		"quoted-printable.eml":  {"Troops leave “Karsafa”", "Belmora News Service", "", "2021-03-08T21:30:00+03:00", "en", sitrep.PublishedPage, []string{"Government troops left the old quarter of Karsafa on Monday, ending a siege of eleven weeks, elders said – the longest of the war so far.", "The withdrawal follows talks in Belmora."}},
		"multipart-base64.eml":  {"Troops leave Karsafa", "desk@belmora.example", "", "2021-03-08T21:30:00+03:00", "en", sitrep.PublishedPage, []string{"Government troops", "The withdrawal", "“Nobody fired,”"}},
		"mail-in-a-mail.eml":    {"Shells fall on Dol", "Dol Radio", "", "2021-04-02T10:00:00Z", "en", sitrep.PublishedPage, []string{"Shells fell on the market of Dol on Friday morning, residents said."}},
		"text-layer.pdf":        {"Troops leave Karsafa", "", "", "", "en", sitrep.PublishedNotKnown, []string{"Government troops left the old quarter of Karsafa on Monday, ending a siege of eleven weeks, elders said.", "The withdrawal follows talks in Belmora, where both sides agreed to let aid convoys pass."}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Parse(file(t, name), Hints{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			published := ""
			if !r.Published.IsZero() {
				published = r.Published.Format(time.RFC3339)
			}
			for _, f := range [][3]string{{"title", r.Title, want.title}, {"outlet", r.Outlet, want.outlet}, {"byline", r.Byline, want.byline},
				{"published", published, want.published}, {"basis", string(r.PublishedBasis), string(want.basis)}, {"language", r.Language, want.language}} {
				if f[1] != f[2] {
					t.Errorf("%s is %q, want %q", f[0], f[1], f[2])
				}
			}
			blocks := strings.Split(r.Text, "\n\n")
			if len(blocks) != len(want.blocks) {
				t.Fatalf("%d blocks, want %d:\n%s", len(blocks), len(want.blocks), r.Text)
			}
			for i, b := range blocks {
				if !strings.HasPrefix(b, want.blocks[i]) {
					t.Errorf("block %d is %q, want %q", i, b, want.blocks[i])
				}
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"empty":             {nil, "it is empty"},
		"white space":       {[]byte(" \r\n\t\n"), "it is empty"},
		"zeros":             {make([]byte, 3000), "binary"},
		"a picture":         {[]byte("\x89PNG\r\n\x1a\n0000"), "picture"},
		"a ZIP archive":     {[]byte("PK\x03\x04xxxx"), "ZIP"},
		"no article":        {file(t, "no-article.html"), "no article found on the page"},
		"PDF of pictures":   {file(t, "no-text-layer.pdf"), "no text layer"},
		"half a PDF":        {file(t, "text-layer.pdf")[:300], "PDF is broken"},
		"a mail of nothing": {[]byte("From: a@b.example\nTo: c@d.example\nSubject: x\n\n"), "holds no text"},
		"far too long":      {[]byte(strings.Repeat("The troops left the town. ", 50_000)), "one report a file"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Parse(c.raw, Hints{}); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	if _, err := Parse([]byte("Troops left."), Hints{Published: "soon"}); err == nil || !strings.Contains(err.Error(), `"soon"`) {
		t.Errorf("a date that is none: %v", err)
	}
}

func TestPagesThatAreNoTreeAreReadWhole(t *testing.T) {
	for name, c := range map[string]struct{ opened, problem string }{
		"nested deeply":                     {strings.Repeat("<div>", 20_000), "nested too deeply"},
		"links without end, without an end": {strings.Repeat("<a>", 500_000), "more tags than any report's"},
	} {
		page := "<html><body>" + c.opened + "<p>The troops left the town on Monday, elders said.</p><p>Nobody was hurt.</p>"
		r, err := Parse([]byte(page), Hints{})
		if err != nil || r.Text != "The troops left the town on Monday, elders said.\n\nNobody was hurt." || len(r.Problems) == 0 || !strings.Contains(r.Problems[0].Err, c.problem) {
			t.Errorf("%s: %v, %+v", name, err, r)
		}
	}
}

func TestPlainText(t *testing.T) {
	for name, c := range map[string]struct {
		raw         string
		hints       Hints
		title, text string
	}{
		"a short first line is the title":       {"Troops leave\r\n\r\nThe army left.\r\n", Hints{}, "Troops leave", "The army left."},
		"a sentence is none":                    {"The army left.\n\nIt went north.", Hints{}, "", "The army left.\n\nIt went north."},
		"a question is one":                     {"Who left?\n\nThe army left.", Hints{}, "Who left?", "The army left."},
		"a given title leaves the text alone":   {"Troops leave\n\nThe army left.", Hints{Title: "X"}, "X", "Troops leave\n\nThe army left."},
		"so does a caller that knows":           {"Troops leave\n\nThe army left.", Hints{NoTitle: true}, "", "Troops leave\n\nThe army left."},
		"a stamp is none":                       {"8 March 2021\n\nThe army left.", Hints{}, "", "8 March 2021\n\nThe army left."},
		"nor is a line with a mark of the site": {"Story highlights\n\nThe army left.", Hints{}, "", "Story highlights\n\nThe army left."},
		"line ends of all kinds":                {"The army\rleft\u2028town\r\nby night.", Hints{}, "", "The army\nleft\ntown\nby night."},
		"UTF-16":                                {"\xff\xfeT\x00h\x00e\x00y\x00 \x00l\x00e\x00f\x00t\x00.\x00", Hints{}, "", "They left."},
		"bytes of Windows-1252":                 {"The caf\xe9 was shelled.", Hints{}, "", "The café was shelled."},
		"broken UTF-8 among whole":              {"“The” “town” \xff fell.", Hints{}, "", "“The” “town” \uFFFD fell."},
		"a mark of the byte order is no letter": {"\ufeffThe army left.", Hints{}, "", "The army left."},
		"Markdown":                              {"# Troops leave\n\nThe **army** left [Karsafa](http://x.example/a_b_c).\n\n- one\n- two\n\n> We saw it.", Hints{Name: "a.md"}, "Troops leave", "The army left Karsafa.\n\none\n\ntwo\n\nWe saw it."},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Parse([]byte(c.raw), c.hints)
			if err != nil || r.Title != c.title || r.Text != c.text {
				t.Errorf("got %q, %q, %v, want %q, %q", r.Title, r.Text, err, c.title, c.text)
			}
		})
	}
}

func TestHeadOfMarkdown(t *testing.T) {
	r, err := Parse([]byte("---\ntitle: \"Troops leave\"\ndate: 2021-03-08\nurl: https://x.example/1\nauthor: Ann Example\n---\nThe army left."), Hints{Name: "a.md"})
	if err != nil || r.Title != "Troops leave" || r.Day().String() != "2021-03-08" || r.URL != "https://x.example/1" || r.Byline != "Ann Example" || r.Text != "The army left." {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestLanguages(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The army said on Monday that its troops had left the town after two days of talks with the elders.",
		"fr": "L'armée a annoncé lundi que ses soldats ont quitté la ville après deux jours de discussions avec les anciens.",
		"es": "El ejército anunció el lunes que sus soldados abandonaron la ciudad después de dos días de conversaciones con los ancianos.",
		"de": "Die Armee teilte am Montag mit, dass die Soldaten nach zwei Tagen von der Stadt abgezogen sind und nicht zurückkehren.",
		"ru": "Армия сообщила в понедельник, что её войска покинули город после двух дней переговоров.",
		"uk": "Армія повідомила в понеділок, що її війська покинули місто після двох днів переговорів.",
		"ar": "قال الجيش يوم الاثنين إن قواته غادرت البلدة بعد يومين من المحادثات",
		"fa": "ارتش روز دوشنبه گفت که نیروهایش پس از گفتگو شهر را ترک کرده‌اند",
		"zh": "军队周一表示，经过两天的谈判，部队已离开该镇。",
		"ja": "軍は月曜日、二日間の協議の後に部隊が町を離れたと発表した。",
		"":   "Karsafa, Dol, Belmora 12 31.",
	} {
		if got, _ := languageOf(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
