package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sitrep/export"
)

// The names of thirty invented private persons, and how reports tell of such people: a victim, a witness, a child, a relative, a suspect.
var (
	firstNames = strings.Fields("Karim Samira Tomas Jasna Ilya Noor Pavel Lena Yusuf Marta Dario Hana Emre Sofia Rashid Elif Goran Amina Viktor Layla Petar Zahra Anton Mina Idris Vera Omar Nadia Luka Salma")
	lastNames  = strings.Fields("Haddad Nouri Velk Korin Brask Selim Dorn Ostrava Hakimi Lind Peric Ozal Kaya Marek Zahir Demir Tadic Farouk Hale Nasser Jovic Rahimi Weiss Karimi Sesay Novak Aziz Hamdan Horvat Sabri")
	told       = []string{
		"Shells hit a market in Dorel on Monday, killing %s, a 34-year-old teacher, and two others, the Dorel hospital said.",
		"“The walls shook,” said %s, a resident of Kesh, after shells fell on the town on Monday. Three people were killed, the Kesh hospital said.",
		"Gunmen killed %s, a shopkeeper, in Dorel on Monday, police said.",
		"%s, 9, was among four children wounded when a mine exploded near Kesh on Monday, the Kesh hospital said.",
		"The mother of one of the dead, %s, waited outside the hospital after Monday’s shelling of Dorel, which killed five people.",
		"Soldiers detained %s, a student, at a checkpoint near Kesh on Monday, his brother said.",
	}
)

func plantedNames() string {
	var lines strings.Builder
	for i := range firstNames {
		line, _ := json.Marshal(map[string]string{"id": fmt.Sprintf("n%02d", i), "outlet": "Dorel Radio", "published": "2031-05-06", "title": fmt.Sprintf("News of Monday %d", i),
			"text": fmt.Sprintf(told[i%len(told)], firstNames[i]+" "+lastNames[i])})
		lines.Write(line)
		lines.WriteByte('\n')
	}
	return lines.String()
}

// leaked are the names that stand in a text.
func leaked(text string) (out []string) {
	for _, n := range lastNames {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }) {
			if strings.EqualFold(w, n) {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

// outputs are the commands that show what is in a casebook.
func outputs(t *testing.T, book string) [][]string {
	var out [][]string
	for _, list := range []string{"incidents", "claims", "tolls", "talks", "ceasefires", "demands", "actors", "sources", "reports"} {
		for _, form := range []string{"", "--jsonl", "--json", "--csv"} {
			out = append(out, strings.Fields(list+" "+book+" --all "+form))
		}
	}
	for _, f := range export.Formats() {
		out = append(out, []string{"export", book, "--as=" + f.Name})
	}
	for _, format := range []string{"md", "html", "text"} {
		out = append(out, []string{"brief", book, "--from=2031-05-01", "--to=2031-05-31", "--format=" + format})
	}
	for _, i := range listedBy(t, "incidents", book) {
		out = append(out, []string{"show", book, i.ID}, []string{"show", book, i.ID, "--json"}, []string{"why", book, i.ID})
	}
	return append(out, []string{"diff", book, "--since=24h"}, []string{"diff", book, "--since=24h", "--json"}, []string{"review", book, "--export"}, []string{"review", book, "--audit"}, []string{"doctor", book})
}

func TestNoneOfThirtyNamesLeaks(t *testing.T) {
	if testing.Short() {
		t.Skip("every output, and thirty redactions")
	}
	t.Chdir(t.TempDir())
	must(t, plantedNames(), "ingest", "case.db", "--jsonl", "-")
	if n := len(leaked(must(t, "", "claims", "case.db", "--names", "--all") + must(t, "", "tolls", "case.db", "--names", "--all") + must(t, "", "actors", "case.db", "--names", "--all"))); n < 15 {
		t.Errorf("with --names %d of 30 names are shown: the test tests little", n)
	}
	for _, args := range outputs(t, "case.db") {
		if got := sitrepOn("", args...); len(leaked(got.out+got.err)) > 0 {
			t.Errorf("sitrep %s shows %q", strings.Join(args, " "), leaked(got.out+got.err))
		}
	}
	for i := range firstNames {
		must(t, "", "redact", "case.db", "--name", firstNames[i]+" "+lastNames[i], "--reason", "asked by the family", "--yes")
	}
	must(t, "", "backup", "case.db", "copy.db")
	for _, args := range outputs(t, "case.db") {
		if args[0] != "review" && args[0] != "doctor" && !(args[0] == "diff") && args[0] != "show" && args[0] != "why" || args[0] == "show" && len(args) == 3 {
			args = append(args, "--names")
		}
		if got := sitrepOn("", args...); len(leaked(got.out+got.err)) > 0 {
			t.Errorf("redacted, sitrep %s shows %q", strings.Join(args, " "), leaked(got.out+got.err))
		}
	}
	for _, n := range lastNames {
		if holds(t, "case.db", n) || holds(t, "copy.db", n) {
			t.Errorf("the file has %s still", n)
		}
	}
}
