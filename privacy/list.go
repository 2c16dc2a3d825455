package privacy

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

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
		if !mayBePrivate(r) {
			continue
		}
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

// mayBePrivate tells whether a source may be a private person by name: bodies are none, and what has no capital is no name.
func mayBePrivate(r *casebook.SourceRow) bool {
	switch r.Kind {
	case sitrep.GovernmentSource, sitrep.Belligerent, sitrep.MonitorSource, sitrep.MediaSource, sitrep.ArmedGroupSource, sitrep.OrganisationGroup, sitrep.AnonymousOfficial:
		return false
	}
	capitals := 0
	for _, word := range strings.Fields(r.Name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			capitals++
		}
	}
	return capitals > 0
}
