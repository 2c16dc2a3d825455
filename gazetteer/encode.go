package gazetteer

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Entry is a place on its way into a file: its Matched does not count, and its other names come with it.
type Entry struct {
	Place
	Names []string // other names; those that fold to one that is there already are left out
}

// Encode makes the file of a gazetteer. It sorts entries by id.
func Encode(entries []Entry) ([]byte, error) {
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	e := encoder{unitOf: map[[3]string]int{}}
	for i := range entries {
		if i > 0 && entries[i].ID == entries[i-1].ID {
			return nil, fmt.Errorf("gazetteer: encode %q: %q has the id %d too", entries[i].Name, entries[i-1].Name, entries[i].ID)
		}
		if err := e.add(&entries[i]); err != nil {
			return nil, fmt.Errorf("gazetteer: encode %q (%d): %w", entries[i].Name, entries[i].ID, err)
		}
	}
	if len(e.pool) >= 1<<offsetBits {
		return nil, fmt.Errorf("gazetteer: encode: %d bytes of names: the index has room for %d", len(e.pool), 1<<offsetBits)
	}
	return e.file(), nil
}

type encoder struct {
	records, pool []byte
	names         []indexed
	units         [][3]string
	unitOf        map[[3]string]int
}

// indexed is a name's hash with its offset in the pool.
type indexed struct{ hash, offset uint32 }

func (e *encoder) add(entry *Entry) error {
	p := &entry.Place
	kind := slices.Index(kinds[:], p.Kind)
	if kind < 0 {
		return fmt.Errorf("kind %q: there is none such", p.Kind)
	}
	if !(p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180) {
		return fmt.Errorf("%g, %g: no place of the globe", p.Lat, p.Lon)
	}
	if int(int32(p.ID)) != p.ID || p.Population < 0 || p.Population > math.MaxUint32 {
		return fmt.Errorf("id or population %d out of range", p.Population)
	}
	unit, err := e.unit(p)
	if err != nil {
		return err
	}
	r := put32(e.records, uint32(int32(p.ID)))
	r = put24(r, uint32(math.Round((p.Lat+90)*1e4)))
	r = put24(r, uint32(math.Round((p.Lon+180)*1e4)))
	r = put32(r, uint32(p.Population))
	r = put24(r, uint32(len(e.pool)))
	r = binary.LittleEndian.AppendUint16(r, uint16(unit))
	e.records = append(r, byte(kind))
	return e.addNames(p.Name, entry.Names)
}

// addNames writes the names of a place, those with one folded form once.
func (e *encoder) addNames(main string, others []string) error {
	seen := map[string]bool{}
	for i, name := range append([]string{main}, others...) {
		folded := Fold(name)
		if folded == "" || len(name) > 255 {
			if i == 0 {
				return fmt.Errorf("no name, or a name of more than 255 bytes")
			}
			continue
		}
		if seen[folded] {
			continue
		}
		seen[folded] = true
		e.names = append(e.names, indexed{hash(name), uint32(len(e.pool))})
		e.pool = append(append(e.pool, byte(len(name))), name...)
	}
	return nil
}

// unit gives the number of a place's country and admin-1 unit.
func (e *encoder) unit(p *Place) (int, error) {
	country := p.Country
	if country == "" {
		country = strings.Join(p.Countries, "|")
	}
	key := [3]string{country, p.Admin1Code, p.Admin1}
	n, ok := e.unitOf[key]
	if !ok {
		n = len(e.units)
		e.unitOf[key] = n
		e.units = append(e.units, key)
	}
	if n > math.MaxUint16 || len(country) > 255 || len(p.Admin1Code) > 255 || len(p.Admin1) > 255 {
		return 0, fmt.Errorf("unit %q: too many units, or too long a name", key)
	}
	return n, nil
}

// file puts the sections together.
func (e *encoder) file() []byte {
	buckets, entries := e.index()
	file := make([]byte, headerSize, headerSize+len(e.records)+len(e.pool)+len(buckets)+len(entries))
	copy(file, magic)
	binary.LittleEndian.PutUint32(file[len(magic):], version)
	for i, s := range [][]byte{e.records, e.pool, buckets, entries, e.unitSection()} {
		binary.LittleEndian.PutUint32(file[sumAt+4+i*8:], uint32(len(file)))
		binary.LittleEndian.PutUint32(file[sumAt+8+i*8:], uint32(len(s)))
		file = append(file, s...)
	}
	binary.LittleEndian.PutUint32(file[sumAt:], checksum(string(file[sumAt+4:])))
	return file
}

// index makes the buckets and the entries.
func (e *encoder) index() (buckets, entries []byte) {
	slices.SortFunc(e.names, func(a, b indexed) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.offset, b.offset)) })
	next := 0
	for b := range 1 << bucketBits {
		buckets = put32(buckets, uint32(next))
		for ; next < len(e.names); next++ {
			bucket, tag := bucketAndTag(e.names[next].hash)
			if bucket != b {
				break
			}
			entries = put32(entries, tag<<offsetBits|e.names[next].offset)
		}
	}
	return put32(buckets, uint32(next)), entries
}

func (e *encoder) unitSection() []byte {
	s := put32(nil, uint32(len(e.units)))
	at := 4 + 4*len(e.units)
	for _, u := range e.units {
		s = put32(s, uint32(at))
		at += 3 + len(u[0]) + len(u[1]) + len(u[2])
	}
	for _, u := range e.units {
		for _, f := range u {
			s = append(append(s, byte(len(f))), f...)
		}
	}
	return s
}
