package maxent

import "math"

const (
	memory    = 8   // steps that minimise remembers
	mostSteps = 100 // that it takes
)

// minimise finds the least of a smooth convex function, whose gradient it writes too, by L-BFGS (Nocedal and Wright, Numerical Optimization,
// algorithm 7.5) from w, and leaves it there.
func minimise(w []float64, of func(w, grad []float64) float64) {
	n := len(w)
	grad, next, nextGrad := make([]float64, n), make([]float64, n), make([]float64, n)
	value := of(w, grad)
	var h history
	for step := range mostSteps {
		down := h.direction(grad)
		slope := dot(down, grad)
		if slope >= 0 || norm(grad) < 1e-4*max(1, norm(w)) {
			return
		}
		rate := 1.0
		if step == 0 {
			rate = 1 / max(1, norm(grad))
		}
		lower := value
		for range 30 {
			for i := range w {
				next[i] = w[i] + rate*down[i]
			}
			if lower = of(next, nextGrad); lower <= value+1e-4*rate*slope {
				break
			}
			rate /= 2
		}
		if lower >= value {
			return
		}
		h.add(w, next, grad, nextGrad)
		copy(w, next)
		copy(grad, nextGrad)
		done := value-lower < 1e-4*math.Abs(value)
		if value = lower; done {
			return
		}
	}
}

// history is the last steps of a descent, the oldest first: by how much the weights moved, and the gradient.
type history struct{ moved, turned [][]float64 }

func (h *history) add(w, next, grad, nextGrad []float64) {
	s, y := make([]float64, len(w)), make([]float64, len(w))
	for i := range w {
		s[i], y[i] = next[i]-w[i], nextGrad[i]-grad[i]
	}
	if dot(s, y) <= 1e-12 {
		return
	}
	if len(h.moved) == memory {
		h.moved, h.turned = h.moved[1:], h.turned[1:]
	}
	h.moved, h.turned = append(h.moved, s), append(h.turned, y)
}

// direction is where the function goes down, by what is known of its curvature.
func (h *history) direction(grad []float64) []float64 {
	d := make([]float64, len(grad))
	for i := range grad {
		d[i] = -grad[i]
	}
	a := make([]float64, len(h.moved))
	for k := len(h.moved) - 1; k >= 0; k-- {
		a[k] = dot(h.moved[k], d) / dot(h.moved[k], h.turned[k])
		addTo(d, -a[k], h.turned[k])
	}
	if k := len(h.moved) - 1; k >= 0 {
		scale := dot(h.moved[k], h.turned[k]) / dot(h.turned[k], h.turned[k])
		for i := range d {
			d[i] *= scale
		}
	}
	for k := range h.moved {
		b := dot(h.turned[k], d) / dot(h.moved[k], h.turned[k])
		addTo(d, a[k]-b, h.moved[k])
	}
	return d
}

func addTo(d []float64, x float64, v []float64) {
	for i := range d {
		d[i] += x * v[i]
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func norm(a []float64) float64 { return math.Sqrt(dot(a, a)) }
