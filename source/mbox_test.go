package source

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestMbox(t *testing.T) {
	long := strings.Repeat("x", 200_000)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"two mails", "From a@x.example Mon Mar  8 09:00:00 2021\nSubject: A\n\nA\n\nFrom b@x.example Tue Mar  9 09:00:00 2021\nSubject: B\n\nB\n", []string{"mail 1: Subject: A\n\nA\n\n", "mail 2: Subject: B\n\nB\n"}},
		{"with carriage returns", "From - Mon Mar  8 09:00:00 2021\r\nSubject: A\r\n\r\nA\r\n\r\nFrom - Tue Mar  9 09:00:00 2021\r\n\r\nB", []string{"mail 1: Subject: A\r\n\r\nA\r\n\r\n", "mail 2: \r\nB"}},
		{"with the zone before the year", "From 17@xxx Mon Mar 08 09:00:00 +0000 2021\nSubject: A\n\nA", []string{"mail 1: Subject: A\n\nA"}},
		{"From in the text", "From a Mon Mar  8 09:00:00 2021\nX: 1\n\nFrom Karsafa they left.\n>From here too.\n>>From there.\nFrom a Mon Mar  8 09:00:00 2021 no empty line before\n",
			[]string{"mail 1: X: 1\n\nFrom Karsafa they left.\nFrom here too.\n>From there.\nFrom a Mon Mar  8 09:00:00 2021 no empty line before\n"}},
		{"one that is too long", "From a Mon Mar  8 09:00:00 2021\nX: 1\n\n" + long + "\n\nFrom b Mon Mar  8 09:00:00 2021\nB\n", []string{"mail 1! the mail is larger than 1000B…", "mail 2: B\n"}},
		{"a report that begins so", "From Karsafa they left at 10:30.\n\nIn 2021.", []string{"From Karsafa they left at 10:30.\n\nIn 2021."}},
		{"only the first line", "From a Mon Mar  8 09:00:00 2021\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := all(t, Options{Stdin: strings.NewReader(c.in), MaxSize: 1000}, "-")
			for i := range got {
				got[i] = strings.TrimPrefix(got[i], "standard input: ")
			}
			equal(t, got, c.want...)
		})
	}
}

func TestMaildir(t *testing.T) {
	inFolder(t, map[string]string{"m/cur/1.a.host:2,S": "A", "m/new/2.b.host": "B", "m/tmp/3.c.host": "no", "m/.Wires/cur/4.d.host:2,": "D", "m/.Wires/new/.keep": "", "m/dovecot.index": "no",
		"m/.other/5.txt": "no", "plain/cur/6.e": "no", "plain/7.txt": "F"})
	equal(t, all(t, Options{}, "m"), "m/.Wires/cur/4.d.host:2,: D", "m/cur/1.a.host:2,S: A", "m/new/2.b.host: B")
	equal(t, all(t, Options{}, "plain"), "plain/7.txt: F")
	for i := range Items(context.Background(), []string{"m"}, Options{}) {
		if i.Form != Mail {
			t.Errorf("%s is %q", i.Where, i.Form)
		}
	}
}

// FuzzMbox cuts bytes into mails: none is lost, none is too long.
func FuzzMbox(f *testing.F) {
	f.Add([]byte("From a Mon Mar  8 09:00:00 2021\nSubject: A\n\nA\n\nFrom b Tue Mar  9 09:00:00 2021\n>From x\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, bytes := mbox{in: bufio.NewReaderSize(strings.NewReader(string(raw)), 128), most: 100}, 0
		for n := 0; ; n++ {
			mail, err := m.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if bytes += len(mail); len(mail) > 100 || bytes > len(raw) || n > len(raw) {
				t.Fatalf("%d mails, the last of %d bytes", n, len(mail))
			}
		}
	})
}
