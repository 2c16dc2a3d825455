package alert

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"time"

	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/internal/plainjson"
	"sitrep/record"
)

// Schema names the JSON of a notice and its version. docs/alerts.md tells the fields, docs/sitrep-alert-1.schema.json is the same for programs.
const Schema = "sitrep-alert/1"

// caution goes with everything that is sent.
const caution = "What reports say, read by a machine. Nothing here is a finding of fact; who is said to have done something stands with who says so."

// message is a notice as a webhook gets it.
type message struct {
	Schema   string          `json:"schema"`
	ID       string          `json:"id"`
	Alert    string          `json:"alert"`
	Why      string          `json:"why"`
	Earlier  *string         `json:"earlier"`
	At       string          `json:"at"`
	Reviewed bool            `json:"reviewed"`
	Title    string          `json:"title"`
	Changes  []string        `json:"changes"`
	Text     []string        `json:"text"`
	Origins  []string        `json:"origins"`
	OneSide  *string         `json:"one_side"`
	Link     *string         `json:"link"`
	Caution  string          `json:"caution"`
	Incident json.RawMessage `json:"incident"`
}

// messageOf is the JSON of a notice.
func messageOf(n *casebook.Notice, base string) ([]byte, error) {
	incident := bytes.NewBufferString("null")
	if n.Why != Test {
		incident.Reset()
		if err := record.WriteIncident(incident, &n.Incident, record.IncidentOptions{}); err != nil {
			return nil, err
		}
	}
	m := message{Schema: Schema, ID: n.ID, Alert: n.Alert, Why: n.Why, Earlier: rows.OrNull(n.Earlier), At: n.At.UTC().Format(time.RFC3339), Reviewed: n.Incident.GradedBy.By != "",
		Title: n.Title, Changes: rows.ListOrEmpty(n.Changes), Text: rows.ListOrEmpty(n.Lines), Origins: rows.ListOrEmpty(rows.Origins(&n.Incident)), OneSide: rows.OrNull(n.Incident.OneSide()),
		Link: rows.OrNull(link(n, base)), Caution: caution, Incident: bytes.TrimSpace(incident.Bytes())}
	return plainjson.Marshal(m)
}

// link is the address of the incident in the window, empty where none is known or the incident is no more.
func link(n *casebook.Notice, base string) string {
	if n.Why == Gone || n.Incident.ID == "" {
		return ""
	}
	return rows.Head{Base: strings.TrimRight(base, "/")}.Link(n.Incident.ID)
}

// body is a notice as lines for people.
func body(n *casebook.Notice, base string) []string {
	out := []string{n.Title, ""}
	if n.Earlier != "" {
		out = append(out, "This follows alert "+n.Earlier+".")
		for _, c := range n.Changes {
			out = append(out, "- "+c)
		}
		out = append(out, "")
	}
	if n.Why == Gone {
		out = append(out, "What the earlier alert told of it stands no longer.", "")
	}
	if len(n.Lines) > 0 {
		out = append(append(out, n.Lines...), "")
	}
	if n.Incident.ID != "" {
		out = append(out, "Incident "+n.Incident.ID+"; alert "+n.ID+" of “"+n.Alert+"”.")
	}
	if l := link(n, base); l != "" {
		out = append(out, l)
	}
	return append(out, caution)
}

// SchemaJSON is the JSON Schema (draft 2020-12) of what a webhook gets.
func SchemaJSON() []byte {
	properties, required := map[string]any{}, []string{}
	t := reflect.TypeFor[message]()
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("json")
		required = append(required, name)
		switch f.Type {
		case reflect.TypeFor[string]():
			properties[name] = map[string]any{"type": "string"}
		case reflect.TypeFor[*string]():
			properties[name] = map[string]any{"type": []string{"string", "null"}}
		case reflect.TypeFor[bool]():
			properties[name] = map[string]any{"type": "boolean"}
		case reflect.TypeFor[[]string]():
			properties[name] = map[string]any{"type": "array", "items": map[string]any{"type": "string"}}
		default:
			properties[name] = map[string]any{"anyOf": []any{map[string]any{"$ref": "sitrep-incident-1.schema.json"}, map[string]any{"type": "null"}}} // null in a test
		}
	}
	properties["schema"] = map[string]any{"const": Schema}
	properties["why"] = map[string]any{"type": "string", "enum": []string{New, Raised, Corrected, Lowered, Merged, Gone, Test}}
	b, err := json.MarshalIndent(map[string]any{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "What an alert tells a webhook, " + Schema,
		"type": "object", "properties": properties, "required": required}, "", " ")
	if err != nil {
		panic("alert: the schema cannot be written: " + err.Error())
	}
	return append(b, '\n')
}
