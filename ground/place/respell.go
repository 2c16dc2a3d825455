package place

import "sitrep/gazetteer"

// respelled finds places under another transliteration of a name.
func (s *Step) respelled(text string) []gazetteer.Place { return nil }
