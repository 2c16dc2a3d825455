// Package incidents measures the joining of reports against answers made by hand: which events of which reports are one happening, and what the tolls come to.
package incidents

import (
	"encoding/json"
	"fmt"
	"os"

	"sitrep"
	"sitrep/eval/gold"
)

// Answer is one happening as a person joined it.
type Answer struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	Events [][2]string `json:"events"` // the file of the report, the event's id in it
	Tally  []Line      `json:"tally"`
}

// Line is a line of a tally, with other figures that are as good.
type Line struct {
	Harm    sitrep.Harm `json:"harm"`
	Side    string      `json:"side"`
	Low     int         `json:"low"`
	Best    int         `json:"best"`
	High    int         `json:"high"`
	LowAlt  []int       `json:"low_alt"`
	BestAlt []int       `json:"best_alt"`
	HighAlt []int       `json:"high_alt"`
}

// Key is an event of a report: the report's file and the event's id.
type Key = [2]string

// Set is the answers and the reports that they speak of.
type Set struct {
	Incidents []Answer
	Reports   []gold.Answer
	need      map[Key]bool   // events that count
	of        map[Key]string // the incident of each event that counts
}

// Load reads the answers and the folder of the reports.
func Load(file, folder string) (*Set, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var in struct {
		Incidents []Answer `json:"incidents"`
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, fmt.Errorf("incidents %s: %w", file, err)
	}
	s := &Set{Incidents: in.Incidents, need: map[Key]bool{}, of: map[Key]string{}}
	if s.Reports, err = gold.Load(folder); err != nil {
		return nil, err
	}
	for i := range s.Reports {
		for _, e := range s.Reports[i].Events {
			if !e.Optional {
				s.need[Key{s.Reports[i].File, e.ID}] = true
			}
		}
	}
	return s, s.place(file)
}

// place notes the incident of each event.
func (s *Set) place(file string) error {
	for _, i := range s.Incidents {
		for _, e := range i.Events {
			if s.of[e] != "" {
				return fmt.Errorf("incidents %s: event %s of report %s is in %s and in %s", file, e[1], e[0], s.of[e], i.ID)
			}
			s.of[e] = i.ID
		}
	}
	for e := range s.need {
		if s.of[e] == "" {
			return fmt.Errorf("incidents %s: event %s of report %s is in no incident", file, e[1], e[0])
		}
	}
	for e := range s.of {
		if !s.need[e] {
			delete(s.of, e)
		}
	}
	return nil
}
