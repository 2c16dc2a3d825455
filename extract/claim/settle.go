package claim

import "slices"

// settle puts what was found in the order of the text and takes out what says the same twice.
func (r *reader) settle() {
	slices.SortStableFunc(r.found, func(a, b found) int { return a.token - b.token })
	r.found = slices.CompactFunc(r.found, func(a, b found) bool { return a.token == b.token })
}
