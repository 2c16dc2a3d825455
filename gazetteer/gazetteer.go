// Package gazetteer holds the places of the world: some 235,000 populated places of GeoNames with their other names in Latin script, the countries, their
// admin-1 units, and the regions, waters and mountains of the lexicon.
//
// They lie in one file, places.bin, which is built into the program and used in place: nothing is parsed at the start and nothing is copied. The
// file is made by the program in gazetteer/build; places.json says of what and when.
package gazetteer

import (
	_ "embed"
	"fmt"
	"hash/crc32"
	"iter"
	"sort"
	"strings"
	"sync"
)

//go:embed places.bin
var places string

//go:embed places.json
var manifest []byte

// Gazetteer finds places. It is safe for concurrent use.
type Gazetteer struct {
	records, pool, buckets, entries, units string
	layers                                 []*Gazetteer // further places, see With
}

// Default is the gazetteer that is built in: GeoNames' places, and those of own.tsv. It costs a few milliseconds once.
func Default() *Gazetteer { return builtIn() }

var builtIn = sync.OnceValue(func() *Gazetteer {
	g, err := read(places)
	if err != nil {
		panic(err) // the program was built with a broken file; the tests of this package compare its sum with the manifest's
	}
	own, err := Own()
	if err != nil {
		panic(err) // own.tsv is read by the tests of this package
	}
	return g.With(own)
})

// Open reads a gazetteer from the bytes of a file that Encode made, and checks that they are whole. It keeps data and uses it in place.
func Open(data string) (*Gazetteer, error) {
	g, err := read(data)
	if err != nil {
		return nil, err
	}
	if got, want := checksum(data[sumAt+4:]), u32(data, sumAt); got != want {
		return nil, fmt.Errorf("gazetteer: checksum is %08x, the header says %08x: the file is damaged", got, want)
	}
	return g, nil
}

func checksum(s string) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	sum := uint32(0)
	for len(s) > 0 {
		n := min(len(s), 1<<16)
		sum = crc32.Update(sum, table, []byte(s[:n]))
		s = s[n:]
	}
	return sum
}

// Len is the number of places.
func (g *Gazetteer) Len() int {
	n := g.size()
	for _, l := range g.layers {
		n += l.size()
	}
	return n
}

// size is the number of places without those of the layers.
func (g *Gazetteer) size() int { return len(g.records) / recordSize }

// Lookup gives the place with an id.
func (g *Gazetteer) Lookup(id int) (Place, bool) {
	for _, l := range g.all() {
		if i, ok := l.index(id); ok {
			return l.place(i, l.nameAt(l.nameOffset(i))), true
		}
	}
	return Place{}, false
}

// index is the record with an id.
func (g *Gazetteer) index(id int) (int, bool) {
	n := g.size()
	i := sort.Search(n, func(i int) bool { return g.id(i) >= id })
	return i, i < n && g.id(i) == id
}

// All gives every place by its main name, in the order of the ids, layer by layer.
func (g *Gazetteer) All() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for _, l := range g.all() {
			for i := range l.size() {
				if !yield(l.place(i, l.nameAt(l.nameOffset(i)))) {
					return
				}
			}
		}
	}
}

// Names are the names of the place with an id, the main one first; nil where there is no such place.
func (g *Gazetteer) Names(id int) []string {
	for _, l := range g.all() {
		if i, ok := l.index(id); ok {
			return l.namesOf(i)
		}
	}
	return nil
}

func (g *Gazetteer) namesOf(i int) []string {
	var names []string
	for at, end := g.nameOffset(i), g.nameOffset(i+1); at < end; {
		name := g.nameAt(at)
		names = append(names, name)
		at += 1 + len(name)
	}
	return names
}

// place reads a record.
func (g *Gazetteer) place(i int, matched string) Place {
	r := g.records[i*recordSize:]
	p := Place{
		ID:         g.id(i),
		Name:       g.nameAt(g.nameOffset(i)),
		Lat:        float64(int(u24(r, 4))-90_0000) / 1e4,
		Lon:        float64(int(u24(r, 7))-180_0000) / 1e4,
		Population: int(u32(r, 10)),
		Kind:       kinds[r[19]],
		Matched:    matched,
	}
	country, code, name := g.unit(int(u16(r, 17)))
	if strings.Contains(country, "|") {
		p.Countries = strings.Split(country, "|")
	} else {
		p.Country = country
	}
	p.Admin1Code, p.Admin1 = code, name
	if name == "" {
		p.Admin1 = code
	}
	return p
}
