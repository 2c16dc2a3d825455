// Package maxent is a small multinomial logistic regression over hashed features, to decide among a few classes where rules alone are too
// coarse. Training is deterministic, and a trained model is some ten or hundred kilobytes that are read in place.
package maxent

// Vector is what a decision is made on: features that hold, by their hashes, and numbers.
type Vector struct {
	IDs   []uint32
	Dense []float32
}

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// Add adds the feature that the parts name together: Add("lemma", "shell") and Add("lemmas", "hell") differ.
func (v *Vector) Add(parts ...string) {
	h := uint32(fnvOffset)
	for _, p := range parts {
		h = hash(h, p)
	}
	if v.IDs == nil {
		v.IDs = make([]uint32, 0, usualIDs)
	}
	v.IDs = append(v.IDs, h)
}

// What a vector has room for at first.
const (
	usualIDs     = 32
	usualNumbers = 8
)

// Letter names the steps of a scale, the first "a"; there are at most 26.
func Letter(step int) string { return "abcdefghijklmnopqrstuvwxyz"[step : step+1] }

// hash goes on with a hash by a part and its end: FNV-1a, four bytes in a round.
func hash(h uint32, p string) uint32 {
	for len(p) >= 4 {
		h = (h ^ uint32(p[0])) * fnvPrime
		h = (h ^ uint32(p[1])) * fnvPrime
		h = (h ^ uint32(p[2])) * fnvPrime
		h = (h ^ uint32(p[3])) * fnvPrime
		p = p[4:]
	}
	for i := 0; i < len(p); i++ {
		h = (h ^ uint32(p[i])) * fnvPrime
	}
	return (h ^ 0xff) * fnvPrime
}

// AddIf adds the feature where it holds.
func (v *Vector) AddIf(holds bool, parts ...string) {
	if holds {
		v.Add(parts...)
	}
}

// Number adds a number. Every vector of a model must have the same numbers in the same order; they should lie between -1 and 1.
func (v *Vector) Number(x float64) {
	if v.Dense == nil {
		v.Dense = make([]float32, 0, usualNumbers)
	}
	v.Dense = append(v.Dense, float32(x))
}

// Reset empties the vector and keeps its room.
func (v *Vector) Reset() { v.IDs, v.Dense = v.IDs[:0], v.Dense[:0] }
