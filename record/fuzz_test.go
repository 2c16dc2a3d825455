package record

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// FuzzReadCoNLLU: whatever the bytes, reading ends with documents or an error; every form of a document stands where its span says; and
// what is written of a document is read again as the same words.
func FuzzReadCoNLLU(f *testing.F) {
	f.Add([]byte(truce))
	f.Add([]byte("1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tde\t_\t_\t_\t_\t0\t_\t_\tNER=B-\n2\tle\t_\t_\t_\t_\t1\t_\t_\tNER=I-X\n\n"))
	f.Add([]byte("# text = \xff \u2028 a\n1\t\xff\t_\t_\t_\t_\t_\t_\t_\t_\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := ReadCoNLLU(bytes.NewReader(data), "fuzz")
		if err != nil {
			return
		}
		for _, d := range docs {
			for _, w := range d.Doc.Tokens {
				if d.Doc.In(w.Span) != w.Form || w.Form == "" {
					t.Fatalf("the form %q stands at %v, where the text has %q", w.Form, w.Span, d.Doc.In(w.Span))
				}
			}
			again(t, d)
		}
	})
}

// again writes a document of plain characters and reads it.
func again(t *testing.T, d Document) {
	if oneLine(d.Doc.Text) != d.Doc.Text {
		return
	}
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, d.ID, d.Doc); err != nil {
		t.Fatal(err)
	}
	docs, err := ReadCoNLLU(strings.NewReader(b.String()), "again")
	if err != nil {
		t.Fatalf("what was written is not read: %v\n%s", err, b.String())
	}
	if want, got := forms(d), forms(docs[0]); len(docs) != 1 || !reflect.DeepEqual(got, want) {
		t.Fatalf("words %q are read as %q", want, got)
	}
}

func forms(d Document) (all []string) {
	for _, t := range d.Doc.Tokens {
		all = append(all, t.Form)
	}
	return all
}
