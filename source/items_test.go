package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// known stands in for page.Known.
func known(name string) bool {
	return slices.Contains([]string{".txt", ".html", ".eml"}, extension(name))
}

// inFolder makes files in a folder of its own and goes there.
func inFolder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func packed(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		z.Write([]byte(p))
		z.Close()
	}
	return b.String()
}

// all are the items of sources, one line each: where, and the bytes or the error.
func all(t *testing.T, o Options, sources ...string) []string {
	t.Helper()
	if o.Known == nil {
		o.Known = known
	}
	var got []string
	for i, err := range Items(context.Background(), sources, o) {
		if err != nil {
			got = append(got, fmt.Sprintf("%s! %v", i.Where, err))
			continue
		}
		got = append(got, fmt.Sprintf("%s: %s", i.Where, i.Raw))
	}
	return got
}

func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %d: %q", len(got), got)
	}
	for i := range got {
		if got[i] != want[i] && !(strings.HasSuffix(want[i], "…") && strings.HasPrefix(got[i], strings.TrimSuffix(want[i], "…"))) {
			t.Errorf("item %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func TestFilesAndFolders(t *testing.T) {
	inFolder(t, map[string]string{"in/b.txt": "B", "in/a/c.html": "C", "in/z.txt.gz": packed("Z", "z"), "in/p.jpg": "no", "in/.h.txt": "no", "in/.d/x.txt": "no",
		"in/l.jsonl": `{"id": "1", "text": "L"}`, "empty/p.jpg": "no", "o": `{"text": "O"}`, "m/cur/1": "M",
		"m/new/.keep": "", "m/x.mbox": "From a Mon Mar  8 09:00:00 2021\nX\n", "cut.txt.gz": packed(strings.Repeat("Z", 100))[:20]})
	for _, c := range []struct {
		name    string
		sources string
		o       Options
		want    []string
	}{
		{"a folder, in the order of names", "in", Options{}, []string{"in/a/c.html: C", "in/b.txt: B", "in/l.jsonl: line 1: L", "in/z.txt.gz: Zz"}},
		{"files in the order given", "in/z.txt.gz in/b.txt", Options{}, []string{"in/z.txt.gz: Zz", "in/b.txt: B"}},
		{"standard input", "-", Options{Stdin: strings.NewReader("S")}, []string{"standard input: S"}},
		{"lines that nothing says are some", "- o", Options{Stdin: strings.NewReader("{\"id\": \"a\", \"text\": \"S\"}\n{\"text\": \"T\"}")}, []string{"standard input: line 1: S", "standard input: line 2: T", "o: line 1: O"}},
		{"braces that are no lines", "-", Options{Stdin: strings.NewReader("{text} of a form\nS")}, []string{"standard input: {text} of a form\nS"}},
		{"packed standard input", "-", Options{Stdin: strings.NewReader(packed("S"))}, []string{"standard input: S"}},
		{"standard input of lines", "-", Options{Stdin: strings.NewReader("{\"text\": \"S\"}\n\n{\"html\": \"H\"}"), Lines: true}, []string{"standard input: line 1: S", "standard input: line 3: H"}},
		{"--jsonl is for files of no other kind", "o m in/b.txt", Options{Lines: true}, []string{"o: line 1: O", "m/cur/1: M", "m/x.mbox: mail 1: X\n", "in/b.txt: B"}},
		{"a file that is not there", "none.txt in/b.txt", Options{}, []string{"none.txt! no such file or directory", "in/b.txt: B"}},
		{"a folder without reports", "empty", Options{}, []string{"empty! no reports in it…"}},
		{"too large", "in/b.txt in/z.txt.gz", Options{MaxSize: 1}, []string{"in/b.txt: B", "in/z.txt.gz! it is larger than 1B; a report is not: give one report a file, or raise --max-size"}},
		{"a download that was broken off", "cut.txt.gz", Options{}, []string{"cut.txt.gz! it ends in the middle…"}},
	} {
		t.Run(c.name, func(t *testing.T) { equal(t, all(t, c.o, strings.Fields(c.sources)...), c.want...) })
	}
}

func TestLines(t *testing.T) {
	in := "\ufeff{\"id\": \"a\", \"url\": \"u\", \"outlet\": \"Dol Radio\", \"published\": \"2021-03-08\", \"title\": \"\", \"text\": \"T\", \"other\": 1}\nnot JSON\n" +
		`{"id": "` + strings.Repeat("x", 70_000) + `"}` + "\n" + `{"id": "d"}` + "\n" + `{"html": "H"}`
	var got []string
	for i, err := range Items(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(in), Lines: true, MaxSize: 1000, Published: "2020-01-01", Title: "X"}) {
		got = append(got, fmt.Sprintf("%d %+v %s %v", i.Line, i.Hints, i.Raw, err))
	}
	equal(t, got, "1 {ID:a URL:u Outlet:Dol Radio Title: Published:2021-03-08 Name: NoTitle:true Form:text} T <nil>", "2 {ID: URL: Outlet: Title: Published: Name: NoTitle:false Form:}  it is no JSON object of a report…",
		"3 {ID: URL: Outlet: Title: Published: Name: NoTitle:false Form:}  the line is longer than --max-size", "4 {ID:d URL: Outlet: Title:X Published:2020-01-01 Name: NoTitle:false Form:text}  it has neither text nor html",
		"5 {ID: URL: Outlet: Title:X Published:2020-01-01 Name: NoTitle:false Form:html} H <nil>")
}

func TestLinksInFolders(t *testing.T) {
	inFolder(t, map[string]string{"in/a.txt": "A", "secret.txt": "no", "out/s.txt": "no"})
	for link, to := range map[string]string{"in/b.txt": "a.txt", "in/c.txt": "../secret.txt", "in/d.txt": "none.txt", "in/e": "../out", "in/f.txt": "e/s.txt", "in/g.txt": "g.txt"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no links here:", err)
		}
	}
	abs, _ := filepath.Abs("secret.txt")
	os.Symlink(abs, "in/h.txt")
	out := "! it is a link that leads out of the folder and is not followed: give the file itself"
	equal(t, all(t, Options{}, "in"), "in/a.txt: A", "in/b.txt: A", "in/c.txt"+out, "in/f.txt"+out, "in/g.txt!…", "in/h.txt"+out)
}

