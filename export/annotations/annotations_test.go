package annotations_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/export/annotations"
	"sitrep/export/rows"
	"sitrep/standoff"
)

const told = "📻 شهود said shells hit a market in Dorel, killing ███████ and two others. Talks were called off."

func span(words string) sitrep.Span {
	i := strings.Index(told, words)
	return sitrep.Span{Start: i, End: i + len(words)}
}

func row(text string, events map[string]bool) *annotations.Row {
	r := &sitrep.Reading{Report: &sitrep.Report{ID: "radio 1", SHA256: "h", Text: told},
		Claims: []sitrep.Claim{{ID: "c1", Source: "شهود", Stance: sitrep.Assert, Content: []sitrep.Span{span("shells hit"), span("two others")}, About: []string{"e1"}}},
		Events: []sitrep.Event{{ID: "e1", Kind: sitrep.Shelling, Trigger: span("shells hit"),
			Tolls: []sitrep.Toll{{ID: "t1", Harm: sitrep.Killed, Count: 3, Words: span("killing ███████ and two others")}}},
			{ID: "e2", Kind: sitrep.Talks, Trigger: span("Talks")}}}
	return &annotations.Row{Head: sitrep.ReportHead{ID: "radio 1"}, Document: standoff.Of(r, text, func(s string) string { return s }), Events: events}
}

type selector struct {
	Type, Exact, Prefix, Suffix string
	Start, End                  *int
}

type collection struct {
	Context any `json:"@context"`
	ID      string
	Type    string
	Total   int
	First   struct {
		ID, Type, PartOf string
		StartIndex       *int
		Items            []struct {
			ID, Type, Motivation string
			Body                 []struct{ Type, Purpose, Value string }
			Target               []struct {
				Type, Source string
				SHA256       string `json:"sitrep:sha256"`
				Selector     []selector
			}
			Links []struct {
				Role string `json:"sitrep:role"`
				To   struct {
					ID string `json:"id"`
				} `json:"sitrep:to"`
			} `json:"sitrep:links"`
		}
	}
}

func written(t *testing.T, list ...*annotations.Row) (collection, []string) {
	t.Helper()
	var b bytes.Buffer
	w := annotations.New(&b, rows.Head{Title: "Lake", Made: "2031-05-09T00:00:00Z"})
	for _, r := range list {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var out collection
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	return out, w.LeftOut()
}

// motivations are those of the Web Annotation Vocabulary.
var motivations = []string{"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"}

// The data model says what a collection, a page and an annotation must have: https://www.w3.org/TR/annotation-model/
func TestTheCollectionIsOneOfTheDataModel(t *testing.T) {
	c, _ := written(t, row(told, nil), row(told, nil))
	context, ok := c.Context.([]any)
	if !ok || context[0] != "http://www.w3.org/ns/anno.jsonld" || c.Type != "AnnotationCollection" || c.ID == "" || c.Total != len(c.First.Items) || c.Total != 8 {
		t.Errorf("collection %v %s %d", c.Context, c.Type, c.Total)
	}
	if c.First.Type != "AnnotationPage" || c.First.ID == "" || c.First.PartOf != c.ID || c.First.StartIndex == nil {
		t.Errorf("page %+v", c.First)
	}
	text := []rune(told)
	for _, a := range c.First.Items {
		if a.Type != "Annotation" || strings.ContainsAny(a.ID, " \n") || !slices.Contains(motivations, a.Motivation) || len(a.Target) == 0 || len(a.Body) == 0 {
			t.Errorf("annotation %+v", a)
		}
		for _, at := range a.Target {
			if at.Source == "" || at.Type != "SpecificResource" || at.SHA256 != "h" {
				t.Errorf("target %+v", at)
			}
			place := at.Selector[len(at.Selector)-1]
			if place.Type != "TextPositionSelector" || place.Start == nil || place.End == nil {
				t.Fatalf("selectors %+v", at.Selector)
			}
			words := at.Selector[0]
			if words.Type != "TextQuoteSelector" {
				continue
			}
			if words.Exact != string(text[*place.Start:*place.End]) || !strings.Contains(told, words.Prefix+words.Exact+words.Suffix) {
				t.Errorf("words %+v at %d–%d", words, *place.Start, *place.End)
			}
		}
	}
}

func TestACoveredNameIsNotQuoted(t *testing.T) {
	c, left := written(t, row(told, nil))
	for _, a := range c.First.Items {
		for _, at := range a.Target {
			for _, s := range at.Selector {
				if strings.ContainsRune(s.Exact+s.Prefix+s.Suffix, standoff.Cover) {
					t.Errorf("%+v", s)
				}
			}
		}
	}
	if !strings.Contains(strings.Join(left, "\n"), "1 stretches") {
		t.Errorf("left out %q", left)
	}
}

func TestOnlyEventsThatAreAskedForAreWritten(t *testing.T) {
	var got []string
	c, _ := written(t, row(told, map[string]bool{"e2": true}))
	for _, a := range c.First.Items {
		got = append(got, a.ID)
	}
	if want := []string{"urn:sitrep:report:radio%201:e2"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if c, _ := written(t, row(told, map[string]bool{"e1": true})); c.Total != 3 {
		t.Errorf("%d annotations of an event, its toll and its claim", c.Total)
	}
	if c, _ := written(t); c.Total != 0 || c.First.Type != "AnnotationPage" {
		t.Errorf("of nothing: %+v", c)
	}
}

func TestLinksLeadToAnnotations(t *testing.T) {
	c, _ := written(t, row(told, nil))
	ids := map[string]bool{}
	for _, a := range c.First.Items {
		ids[a.ID] = true
	}
	n := 0
	for _, a := range c.First.Items {
		for _, l := range a.Links {
			n++
			if !ids[l.To.ID] || l.Role == "" {
				t.Errorf("%s leads to %+v", a.ID, l)
			}
		}
	}
	if n != 2 {
		t.Errorf("%d links", n)
	}
}
