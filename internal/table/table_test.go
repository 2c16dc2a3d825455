package table

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"sitrep/internal/terminal"
)

var columns = []Column{{Name: "day"}, {Name: "what", Least: 8}, {Name: "dead", Right: true}, {Name: "grade", Rank: 2}, {Name: "id", Rank: 1}}

var rows = [][]string{
	{"2031-05-02", "shelling of a village near the lake", "3–5", "contested", "abcdef"},
	{"2031-05-03", "talks", "", "single-origin", "012345"},
}

func TestWrite(t *testing.T) {
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
			if err := Write(&b, columns, rows, c.width); err != nil {
				t.Fatal(err)
			}
			if b.String() != c.want {
				t.Errorf("got\n%s\nwant\n%s", b.String(), c.want)
			}
			for line := range strings.Lines(b.String()) {
				if w := terminal.Width(strings.TrimSuffix(line, "\n")); c.width > 30 && w > c.width {
					t.Errorf("a line is %d wide: %q", w, line)
				}
			}
		})
	}
}

func TestWriteNothing(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, columns, nil, 80); err != nil || b.Len() > 0 {
		t.Errorf("got %q, %v", b.String(), err)
	}
}

func TestGuard(t *testing.T) {
	cases := []struct{ cell, want string }{
		{"", ""}, {"29", "29"}, {"-12.5", "-12.5"}, {"+3", "+3"}, {"2031-05-02", "2031-05-02"}, {"a = b", "a = b"},
		{"=1+1", "'=1+1"}, {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"}, {"-1+1", "'-1+1"}, {"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"}, {"\rx", "'\rx"}, {" =1", "' =1"}, {"\n=1", "'\n=1"}, {"＝1", "'＝1"}, {"\u200b=1", "'\u200b=1"}, {"\ufeff@x", "'\ufeff@x"},
		{`"=1`, `'"=1`}, {"-", "'-"}, {"％", "％"}, {"|cmd", "'|cmd"}, {"%0A", "'%0A"},
	}
	for _, c := range cases {
		if got := Guard(c.cell); got != c.want {
			t.Errorf("%q became %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestCSVComesBack(t *testing.T) {
	given := [][]string{{"a", "b"}, {"two\nlines", `say "no"`}, {"", "x,y"}}
	var b bytes.Buffer
	if err := WriteCSV(&b, given); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 3 || got[1][0] != "two\nlines" || got[1][1] != `say "no"` || got[2][1] != "x,y" {
		t.Errorf("got %q, %v", got, err)
	}
}
