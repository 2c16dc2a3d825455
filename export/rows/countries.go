package rows

// Countries are the names of countries by their three letters: they tell sides that are states from others.
type Countries map[string]string

// Codes are the letters of the sides that are states, as one cell, each once.
func (c Countries) Codes(list []Somebody) string {
	return each(list, func(s Somebody) string {
		if c[s.Side] == "" {
			return ""
		}
		return s.Side
	})
}

// Names are the names of the sides that are states, as one cell, each once.
func (c Countries) Names(list []Somebody) string {
	return each(list, func(s Somebody) string { return c[s.Side] })
}
