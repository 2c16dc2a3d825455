package reconcile

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// shelf is a casebook in memory, as far as joining needs one.
type shelf struct {
	tellings    map[sitrep.EventKey]sitrep.Telling
	keys        map[string][]sitrep.EventKey
	unplaced    map[sitrep.EventKey]bool
	incidents   map[string]sitrep.Incident
	holder      map[sitrep.EventKey]string
	corrections []sitrep.Correction
	fetched     int                       // tellings that were asked for
	others      map[sitrep.EventKey]int64 // for which others stand: what they have in common
	stands      map[int64]casebook.Recalled
}

func newShelf() *shelf {
	return &shelf{map[sitrep.EventKey]sitrep.Telling{}, map[string][]sitrep.EventKey{}, map[sitrep.EventKey]bool{}, map[string]sitrep.Incident{},
		map[sitrep.EventKey]string{}, nil, 0, map[sitrep.EventKey]int64{}, map[int64]casebook.Recalled{}}
}

func (s *shelf) file(tellings ...sitrep.Telling) {
	for _, t := range tellings {
		s.tellings[t.Key], s.unplaced[t.Key] = t, true
		for _, k := range Keys(&t) {
			s.keys[k] = append(s.keys[k], t.Key)
		}
	}
}

func (s *shelf) Unplaced(_ context.Context, limit int) ([]sitrep.Telling, error) {
	var out []sitrep.Telling
	for k := range s.unplaced {
		out = append(out, s.tellings[k])
	}
	slices.SortFunc(out, func(a, b sitrep.Telling) int { return compareKeys(a.Key, b.Key) })
	return out[:min(limit, len(out))], nil
}

func (s *shelf) Near(_ context.Context, keys []string) ([]sitrep.EventKey, error) {
	var out []sitrep.EventKey
	for _, k := range keys {
		out = append(out, s.keys[k]...)
	}
	out = slices.DeleteFunc(out, func(k sitrep.EventKey) bool { return s.others[k] != 0 })
	slices.SortFunc(out, compareKeys)
	return slices.Compact(out), nil
}

func (s *shelf) TellingsOf(_ context.Context, report string) ([]sitrep.EventKey, error) {
	var out []sitrep.EventKey
	for k := range s.tellings {
		if k.Report == report {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, compareKeys)
	return out, nil
}

func (s *shelf) Tellings(_ context.Context, keys []sitrep.EventKey) ([]sitrep.Telling, error) {
	var out []sitrep.Telling
	for _, k := range keys {
		if t, ok := s.tellings[k]; ok {
			out = append(out, t)
			s.fetched++
		}
	}
	return out, nil
}

func (s *shelf) IncidentsOf(_ context.Context, keys []sitrep.EventKey) ([]sitrep.Incident, error) {
	var out []sitrep.Incident
	seen := map[string]bool{}
	for _, k := range keys {
		if id := s.holder[k]; id != "" && !seen[id] {
			seen[id] = true
			out = append(out, s.incidents[id])
		}
	}
	return out, nil
}

func (s *shelf) Stand(_ context.Context, alike int64) (casebook.Stand, bool, error) {
	r, ok := s.stands[alike]
	return casebook.Stand{Incident: s.incidents[r.Incident], Bar: r.Bar}, ok, nil
}

func (s *shelf) Incident(_ context.Context, id string) (sitrep.Incident, error) {
	if in, ok := s.incidents[id]; ok {
		return in, nil
	}
	return sitrep.Incident{}, casebook.ErrNotFound
}

func (s *shelf) Apply(_ context.Context, c casebook.Change) error {
	for _, id := range c.Drop {
		delete(s.incidents, id)
	}
	for _, in := range c.Put {
		s.incidents[in.ID] = in
		for _, k := range in.Events {
			s.holder[k] = in.ID
		}
	}
	for _, id := range c.Drop {
		for _, in := range s.incidents {
			for _, k := range in.Events {
				if in.PartOf == id || in.Follows == id {
					s.unplaced[k] = true
				}
			}
		}
	}
	for _, r := range c.Recalled {
		s.untie(r)
	}
	for _, k := range c.Placed {
		delete(s.unplaced, k)
		delete(s.others, k)
	}
	for _, r := range c.Recalled {
		s.stands[r.Alike] = r
		for _, k := range r.Others {
			s.others[k] = r.Alike
		}
		for k, alike := range s.others {
			if alike == r.Alike {
				s.holder[k] = r.Incident
			}
		}
	}
	return nil
}

// untie has all placed anew that the reports of those tell for which others stand, where the incident of these is altered.
func (s *shelf) untie(r casebook.Recalled) {
	for o, alike := range s.others {
		if !r.Altered || alike != r.Alike {
			continue
		}
		for k := range s.tellings {
			if k.Report == o.Report && s.others[k] == 0 {
				s.unplaced[k] = true
			}
		}
	}
}

func (s *shelf) Corrections(context.Context, string) ([]sitrep.Correction, error) {
	return s.corrections, nil
}

// all are the incidents in the order of All.
func (s *shelf) all() []sitrep.Incident {
	var out []sitrep.Incident
	for _, in := range s.incidents {
		out = append(out, in)
	}
	slices.SortFunc(out, func(a, b sitrep.Incident) int { return compareKeys(a.Events[0], b.Events[0]) })
	return out
}
