package terminal

import (
	"bytes"
	"testing"
)

func TestClean(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"plain text stays", "Deir al-Zor: 3 dead – é 🙂", "Deir al-Zor: 3 dead – é 🙂"},
		{"escapes", "a\x1b[31mb\x07", "a\uFFFD[31mb\uFFFD"},
		{"C1 controls", "a\u009b31m", "a\uFFFD31m"},
		{"white space", "a\tb\r\nc\u2028d\u00a0e\u0085f", "a b  c d\u00a0e f"},
		{"bidi controls", "a\u202eb\u2066c\u200f", "a\uFFFDb\uFFFDc\uFFFD"},
		{"no UTF-8", "a\xffb", "a\uFFFDb"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			want := bytes.ReplaceAll([]byte(c.want), []byte("\u00a0"), []byte(" "))
			if c.name == "plain text stays" {
				want = []byte(c.want)
			}
			if got := Clean(c.in); got != string(want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestWidthAndFit(t *testing.T) {
	cases := []struct {
		name, in string
		width    int
		fit5     string
	}{
		{"plain", "Kassala", 7, "Kass…"},
		{"short", "Goma", 4, "Goma"},
		{"exactly", "Homs.", 5, "Homs."},
		{"wide", "停火協議", 8, "停火…"},
		{"combining", "e\u0301e\u0301", 2, "e\u0301e\u0301"},
		{"emoji", "🙂🙂🙂", 6, "🙂🙂…"},
		{"Arabic", "هدنة طويلة", 10, "هدنة…"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Width(c.in); got != c.width {
				t.Errorf("width %d, want %d", got, c.width)
			}
			if got := Fit(c.in, 5); got != c.fit5 {
				t.Errorf("fit to 5: %q, want %q", got, c.fit5)
			}
			if got := Fit(c.in, 0); got != c.in {
				t.Errorf("without a limit: %q", got)
			}
		})
	}
	if got := Pad("停", 4) + "|"; got != "停  |" {
		t.Errorf("padded to %q", got)
	}
}

func TestColour(t *testing.T) {
	cases := []struct {
		name     string
		terminal bool
		env      map[string]string
		want     bool
	}{
		{"terminal", true, nil, true},
		{"pipe", false, nil, false},
		{"NO_COLOR", true, map[string]string{"NO_COLOR": "1"}, false},
		{"NO_COLOR wins", true, map[string]string{"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, false},
		{"forced", false, map[string]string{"CLICOLOR_FORCE": "1"}, true},
		{"not forced", false, map[string]string{"CLICOLOR_FORCE": "0"}, false},
		{"dumb", true, map[string]string{"TERM": "dumb"}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := colour(c.terminal, func(k string) string { return c.env[k] }); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestABufferIsNoTerminal(t *testing.T) {
	if got := Of(&bytes.Buffer{}, func(string) string { return "" }); got != (Terminal{}) {
		t.Errorf("got %+v", got)
	}
}

func TestCleaner(t *testing.T) {
	text := "a\tb\n\x1b[2J é🙂 \u009b\u202e\r\n\xff!"
	want := "a\tb\n\uFFFD[2J é🙂 \uFFFD\uFFFD\uFFFD\n\uFFFD!"
	for _, size := range []int{1, 2, 3, 100} {
		var b bytes.Buffer
		c := NewCleaner(&b)
		for rest := []byte(text); len(rest) > 0; {
			n := min(size, len(rest))
			if k, err := c.Write(rest[:n]); k != n || err != nil {
				t.Fatalf("wrote %d of %d: %v", k, n, err)
			}
			rest = rest[n:]
		}
		if b.String() != want {
			t.Errorf("in pieces of %d: got %q, want %q", size, b.String(), want)
		}
	}
}
