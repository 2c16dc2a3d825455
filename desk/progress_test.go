package desk

import (
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	start := time.Date(2031, 5, 2, 6, 0, 0, 0, time.UTC)
	var m meter
	m.OfBytes = 1000
	if got := m.tick(start).String(); got != "0 read (0 new, 0 known, 0 failed)" {
		t.Errorf("at the start: %q", got)
	}
	m.Done, m.New, m.Known, m.Failed, m.Bytes = 1200, 1180, 16, 4, 250
	if got, want := m.tick(start.Add(10*time.Second)).String(), "1,200 read (1,180 new, 16 known, 4 failed), 120.0 a second, about 30s left"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	m.Done, m.Bytes = 1201, 251
	p := m.tick(start.Add(50 * time.Second))
	if p.Rate > 1 || p.Left < 10*time.Minute {
		t.Errorf("the rate looks back too far: %v", p)
	}
}

func TestProgressOfACount(t *testing.T) {
	start := time.Date(2031, 5, 2, 6, 0, 0, 0, time.UTC)
	var m meter
	m.Of = 300
	m.tick(start)
	m.Done = 100
	if p := m.tick(start.Add(time.Minute)); p.Left != 2*time.Minute {
		t.Errorf("%v left", p.Left)
	}
}
