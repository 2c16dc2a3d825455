package plainjson_test

import (
	"testing"

	"sitrep/internal/plainjson"
)

func TestMarshal(t *testing.T) {
	for name, c := range map[string]struct {
		v    any
		want string
	}{
		"signs of markup": {"<b> & </b>", `"<b> & </b>"`},
		"an end of line":  {"a\n", `"a\n"`},
		"nothing":         {nil, "null"},
	} {
		if got, err := plainjson.Marshal(c.v); err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
	if _, err := plainjson.Marshal(func() {}); err == nil {
		t.Error("a function: no error")
	}
}
