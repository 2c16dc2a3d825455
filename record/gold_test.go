package record

import (
	"fmt"
	"strings"
	"testing"

	"sitrep"
)

func TestReadIOB2(t *testing.T) {
	text := strings.Join([]string{"# newdoc id = x", "# text = The U.N. Security Council met in Cairo", "1\tThe\tO\t-\t-", "2\tU.N.\tB-ORG\t-\t-", "3\tSecurity\tI-ORG", "4\tCouncil\tI-ORG",
		"5\tmet\tO", "6\tin\tO", "7\tCairo\tB-LOC", "", "# text = Rome Paris", "1\tRome\tB-LOC", "2\tParis\tB-LOC", ""}, "\n")
	docs, err := ReadIOB2(strings.NewReader(text), "test")
	if err != nil || len(docs) != 1 || docs[0].ID != "x" {
		t.Fatalf("error %v, documents %v", err, docs)
	}
	d := docs[0].Doc
	var got []string
	for _, n := range d.Names {
		got = append(got, fmt.Sprintf("%s %s %d-%d", n.Label, d.In(n.Span), n.First, n.Last))
	}
	want := "ORG U.N. Security Council 1-4, LOC Cairo 6-7, LOC Rome 7-8, LOC Paris 8-9"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
	if _, err := ReadIOB2(strings.NewReader("1\tA\n"), "test"); err == nil || !strings.Contains(err.Error(), "test:1: ") {
		t.Errorf("a row of two columns gives %v, want an error that names the line", err)
	}
}

func TestReadOntoCoref(t *testing.T) {
	text := strings.Join([]string{"# begin document d", "0\tthe\t(1(2", "1\tarmy\t2)", "2\tof\t_", "3\tit\t(3)1)", "4\this\t(3(1)", "5\tmen of\t3)", "6\the\t(1)|(x-4)", "# end document"}, "\n")
	all, err := ReadOntoCoref(strings.NewReader(text), "test")
	if err != nil {
		t.Fatal(err)
	}
	show := func(c sitrep.Chain) (s string) {
		for _, m := range c.Mentions {
			s += fmt.Sprintf(" %d-%d", m.First, m.Last)
		}
		return s
	}
	var got string
	for _, c := range all["d"] {
		got += show(c) + ";"
	}
	if want := " 0-4 4-5 6-7; 0-2; 3-4 4-6; 6-7;"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, c := range []struct{ name, rows, want string }{
		{"closed, never opened", "0\ta\t1)", "closes a mention that was not opened"},
		{"no brackets", "0\ta\tx", "not of the kind"},
		{"too few columns", "0\ta", "3 columns"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadOntoCoref(strings.NewReader("# begin document d\n"+c.rows+"\n"), "test")
			if err == nil || !strings.Contains(err.Error(), "test:2: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
	if _, err := ReadOntoCoref(strings.NewReader("0\ta\t_\n"), "test"); err == nil {
		t.Error("a row outside a document gives no error")
	}
}
