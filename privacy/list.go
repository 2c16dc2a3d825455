package privacy

import (
	"context"
	"slices"
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
	suspect, err := suspects(ctx, book)
	if err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		if r.ActorID != "" || r.Kind != sitrep.PersonEntity && r.Kind != "" || !suspect(r.Name) {
			continue
		}
		if r.Name, err = veilByIncidents(ctx, book, r.Name, casebook.Query{Actor: r.Name, Limit: looked}); err != nil {
			return err
		}
	}
	return nil
}

// suspects tells of a name whether any report of a casebook has a private person by it: only then its own reports have to be looked at. A backend that cannot tell has
// all looked at.
func suspects(ctx context.Context, book casebook.Asker) (func(name string) bool, error) {
	lister, ok := book.(casebook.PrivateLister)
	if !ok {
		return func(string) bool { return true }, nil
	}
	all, err := lister.AllPrivate(ctx)
	if err != nil {
		return nil, err
	}
	names := make([]casebook.PrivateName, len(all))
	for i, p := range all {
		p.Except = nil // a name that one report keeps for somebody else is a private person's in another
		names[i] = p
	}
	v := veilOf(names)
	return func(name string) bool { return v.text(name) != name }, nil
}

// veilByIncidents is a name as it may be shown, by the private persons of all reports of the incidents of a query: who is private in one is so in the others.
func veilByIncidents(ctx context.Context, book casebook.Asker, name string, q casebook.Query) (string, error) {
	page, err := book.Incidents(ctx, q)
	if err != nil {
		return "", err
	}
	var reports []string
	for k := range page.Rows {
		reports = append(reports, casebook.ReportsOf(&page.Rows[k])...)
	}
	private, err := book.Private(ctx, reports)
	if err != nil {
		return "", err
	}
	return Veil(name, privateOf(reports, private)), nil
}

// VeilSources shows private persons by what their reports describe them as.
func VeilSources(ctx context.Context, book casebook.Asker, rows []casebook.SourceRow) error {
	suspect, err := suspects(ctx, book)
	if err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		if !mayBePrivate(r) || !suspect(r.Name) {
			continue
		}
		named := r.Name
		page, err := book.Claims(ctx, casebook.Query{Source: named, Limit: looked})
		if err != nil {
			return err
		}
		for k := range page.Rows {
			r.Name = Veil(r.Name, page.Rows[k].Private)
		}
		if r.Name, err = veilByIncidents(ctx, book, r.Name, casebook.Query{Source: named, Limit: looked}); err != nil {
			return err
		}
	}
	return nil
}

// mayBePrivate tells whether a source may be a private person by name: bodies are none, unless they are called somebody's kin, and what has no capital is no name.
func mayBePrivate(r *casebook.SourceRow) bool {
	switch r.Kind {
	case sitrep.GovernmentSource, sitrep.Belligerent, sitrep.MonitorSource, sitrep.MediaSource, sitrep.ArmedGroupSource, sitrep.OrganisationGroup, sitrep.AnonymousOfficial:
		if !slices.ContainsFunc(strings.Fields(strings.ToLower(r.Name)), func(word string) bool { return kin[word] }) {
			return false
		}
	}
	capitals := 0
	for _, word := range strings.Fields(r.Name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			capitals++
		}
	}
	return capitals > 0
}
