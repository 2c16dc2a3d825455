package record

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sitrep"
)

// TestDocsNameEveryField keeps docs/parse.md whole: the fields of the JSON, the keys of MISC, the labels and the kinds.
func TestDocsNameEveryField(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "docs", "parse.md"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{ParseSchema, cutComment, "global.Entity = eid-kind-head", "Entity=", "NER=", "SpaceAfter=No", "TokenRange=",
		"tokens", "sentences", "names", "quotes", "chains", "problems", "schema", "id", "text"}
	for _, o := range []any{tokenJSON{}, sentenceJSON{}, nameJSON{}, quoteJSON{}, mentionJSON{}, chainJSON{}, problemJSON{}} {
		for i := range reflect.TypeOf(o).NumField() {
			name, _, _ := strings.Cut(reflect.TypeOf(o).Field(i).Tag.Get("json"), ",")
			want = append(want, name)
		}
	}
	for _, l := range []sitrep.NameLabel{sitrep.Person, sitrep.Org, sitrep.GPE, sitrep.Location, sitrep.Facility, sitrep.NORP, sitrep.Date, sitrep.Time,
		sitrep.Cardinal, sitrep.Ordinal, sitrep.Quantity, sitrep.Money, sitrep.Percent} {
		want = append(want, string(l))
	}
	for _, k := range []sitrep.MentionKind{sitrep.ProperMention, sitrep.NominalMention, sitrep.PronounMention, sitrep.PluralMention} {
		want = append(want, string(k))
	}
	for _, w := range want {
		if !strings.Contains(string(text), "`"+w+"`") && !strings.Contains(string(text), "`"+w) && !strings.Contains(string(text), w+"`") {
			t.Errorf("docs/parse.md does not name %q", w)
		}
	}
}
