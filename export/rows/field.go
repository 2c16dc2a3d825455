package rows

import (
	"strconv"
	"strings"
	"time"

	"sitrep"
)

// Type is what the values of a field are.
type Type int

// The types, with the Go type of their values. A value that is not known is nil, whatever the type.
const (
	TextType   Type = iota // string
	WordType               // string, one of few
	WholeType              // int
	NumberType             // float64
	TruthType              // bool
	MomentType             // time.Time
	DayType                // sitrep.CivilDate, a whole one
	TextsType              // []string
)

// Field is a column that knows what its values are, for forms that do too.
type Field[T any] struct {
	Name  string
	Type  Type
	About string // what it is, for docs and schemas
	Tag   string // of the Humanitarian Exchange Language, empty for none
	Sep   string // between the values of Texts in one cell; empty for "; "
	Value func(*T) any
}

// Cell is the value as text.
func (f *Field[T]) Cell(row *T) string {
	switch v := f.Value(row).(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', places, 64)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return v.Format(time.RFC3339)
	case sitrep.CivilDate:
		return v.String()
	case []string:
		if f.Sep != "" {
			return strings.Join(v, f.Sep)
		}
		return List(v)
	}
	return ""
}

// Columns are fields as columns of a sheet.
func Columns[T any](fields []Field[T]) []Column[T] {
	out := make([]Column[T], len(fields))
	for i := range fields {
		out[i] = Column[T]{Name: fields[i].Name, Value: fields[i].Cell}
	}
	return out
}

// Tags are the tags of fields, empty where a field has none.
func Tags[T any](fields []Field[T]) []string {
	out := make([]string, len(fields))
	for i := range fields {
		out[i] = fields[i].Tag
	}
	return out
}

// FieldNames are the names of fields.
func FieldNames[T any](fields []Field[T]) []string {
	out := make([]string, len(fields))
	for i := range fields {
		out[i] = fields[i].Name
	}
	return out
}

// OrNil is nil for the zero value.
func OrNil[V comparable](v V) any {
	var zero V
	if v == zero {
		return nil
	}
	return v
}

// MomentOrNil is nil where a time is not known.
func MomentOrNil(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t
}

// dayOrNil is nil where no day is known.
func dayOrNil(d sitrep.CivilDate, day func(sitrep.CivilDate) time.Time) any {
	if d.IsZero() {
		return nil
	}
	return sitrep.CivilDateOf(day(d))
}

// allOf is something of each of some.
func allOf[E any](list []E, of func(*E) string) []string {
	out := make([]string, 0, len(list))
	for i := range list {
		out = append(out, of(&list[i]))
	}
	return out
}
