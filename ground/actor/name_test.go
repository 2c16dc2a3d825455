package actor_test

import "testing"

// A name ends where the text goes on to say more of its bearer.
func TestNamesEndWhereAnAsideBegins(t *testing.T) {
	for _, c := range []struct{ name, text, word, want string }{
		{"a place within a place", "A bomb damaged a restaurant in Bergen, Norway on Monday.", "restaurant", "restaurant in Bergen"},
		{"an aside on another name", "Fighters of the Taliban, as the group calls itself, left the town.", "Fighters", "Fighters of the Taliban"},
		{"a short form in brackets", "Rebels of the Moro Islamic Liberation Front (MILF) met officials.", "Rebels", "Rebels of the Moro Islamic Liberation Front (MILF)"},
		{"nothing to end", "Soldiers of the Kenyan army met officials.", "Soldiers", "Soldiers of the Kenyan army"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := at(t, read(t, c.text), c.word)
			if e == nil {
				t.Fatalf("nobody is named by %q", c.word)
			}
			if e.Name != c.want {
				t.Errorf("%q, want %q", e.Name, c.want)
			}
		})
	}
}
