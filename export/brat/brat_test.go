package brat_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"sitrep"
	"sitrep/export/brat"
	"sitrep/standoff"
)

const told = "📻 شهود said shells hit a market\nin Dorel, killing ███████ and two others."

func span(words string) sitrep.Span {
	i := strings.Index(told, words)
	return sitrep.Span{Start: i, End: i + len(words)}
}

func reading() *sitrep.Reading {
	return &sitrep.Reading{Report: &sitrep.Report{ID: "https://radio.example/1?x=é", SHA256: "h", Title: "Shells", Text: told},
		Attributions: []sitrep.Attribution{{Source: []sitrep.Span{span("شهود")}, Claims: []string{"c1"}}},
		Claims: []sitrep.Claim{{ID: "c1", Source: "شهود", Stance: sitrep.Assert, Mode: sitrep.IndirectMode, About: []string{"e1"},
			Content: []sitrep.Span{span("shells hit a market\nin Dorel"), span("two others")}}},
		Events: []sitrep.Event{{ID: "e1", Kind: sitrep.Shelling, Status: sitrep.Happened, Trigger: span("shells hit"),
			Actors: []sitrep.Actor{{Role: sitrep.Target, Name: "a market", Mentions: []sitrep.Span{span("a market")}}, {Role: sitrep.Target, Name: "others", Mentions: []sitrep.Span{span("two others")}}},
			Tolls:  []sitrep.Toll{{ID: "t1", Harm: sitrep.Killed, Count: 3, Qualifier: sitrep.AtLeast, Words: span("killing ███████ and two others")}}}}}
}

func document() *standoff.Document {
	return standoff.Of(reading(), told, func(s string) string { return s })
}

func written(t *testing.T, docs ...*standoff.Document) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	w := brat.New(&b, "2031-05-09T00:00:00Z")
	for _, d := range docs {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func file(t *testing.T, z *zip.Reader, ending string) string {
	t.Helper()
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, ending) {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			b.ReadFrom(r)
			return b.String()
		}
	}
	t.Fatalf("no %s in the zip", ending)
	return ""
}

// lines are the shapes of brat's lines, by their first letter: see brat's description of its standoff format.
var lines = map[byte]*regexp.Regexp{
	'T': regexp.MustCompile(`^T[0-9]+\t[A-Za-z0-9_-]+ ([0-9]+ [0-9]+)(;[0-9]+ [0-9]+)*\t[^\n]*$`),
	'E': regexp.MustCompile(`^E[0-9]+\t[A-Za-z0-9_-]+:T[0-9]+( [a-z-]+[0-9]*:[TE][0-9]+)*$`),
	'A': regexp.MustCompile(`^A[0-9]+\t[a-z_]+ [TE][0-9]+ [a-z-]+$`),
	'R': regexp.MustCompile(`^R[0-9]+\t[a-z-]+ Arg1:[TE][0-9]+ Arg2:[TE][0-9]+$`),
	'#': regexp.MustCompile(`^#[0-9]+\tAnnotatorNotes [TE][0-9]+\t.+$`),
}

func TestEveryLineIsOneOfBrat(t *testing.T) {
	ann := file(t, written(t, document()), ".ann")
	text := []rune(told)
	for line := range strings.SplitSeq(strings.TrimSuffix(ann, "\n"), "\n") {
		shape := lines[line[0]]
		if shape == nil || !shape.MatchString(line) {
			t.Errorf("line %q", line)
		}
		if line[0] != 'T' {
			continue
		}
		parts := strings.Split(line, "\t")
		_, at, _ := strings.Cut(parts[1], " ")
		var words []string
		for piece := range strings.SplitSeq(at, ";") {
			var start, end int
			if _, err := fmt.Sscan(piece, &start, &end); err != nil {
				t.Fatal(err)
			}
			words = append(words, string(text[start:end]))
		}
		if got := strings.Join(words, " "); got != parts[2] || strings.Contains(got, "\n") {
			t.Errorf("offsets say %q, the line %q", got, parts[2])
		}
	}
	for _, want := range []string{"target:", "target2:", "toll:", "\tharm T", "killed", "said-by Arg1:", "about Arg1:", "id t1; count 3"} {
		if !strings.Contains(ann, want) {
			t.Errorf("%q is not in\n%s", want, ann)
		}
	}
}

func TestAllThatIsMarkedIsConfigured(t *testing.T) {
	conf := file(t, written(t), "annotation.conf")
	for _, section := range []string{"[entities]", "[relations]", "[events]", "[attributes]", "shelling\tinitiator*:actor", "harm\tArg:toll, Value:killed|wounded"} {
		if !strings.Contains(conf, section) {
			t.Errorf("%q is not in\n%s", section, conf)
		}
	}
	for _, k := range sitrep.Kinds {
		if !strings.Contains(conf, "\n"+string(k)+"\t") {
			t.Errorf("%s is not configured", k)
		}
	}
}

