package shown

import (
	"context"
	"slices"

	"sitrep/casebook"
)

// mostListed is how many values of a field are looked at for private persons, and listed.
const mostListed = 24

// Facets count the incidents of a query by each field. Private persons are not among the actors: nobody looks for them by name.
func (r *Record) Facets(ctx context.Context, q casebook.Query) (casebook.Facets, error) {
	f, err := r.Book.Facets(ctx, q)
	if err != nil || r.Names {
		return f, err
	}
	rows := make([]casebook.ActorRow, min(len(f.Actors), mostListed))
	for i := range rows {
		rows[i].Name = f.Actors[i].Value
	}
	if err := r.suspects.VeilActors(ctx, r.Book, rows); err != nil {
		return f, err
	}
	var actors []casebook.Count
	for i, row := range rows {
		if row.Name == f.Actors[i].Value {
			actors = append(actors, f.Actors[i])
		}
	}
	f.Actors = actors
	return f, nil
}

// Texts gives the texts of reports, for offsets. Those asked for last are at hand.
func (r *Record) Texts(ctx context.Context) func(report string) (text string, ok bool) {
	texts, order := map[string]string{}, []string{}
	return func(report string) (string, bool) {
		if text, ok := texts[report]; ok {
			return text, true
		}
		text, err := casebook.Text(ctx, r.Book, report)
		if err != nil {
			return "", false
		}
		if len(order) >= mostListed {
			delete(texts, order[0])
			order = slices.Delete(order, 0, 1)
		}
		texts[report], order = text, append(order, report)
		return text, true
	}
}
