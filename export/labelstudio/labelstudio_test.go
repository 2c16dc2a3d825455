package labelstudio_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"sitrep"
	"sitrep/export/labelstudio"
	"sitrep/standoff"
)

const told = "📻 شهود said shells hit a market\nin Dorel, killing ███████ and two others."

func span(words string) sitrep.Span {
	i := strings.Index(told, words)
	return sitrep.Span{Start: i, End: i + len(words)}
}

func reading() *sitrep.Reading {
	return &sitrep.Reading{Report: &sitrep.Report{ID: "radio-1", SHA256: "h", Title: "Shells", Text: told},
		Attributions: []sitrep.Attribution{{Source: []sitrep.Span{span("شهود")}, Claims: []string{"c1"}}},
		Claims: []sitrep.Claim{{ID: "c1", Source: "شهود", Stance: sitrep.Assert, Mode: sitrep.IndirectMode, About: []string{"e1"},
			Content: []sitrep.Span{span("shells hit a market\nin Dorel"), span("two others")}}},
		Events: []sitrep.Event{{ID: "e1", Kind: sitrep.Shelling, Status: sitrep.Happened, Trigger: span("shells hit"),
			Tolls: []sitrep.Toll{{ID: "t1", Harm: sitrep.Killed, Count: 3, Qualifier: sitrep.AtLeast, Words: span("killing ███████ and two others")}}}}}
}

func files(t *testing.T, n int) (config, tasks string) {
	t.Helper()
	var b bytes.Buffer
	w := labelstudio.New(&b, "2031-05-09T00:00:00Z")
	for range n {
		if err := w.Write(standoff.Of(reading(), told, func(s string) string { return s })); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(z.File) != 2 {
		t.Fatalf("%v, %d files", err, len(z.File))
	}
	read := func(i int) string {
		f, err := z.File[i].Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	return read(0), read(1)
}

// names are those of the labelling configuration, by the element.
func names(t *testing.T, config string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for d := xml.NewDecoder(strings.NewReader(config)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == "name" || a.Name.Local == "value" {
					out[e.Name.Local] = append(out[e.Name.Local], a.Value)
				}
			}
		}
	}
}

