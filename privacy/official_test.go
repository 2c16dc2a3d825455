package privacy

import "testing"

// Persons of public life stay by name where a text runs their names together with other words.
func TestOfficialsAmongOtherWords(t *testing.T) {
	x := builtIn()
	for name, want := range map[string]bool{
		"Bashar al-Assad": true, "Syrias Bashar al-Assad": true, "Bashar al-Assad Eleven": true, "Omar Assad": false, "Mara Velinova": false,
	} {
		if got := x.official(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
