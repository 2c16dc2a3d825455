package sitrep

import (
	"math"
	"testing"
)

func TestGreatCircle(t *testing.T) {
	for name, c := range map[string]struct{ lat1, lon1, lat2, lon2, want float64 }{
		"one point":             {10, 20, 10, 20, 0},
		"a degree of latitude":  {0, 0, 1, 0, 111.2},
		"over the date line":    {0, 179.5, 0, -179.5, 111.2},
		"to the other side":     {0, 0, 0, 180, 20015},
		"a degree, half way up": {60, 10, 60, 11, 55.6},
	} {
		if got := GreatCircle(c.lat1, c.lon1, c.lat2, c.lon2); math.Abs(got-c.want) > max(0.1, c.want/1000) {
			t.Errorf("%s: %.1f km, want %.1f", name, got, c.want)
		}
	}
}
