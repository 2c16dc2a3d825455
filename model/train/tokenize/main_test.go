package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		conllu         bool
	}{
		{"words", `{"title":"Two die","text":"It’s over. They left."}`, "[\"Two\",\"die\"]\n[\"It\",\"'s\",\"over\",\".\"]\n[\"They\",\"left\",\".\"]\n", false},
		{"no title", `{"text":"They left <it>."}`, "[\"They\",\"left\",\"<\",\"it\",\">\",\".\"]\n", false},
		{"CoNLL-U", "I can't.", "1\tI\t_\tX\tX\t_\t0\tdep\t_\t_\n2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tca\t_\tX\tX\t_\t1\tdep\t_\t_\n" +
			"3\tn't\t_\tX\tX\t_\t2\tdep\t_\t_\n4\t.\t_\tX\tX\t_\t3\tdep\t_\t_\n\n", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := run(strings.NewReader(c.in), &out, c.conllu); err != nil {
				t.Fatal(err)
			}
			if out.String() != c.want {
				t.Errorf("got\n%s\nwant\n%s", out.String(), c.want)
			}
		})
	}
}

func TestBrokenLine(t *testing.T) {
	err := run(strings.NewReader(`{"text":"a"}{"text":`), &bytes.Buffer{}, false)
	if err == nil || !strings.Contains(err.Error(), "text 2") {
		t.Errorf("got %v", err)
	}
}
