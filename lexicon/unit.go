package lexicon

import (
	"io/fs"
	"strconv"
)

// Unit is a word or a sign for a unit of measure, of money or of troops.
type Unit struct {
	Word string
	Kind string // length, mass, time, area, volume, speed, power, energy, degree, money, troops, count
	// Factor turns it into the unit of its kind: metres, kilograms, seconds, square metres, litres, metres a second, watts, joules, one;
	// 0 where none is fixed ("months", "tons", "brigades") and for currencies. A subunit of a currency has its part of the whole.
	Factor float64
}

func (l *Lexicon) loadUnits(fsys fs.FS) (err error) {
	l.Units, err = load(fsys, "units.tsv", "word kind factor", parseUnit)
	return err
}

func parseUnit(r row) (u Unit, err error) {
	u.Word = r.fields[0]
	u.Kind, err = r.oneOf(1, "length", "mass", "time", "area", "volume", "speed", "power", "energy", "degree", "money", "troops", "count")
	if err != nil || r.fields[2] == "" {
		return u, err
	}
	u.Factor, err = strconv.ParseFloat(r.fields[2], 64)
	if err != nil || !(u.Factor > 0) {
		return u, r.errorf("factor %q: want a number above zero or nothing", r.fields[2])
	}
	return u, nil
}
