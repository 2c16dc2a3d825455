package main

import (
	"context"
	"strings"

	"sitrep/casebook"
)

// otherNames says by which id an actor that was asked for by a name is found under all its names: reports call one group by ten.
func (a *app) otherNames(ctx context.Context, book casebook.Asker, name string) error {
	if name == "" {
		return nil
	}
	page, err := book.Actors(ctx, casebook.Query{Actor: name, Limit: 1})
	if err != nil {
		return err
	}
	for _, r := range page.Rows {
		if r.ActorID != "" && !strings.EqualFold(r.ActorID, name) {
			a.note("--actor=%s finds %s under all its names", r.ActorID, r.Name)
		}
	}
	return nil
}
