package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/internal/plainjson"
	"sitrep/reference"
)

// referenceFlags say what is kept of a dataset of others.
type referenceFlags struct {
	As      string  `enum:"ucdp,acled,airwars," default:"" placeholder:"SHAPE" help:"The file is a dataset of others, a sheet in the columns of ucdp (UCDP GED), acled or airwars (casualty recorders): it is kept beside the record to compare with, and enters nothing."`
	Name    string  `placeholder:"NAME" help:"Of a dataset: the name under which it is kept; that of the file where it is not given."`
	Licence string  `placeholder:"TEXT" help:"Of a dataset: under what terms it may be used."`
	Dated   dayFlag `placeholder:"DAY" help:"Of a dataset: the day of its release."`
}

// shapes are the datasets that --as names, and what is known of their terms.
var shapes = map[string]struct {
	dataset reference.Dataset
	licence string
}{
	"ucdp":    {reference.UCDP, "UCDP's own data are CC BY 4.0: name UCDP where they are shown"},
	"acled":   {reference.ACLED, "ACLED's terms do not allow its data to be passed on"},
	"airwars": {reference.Airwars, "not told: ask the recorder before passing it on"},
}

// takeReference keeps a dataset of others.
func (c *importCommand) takeReference(ctx context.Context, a *app) error {
	r := casebook.Reference{Name: c.Name, Dataset: string(shapes[c.As].dataset), Licence: c.Licence, Note: c.Reason, Dated: sitrep.CivilDate(c.Dated), File: filepath.Base(c.File), Added: time.Now().UTC(), By: c.By}
	if r.Name == "" {
		r.Name = strings.TrimSuffix(r.File, filepath.Ext(r.File))
	}
	if r.Licence == "" {
		r.Licence = shapes[c.As].licence
	}
	lex, err := a.lists(c.Lexicon)
	if err != nil {
		return err
	}
	events := c.referenceEvents(ctx, a, reference.NewNames(lex), &r)
	if c.DryRun {
		for _, err := range events {
			if err != nil {
				return err
			}
		}
		a.note("nothing is kept")
		return nil
	}
	return a.writing(c.Case, "sitrep import --as="+c.As, false, func(book casebook.Casebook) error {
		if err := book.PutReference(ctx, &r, events); err != nil {
			return err
		}
		a.note("kept as %q (%s) to compare with; nothing of it enters the record", r.Name, r.Licence)
		return book.Note(ctx, c.By, fmt.Sprintf("reference set %s of %s: %d events", r.Name, r.File, r.Events))
	})
}

// referenceEvents are the events of the file as a casebook keeps them. What they have in common is gathered meanwhile.
func (c *importCommand) referenceEvents(ctx context.Context, a *app, names *reference.Names, r *casebook.Reference) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		err := c.eachReference(ctx, a, names, func(i reference.Incident) error {
			inSet(r, &i)
			b, err := plainjson.Marshal(i)
			if err == nil && !yield(b, nil) {
				err = context.Canceled
			}
			return err
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

func (c *importCommand) eachReference(ctx context.Context, a *app, names *reference.Names, take func(reference.Incident) error) error {
	in, err := a.openFile(c.File)
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = a.references(c.File, in, names, func(d reference.Dataset, i reference.Incident) error {
		if d != shapes[c.As].dataset {
			return fmt.Errorf("read %s: it has the %s; --as=%s wants %s", c.File, d, c.As, shapes[c.As].dataset)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return take(i)
	})
	return err
}

// inSet notes what is told of a dataset as a whole.
func inSet(r *casebook.Reference, i *reference.Incident) {
	r.Events++
	if r.From.IsZero() || i.From.First().Before(r.From.First()) {
		r.From = i.From
	}
	if r.To.IsZero() || i.To.Last().After(r.To.Last()) {
		r.To = i.To
	}
	if at, known := slices.BinarySearch(r.Countries, i.Country); !known && i.Country != "" {
		r.Countries = slices.Insert(r.Countries, at, i.Country)
	}
}

// keptReference is the set of a name; false where there is none.
func keptReference(ctx context.Context, book casebook.Casebook, name string) (casebook.Reference, bool, error) {
	all, err := book.References(ctx)
	for _, r := range all {
		if r.Name == name {
			return r, true, err
		}
	}
	return casebook.Reference{}, false, err
}

// keptEvents gives the events of a set.
func keptEvents(ctx context.Context, book casebook.Casebook, name string, take func(reference.Incident) error) error {
	return book.EachReference(ctx, name, func(b []byte) error {
		var i reference.Incident
		if err := json.Unmarshal(b, &i); err != nil {
			return fmt.Errorf("%w: an event of reference set %s: %v", casebook.ErrDamaged, name, err)
		}
		return take(i)
	})
}
