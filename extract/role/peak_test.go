package role

import "testing"

func TestPeakWithoutAnEvent(t *testing.T) {
	for _, c := range []struct {
		name    string
		odds    []float64 // of events 0, 1, …
		without int
		want    float64
	}{
		{"nothing", nil, 0, 0},
		{"its own only", []float64{0.7}, 0, 0},
		{"the highest is its own", []float64{0.2, 0.9, 0.4}, 1, 0.4},
		{"the highest is another's", []float64{0.2, 0.9, 0.4}, 2, 0.9},
		{"two alike", []float64{0.5, 0.5}, 0, 0.5},
	} {
		t.Run(c.name, func(t *testing.T) {
			var p peak
			for event, odds := range c.odds {
				p.add(event, odds)
			}
			if got := p.without(c.without); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
