package privacy_test

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/privacy"
)

// planted are texts of many shapes with private persons in them, by every word of their names, and with public ones, who are kept.
var planted = map[string]struct {
	title, text     string
	private, public []string
}{
	"apposition and age": {"EXAMPLE: Shells hit market, teacher Karim Haddad among dead", `DARVIN, June 15, 2021 - Shells hit a market in Darvin on Tuesday, killing Karim Haddad, a 34-year-old teacher, and his daughter Leila, 7.

"Haddad was buying bread," said Samira Nouri, a resident of the town. "Karim loved the market." Haddad's brother, Yusuf, said the family would leave its home at 12 Mill Street.

Col. Anton Berg, commander of the northern brigade, said his troops had not fired.`,
		[]string{"Karim", "Haddad", "Leila", "Samira", "Nouri", "Yusuf", "Mill"}, []string{"Anton Berg"}},
	"spellings": {"EXAMPLE: Clinic hit", `Nadia al-Masri was wounded when a clinic was hit on Monday. El Masri had come for a check.
Mohammed Zayani, a nurse, ran out. Muhammad Zayani told reporters that the roof fell in.

NADIA AL-MASRI IS STILL IN HOSPITAL. The health minister, Ilse Morgen, visited her. Morgen promised help.`,
		[]string{"Nadia", "Masri", "MASRI", "Mohammed", "Muhammad", "Zayani"}, []string{"Ilse Morgen", "Morgen promised"}},
	"suspects": {"EXAMPLE: Police hold three men", `Police arrested Petr Vlk, 22, and Jan Ruzek, a student, on suspicion of spying, the interior ministry said on Friday. Vlk's lawyer, Eva Horna, said that he denied it.
The alleged commander of the cell, Bogdan Lupu, is still being sought. Interior Minister Viktor Stan said the case was not closed.`,
		[]string{"Petr", "Vlk", "Jan", "Ruzek", "Eva", "Horna", "Bogdan", "Lupu"}, []string{"Viktor Stan"}},
	"children": {"EXAMPLE: Girl survives", `A bomb fell on a house in the village on Sunday. Amina Diallo, 9, was pulled out alive. "Amina asked for water," a rescuer said. Her mother, Fatou Diallo, died.
The mayor, Moussa Traore, said that a school was hit too.`,
		[]string{"Amina", "Diallo", "Fatou"}, []string{"Moussa Traore"}},
	"witnesses": {"EXAMPLE: Fighting in the north", `Witness Tariq Besh said that he saw smoke. "They shot at everybody," Besh said. Another resident, Olena Koval, fled with her son, Danylo.
A shopkeeper who gave his name as Idrissa said that soldiers took his goods. General Paul Obi, the army's spokesman, denied this.`,
		[]string{"Tariq", "Besh", "Olena", "Koval", "Danylo", "Idrissa"}, []string{"Paul Obi"}},
	"kin of an official": {"EXAMPLE: Minister's son killed", `The defence minister's son, Rashid Amiri, was killed when a car blew up on Monday. Layla Amiri, the wife of the minister, was wounded. Defence Minister Hamid Amiri was not in the car. "Rashid was 20," a neighbour said.`,
		[]string{"Rashid", "Layla"}, []string{"Hamid Amiri"}},
	"soldiers": {"EXAMPLE: Two soldiers killed", `Two soldiers were killed at the border on Thursday, the army said: Sgt. Luka Maric and Private Ivo Babic. Maric, a father of three, had served for ten years.
Maj. Gen. Stjepan Kos, head of the border force, blamed the other side.`,
		[]string{"Luka", "Maric", "Ivo", "Babic"}, []string{"Stjepan Kos"}},
	"hostages": {"EXAMPLE: Hostage freed", `Kidnappers freed aid worker Marie Lefort on Saturday. Lefort, who was taken in May, is well, said Jean Bosco, spokesman for the relief agency. Her husband Paul-Henri Lefort met her at the airport. "I thank God," said Lefort.`,
		[]string{"Marie", "Lefort", "Paul-Henri", "Henri"}, []string{"Jean Bosco"}},
	"lists": {"EXAMPLE: Funeral of Goran Pavic held", `The dead were named as Goran Pavic, Selma Hodzic and T. J. Okoro. Okoro's body was found last.
"My friend Benedikt told me to run," said a man. "Then Benedikt fell." The wounded were Arash, Dina Farouk and a child.
Mother and son had fled with the Pavics. President Mirela Dano sent her condolences. Dano said that those who did it would be found.`,
		[]string{"Goran", "Pavic", "Selma", "Hodzic", "Okoro", "Benedikt", "Arash", "Dina", "Farouk"}, []string{"Mirela Dano", "Dano said"}},
	"a name that a public person shares": {"EXAMPLE: Rally hit", `A shell hit a rally in support of President Omar Sabri on Monday. Salim Sabri, a baker, was killed. "Salim was my uncle," said Huda Sabri, 16.
Omar Sabri said that he was grieved. Sabri's government promised help.`,
		[]string{"Salim", "Huda"}, []string{"Omar Sabri said", "Sabri's government"}},
	"hyphens and lines": {"EXAMPLE: Bus hit", `A bus was hit on the coast road on Wednesday. The driver, Abdel-Rahman Su-
leiman, 51, died. Abdel Rahman Suleiman had driven the line for years. His cousin Hassan
Suleiman was unhurt.`,
		[]string{"Abdel", "Rahman", "Suleiman", "Su-\nleiman", "Hassan"}, nil},
}

