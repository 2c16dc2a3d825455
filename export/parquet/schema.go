package parquet

import (
	"cmp"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"

	"sitrep"
	"sitrep/export/rows"
)

// ordered is a group whose fields stand in the order of the columns, not in that of their names.
type ordered struct {
	parquet.Group
	place map[string]int
}

// Fields are the fields in order.
func (o ordered) Fields() []parquet.Field {
	fields := slices.Clone(o.Group.Fields())
	slices.SortFunc(fields, func(a, b parquet.Field) int { return cmp.Compare(o.place[a.Name()], o.place[b.Name()]) })
	return fields
}

// schemaOf makes the schema of fields, with a geometry behind them where it is asked for.
func schemaOf(fields []rows.Field[sitrep.Incident], geometry bool) *parquet.Schema {
	o := ordered{parquet.Group{}, map[string]int{}}
	for i, f := range fields {
		o.Group[f.Name], o.place[f.Name] = node(f.Type), i
	}
	if geometry {
		o.Group[geometryColumn], o.place[geometryColumn] = parquet.Optional(parquet.Leaf(parquet.ByteArrayType)), len(fields)
	}
	return parquet.NewSchema("incident", o)
}

func node(t rows.Type) parquet.Node {
	switch t {
	case rows.WordType:
		return parquet.Optional(parquet.Encoded(parquet.String(), &parquet.RLEDictionary))
	case rows.WholeType:
		return parquet.Optional(parquet.Int(64))
	case rows.NumberType:
		return parquet.Optional(parquet.Leaf(parquet.DoubleType))
	case rows.TruthType:
		return parquet.Optional(parquet.Leaf(parquet.BooleanType))
	case rows.MomentType:
		return parquet.Optional(parquet.Timestamp(parquet.Millisecond))
	case rows.DayType:
		return parquet.Optional(parquet.Date())
	case rows.TextsType:
		return parquet.List(parquet.String())
	}
	return parquet.Optional(parquet.String())
}

// add adds the value of a column to a row. The levels are Dremel's: an optional value is defined at 1, an element of a list repeats at 1.
func add(row parquet.Row, column int, v any) parquet.Row {
	list, ok := v.([]string)
	if !ok {
		one, known := value(v)
		return append(row, one.Level(0, known, column))
	}
	for k, s := range list {
		row = append(row, parquet.ByteArrayValue([]byte(s)).Level(min(k, 1), 1, column))
	}
	if len(list) == 0 {
		row = append(row, parquet.NullValue().Level(0, 0, column))
	}
	return row
}

// value is a value, and 1 where it is one.
func value(v any) (parquet.Value, int) {
	switch v := v.(type) {
	case string:
		return parquet.ByteArrayValue([]byte(v)), 1
	case int:
		return parquet.Int64Value(int64(v)), 1
	case float64:
		return parquet.DoubleValue(v), 1
	case bool:
		return parquet.BooleanValue(v), 1
	case time.Time:
		return parquet.Int64Value(v.UnixMilli()), 1
	case sitrep.CivilDate:
		return parquet.Int32Value(int32(v.First().Unix() / (24 * 60 * 60))), 1
	}
	return parquet.NullValue(), 0
}
