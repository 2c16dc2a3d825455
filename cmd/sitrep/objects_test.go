package main

import (
	"reflect"
	"slices"
	"testing"

	"sitrep/export/actors"
	"sitrep/export/claims"
	"sitrep/export/reports"
	"sitrep/export/sources"
	tollrows "sitrep/export/tolls"
)

// The command line, the files of the window and its API call every field the same.
func TestFieldsHaveOneName(t *testing.T) {
	for name, c := range map[string]struct {
		columns []string
		object  reflect.Type
		but     []string // of the command line only
	}{
		"claims":  {fieldNames(claimColumns), reflect.TypeFor[claims.Object](), []string{"answers", "again"}},
		"tolls":   {fieldNames(tollColumns), reflect.TypeFor[tollrows.Object](), []string{"figure"}},
		"reports": {fieldNames(reportColumns), reflect.TypeFor[reports.Listed](), nil},
		"actors":  {fieldNames(actorColumns), reflect.TypeFor[actors.Object](), nil},
		"sources": {fieldNames(sourceColumns), reflect.TypeFor[sources.Object](), nil},
	} {
		var fields []string
		for _, f := range reflect.VisibleFields(c.object) {
			fields = append(fields, f.Tag.Get("json"))
		}
		for _, column := range c.columns {
			if !slices.Contains(fields, column) && !slices.Contains(c.but, column) {
				t.Errorf("%s: the object has no field %s", name, column)
			}
		}
	}
}
