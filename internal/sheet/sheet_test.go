package sheet

import (
	"bytes"
	"encoding/csv"
	"testing"
)

func TestGuard(t *testing.T) {
	cases := []struct{ cell, want string }{
		{"", ""}, {"29", "29"}, {"-12.5", "-12.5"}, {"+3", "+3"}, {"2031-05-02", "2031-05-02"}, {"a = b", "a = b"},
		{"=1+1", "'=1+1"}, {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"}, {"-1+1", "'-1+1"}, {"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"}, {"\rx", "'\rx"}, {" =1", "' =1"}, {"\n=1", "'\n=1"}, {"＝1", "'＝1"}, {"\u200b=1", "'\u200b=1"}, {"\ufeff@x", "'\ufeff@x"},
		{`"=1`, `'"=1`}, {"-", "'-"}, {"+", "'+"}, {"-.5", "'-.5"}, {"-5.", "'-5."}, {"-1.2.3", "'-1.2.3"}, {"--5", "'--5"}, {"é=", "é="}, {"\xff=", "\xff="}, {"％", "％"}, {"|cmd", "'|cmd"}, {"%0A", "'%0A"},
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
	if err := Write(&b, given); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(got) != 3 || got[1][0] != "two\nlines" || got[1][1] != `say "no"` || got[2][1] != "x,y" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestTabsKeepARowOnALine(t *testing.T) {
	got := string(Tabs(nil, []string{"two\nlines\tand more\r", `say "no"`, "=1+1", "\t=1", "", "-3.5"}))
	if want := "two lines and more \tsay 'no'\t'=1+1\t' =1\t\t-3.5\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
