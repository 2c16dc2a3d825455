package gazetteer

import (
	"encoding/binary"
	"fmt"
)

// The file: a header, then five sections, all numbers little-endian.
//
//	header   magic, version u32, CRC-32C of all that follows it u32, then offset u32 and length u32 of each section
//	records  one a place, sorted by id: id i32, latitude u24 and longitude u24 (ten-thousandths of a degree from the south pole and the date line),
//	         population u32, offset of its names in the pool u24, unit u16, kind u8
//	pool     the names of each place in the order of the records, the main one first: length u8, bytes
//	buckets  for each of the 2^17 values of the upper bits of a name's hash, the first of its entries u32; and the number of all entries
//	entries  one a name: the tag, 9 further bits of the hash, over the offset of the name in the pool, 23 bits
//	units    number u32, then offset u32 of each: countries, code, name, each with its length u8 before it
const (
	magic      = "SITREPGZ"
	version    = 1
	sumAt      = len(magic) + 4
	sections   = 5
	headerSize = sumAt + 4 + sections*8
	recordSize = 20

	bucketBits = 17
	tagBits    = 9
	offsetBits = 32 - tagBits
)

// read finds the sections of a file.
func read(data string) (*Gazetteer, error) {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, fmt.Errorf("gazetteer: %d bytes that do not begin as a gazetteer does", len(data))
	}
	if v := u32(data, len(magic)); v != version {
		return nil, fmt.Errorf("gazetteer: version %d of the file: this program reads version %d", v, version)
	}
	g := &Gazetteer{}
	for i, section := range []*string{&g.records, &g.pool, &g.buckets, &g.entries, &g.units} {
		at, n := int(u32(data, sumAt+4+i*8)), int(u32(data, sumAt+8+i*8))
		if at > len(data) || n > len(data)-at {
			return nil, fmt.Errorf("gazetteer: section %d ends at byte %d of a file of %d: the file is cut short", i+1, at+n, len(data))
		}
		*section = data[at : at+n]
	}
	if len(g.records)%recordSize != 0 || len(g.buckets) != (1<<bucketBits+1)*4 || len(g.units) < 4 {
		return nil, fmt.Errorf("gazetteer: sections of %d, %d and %d bytes: the file is damaged", len(g.records), len(g.buckets), len(g.units))
	}
	return g, nil
}

func u16(s string, i int) uint16 { return uint16(s[i]) | uint16(s[i+1])<<8 }
func u24(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 }
func u32(s string, i int) uint32 { return u24(s, i) | uint32(s[i+3])<<24 }

func put24(b []byte, v uint32) []byte { return append(b, byte(v), byte(v>>8), byte(v>>16)) }
func put32(b []byte, v uint32) []byte { return binary.LittleEndian.AppendUint32(b, v) }

func (g *Gazetteer) id(i int) int { return int(int32(u32(g.records, i*recordSize))) }

// nameOffset is where the names of record i begin in the pool, and for the number of records where the last ones end.
func (g *Gazetteer) nameOffset(i int) int {
	if i == g.size() {
		return len(g.pool)
	}
	return int(u24(g.records, i*recordSize+14))
}

// nameAt is the name at an offset of the pool.
func (g *Gazetteer) nameAt(at int) string {
	return g.pool[at+1 : at+1+int(g.pool[at])]
}

// unit reads the countries, code and name of a unit.
func (g *Gazetteer) unit(i int) (country, code, name string) {
	at := int(u32(g.units, 4+4*i))
	var fields [3]string
	for f := range fields {
		n := int(g.units[at])
		fields[f] = g.units[at+1 : at+1+n]
		at += 1 + n
	}
	return fields[0], fields[1], fields[2]
}
