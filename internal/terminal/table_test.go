package terminal

import (
	"bytes"
	"strings"
	"testing"
)

var testColumns = []Column{{Name: "day"}, {Name: "what", Least: 8}, {Name: "dead", Right: true}, {Name: "grade", Rank: 2}, {Name: "id", Rank: 1}}

var testRows = [][]string{
	{"2031-05-02", "shelling of a village near the lake", "3–5", "contested", "abcdef"},
	{"2031-05-03", "talks", "", "single-origin", "012345"},
}

func TestWriteTable(t *testing.T) {
	cases := []struct {
		name  string
		width int
		want  string
	}{
		{"without a limit", 0, `day         what                                 dead  grade          id
2031-05-02  shelling of a village near the lake   3–5  contested      abcdef
2031-05-03  talks                                      single-origin  012345
`},
		{"cut", 60, `day         what                 dead  grade          id
2031-05-02  shelling of a vill…   3–5  contested      abcdef
2031-05-03  talks                      single-origin  012345
`},
		{"columns left out", 36, `day         what      dead  id
2031-05-02  shellin…   3–5  abcdef
2031-05-03  talks           012345
`},
		{"too narrow for what has to stand", 10, `day         what      dead
2031-05-02  shellin…   3–5
2031-05-03  talks
`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := WriteTable(&b, testColumns, testRows, c.width); err != nil {
				t.Fatal(err)
			}
			if b.String() != c.want {
				t.Errorf("got\n%s\nwant\n%s", b.String(), c.want)
			}
			for line := range strings.Lines(b.String()) {
				if w := Width(strings.TrimSuffix(line, "\n")); c.width > 30 && w > c.width {
					t.Errorf("a line is %d wide: %q", w, line)
				}
			}
		})
	}
}

func TestWriteTableOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := WriteTable(&b, testColumns, nil, 80); err != nil || b.Len() > 0 {
		t.Errorf("got %q, %v", b.String(), err)
	}
}
