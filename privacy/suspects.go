package privacy

import (
	"context"
	"slices"
	"strings"
	"sync"

	"sitrep/casebook"
)

// Suspects tells of a name which reports of a casebook have a private person by it: only where one of them tells of somebody of that name, they have to be looked at. It
// is asked again and again while reports are filed, so that it keeps the names, and reads only what came since. The zero value has read nothing. It is safe for concurrent
// use.
type Suspects struct {
	mu     sync.Mutex
	begun  bool
	asOf   int64
	number map[string]int32   // of reports, by their ids
	keys   map[string][]int32 // of all forms of all names, with the reports that have them; nil where the casebook cannot list them
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
		s.begun, s.asOf, s.number, s.keys = true, -1, map[string]int32{}, map[string][]int32{}
	}
	private, asOf, err := lister.PrivateSince(ctx, s.asOf)
	if err != nil {
		return err
	}
	for report, names := range private {
		n, ok := s.number[report]
		if !ok {
			n = int32(len(s.number))
			s.number[report] = n
		}
		for i := range names {
			s.add(names[i].Name, n)
			for _, f := range names[i].Forms {
				s.add(f, n)
			}
		}
	}
	s.asOf = asOf
	return nil
}

// add takes a form of a name in a report. What a report keeps for somebody else does not count: it is a private person's in another.
func (s *Suspects) add(form string, report int32) {
	var whole strings.Builder
	for _, p := range piecesOf(form) {
		whole.WriteString(p.key)
	}
	if key := whole.String(); key != "" && !slices.Contains(s.keys[key], report) {
		s.keys[key] = append(s.keys[key], report)
	}
}

// in tells which reports may have a private person whose name stands in this one: some of its words, one after the other, are a form of one. It is nil where no report
// has one. Reports that may are looked at, so that it is no fault to name too many. A backend that cannot list names has all looked at.
func (s *Suspects) in(name string) func(report string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil {
		return func(string) bool { return true }
	}
	var reports []int32
	pieces := piecesOf(name)
	for i := range pieces {
		key := ""
		for _, p := range pieces[i:] {
			key += p.key
			reports = append(reports, s.keys[key]...)
		}
	}
	if len(reports) == 0 {
		return nil
	}
	return func(report string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		n, ok := s.number[report]
		return ok && slices.Contains(reports, n)
	}
}
