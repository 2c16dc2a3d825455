package page

import (
	"testing"
	"time"

	"sitrep"
)

func TestParseTime(t *testing.T) {
	for s, want := range map[string]string{
		"2016-04-12":                         "2016-04-12 day",
		"2016-04-12T09:30:00+02:00":          "2016-04-12T09:30:00+02:00",
		"2016-04-12T09:30:00.123Z":           "2016-04-12T09:30:00Z",
		"2016-04-12T09:30:00":                "2016-04-12T09:30:00Z",
		"2016-04-12 09:30":                   "2016-04-12T09:30:00Z",
		"20160412":                           "2016-04-12 day",
		"Tue, 12 Apr 2016 09:30:00 -0500":    "2016-04-12T09:30:00-05:00",
		"April 12, 2016":                     "2016-04-12 day",
		"Apr. 12th, 2016 at 9:30 PM EDT":     "2016-04-12T21:30:00-04:00",
		"12 April 2016 21:51 GMT":            "2016-04-12T21:51:00Z",
		"AP 12:58 a.m. EST January 22, 2016": "2016-01-22T00:58:00-05:00",
		"12.04.2016":                         "2016-04-12 day",
		"04/25/2016":                         "2016-04-25 day",
		"04/12/2016":                         "",
		"12/2016":                            "",
		"February 30, 2016":                  "",
		"0001-01-01T00:00:00Z":               "",
		"soon":                               "",
		"":                                   "",
	} {
		m, ok := ParseTime(s)
		got := ""
		switch {
		case ok && m.clock:
			got = m.time.Truncate(time.Second).Format(time.RFC3339)
		case ok:
			got = sitrep.CivilDateOf(m.time).String() + " day"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestDaysInAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"https://x.example/2016/04/12/troops":      "2016-04-12",
		"https://x.example/world/2016/apr/12/left": "2016-04-12",
		"https://x.example/news-2016-04-12":        "2016-04-12",
		"https://x.example/20160412-troops":        "2016-04-12",
		"https://x.example/2016-04-12_troops?a=1":  "2016-04-12",
		"https://x.example/2016/04/troops":         "",
		"https://x.example/id/99999999":            "",
		"https://x.example/?d=2016/04/12":          "",
		"":                                         "",
	} {
		got := ""
		if m := dayInURL(address); !m.isZero() {
			got = sitrep.CivilDateOf(m.time).String()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}

func TestWhoTellsTheTime(t *testing.T) {
	text := "Published 8 March 2021\n\nBELMORA, March 7, 2021 (Example) - The troops left."
	for _, c := range []struct {
		name, text string
		hints      Hints
		day        string
		basis      sitrep.PublishedBasis
	}{
		{"the caller before all", text, Hints{Published: "2021-03-10", URL: "https://x.example/2021/03/09/a"}, "2021-03-10", sitrep.PublishedGiven},
		{"a stamp before a dateline", text, Hints{URL: "https://x.example/2021/03/09/a"}, "2021-03-08", sitrep.PublishedText},
		{"a dateline before the address", text[len("Published 8 March 2021\n\n"):], Hints{URL: "https://x.example/2021/03/09/a"}, "2021-03-07", sitrep.PublishedText},
		{"the address", "The troops left.", Hints{URL: "https://x.example/2021/03/09/a"}, "2021-03-09", sitrep.PublishedURL},
		{"nobody", "The troops left on 8 March 2021.", Hints{}, "", sitrep.PublishedNotKnown},
	} {
		r, err := Parse([]byte(c.text), c.hints)
		if err != nil || r.Day().String() != c.day || r.PublishedBasis != c.basis {
			t.Errorf("%s: got %v %s, %v, want %s %s", c.name, r.Day(), r.PublishedBasis, err, c.day, c.basis)
		}
	}
}