// veiled is everything of a reading that is shown, veiled.
func veiled(r *sitrep.Reading) string {
	names := privacy.Names(r)
	parts := []string{r.Report.Title, r.Report.Text}
	for _, e := range r.Events {
		for _, a := range e.Actors {
			parts = append(parts, a.Name, a.Description)
		}
		for _, t := range e.Tolls {
			parts = append(parts, t.Who)
		}
	}
	for _, c := range r.Claims {
		parts = append(parts, c.Source, c.Via, c.To)
		for _, s := range c.Content {
			parts = append(parts, r.Report.Text[s.Start:s.End])
		}
	}
	for _, e := range r.Entities {
		parts = append(parts, e.Name, e.Description)
	}
	for i := range parts {
		parts[i] = privacy.Veil(parts[i], names)
	}
	return strings.Join(parts, "\n\n")
}

func TestNoPlantedNameLeaks(t *testing.T) {
	n := 0
	for name, c := range planted {
		n += len(c.private)
		t.Run(name, func(t *testing.T) {
			r := readRaw(t, []byte(c.title+"\n\n"+c.text))
			shown := veiled(r)
			for _, w := range c.private {
				if strings.Contains(shown, w) {
					t.Errorf("%s leaks: %s", w, shown)
				}
			}
			for _, w := range c.public {
				if !strings.Contains(shown, w) {
					t.Errorf("%s is not kept: %s", w, shown)
				}
			}
		})
	}
	if n < 50 {
		t.Errorf("%d words of names are planted", n)
	}
}

func TestDescriptions(t *testing.T) {
	want := map[string]string{"Karim Haddad": "a 34-year-old teacher", "Leila": "a 7-year-old relative", "Samira Nouri": "a resident", "Petr Vlk": "a 22-year-old detainee", "Jan Ruzek": "a student",
		"Tariq Besh": "a witness", "Luka Maric": "a soldier", "Marie Lefort": "an aid worker", "Amina Diallo": "a 9-year-old"}
	minors := map[string]bool{"Leila": true, "Huda Sabri": true, "Amina Diallo": true}
	for _, c := range planted {
		for _, n := range privacy.Names(readRaw(t, []byte(c.title+"\n\n"+c.text))) {
			if w, ok := want[n.Name]; ok && w != n.Description {
				t.Errorf("%s is %q, want %q", n.Name, n.Description, w)
			}
			if n.Minor != minors[n.Name] {
				t.Errorf("%s: minor is %v", n.Name, n.Minor)
			}
			delete(want, n.Name)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestNamesOfNothing(t *testing.T) {
	for _, r := range []*sitrep.Reading{nil, {}, {Report: &sitrep.Report{}}, {Report: &sitrep.Report{Text: "\xff Karim\x00Haddad, 34, \u202e 's", Title: "'s -"}}} {
		privacy.Names(r)
	}
}

func TestNamesAreTheSameAgain(t *testing.T) {
	for _, c := range planted {
		r := readRaw(t, []byte(c.title+"\n\n"+c.text))
		if a, b := veiled(r), veiled(r); a != b {
			t.Errorf("%q, then %q", a, b)
		}
	}
}
