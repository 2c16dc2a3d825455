package shown

import (
	"context"
	"slices"
	"sync"
	"time"

	"sitrep/casebook"
	"sitrep/privacy"
)

// mostListed is how many values of a field are looked at for private persons, and listed.
const mostListed = 24

// Facets count the incidents of a query by each field. Private persons are not among the actors: nobody looks for them by name.
func (r *Record) Facets(ctx context.Context, q casebook.Query) (casebook.Facets, error) {
	f, err := r.Book.Facets(ctx, q)
	if err != nil || r.Names {
		return f, err
	}
	var actors []casebook.Count
	for _, c := range f.Actors[:min(len(f.Actors), mostListed)] {
		private, err := r.private(ctx, c.Value)
		if err != nil {
			return f, err
		}
		if !private {
			actors = append(actors, c)
		}
	}
	f.Actors = actors
	return f, nil
}

// persons keep who was found to be a private person, for a while: it takes a question for each name.
type persons struct {
	mu    sync.Mutex
	known map[string]bool
	since time.Time
}

// The limits of what is kept: so many names, for so long.
const (
	mostKnown = 5000
	keptFor   = 10 * time.Minute
)

func (p *persons) get(name string) (private, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	private, ok = p.known[name]
	return private, ok
}

func (p *persons) put(name string, private bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil || len(p.known) >= mostKnown || time.Since(p.since) > keptFor {
		p.known, p.since = map[string]bool{}, time.Now()
	}
	p.known[name] = private
}

// private tells whether an actor's name is that of a private person.
func (r *Record) private(ctx context.Context, name string) (bool, error) {
	if private, ok := r.persons.get(name); ok {
		return private, nil
	}
	row := []casebook.ActorRow{{Name: name}}
	if err := privacy.VeilActors(ctx, r.Book, row); err != nil {
		return false, err
	}
	r.persons.put(name, row[0].Name != name)
	return row[0].Name != name, nil
}

// Texts gives the texts of reports, for offsets. Those asked for last are at hand.
func (r *Record) Texts(ctx context.Context) func(report string) (text string, ok bool) {
	texts, order := map[string]string{}, []string{}
	return func(report string) (string, bool) {
		if text, ok := texts[report]; ok {
			return text, true
		}
		stored, err := r.Book.Report(ctx, report, 0)
		if err != nil {
			return "", false
		}
		if len(order) >= mostListed {
			delete(texts, order[0])
			order = slices.Delete(order, 0, 1)
		}
		texts[report], order = stored.Reading.Report.Text, append(order, report)
		return texts[report], true
	}
}
