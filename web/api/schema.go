package api

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// prefix is where the schemas stand in the description.
const prefix = "#/components/schemas/"

// schemaName names the parts of the description: rows by what they are, pages by their rows.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name := t.Name()
	switch {
	case name == "Object" && strings.HasSuffix(t.PkgPath(), "/reports"):
		return "ReportHead"
	case name == "Listed":
		return "ListedReport"
	case name == "Object":
		_, pkg, _ := strings.Cut(t.PkgPath(), "export/")
		return strings.ToUpper(pkg[:1]) + strings.TrimSuffix(pkg[1:], "s")
	case strings.HasPrefix(name, "pageBody["):
		rows, _ := t.FieldByName("Rows")
		return "PageOf" + schemaName(rows.Type.Elem(), hint) + "s"
	}
	return strings.TrimSuffix(strings.TrimSuffix(huma.DefaultSchemaNamer(t, hint), "Body"), "Answer")
}

// named puts a schema that the record has made among the others, once, and refers to it.
func named(r huma.Registry, name string, made []byte) *huma.Schema {
	if r.Map()[name] == nil {
		s := &huma.Schema{Extensions: map[string]any{}}
		if err := json.Unmarshal(made, &s.Extensions); err != nil {
			panic("api: a schema of the record is no JSON: " + err.Error())
		}
		delete(s.Extensions, "$schema")
		r.Map()[name] = s
	}
	return &huma.Schema{Ref: prefix + name}
}

// tidy says of answers what holds: lists are never null, and fields may be added.
func tidy(schemas huma.Registry) {
	asked := map[string]bool{"Pasted": true, "Said": true, "Answered": true, "Graded": true}
	for name, s := range schemas.Map() {
		if !asked[name] {
			s.AdditionalProperties = nil
		}
		for _, p := range s.Properties {
			for ; p != nil && p.Type == "array"; p = p.Items {
				p.Nullable = false
			}
		}
	}
}
