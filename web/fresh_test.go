package web

import (
	"net/http/httptest"
	"testing"
)

func TestWhetherAFileIsAsItWas(t *testing.T) {
	const tag, at, before, after = `W/"abc"`, "Fri, 02 Jan 2026 12:00:00 GMT", "Fri, 02 Jan 2026 11:00:00 GMT", "Fri, 02 Jan 2026 13:00:00 GMT"
	for name, c := range map[string]struct {
		none, since, modified string
		want                  bool
	}{
		"nothing is known":              {"", "", at, false},
		"its tag":                       {tag, "", at, true},
		"its tag among others, strong":  {`"x", "abc"`, "", "", true},
		"any":                           {"*", "", "", true},
		"another tag":                   {`"x"`, "", at, false},
		"another tag, though not since": {`"x"`, at, at, false},
		"its time":                      {"", at, at, true},
		"a later time":                  {"", after, at, true},
		"an earlier time":               {"", before, at, false},
		"a time that is none":           {"", "yesterday", at, false},
		"it changed a moment ago":       {"", after, "", false},
	} {
		r := httptest.NewRequest("GET", "/incidents.atom", nil)
		if c.none != "" {
			r.Header.Set("If-None-Match", c.none)
		}
		if c.since != "" {
			r.Header.Set("If-Modified-Since", c.since)
		}
		if got := unchanged(r, tag, c.modified); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
