package language

// Score is what an F1 is made of.
type Score struct {
	Right  float64 // found in both
	Gold   float64 // in the gold
	System float64 // in ours
}

// F1 is the harmonic mean of precision and recall, 0 where there is nothing.
func (s Score) F1() float64 {
	if s.Gold+s.System == 0 {
		return 0
	}
	return 2 * s.Right / (s.Gold + s.System)
}

func (s *Score) add(o Score) {
	s.Right += o.Right
	s.Gold += o.Gold
	s.System += o.System
}
