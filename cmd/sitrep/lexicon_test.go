package main

import (
	"strings"
	"testing"
)

func TestLexiconCheck(t *testing.T) {
	const header = "id\tname\taliases\tcountry\tyears\tside\n"
	files(t, map[string]string{
		"good/groups.tsv": header + "MARSH_FRONT\tMarsh Front\t\tTCD\t2020-\t\n",
		"bad/groups.tsv":  header + "MARSH_FRONT\tMarsh Front\t\tTCDX\t2020-\t\nX\tX Front\t\tTCD\t9\t\n",
		"odd/militia.tsv": header,
	})
	cases := []struct {
		name, dir string
		code      int
		out, err  string
	}{
		{"nothing is wrong", "good", 0, "", "sitrep: good: nothing is wrong\n"},
		{"each line that is wrong", "bad", 1, "lexicon groups.tsv:2: country \"TCDX\": want a 3-letter code\nlexicon groups.tsv:3: years \"9\": want 1987- or 1976-2009\n", "sitrep: check bad: 2 lines say what is wrong\n"},
		{"a list that is none", "odd", 1, "", "sitrep: check odd: lexicon militia.tsv: no list has this name"},
		{"no folder", "none", 1, "", "sitrep: check none: lexicon: open .: no such file or directory"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := run("", "lexicon", "check", c.dir)
			if r.code != c.code || r.out != c.out || !strings.Contains(r.err, c.err) {
				t.Errorf("exit code %d, output %q, messages %q", r.code, r.out, r.err)
			}
		})
	}
}

func TestListsThatAreWrongStopTheReading(t *testing.T) {
	files(t, map[string]string{"lists/groups.tsv": "id\n", "a.txt": "Talks."})
	for _, command := range []string{"read", "parse"} {
		if r := run("", command, "--lexicon", "lists", "a.txt"); r.code != 1 || !strings.Contains(r.err, "--lexicon=lists: lexicon groups.tsv:1: header") {
			t.Errorf("%s: exit code %d, messages %q", command, r.code, r.err)
		}
	}
}
