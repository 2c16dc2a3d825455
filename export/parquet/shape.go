package parquet

import (
	"encoding/binary"
	"math"

	"github.com/parquet-go/parquet-go"

	"sitrep"
)

const geometryColumn = "geometry"

// shape is the geometry of a file: points, and the box that they lie in.
type shape struct {
	box *[4]float64 // west, south, east, north
}

// add adds the point of a place to a row, nothing where it has none.
func (s *shape) add(row parquet.Row, column int, p *sitrep.Place) parquet.Row {
	if !p.Located {
		return append(row, parquet.NullValue().Level(0, 0, column))
	}
	s.widen(p.Lon, p.Lat)
	return append(row, parquet.ByteArrayValue(point(p.Lon, p.Lat)).Level(0, 1, column))
}

// point is a point as well-known binary: little-endian, type 1, x, y.
func point(x, y float64) []byte {
	b := binary.LittleEndian.AppendUint32([]byte{1}, 1)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(y))
}

func (s *shape) widen(x, y float64) {
	if s.box == nil {
		s.box = &[4]float64{x, y, x, y}
		return
	}
	s.box[0], s.box[1], s.box[2], s.box[3] = min(s.box[0], x), min(s.box[1], y), max(s.box[2], x), max(s.box[3], y)
}

// metadata is the file metadata "geo" of GeoParquet 1.1. Without a crs coordinates are longitude and latitude on WGS 84.
func (s *shape) metadata() any {
	type column struct {
		Encoding string      `json:"encoding"`
		Types    []string    `json:"geometry_types"`
		Box      *[4]float64 `json:"bbox,omitempty"`
	}
	return struct {
		Version string            `json:"version"`
		Primary string            `json:"primary_column"`
		Columns map[string]column `json:"columns"`
	}{"1.1.0", geometryColumn, map[string]column{geometryColumn: {"WKB", []string{"Point"}, s.box}}}
}