// What a task holds must be what the configuration names, or Label Studio leaves it out without a word.
func TestTasksFitTheConfiguration(t *testing.T) {
	config, tasks := files(t, 2)
	known := names(t, config)
	var list []struct {
		Data        map[string]any
		Predictions []struct {
			Model  string `json:"model_version"`
			Result []struct {
				ID, Type, From_name, To_name, From_id, To_id, Direction string
				Labels                                                  []string
				Value                                                   struct {
					Start, End      int
					Text            any
					Labels, Choices []string
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(tasks), &list); err != nil || len(list) != 2 {
		t.Fatalf("%v: %s", err, tasks)
	}
	text := []rune(list[0].Data["text"].(string))
	regions := map[string]bool{}
	for _, r := range list[0].Predictions[0].Result {
		switch r.Type {
		case "labels":
			regions[r.ID] = true
			if string(text[r.Value.Start:r.Value.End]) != r.Value.Text || !slices.Contains(known["Label"], r.Value.Labels[0]) || r.From_name != "mark" {
				t.Errorf("%+v", r)
			}
		case "choices":
			if !slices.Contains(known["Choices"], r.From_name) || !slices.Contains(known["Choice"], r.Value.Choices[0]) || !regions[r.ID] {
				t.Errorf("%+v", r)
			}
		case "textarea":
			if !slices.Contains(known["TextArea"], r.From_name) || !regions[r.ID] {
				t.Errorf("%+v", r)
			}
		case "relation":
			if !slices.Contains(known["Relation"], r.Labels[0]) || r.Direction != "right" {
				t.Errorf("%+v", r)
			}
			continue
		default:
			t.Errorf("type %q", r.Type)
		}
		if !slices.Contains(known["Text"], r.To_name) {
			t.Errorf("%+v is of no text", r)
		}
	}
	if !regions["e1"] || !regions["t1"] || !regions["c1"] || !regions["c1.2"] {
		t.Errorf("regions %v", regions)
	}
}

// exported is what Label Studio gives back of the first task, with what somebody made of the predictions.
func exported(t *testing.T, change func(items []map[string]any) []map[string]any) string {
	t.Helper()
	_, tasks := files(t, 1)
	var list []map[string]any
	if err := json.Unmarshal([]byte(tasks), &list); err != nil {
		t.Fatal(err)
	}
	var items []map[string]any
	for _, x := range list[0]["predictions"].([]any)[0].(map[string]any)["result"].([]any) {
		items = append(items, x.(map[string]any))
	}
	list[0]["id"], list[0]["predictions"] = 7, []int{12}
	list[0]["annotations"] = []any{map[string]any{"id": 1, "was_cancelled": true, "result": []any{}}, map[string]any{"id": 2, "was_cancelled": false, "result": change(items)}}
	b, err := json.Marshal(append(list, map[string]any{"id": 8, "data": map[string]any{"text": "x"}, "annotations": []any{}}))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func value(x map[string]any) map[string]any { return x["value"].(map[string]any) }

func TestWhatSomebodyDidInLabelStudioIsRead(t *testing.T) {
	type items = []map[string]any
	for _, c := range []struct {
		name       string
		change     func(items) items
		want, left string
	}{
		{"nothing", func(all items) items { return all }, "", ""},
		{"ids made anew", func(all items) items {
			for _, x := range all {
				for _, k := range []string{"id", "from_id", "to_id"} {
					if x[k] != nil {
						x[k] = "new-" + x[k].(string)
					}
				}
			}
			return all
		}, "", ""},
		{"UTF-16 units, as older versions count", func(all items) items {
			for _, x := range all {
				if x["value"] == nil {
					continue
				}
				for _, k := range []string{"start", "end"} {
					value(x)[k] = len(utf16.Encode([]rune(told)[:int(value(x)[k].(float64))]))
				}
			}
			return all
		}, "", ""},
		{"a label", func(all items) items { value(all[0])["labels"] = []string{"bombing"}; return all }, `set event.kind "bombing"`, ""},
		{"a note", func(all items) items {
			for _, x := range all {
				if x["type"] == "textarea" && x["id"] == "t1" {
					value(x)["text"] = []string{"count 5", "side NORTH"}
				}
			}
			return all
		}, `set toll.count 5|set toll.side "NORTH"`, ""},
		{"a region that is gone", func(all items) items {
			return slices.DeleteFunc(all, func(x map[string]any) bool { return x["id"] == "t1" || x["to_id"] == "t1" })
		}, "reject toll ", ""},
		{"a relation the other way round", func(all items) items {
			for _, x := range all {
				if x["type"] == "relation" {
					x["direction"], x["from_id"], x["to_id"] = "left", x["to_id"], x["from_id"]
				}
			}
			return all
		}, "", ""},
		{"a relation to nothing", func(all items) items {
			return append(all, map[string]any{"type": "relation", "from_id": "e1", "to_id": "x", "labels": []string{"toll"}})
		}, "", "leads to no region"},
		{"a region of nothing", func(all items) items {
			return append(all, map[string]any{"type": "labels", "id": "z", "value": map[string]any{"start": 5, "end": 9999, "labels": []string{"toll"}}})
		}, "", "outside of the text"},
		{"ratings", func(all items) items {
			return append(all, map[string]any{"type": "rating", "id": "e1", "value": map[string]any{"rating": 5}})
		}, "", "not carried"},
		{"stretches that go on in each other", func(all items) items {
			return append(all, map[string]any{"type": "relation", "from_id": "c1.2", "to_id": "c1", "labels": []string{"continues"}})
		}, "reject claim ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			for g, err := range labelstudio.Read(strings.NewReader(exported(t, c.change))) {
				if err != nil {
					t.Fatal(err)
				}
				n++
				got := standoff.Compare(g.Base, g.Edited, reading())
				var said []string
				for _, x := range got.Corrections {
					said = append(said, fmt.Sprintf("%s %s %s", x.Op, x.Field, x.Value))
				}
				if s := strings.Join(said, "|"); s != c.want {
					t.Errorf("got %q, want %q", s, c.want)
				}
				if left := strings.Join(append(g.Left, got.Left...), "\n"); (left == "") != (c.left == "") || !strings.Contains(left, c.left) {
					t.Errorf("left %q", left)
				}
				if g.Name != "task 7" {
					t.Errorf("name %q", g.Name)
				}
			}
			if n != 1 {
				t.Errorf("%d tasks were worked on", n)
			}
		})
	}
}

func TestTasksThatCannotBeRead(t *testing.T) {
	good := exported(t, func(all []map[string]any) []map[string]any { return all })
	for name, c := range map[string]struct{ in, want string }{
		"no JSON":          {"id,text", "no list of tasks"},
		"an object":        {`{"a":1}`, "no list of tasks"},
		"half of it":       {good[:len(good)/2], "ends early\nends before"},
		"no end":           {good[:len(good)-1], "ends early\nends before"},
		"a text of others": {`[{"id":3,"data":{"text":"x"},"annotations":[{"result":[]}]}]`, "data.sitrep"},
	} {
		t.Run(name, func(t *testing.T) {
			var errs []string
			for _, err := range labelstudio.Read(strings.NewReader(c.in)) {
				if err != nil {
					errs = append(errs, err.Error())
				}
			}
			if len(errs) != 1 || !slices.ContainsFunc(strings.Split(c.want, "\n"), func(w string) bool { return strings.Contains(errs[0], w) }) {
				t.Errorf("got %q, want %q", errs, c.want)
			}
		})
	}
}
