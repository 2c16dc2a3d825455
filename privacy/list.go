package privacy

import (
	"context"

	"sitrep"
	"sitrep/casebook"
)

// looked is how many incidents or claims of somebody are looked at for whether he is a private person: who is private in one report is so in the list.
const looked = 200

// VeilActors shows private persons by what their reports describe them as.
func VeilActors(ctx context.Context, book casebook.Asker, rows []casebook.ActorRow) error {
	for i := range rows {
		r := &rows[i]
		if r.ActorID != "" || r.Kind != sitrep.PersonEntity && r.Kind != "" {
			continue
		}
		page, err := book.Incidents(ctx, casebook.Query{Actor: r.Name, Limit: looked})
		if err != nil {
			return err
		}
		var reports []string
		for k := range page.Rows {
			reports = append(reports, casebook.ReportsOf(&page.Rows[k])...)
		}
		private, err := book.Private(ctx, reports)
		if err != nil {
			return err
		}
		for _, id := range reports {
			r.Name = Veil(r.Name, private[id])
		}
	}
	return nil
}

// VeilSources shows private persons by what their reports describe them as.
func VeilSources(ctx context.Context, book casebook.Asker, rows []casebook.SourceRow) error {
	for i := range rows {
		r := &rows[i]
		page, err := book.Claims(ctx, casebook.Query{Source: r.Name, Limit: looked})
		if err != nil {
			return err
		}
		for k := range page.Rows {
			r.Name = Veil(r.Name, page.Rows[k].Private)
		}
	}
	return nil
}
