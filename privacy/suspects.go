package privacy

import (
	"context"
	"strings"
	"sync"

	"sitrep/casebook"
)

// Suspects tells of a name whether any report of a casebook has a private person by it: only then its own reports have to be looked at. It is asked for again and again
// while reports are filed, so that it keeps the names, and reads only what came since. The zero value has read nothing. It is safe for concurrent use.
type Suspects struct {
	mu    sync.Mutex
	begun bool
	asOf  int64
	keys  map[string]bool // of all forms of all names; nil where the casebook cannot list them
}

// read reads who became a private person since the last time.
func (s *Suspects) read(ctx context.Context, book casebook.Asker) error {
	lister, ok := book.(casebook.PrivateLister)
	if !ok {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.begun {
		s.begun, s.asOf, s.keys = true, -1, map[string]bool{}
	}
	names, asOf, err := lister.PrivateSince(ctx, s.asOf)
	if err != nil {
		return err
	}
	for i := range names {
		s.add(names[i].Name)
		for _, f := range names[i].Forms {
			s.add(f)
		}
	}
	s.asOf = asOf
	return nil
}

// add takes a form of a name. What a report keeps for somebody else does not count: it is a private person's in another.
func (s *Suspects) add(form string) {
	var key strings.Builder
	for _, p := range piecesOf(form) {
		key.WriteString(p.key)
	}
	if key.Len() > 0 {
		s.keys[key.String()] = true
	}
}

// has tells whether a name may hold that of a private person: some of its words, one after the other, are a form of one. Whoever may be one is looked up, so that it is
// no fault to say so of too many. A backend that cannot list names has all looked up.
func (s *Suspects) has(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil {
		return true
	}
	pieces := piecesOf(name)
	for i := range pieces {
		key := ""
		for _, p := range pieces[i:] {
			if key += p.key; s.keys[key] {
				return true
			}
		}
	}
	return false
}
