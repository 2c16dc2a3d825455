package labelstudio

import (
	"fmt"

	"sitrep/record"
	"sitrep/standoff"
)

// task is a text to work on.
type task struct {
	Data        data     `json:"data"`
	Predictions []result `json:"predictions"`
}

// data is what a task is of. Sitrep is what was given out: Label Studio keeps it, while its exports name predictions by number only.
type data struct {
	Text   string             `json:"text"`
	Title  string             `json:"title"`
	Report string             `json:"report"`
	Sitrep *standoff.Document `json:"sitrep"`
}

type result struct {
	Model string `json:"model_version"`
	Items []item `json:"result"`
}

// item is a region, a field of one, or a relation.
type item struct {
	ID        string   `json:"id,omitempty"`
	From      string   `json:"from_name,omitempty"`
	To        string   `json:"to_name,omitempty"`
	Type      string   `json:"type"`
	Value     *value   `json:"value,omitempty"`
	FromID    string   `json:"from_id,omitempty"`
	ToID      string   `json:"to_id,omitempty"`
	Direction string   `json:"direction,omitempty"`
	Labels    []string `json:"labels,omitempty"`
}

type value struct {
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Text    any      `json:"text,omitempty"` // the words of a region; of a text area the lines written in it
	Labels  []string `json:"labels,omitempty"`
	Choices []string `json:"choices,omitempty"`
}

// The names in the labelling configuration.
const (
	textName  = "text"
	markName  = "mark"
	noteName  = "note"
	continues = "continues" // the relation from a stretch to the next one of the same mark
)

func taskOf(d *standoff.Document) task {
	r := result{Model: "sitrep", Items: []item{}}
	at := record.NewPoints(d.Text)
	for i := range d.Marks {
		r.Items = append(r.Items, itemsOf(d, at, &d.Marks[i])...)
	}
	for _, l := range d.Links {
		r.Items = append(r.Items, relation(l.From, l.Role, l.To))
	}
	return task{data{d.Text, d.Title, d.Report, d}, []result{r}}
}

func relation(from, role, to string) item {
	return item{Type: "relation", FromID: from, ToID: to, Direction: "right", Labels: []string{role}}
}

// itemsOf are the regions of a mark, one a stretch, and its fields.
func itemsOf(d *standoff.Document, at *record.Points, m *standoff.Mark) []item {
	var out, more []item
	before := ""
	for n, p := range m.Spans {
		id := m.ID
		if n > 0 {
			id = fmt.Sprintf("%s.%d", m.ID, n+1)
			more = append(more, relation(before, continues, id))
		}
		before = id
		s := at.Span(p.Start, p.End)
		out = append(out, item{ID: id, From: markName, To: textName, Type: "labels", Value: &value{Start: p.Start, End: p.End, Text: d.Text[s.Start:s.End], Labels: []string{m.Type}}})
	}
	if len(out) == 0 {
		return nil
	}
	field := func(name, typ string, v value) {
		v.Start, v.End = m.Spans[0].Start, m.Spans[0].End
		out = append(out, item{ID: m.ID, From: name, To: textName, Type: typ, Value: &v})
	}
	for _, f := range m.Fields {
		if standoff.ChoiceOf(f.Name) != nil {
			field(f.Name, "choices", value{Choices: []string{f.Value}})
		}
	}
	if note := m.Note(); note != "" {
		field(noteName, "textarea", value{Text: []string{note}})
	}
	return append(out, more...)
}
