package extract_test

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"sitrep"
	"sitrep/page"
	"sitrep/record"
)

func asJSON(t testing.TB, r *sitrep.Reading) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := record.WriteReading(&b, r, record.ReadingOptions{Why: true}); err != nil {
		t.Error(err)
	}
	return b.Bytes()
}

func TestSameInputSameBytes(t *testing.T) {
	all := examples(t)
	first := map[string][]byte{}
	for _, name := range names(all) {
		first[name] = asJSON(t, readInput(t, all[name], page.Hints{Name: name}))
	}
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for name, raw := range all {
				report, err := page.Parse(raw, page.Hints{Name: name})
				if err != nil {
					t.Error(err)
					return
				}
				again, err := reader().Read(report)
				if err != nil || !bytes.Equal(asJSON(t, again), first[name]) {
					t.Errorf("%s: read again, beside others, it gives another record: %v", name, err)
				}
			}
		})
	}
	readers.Wait()
}

// wrapped breaks the lines of paragraphs at a width.
func wrapped(text string, width int) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		column := 0
		var b strings.Builder
		for k, word := range strings.Fields(p) {
			switch {
			case k > 0 && column+len(word) >= width:
				b.WriteByte('\n')
				column = 0
			case k > 0:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += len(word)
		}
		paragraphs[i] = b.String()
	}
	return strings.Join(paragraphs, "\n\n")
}

func TestWrappedLinesGiveTheSameEvents(t *testing.T) {
	for name, raw := range examples(t) {
		if !strings.HasSuffix(name, ".txt") {
			continue
		}
		one := readInput(t, raw, page.Hints{Name: name})
		hints := page.Hints{Title: one.Report.Title, NoTitle: true, Form: page.Text, Published: one.Report.Day().String()}
		for _, width := range []int{60, 78} {
			many := readInput(t, []byte(wrapped(one.Report.Text, width)), hints)
			if got, want := summary(many), summary(one); !slices.Equal(got, want) {
				t.Errorf("%s in lines of %d:\ngot  %s\nwant %s", name, width, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
			}
			if got, want := claims(many), claims(one); !slices.Equal(got, want) {
				t.Errorf("%s in lines of %d:\ngot  %s\nwant %s", name, width, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
			}
		}
	}
}
