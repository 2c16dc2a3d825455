package gazetteer

import "testing"

func TestFold(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"case", "ALEPPO", "aleppo"},
		{"marks", "Yaoundé", "yaounde"},
		{"marks of their own", "Yaounde\u0301", "yaounde"},
		{"letters with strokes", "Łódź", "lodz"},
		{"Vietnamese", "Hà Nội", "ha noi"},
		{"dots below", "Al Ḩudaydah", "al hudaydah"},
		{"hyphens", "Deir ez-Zor", "deir ez zor"},
		{"no-break hyphen and space", "Deir\u00a0ez\u2011Zor", "deir ez zor"},
		{"apostrophes", "N'Djamena", "ndjamena"},
		{"curly apostrophe", "N’Djamena", "ndjamena"},
		{"ayn and hamza", "Ra’s al ‘Ayn", "ras al ayn"},
		{"points", "St. John's", "st johns"},
		{"blanks around and within", "  Khan \t Younis ", "khan younis"},
		{"only signs", " - ' . ", ""},
		{"digits", "Kilis 7", "kilis 7"},
		{"other letters stay", "Киев", "Киев"},
		{"broken UTF-8", "Al\xffeppo", "al eppo"},
		{"empty", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Fold(c.in); got != c.want {
				t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
			}
			if got := Fold(Fold(c.in)); got != c.want {
				t.Errorf("folded twice it is %q", got)
			}
		})
	}
}

func TestSame(t *testing.T) {
	if !same("Deir ez-Zor", "DEIR EZ ZOR") || same("Deir", "Deir ez-Zor") || same("Deir ez-Zor", "Deir") || !same("", "-") {
		t.Error("names are the same where their folded forms are")
	}
}

func TestDistance(t *testing.T) {
	cases := []struct {
		a, b string
		want int
	}{
		{"aleppo", "aleppo", 0}, {"allepo", "aleppo", 2}, {"mosull", "mosul", 1}, {"bahkmut", "bakhmut", 1}, {"", "ab", 2}, {"ab", "", 2}, {"abc", "xyz", 3},
	}
	for _, c := range cases {
		if got := distance([]byte(c.a), []byte(c.b), 9); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
	if got := distance([]byte("aaaaaaaa"), []byte("bbbbbbbb"), 2); got <= 2 {
		t.Errorf("far apart, yet %d", got)
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Deir ez-Zor", "deir ez zor")
	f.Add("N’Dj\xffamena", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		if same(a, b) != (Fold(a) == Fold(b)) || same(a, b) && hash(a) != hash(b) {
			t.Errorf("%q and %q: same, Fold and hash disagree", a, b)
		}
	})
}
