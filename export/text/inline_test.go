package text

import "testing"

func TestInline(t *testing.T) {
	for name, want := range map[string]string{
		"The coalition":                  "the coalition",
		"White House":                    "the White House",
		"Ministry of Defence":            "the Ministry of Defence",
		"defence ministry":               "the defence ministry",
		"Norland government":             "the Norland government",
		"Norland's defence ministry":     "Norland's defence ministry",
		"State Department":               "the State Department",
		"United Nations":                 "the United Nations",
		"UN":                             "the UN",
		"UN envoy Ilse Morgen":           "UN envoy Ilse Morgen",
		"Lowland and the United Nations": "Lowland and the United Nations",
		"army and police":                "the army and police",
		"Hamas":                          "Hamas",
		"Islamic State":                  "Islamic State",
		"Norland":                        "Norland",
		"Norland authorities":            "Norland authorities",
		"Northern Monitor":               "the Northern Monitor",
		"First Wire":                     "First Wire",
		"Marun Liberation Front":         "the Marun Liberation Front",
		"government forces":              "government forces",
		"Police":                         "police",
		"police":                         "police",
		"Residents of Darvin":            "residents of Darvin",
		"Medical Corps":                  "the Medical Corps",
		"A spokesman of the ministry":    "a spokesman of the ministry",
		"his ministry":                   "his ministry",
		"Secretary of State Ada Quill":   "Secretary of State Ada Quill",
		"two witnesses":                  "two witnesses",
		"":                               "",
		" ":                              " ",
	} {
		if got := Inline(name); got != want {
			t.Errorf("%q inside a sentence: %q, want %q", name, got, want)
		}
	}
}