func TestWhatNobodyTouchedComesBackUnchanged(t *testing.T) {
	n := 0
	for g, err := range brat.Read(written(t, document(), document())) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if got := standoff.Compare(g.Base, g.Edited, reading()); len(got.Corrections)+len(got.Left)+len(g.Left) != 0 {
			t.Errorf("%s: %+v %q", g.Name, got, g.Left)
		}
		if g.Base.Report != "https://radio.example/1?x=é" {
			t.Errorf("report %q", g.Base.Report)
		}
	}
	if n != 2 {
		t.Errorf("%d documents", n)
	}
}

// folder is what somebody gave back.
func folder(t *testing.T, ann string) fstest.MapFS {
	z := written(t, document())
	return fstest.MapFS{"work/a.txt": {Data: []byte(file(t, z, ".txt"))}, "work/a.json": {Data: []byte(file(t, z, ".json"))}, "work/a.ann": {Data: []byte(ann)}}
}

func TestWhatSomebodyDidInBratIsRead(t *testing.T) {
	ann := file(t, written(t, document()), ".ann")
	for _, c := range []struct{ name, ann, want, left string }{
		{"a number", strings.Replace(ann, "count 3", "count 4", 1), "set toll.count 4", ""},
		{"a kind", strings.ReplaceAll(ann, "shelling", "airstrike"), `set event.kind "airstrike"`, ""},
		{"an attribute", strings.Replace(ann, "at-least", "exact", 1), `set toll.qualifier "exact"`, ""},
		{"all of it gone", "", "reject event |reject claim ", ""},
		{"a note of words", ann + "#9\tAnnotatorNotes E1\tid e1; hm is this right?\n", "", "cannot be set"},
		{"a line that is none", ann + "garbage\n", "", "line"},
		{"a line that names nothing", ann + "A99\tharm T99 killed\n", "", "not understood"},
		{"an event without its line", ann + "T99\tbattle 9 13\tsaid\n", `add event {"kind":"battle"}`, ""},
		{"a line of another kind", ann + "*\tEquiv T1 T2\n", "", "not carried"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for g, err := range brat.Read(folder(t, c.ann)) {
				if err != nil {
					t.Fatal(err)
				}
				got := standoff.Compare(g.Base, g.Edited, reading())
				var said []string
				for _, x := range got.Corrections {
					said = append(said, fmt.Sprintf("%s %s %s", x.Op, x.Field, x.Value))
				}
				if strings.Join(said, "|") != c.want {
					t.Errorf("got %q, want %q", said, c.want)
				}
				if left := strings.Join(append(g.Left, got.Left...), "\n"); (left == "") != (c.left == "") || !strings.Contains(left, c.left) {
					t.Errorf("left %q", left)
				}
			}
		})
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	whole := folder(t, "")
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"nothing":           {fstest.MapFS{"x.txt": {}}, "no .ann file"},
		"no marks":          {fstest.MapFS{"a.ann": {}, "a.txt": {}}, "a.json is not there"},
		"no text":           {fstest.MapFS{"a.ann": {}}, "a.txt"},
		"another encoding":  {fstest.MapFS{"a.ann": {Data: []byte("\xff\xfe")}, "a.txt": {}}, "not in UTF-8"},
		"marks of somebody": {fstest.MapFS{"a.ann": {}, "a.txt": {}, "a.json": {Data: []byte("{}")}}, "schema"},
		"half of the marks": {fstest.MapFS{"a.ann": {}, "a.txt": {}, "a.json": {Data: whole["work/a.json"].Data[:40]}}, "a.json"},
	} {
		t.Run(name, func(t *testing.T) {
			var errs []string
			for _, err := range brat.Read(c.files) {
				if err != nil {
					errs = append(errs, err.Error())
				}
			}
			if len(errs) != 1 || !strings.Contains(errs[0], c.want) {
				t.Errorf("got %q, want %q", errs, c.want)
			}
		})
	}
}

// FuzzRead: whatever somebody gives back, nothing panics.
func FuzzRead(f *testing.F) {
	f.Add("T1\tshelling 3 5\tx\nE1\tshelling:T1 toll2:T2\nA1\tharm T1\n#1\tAnnotatorNotes E1\tid e1; id t1\n")
	f.Add("E1\t:\nR1\ta b c\nT1\tclaim 1 2;\t\nT1\tclaim 0 99999999999999999999\t\n*\t\n#\t\n")
	base := document()
	f.Fuzz(func(t *testing.T, ann string) {
		for g, err := range brat.Read(fstest.MapFS{"a.txt": {Data: []byte(told)}, "a.ann": {Data: []byte(ann)}, "a.json": {Data: mustJSON(base)}}) {
			if err == nil {
				standoff.Compare(g.Base, g.Edited, reading())
			}
		}
	})
}

func mustJSON(d *standoff.Document) []byte {
	b, err := d.MarshalJSON()
	if err != nil {
		panic(err)
	}
	return b
}