func TestMarksTellItemsApart(t *testing.T) {
	base := Item{Raw: []byte("T"), Hints: Hints{ID: "a", Outlet: "b"}}
	seen := map[string]int{base.Mark(): 0}
	for n, other := range []Item{{Raw: []byte("U"), Hints: base.Hints}, {Raw: base.Raw}, {Raw: base.Raw, Hints: Hints{ID: "ab"}}, {Raw: base.Raw, Hints: Hints{ID: "a", Title: "b"}},
		{Raw: base.Raw, Hints: Hints{ID: "a", Outlet: "b", NoTitle: true}}} {
		if m, ok := seen[other.Mark()]; ok {
			t.Errorf("items %d and %d have one mark", n+1, m)
		}
		seen[other.Mark()] = n + 1
	}
	same := base
	same.Where, same.Line, same.Name, same.Read = "elsewhere", 3, "x.txt", 9
	if same.Mark() != base.Mark() || base.SHA256() != "e632b7095b0bf32c260fa4c539e9fd7b852d0de454e9be26f24d0d6f91d069d3" {
		t.Errorf("the mark depends on where it stands, or the hash is %s", base.SHA256())
	}
}

func TestItemsEnd(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for range Items(ctx, []string{"-"}, Options{Stdin: strings.NewReader(strings.Repeat("{\"text\": \"T\"}\n", 10)), Lines: true}) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d items after the end", n-3)
	}
	for range Items(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(strings.Repeat("{\"text\": \"T\"}\n", 10)), Lines: true}) {
		break
	}
}

func TestBombs(t *testing.T) {
	bomb := packed(strings.Repeat("\x00", 11<<20))
	for _, c := range []struct{ name, file, text, want string }{
		{"one member", "b.jsonl.gz", bomb, "b.jsonl.gz: line 1! " + errBomb.Error()},
		{"behind an ordinary line", "b.jsonl.gz", packed("{\"text\": \"A\"}\n") + bomb, "b.jsonl.gz: line 2! " + errBomb.Error()},
		{"a report", "b.txt.gz", bomb, "b.txt.gz! " + errBomb.Error()},
		{"a gzip in a gzip", "b.txt.gz", packed(bomb), "b.txt.gz: \x1f\x8b…"},
		{"no gzip behind the magic", "b.txt.gz", "\x1f\x8bxx", "b.txt.gz! it cannot be unpacked: …"},
		{"rubbish after a member", "b.txt.gz", packed("A") + "xxxxxxxxxxxxxxxx", "b.txt.gz! gzip: invalid header"},
		{"many empty members", "b.txt.gz", strings.Repeat(packed(""), 2000), "b.txt.gz: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			inFolder(t, map[string]string{c.file: c.text})
			got := all(t, Options{MaxSize: 64 << 20}, c.file)
			equal(t, got[len(got)-1:], c.want)
		})
	}
}
