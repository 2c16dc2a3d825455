package casebooktest

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// events are lines of a dataset of others, and then an error where there is one.
func events(err error, all ...string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, e := range all {
			if !yield([]byte(e), nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

func (b *bench) referenceOf(name string) (out []string) {
	b.Helper()
	err := b.EachReference(b.ctx, name, func(e []byte) error {
		out = append(out, string(e))
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return out
}

// lists are the lists of a casebook, as one text.
func (b *bench) lists() string {
	b.Helper()
	return fmt.Sprintf("%+v\n%+v\n%+v\n%+v", must[casebook.Page[sitrep.Incident]](b)(b.Incidents(b.ctx, casebook.Query{})), must[casebook.Page[casebook.TollRow]](b)(b.Tolls(b.ctx, casebook.Query{})),
		must[casebook.Page[casebook.SourceRow]](b)(b.Sources(b.ctx, casebook.Query{})), must[casebook.Facets](b)(b.Facets(b.ctx, casebook.Query{})))
}

func testReferences(b *bench) {
	b.world()
	before := b.lists()
	lake := casebook.Reference{Name: "lake", Dataset: "UCDP GED columns", Licence: "CC BY 4.0", Dated: day("2031-05"), Countries: []string{"UPL"}, Added: start, By: "Ada"}
	var many []string
	for n := range 20000 {
		many = append(many, fmt.Sprintf(`{"id":"%d","place":"Dorel","note":"%s"}`, n, strings.Repeat("x", n%40)))
	}
	for _, r := range []casebook.Reference{lake, {Name: "empty", Added: start}} {
		given := events(nil, many...)
		if r.Name == "empty" {
			given = events(nil)
		}
		if err := b.PutReference(b.ctx, &r, given); err != nil {
			b.Fatal(err)
		}
	}
	is(b, "by name", must[[]casebook.Reference](b)(b.References(b.ctx)), []casebook.Reference{{Name: "empty", Added: start}, lake})
	if got := b.referenceOf("lake"); !slices.Equal(got, many) {
		b.Errorf("%d events come back otherwise", len(got))
	}
	is(b, "none", len(b.referenceOf("empty")), 0)
	is(b, "the record beside it", b.lists(), before)
	enough := errors.New("enough")
	if err := b.EachReference(b.ctx, "lake", func([]byte) error { return enough }); !errors.Is(err, enough) {
		b.Errorf("enough: %v", err)
	}
	other := lake
	other.Licence = "none"
	if err := b.PutReference(b.ctx, &other, events(enough, "a", "b")); !errors.Is(err, enough) {
		b.Errorf("events that end in an error: %v", err)
	}
	is(b, "nothing changed", len(b.referenceOf("lake")), len(many))
	if err := b.PutReference(b.ctx, &other, events(nil, "a", "b")); err != nil {
		b.Fatal(err)
	}
	is(b, "in its place", fmt.Sprint(b.referenceOf("lake"), " ", must[[]casebook.Reference](b)(b.References(b.ctx))[1].Licence), "[a b] none")
	for _, want := range []error{nil, casebook.ErrNotFound} {
		if err := b.DropReference(b.ctx, "lake"); !errors.Is(err, want) {
			b.Errorf("drop: %v, want %v", err, want)
		}
	}
	if err := b.EachReference(b.ctx, "lake", func([]byte) error { return nil }); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("what was dropped: %v", err)
	}
}
