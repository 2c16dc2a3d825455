package maxent

import (
	"bytes"
	"math"
	"testing"
)

func TestMinimiseFindsTheLeast(t *testing.T) {
	w := []float64{5, -7}
	minimise(w, func(w, grad []float64) float64 { // a narrow valley about 1, 2
		a, b := w[0]-1, w[1]-2
		grad[0], grad[1] = 2*a+1.8*b, 2*b+1.8*a
		return a*a + b*b + 1.8*a*b
	})
	if math.Abs(w[0]-1) > 0.05 || math.Abs(w[1]-2) > 0.05 {
		t.Errorf("the least is at %.3f, want 1 and 2", w)
	}
}

func TestTrainWithPrior(t *testing.T) {
	all := weather()
	weak, strong := Train(all, Options{Prior: 1}), Train(all, Options{Prior: 50})
	for _, e := range all {
		p, q := weak.Of(e.Class, &e.Vector), strong.Of(e.Class, &e.Vector)
		if p < 0.9 || q < 0.5 || q >= p {
			t.Fatalf("%s: %.2f with a weak prior, %.2f with a strong one", e.Class, p, q)
		}
	}
	for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
		all[i], all[j] = all[j], all[i]
	}
	var v Vector
	v.Add("sky", "cloud")
	if p, q := weak.Of("wet", &v), Train(all, Options{Prior: 1}).Of("wet", &v); math.Abs(p-q) > 0.01 {
		t.Errorf("%.3f, and %.3f with the examples turned round", p, q)
	}
	if !bytes.Equal(weak.Encode(), Train(weather(), Options{Prior: 1}).Encode()) {
		t.Error("two trainings on the same examples differ")
	}
}
