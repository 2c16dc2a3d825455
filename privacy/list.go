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
	return new(Suspects).VeilActors(ctx, book, rows)
}

// VeilActors is the function of that name for somebody who asks again and again.
func (s *Suspects) VeilActors(ctx context.Context, book casebook.Asker, rows []casebook.ActorRow) error {
	if err := s.read(ctx, book); err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		if r.ActorID != "" || r.Kind != sitrep.PersonEntity && r.Kind != "" {
			continue
		}
		name, err := s.veilByIncidents(ctx, book, r.Name, casebook.Query{Actor: r.Name, Limit: looked})
		if err != nil {
			return err
		}
		r.Name = name
	}
	return nil
}

// veilByIncidents is a name as it may be shown, by the private persons of all reports of the incidents of a query: who is private in one is so in the others.
func (s *Suspects) veilByIncidents(ctx context.Context, book casebook.Asker, name string, q casebook.Query) (string, error) {
	in := s.in(name)
	if in == nil {
		return name, nil
	}
	reports, err := casebook.Tellers(ctx, book, q)
	if err != nil || !slices.ContainsFunc(reports, in) {
		return name, err
	}
	private, err := book.Private(ctx, reports)
	if err != nil {
		return "", err
	}
	return Veil(name, privateOf(reports, private)), nil
}

// VeilSources shows private persons by what their reports describe them as.
func VeilSources(ctx context.Context, book casebook.Asker, rows []casebook.SourceRow) error {
	return new(Suspects).VeilSources(ctx, book, rows)
}

// VeilSources is the function of that name for somebody who asks again and again.
func (s *Suspects) VeilSources(ctx context.Context, book casebook.Asker, rows []casebook.SourceRow) error {
	if err := s.read(ctx, book); err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		if !mayBePrivate(r) || s.in(r.Name) == nil {
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
		if r.Name, err = s.veilByIncidents(ctx, book, r.Name, casebook.Query{Source: named, Limit: looked}); err != nil {
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
