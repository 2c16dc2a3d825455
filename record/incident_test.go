package record

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep"
)

// shelled is an incident made by hand that has something in every field.
func shelled() *sitrep.Incident {
	key := sitrep.EventKey{Report: "r", Event: "e1"}
	three := sitrep.TallyToll{Key: key, Toll: "t1", Count: 3, Qualifier: sitrep.AtLeast, Origin: "the mayor", Published: time.Date(2021, 6, 16, 0, 0, 0, 0, time.UTC),
		Quote: "at least three people", Span: at("at least three people"), Why: "the last of its origin"}
	early := three
	early.Count, early.CountTo, early.Key.Report, early.Why = 2, 4, "other", "an earlier figure"
	return &sitrep.Incident{ID: "i1", Kind: sitrep.Shelling, Title: "Shelling of Dorel", Status: sitrep.Disputed,
		When:  sitrep.Interval{From: sitrep.CivilDate{Year: 2021, Month: 6, Day: 15}, Precision: sitrep.DayPrecision, Basis: sitrep.Resolved},
		Place: sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Precision: 3, Located: true, Lat: 1, Lon: 2},
		Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Marun Front", Side: "MARUN", Kind: sitrep.OrganisationEntity, Confidence: sitrep.Accused,
			AccordingTo: []string{"the mayor"}, DeniedBy: []string{"Marun Front"}, Events: []sitrep.EventKey{key}}},
		Events: []sitrep.EventKey{key}, Tally: []sitrep.Tally{{Harm: sitrep.Killed, Low: 2, Best: 3, High: 3, Open: true, RestsOn: []sitrep.TallyToll{three}, SetAside: []sitrep.TallyToll{early}, Why: "on the spot"}},
		Origins: []sitrep.Origin{{Name: "the mayor", Kind: sitrep.LocalOfficial, Reports: []string{"r"}, Events: []sitrep.EventKey{key}, Copies: [][]string{{"r", "s"}}}},
		Grade:   sitrep.Confirmed, GradedBy: sitrep.Judgement{By: "Ada", At: time.Date(2021, 7, 1, 9, 0, 0, 0, time.UTC), Reason: "seen"}, PartOf: "i0", Follows: "i2",
		Contradictions: []sitrep.Contradiction{{Field: "initiator", Entries: []sitrep.ContradictionEntry{{Value: "Marun Front", Origin: "the mayor", Key: key, Quote: "that it had fired", Span: at("that it had fired")}}}},
		Course:         []sitrep.Turn{{What: "in-effect", When: sitrep.Interval{From: sitrep.CivilDate{Year: 2021, Month: 5, Day: 4}}, By: "x", AccordingTo: []string{"y"}, Venue: "Kesh", Key: key, Claim: "c", Quote: "A truce of May 4", Span: at("A truce of May 4")}},
		FirstPublished: time.Date(2021, 6, 16, 0, 0, 0, 0, time.UTC), LastPublished: time.Date(2021, 6, 17, 0, 0, 0, 0, time.UTC), News: true}
}

func textOfReport(report string) (string, bool) { return pageText, report == "r" }

func writtenIncident(t *testing.T, i *sitrep.Incident, o IncidentOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteIncident(&b, i, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteIncident(t *testing.T) {
	got := writtenIncident(t, shelled(), IncidentOptions{Text: textOfReport})
	for _, want := range []string{
		`{"schema":"sitrep-incident/1","id":"i1","kind":"shelling","title":"Shelling of Dorel","from":"2021-06-15","to":null,"place":{"name":"Dorel","country":["UPL"],`,
		`"events":[{"report":"r","event":"e1"}],"tally":[{"harm":"killed","side":null,"civilian":null,"low":2,"best":3,"high":3,"open":true,"rests_on":[{"report":"r","event":"e1","quote":"at least three people","start":72,"end":93,`,
		`"set_aside":[{"report":"other","event":"e1","quote":"at least three people","start":null,"end":null,"toll":"t1","count":2,"count_to":4,`,
		`"grade":"confirmed","part_of":"i0","follows":"i2"`, `"graded_by":{"by":"Ada","at":"2021-07-01T09:00:00Z","reason":"seen"}`,
		`"course":[{"report":"r","event":"e1","quote":"A truce of May 4",`, `"copies":[["r","s"]]`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s\nwant %s in it", got, want)
		}
	}
	runes := []rune(pageText)
	var out incidentJSON
	if err := json.Unmarshal([]byte(got), &out); err != nil {
		t.Fatal(err)
	}
	if q := out.Tally[0].RestsOn[0].quotedJSON; string(runes[*q.Start:*q.End]) != q.Quote {
		t.Errorf("the text at %d to %d is %q, the quote %q", *q.Start, *q.End, string(runes[*q.Start:*q.End]), q.Quote)
	}
	empty := writtenIncident(t, &sitrep.Incident{ID: "x"}, IncidentOptions{})
	if strings.Contains(empty, `"events":null`) || !strings.Contains(empty, `"place":null`) || !strings.Contains(empty, `"course":[]`) {
		t.Errorf("an empty incident: got %s", empty)
	}
}

func TestIncidentSchemaOfTheDocs(t *testing.T) {
	const file = "../docs/sitrep-incident-1.schema.json"
	if *update {
		if err := os.WriteFile(file, SchemaOfIncidents(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	published, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(bytes.ReplaceAll(published, []byte("\r\n"), []byte("\n")), SchemaOfIncidents()) {
		t.Errorf("%s is not the schema of what is written (error %v): run go test ./record -update, and raise the number if a field went or changed", file, err)
	}
	compiler := jsonschema.NewCompiler()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(SchemaOfIncidents()))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource("incident.json", doc); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("incident.json")
	for name, i := range map[string]*sitrep.Incident{"full": shelled(), "bare": {ID: "x", Kind: sitrep.Battle, Status: sitrep.Happened, Grade: sitrep.SingleOrigin}} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(writtenIncident(t, i, IncidentOptions{Text: textOfReport})))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryFieldOfAnIncidentStandsInTheDocs(t *testing.T) {
	b, err := os.ReadFile("../docs/incidents.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(ty reflect.Type) {
		for ty.Kind() == reflect.Pointer || ty.Kind() == reflect.Slice {
			ty = ty.Elem()
		}
		if ty.Kind() != reflect.Struct || ty == reflect.TypeFor[placeJSON]() || seen[ty] {
			return
		}
		seen[ty] = true
		fields(ty, func(name string, _ bool, f reflect.StructField) {
			if !strings.Contains(page, "`"+name+"`") {
				t.Errorf("field %s of %s does not stand in docs/incidents.md", name, ty.Name())
			}
			walk(f.Type)
		})
	}
	walk(reflect.TypeFor[incidentJSON]())
}
