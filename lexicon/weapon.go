package lexicon

import "io/fs"

// Weapon is a kind or a make of weapon, ammunition or military vehicle.
type Weapon struct {
	Name  string
	Class string // artillery, rocket, missile, drone, air, bomb, explosive, small-arms, blade, riot, chemical, vehicle, naval
}

func (l *Lexicon) loadWeapons(fsys fs.FS) (err error) {
	l.Weapons, err = load(fsys, "weapons.tsv", "name class", func(r row) (Weapon, error) {
		class, err := r.oneOf(1, "artillery", "rocket", "missile", "drone", "air", "bomb", "explosive", "small-arms", "blade", "riot", "chemical", "vehicle", "naval")
		return Weapon{r.fields[0], class}, err
	})
	return err
}
