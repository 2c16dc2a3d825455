package record

import (
	"encoding/json"
	"reflect"
	"strings"

	"sitrep"
)

// values are the values that a field of the JSON may have, by the object and the field.
var values = map[string][]string{
	"event.kind": texts(sitrep.Kinds), "event.status": {"happened", "ongoing", "planned", "disputed"}, "event.stage": {"accomplished", "attempted", "threatened"},
	"event.precision": {"day", "days", "week", "month", "season", "year", "more"}, "event.basis": {"told", "resolved", "assumed"},
	"event.phase":       {"proposed", "agreed", "declared", "in-effect", "extended", "suspended", "broken-down", "ended"},
	"actor.role":        {"initiator", "target", "party", "mediator"},
	"actor.kind":        {"person", "people", "organisation", "thing"},
	"actor.effect":      {"destroyed", "damaged", "undamaged"},
	"actor.qualifier":   {"exact", "at-least", "more-than", "about", "up-to", "fewer-than", "range", "vague"},
	"actor.confidence":  {"fact", "claimed", "accused", "accused-by-authorities", "possible"},
	"toll.harm":         {"killed", "wounded", "casualties", "missing", "captured", "displaced"},
	"toll.qualifier":    {"exact", "at-least", "more-than", "about", "up-to", "fewer-than", "range", "vague"},
	"toll.relation":     {"", "whole", "part", "rival", "update", "cumulative"},
	"claim.mode":        {"quote", "indirect", "post", "document"},
	"claim.stance":      {"assert", "deny", "accuse", "demand", "reject", "agree", "promise", "threaten", "condemn", "warn"},
	"claim.source_kind": {"belligerent", "government", "local-official", "medical-or-rescue", "monitor", "witness", "armed-group", "organisation", "media", "anonymous-official", "unnamed"},
	"entity.kind":       {"person", "people", "organisation", "thing"},
	"timex.type":        {"DATE", "TIME", "DURATION", "SET"},
	"incident.kind":     texts(sitrep.Kinds), "incident.status": {"happened", "ongoing", "planned", "disputed"}, "incident.grade": texts(sitrep.Grades),
	"tally.harm":             {"killed", "wounded", "casualties", "missing", "captured", "displaced"},
	"incidentActor.role":     {"initiator", "target", "party", "mediator"},
	"proposal.what":          {"event", "toll", "claim"},
	"proposed.kind":          texts(sitrep.Kinds),
	"proposed.status":        {"happened", "ongoing", "planned", "disputed"},
	"proposed.harm":          {"killed", "wounded", "casualties", "missing", "captured", "displaced"},
	"proposed.qualifier":     {"exact", "at-least", "more-than", "about", "up-to", "fewer-than", "range", "vague"},
	"proposed.stance":        {"assert", "deny", "accuse", "demand", "reject", "agree", "promise", "threaten", "condemn", "warn"},
	"report.published_basis": {"given", "page", "text", "url", "assumed", "not-known"},
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// Schema is the JSON Schema (draft 2020-12) of ReadingSchema, made from the types that are written.
func Schema() []byte {
	return schemaFile(reflect.TypeFor[readingJSON](), "The record of one report, ", ReadingSchema)
}

// SchemaOfIncidents is the JSON Schema of IncidentSchema.
func SchemaOfIncidents() []byte {
	return schemaFile(reflect.TypeFor[incidentJSON](), "An incident, ", IncidentSchema)
}

func schemaFile(t reflect.Type, title, schema string) []byte {
	s := schemaOf(t, "")
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title + schema
	s["properties"].(map[string]any)["schema"] = map[string]any{"const": schema}
	b, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		panic("record: the schema cannot be written: " + err.Error())
	}
	return append(b, '\n')
}

func schemaOf(t reflect.Type, field string) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		s := schemaOf(t.Elem(), field)
		s["type"] = []any{s["type"], "null"}
		if enum, ok := s["enum"].([]any); ok {
			s["enum"] = append(enum, nil)
		}
		return s
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), "")}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.String:
		s := map[string]any{"type": "string"}
		if all := values[field]; all != nil {
			enum := make([]any, len(all))
			for i, v := range all {
				enum[i] = v
			}
			s["enum"] = enum
		}
		return s
	}
	properties, required := map[string]any{}, []any{}
	object := strings.TrimSuffix(t.Name(), "JSON")
	fields(t, func(name string, optional bool, f reflect.StructField) {
		properties[name] = schemaOf(f.Type, object+"."+name)
		if !optional {
			required = append(required, name)
		}
	})
	return map[string]any{"type": "object", "properties": properties, "required": required}
}

// fields visits the fields of an object as they are written, those of the objects inside it that are written in its place too.
func fields(t reflect.Type, visit func(name string, optional bool, f reflect.StructField)) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			fields(f.Type, visit)
			continue
		}
		name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
		visit(name, rest == "omitempty", f)
	}
}
