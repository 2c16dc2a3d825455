package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"sitrep/casebook"
)

// picky takes no filing of some keys, and none of those that come with one.
type picky struct {
	casebook.Casebook
	refuses map[string]error
}

func (p picky) File(_ context.Context, f casebook.Filing) (casebook.Filed, error) {
	return casebook.Filed{Report: f.Key, New: true}, p.refuses[f.Key]
}

func (p picky) FileAll(ctx context.Context, all []casebook.Filing) (out []casebook.Filed, err error) {
	for _, f := range all {
		filed, err := p.File(ctx, f)
		if err != nil {
			return nil, err
		}
		out = append(out, filed)
	}
	return out, nil
}

func TestWhatIsFiledTogether(t *testing.T) {
	for _, c := range []struct {
		name           string
		refuses        map[string]error
		filed, refused []string
		err            string
	}{
		{"all at once", nil, []string{"a", "b", "c"}, nil, ""},
		{"one was redacted", map[string]error{"b": casebook.ErrRedacted}, []string{"a", "c"}, []string{"b"}, ""},
		{"one by one up to an error", map[string]error{"b": errors.New("no")}, []string{"a"}, nil, "file b: no"},
		{"nothing more where the disk is full", map[string]error{"c": casebook.ErrFull}, nil, nil, fmt.Sprintf("file 3 reports from a on: %v", casebook.ErrFull)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &Desk{Book: picky{refuses: c.refuses}}
			waiting := []casebook.Filing{{Key: "a"}, {Key: "b"}, {Key: "c"}}
			key := func(i int) string { return waiting[i].Key }
			var filed, refused []string
			err := d.fileAll(t.Context(), waiting, key, func(i int, f casebook.Filed) { filed = append(filed, f.Report) }, func(i int, _ error) { refused = append(refused, key(i)) })
			if got := fmt.Sprint(err); err == nil && c.err != "" || err != nil && got != c.err {
				t.Errorf("error %v, want %q", err, c.err)
			}
			if !slices.Equal(filed, c.filed) || !slices.Equal(refused, c.refused) {
				t.Errorf("filed %v, refused %v; want %v and %v", filed, refused, c.filed, c.refused)
			}
		})
	}
}
