package reference_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"sitrep"
	"sitrep/lexicon"
	"sitrep/reference"
)

var names = sync.OnceValue(func() *reference.Names {
	return reference.NewNames(&lexicon.Lexicon{
		Countries: []lexicon.Country{{ISO3: "UPL", Name: "Upland", Names: []string{"Republic of Upland"}, Demonyms: []string{"Uplander"}}, {ISO3: "LOW", Name: "Lowland"}},
		Groups:    []lexicon.Group{{ID: "LAKE", Name: "Lake Front", Aliases: []string{"LF"}, Side: "LAKE"}},
	})
})

// all is what a file holds, and what is wrong with its rows.
func all(in io.Reader) (reference.Dataset, []reference.Incident, []string, error) {
	r, err := reference.Open(in, names())
	if err != nil {
		return "", nil, nil, err
	}
	var out []reference.Incident
	var wrong []string
	for {
		i, err := r.Next()
		if errors.Is(err, io.EOF) {
			return r.Dataset, out, append(wrong, r.Notes()...), nil
		}
		if row, ok := errors.AsType[reference.RowError](err); ok {
			wrong = append(wrong, row.Error())
			continue
		}
		if err != nil {
			return r.Dataset, out, wrong, err
		}
		out = append(out, i)
	}
}

func file(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// said is an event in short.
func said(i *reference.Incident) string {
	s := fmt.Sprintf("%s %s/%s+%d %s %s", i.ID, i.From, i.To, i.Slack, i.Country, i.Place)
	if i.Located {
		s += fmt.Sprintf(" %.3f,%.3f~%.0f", i.Lat, i.Lon, i.Km)
	}
	for _, t := range i.Tolls {
		s += fmt.Sprintf(" %s %d-%d-%d", t.Harm, t.Low, t.Best, t.High)
		if t.Civilians {
			s += "c"
		}
	}
	return s + " " + strings.Join(i.Sides, "|") + " " + fmt.Sprint(len(i.Kinds) > 0 && i.Kinds[0] != "")
}

func TestEachShapeIsRead(t *testing.T) {
	for _, c := range []struct {
		name    string
		dataset reference.Dataset
		want    []string
	}{
		{"ucdp.csv", reference.UCDP, []string{
			"7001 2031-05-02/2031-05-02+0 UPL Dorel town 10.020,20.010~5 killed 3-5-9 killed 4-4-4c Government of Upland|Lake Front true",
			"7002 2031-05-03/2031-05-06+0 UPL Kesh province -3.000,17.500~90 killed 2-2-2 Lake Front|Civilians true",
			"7003 2031-05-04/2031-05-04+0 LOW Lowland 1.000,1.000~250 killed 0-1-1 Hill Clan|Valley Clan true"}},
		{"acled.csv", reference.ACLED, []string{
			"UPL101 2031-05-02/2031-05-02+0 UPL Dorel 10.000,20.000~10 killed 4-4-4 Military Forces of Upland (2020-)|Civilians (Upland) true",
			"UPL102 2031-05-06/2031-05-06+6 UPL Dorel 10.000,20.000~30 Military Forces of Upland (2020-)|Lake Front|Hill Clan true",
			"UPL103 2031-05-07/2031-05-07+30  Orm killed 1-1-1 Lake Front|Hill Clan true"}},
		{"recorder.csv", reference.Airwars, []string{
			"UP0001 2031-05-02/2031-05-02+0 UPL Dorel market 10.001,20.002~1 killed 3-3-5c wounded 10-10-12c Upland|Lake Front true",
			"UP0002 2031-05-03/2031-05-03+0 UPL Kesh wounded 2-2-2c  true"}},
		{"ranges.csv", reference.Airwars, []string{
			"a 2031-05-02/2031-05-02+0 UPL Dorel 10.000,20.000~15 killed 2-2-5c Lake Front true",
			"b 2031-05-03/2031-05-03+0 UPL Dorel 10.000,20.000~15  true"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dataset, list, wrong, err := all(strings.NewReader(file(t, c.name)))
			if err != nil || wrong != nil || dataset != c.dataset {
				t.Fatalf("%s: %v, %q", dataset, err, wrong)
			}
			var got []string
			for i := range list {
				got = append(got, said(&list[i]))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func utf16le(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// Files of the wild: the same events whatever program wrote them.
func TestFilesComeInManyForms(t *testing.T) {
	plain := file(t, "acled.csv")
	_, want, _, err := all(strings.NewReader(plain))
	if err != nil {
		t.Fatal(err)
	}
	semicolons := strings.ReplaceAll(strings.ReplaceAll(plain, "; ", " / "), ",", ";")
	for name, in := range map[string]string{
		"a byte order mark":      "\ufeff" + plain,
		"UTF-16":                 utf16le(plain),
		"line ends of two signs": strings.ReplaceAll(plain, "\n", "\r\n"),
		"tabs":                   strings.ReplaceAll(plain, ",", "\t"),
		"blank lines":            strings.ReplaceAll(plain, "\n", "\n\n"),
		"names in capitals":      strings.ToUpper(plain[:strings.IndexByte(plain, '\n')]) + plain[strings.IndexByte(plain, '\n'):],
	} {
		_, got, wrong, err := all(strings.NewReader(in))
		for i := range got {
			got[i].Line = want[min(i, len(want)-1)].Line
		}
		if err != nil || wrong != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v %q\n%v\n%v", name, err, wrong, got, want)
		}
	}
	if _, got, wrong, err := all(strings.NewReader(semicolons)); err != nil || wrong != nil || len(got) != len(want) || got[0].ID != want[0].ID {
		t.Errorf("semicolons: %v %q %v", err, wrong, got)
	}
	ucdp := file(t, "ucdp.csv")
	_, bare, _ := strings.Cut(ucdp, "\n")
	if dataset, got, wrong, err := all(strings.NewReader(bare)); err != nil || wrong != nil || dataset != reference.UCDP || len(got) != 3 || got[0].ID != "7001" {
		t.Errorf("without names: %s %v %q %v", dataset, err, wrong, got)
	}
	latin := strings.Replace(plain, "Dorel,", "Dor\xe9l,", 1)
	if _, got, wrong, err := all(strings.NewReader(latin)); err != nil || len(wrong) != 1 || !strings.Contains(wrong[0], "Windows-1252") || got[0].Place != "Dorél" {
		t.Errorf("another encoding: %v %q %v", err, wrong, got)
	}
}

// What is wrong with a file, or with one of its rows, is said in a line; other rows are read.
func TestBadFilesAreExplained(t *testing.T) {
	plain := file(t, "acled.csv")
	lines := strings.SplitAfter(plain, "\n")
	with := func(old, new string) string { return strings.Replace(plain, old, new, 1) }
	for _, c := range []struct {
		name, in string
		rows     int
		want     string
	}{
		{"nothing", "", 0, "the file is empty"},
		{"zero bytes", "a\x00b", 0, "zero bytes"},
		{"other columns", "title,text\nx,y\n", 0, `columns of no dataset that is known: "title", "text"`},
		{"a page", "<!doctype html>\n<p>x", 0, "no dataset"},
		{"a column is missing", with("fatalities", "dead"), 0, "columns are missing for ACLED-shaped columns: fatalities"},
		{"half a row", plain[:len(plain)-40], 2, "line 4: it has "},
		{"a row with a cell more", lines[0] + strings.TrimSuffix(lines[1], "\n") + ",x\n" + lines[2], 1, "line 2: it has 32 cells, the line of names 31"},
		{"a day that is none", with("02 May 2031", "32 May 2031"), 2, `line 2: column event_date is "32 May 2031"`},
		{"no day", with("02 May 2031", ""), 2, "line 2: it has no day"},
		{"a number that is none", with(",4,,\n", ",many,,\n"), 2, `column fatalities is "many"`},
		{"a huge number", with(",4,,\n", ",99999999999999999999,,\n"), 2, "number of people"},
		{"a place off the earth", with("10.0,20.0", "100,20.0"), 2, "degrees"},
		{"it ends before it begins", strings.Replace(file(t, "ucdp.csv"), "2031-05-06", "2031-05-01", 1), 2, "before it begins"},
		{"a quotation mark that nobody closes", plain + `UPL104,"` + strings.Repeat("x,y\n", 3<<20), 3, "longer than 8 MB: a quotation mark is not closed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, list, wrong, err := all(strings.NewReader(c.in))
			got := strings.Join(wrong, "\n")
			if err != nil {
				got += err.Error()
			}
			if !strings.Contains(got, c.want) || len(list) != c.rows {
				t.Errorf("%d rows, %q; want %d, %q", len(list), got, c.rows, c.want)
			}
		})
	}
}

func TestSidesAndCountries(t *testing.T) {
	n := names()
	for name, want := range map[string]string{"Government of Upland": "UPL", "Military Forces of Upland (2020-)": "UPL", "Civilians (Upland)": "UPL", "Upland": "UPL", "Uplander forces": "UPL",
		"Lake Front": "LAKE", "LF: Lake Front": "LAKE", "the Lake Front": "LAKE", "Unidentified Armed Group": "", "": "", "(": ""} {
		if got := n.Side(name); got != want {
			t.Errorf("side of %q is %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{"Upland": "UPL", "Upland (Old Upland)": "UPL", "Old Name (Republic of Upland)": "UPL", "UPL": "UPL", "Atlantis": "", "": "", "((": ""} {
		if got := n.Country(name); got != want {
			t.Errorf("country of %q is %q, want %q", name, got, want)
		}
	}
}

// A large file passes through row by row.
func TestALargeFileIsRead(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 100 MB")
	}
	plain := file(t, "acled.csv")
	head, row, _ := strings.Cut(plain, "\n")
	row, _, _ = strings.Cut(row, "\n")
	n := 100 << 20 / (len(row) + 1)
	r, err := reference.Open(io.MultiReader(strings.NewReader(head+"\n"), &repeated{row: []byte(row + "\n"), n: n}), names())
	if err != nil {
		t.Fatal(err)
	}
	got := 0
	for {
		if _, err := r.Next(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		got++
	}
	if got != n {
		t.Errorf("%d rows of %d", got, n)
	}
}

type repeated struct {
	row []byte
	n   int
	b   bytes.Reader
}

func (r *repeated) Read(b []byte) (int, error) {
	if r.b.Len() == 0 {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.b.Reset(r.row)
	}
	return r.b.Read(b)
}

// FuzzRead: whatever a file holds, nothing panics, and an event that is read has a day.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"ucdp.csv", "acled.csv", "recorder.csv", "ranges.csv"} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		_, list, _, _ := all(bytes.NewReader(b))
		for i := range list {
			if list[i].From.IsZero() || list[i].To == (sitrep.CivilDate{}) {
				t.Errorf("%+v has no day", list[i])
			}
		}
	})
}
