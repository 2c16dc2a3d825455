package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fieldsOf are the promises of a JSON Schema, a line each: every field with its type, every one that is always there, every word of a list.
func fieldsOf(schema any) []string {
	found := map[string]bool{}
	walkSchema(schema, "$", found)
	return slices.Sorted(maps.Keys(found))
}

func walkSchema(schema any, path string, found map[string]bool) {
	s, ok := schema.(map[string]any)
	if !ok {
		return
	}
	for _, t := range typesOf(s) {
		found[path+" is "+t] = true
	}
	for _, v := range listOf(s["enum"]) {
		if v != nil { // null stands among the types
			found[fmt.Sprintf("%s may be %v", path, v)] = true
		}
	}
	for _, name := range listOf(s["required"]) {
		found[fmt.Sprintf("%s.%s is always there", path, name)] = true
	}
	properties, _ := s["properties"].(map[string]any)
	for name, p := range properties {
		walkSchema(p, path+"."+name, found)
	}
	walkSchema(s["items"], path+"[]", found)
	for _, part := range listOf(s["anyOf"]) {
		walkSchema(part, path, found)
	}
}

// typesOf is the type of a field, as one line: a type that another joins is another type, since readers do not expect it.
func typesOf(s map[string]any) []string {
	if ref, ok := s["$ref"].(string); ok {
		return []string{"as in " + ref}
	}
	var types []string
	for _, t := range listOf(s["type"]) {
		types = append(types, fmt.Sprint(t))
	}
	if t, ok := s["type"].(string); ok {
		types = []string{t}
	}
	if slices.Sort(types); len(types) == 0 {
		return nil
	}
	return []string{strings.Join(types, " or ")}
}

func listOf(v any) []any {
	list, _ := v.([]any)
	return list
}

// fieldsSeen are the fields of JSON that has no schema, with the types that they have in it.
func fieldsSeen(values ...any) []string {
	found := map[string]bool{}
	var walk func(v any, path string)
	walk = func(v any, path string) {
		switch v := v.(type) {
		case map[string]any:
			for name, of := range v {
				found[path+"."+name] = true
				walk(of, path+"."+name)
			}
		case []any:
			for _, of := range v {
				walk(of, path+"[]")
			}
		case string:
			found[path+" is string"] = true
		case float64:
			found[path+" is number"] = true
		case bool:
			found[path+" is boolean"] = true
		}
	}
	for _, v := range values {
		walk(v, "$")
	}
	return slices.Sorted(maps.Keys(found))
}

// lost are the frozen lines that are no longer there: what was taken out, or is another type now.
func lost(frozen, now []string) (gone []string) {
	for _, line := range frozen {
		if !slices.Contains(now, line) {
			gone = append(gone, line)
		}
	}
	return gone
}

// promises compares with a frozen list. With -update what is new is added; nothing is taken out.
func promises(t *testing.T, name string, now []string) {
	t.Helper()
	file := filepath.Join("testdata", "compatibility", name+".fields")
	frozen := frozenLines(t, file)
	if *update {
		all := append(slices.Clone(frozen), now...)
		slices.Sort(all)
		frozen = slices.Compact(all)
		if err := os.WriteFile(file, []byte(strings.Join(frozen, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(frozen) == 0 {
		t.Fatalf("%s is not there: go test ./cmd/sitrep -update writes it", file)
	}
	for _, line := range lost(frozen, now) {
		t.Errorf("%s: %q was promised and is no longer so: docs/compatibility.md says how to break it", name, line)
	}
}

func frozenLines(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")), "\n")
}

// promisesOrder compares columns with frozen ones: those come first, in their order. With -update what is new goes to the end.
func promisesOrder(t *testing.T, name string, now []string) {
	t.Helper()
	file := filepath.Join("testdata", "compatibility", name+".columns")
	frozen := frozenLines(t, file)
	if *update && (len(frozen) == 0 || moved(frozen, now) == "") {
		frozen = now
		if err := os.WriteFile(file, []byte(strings.Join(frozen, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(frozen) == 0 {
		t.Fatalf("%s is not there: go test ./cmd/sitrep -update writes it", file)
	}
	if fault := moved(frozen, now); fault != "" {
		t.Errorf("%s: %s: docs/compatibility.md says how to break it", name, fault)
	}
}

// moved tells how columns break the promise, empty where they do not.
func moved(frozen, now []string) string {
	for i, column := range frozen {
		if i >= len(now) || now[i] != column {
			return fmt.Sprintf("column %d was promised to be %q", i+1, column)
		}
	}
	return ""
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return v
}

func TestWhatBreaksAPromise(t *testing.T) {
	const before = `{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"count":{"type":["integer","null"]},"kind":{"type":"string","enum":["a","b"]},"places":{"type":"array","items":{"type":"object","properties":{"lat":{"type":"number"}}}}}}`
	frozen := fieldsOf(decoded(t, before))
	for _, c := range []struct {
		name, old, now string
		breaks         bool
	}{
		{"nothing", ``, ``, false},
		{"a field is added", `"properties":{"id"`, `"properties":{"new":{"type":"string"},"id"`, false},
		{"a word is added", `["a","b"]`, `["a","b","c"]`, false},
		{"a field becomes one that is always there", `["id"]`, `["id","kind"]`, false},
		{"a field is taken out", `"id":{"type":"string"},`, ``, true},
		{"a field is renamed", `"lat"`, `"latitude"`, true},
		{"a type is another", `{"type":"number"}`, `{"type":"string"}`, true},
		{"null is no longer among the types", `["integer","null"]`, `"integer"`, true},
		{"null joins the types", `"id":{"type":"string"}`, `"id":{"type":["string","null"]}`, true},
		{"a word is taken out", `["a","b"]`, `["a"]`, true},
		{"a field is no longer always there", `"required":["id"]`, `"required":[]`, true},
		{"a list becomes an object", `{"type":"array","items":{"type":"object","properties":{"lat":{"type":"number"}}}}`, `{"type":"object","properties":{"lat":{"type":"number"}}}`, true},
	} {
		now := fieldsOf(decoded(t, strings.Replace(before, c.old, c.now, 1)))
		if gone := lost(frozen, now); (len(gone) > 0) != c.breaks {
			t.Errorf("%s: lost %q", c.name, gone)
		}
	}
}

func TestWhatBreaksTheOrderOfColumns(t *testing.T) {
	frozen := []string{"id", "kind"}
	for _, c := range []struct {
		name   string
		now    []string
		breaks bool
	}{{"the same", frozen, false}, {"one at the end", []string{"id", "kind", "new"}, false}, {"one in between", []string{"id", "new", "kind"}, true}, {"one gone", []string{"id"}, true}, {"another name", []string{"id", "type"}, true}} {
		if fault := moved(frozen, c.now); (fault != "") != c.breaks {
			t.Errorf("%s: %q", c.name, fault)
		}
	}
}
