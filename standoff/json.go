package standoff

import (
	"encoding/json"
	"fmt"

	"sitrep/internal/plainjson"
)

// Schema names the JSON of a document without its text: what was given out, against which a person's work is compared.
const Schema = "sitrep-marks/1"

type documentJSON struct {
	Schema string      `json:"schema"`
	Report string      `json:"report"`
	SHA256 string      `json:"sha256"`
	Title  string      `json:"title"`
	Marks  []markJSON  `json:"marks"`
	Links  [][3]string `json:"links"`
}

type markJSON struct {
	ID     string      `json:"id"`
	Type   string      `json:"type"`
	Spans  [][2]int    `json:"spans"`
	Fields [][2]string `json:"fields"`
}

// MarshalJSON writes a document without its text.
func (d *Document) MarshalJSON() ([]byte, error) {
	out := documentJSON{Schema: Schema, Report: d.Report, SHA256: d.SHA256, Title: d.Title, Marks: []markJSON{}, Links: [][3]string{}}
	for i := range d.Marks {
		m := markJSON{ID: d.Marks[i].ID, Type: d.Marks[i].Type, Spans: [][2]int{}, Fields: [][2]string{}}
		for _, s := range d.Marks[i].Spans {
			m.Spans = append(m.Spans, [2]int{s.Start, s.End})
		}
		for _, f := range d.Marks[i].Fields {
			m.Fields = append(m.Fields, [2]string{f.Name, f.Value})
		}
		out.Marks = append(out.Marks, m)
	}
	for _, l := range d.Links {
		out.Links = append(out.Links, [3]string{l.From, l.Role, l.To})
	}
	return plainjson.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Document) UnmarshalJSON(b []byte) error {
	var in documentJSON
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	if in.Schema != Schema {
		return fmt.Errorf("marks: schema %q: want %q", in.Schema, Schema)
	}
	*d = Document{Report: in.Report, SHA256: in.SHA256, Title: in.Title}
	for _, m := range in.Marks {
		mark := Mark{ID: m.ID, Type: m.Type}
		for _, s := range m.Spans {
			mark.Spans = append(mark.Spans, Points{s[0], s[1]})
		}
		for _, f := range m.Fields {
			mark.Fields = append(mark.Fields, Field{f[0], f[1]})
		}
		d.Marks = append(d.Marks, mark)
	}
	for _, l := range in.Links {
		d.Links = append(d.Links, Link{l[0], l[1], l[2]})
	}
	return nil
}
