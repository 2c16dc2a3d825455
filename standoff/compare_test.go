package standoff_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/standoff"
)

const told = "📻 Shells hit a market in Dorel on Friday,\nkilling three people, the hospital said. Lake Watch accused the Northern Army. Talks were called off in Kesh."

func span(words string) sitrep.Span {
	i := strings.Index(told, words)
	if i < 0 {
		panic(words)
	}
	return sitrep.Span{Start: i, End: i + len(words)}
}

// reading is of a shelling with a toll and an accusation, and of talks that are none.
func reading() *sitrep.Reading {
	day := sitrep.CivilDate{Year: 2031, Month: 5, Day: 2}
	dorel := sitrep.Place{Name: "Dorel", Countries: []string{"UPL"}, Lat: 1, Lon: 2, Located: true}
	return &sitrep.Reading{Report: &sitrep.Report{ID: "radio-1", SHA256: "h", Title: "Shells; Dorel", Text: told},
		Toponyms:     []sitrep.Toponym{{Span: span("Dorel"), Place: dorel}},
		Attributions: []sitrep.Attribution{{Source: []sitrep.Span{span("the hospital")}, Claims: []string{"c1"}}},
		Claims: []sitrep.Claim{
			{ID: "c1", Source: "the hospital", SourceKind: sitrep.MedicalOrRescue, Mode: sitrep.IndirectMode, Stance: sitrep.Assert, About: []string{"e1"},
				Content: []sitrep.Span{span("Shells hit a market in Dorel"), span("killing three people")}},
			{ID: "c2", Source: "Lake Watch", Mode: sitrep.IndirectMode, Stance: sitrep.Accuse, Content: []sitrep.Span{span("accused the Northern Army")}, About: []string{"e1"}},
		},
		Events: []sitrep.Event{
			{ID: "e1", Kind: sitrep.Shelling, Status: sitrep.Happened, News: true, When: sitrep.Interval{From: day, To: day}, Places: []sitrep.Place{dorel}, Trigger: span("Shells hit"),
				Actors: []sitrep.Actor{{Role: sitrep.Initiator, Name: "the Northern Army", Side: "NORTH", Confidence: sitrep.Accused, AccordingTo: []string{"c2"}, Mentions: []sitrep.Span{span("the Northern Army")}},
					{Role: sitrep.Target, Name: "a market", Kind: sitrep.ThingEntity, Mentions: []sitrep.Span{span("a market")}}},
				Tolls: []sitrep.Toll{{ID: "t1", Harm: sitrep.Killed, Count: 3, Qualifier: sitrep.Exact, Who: "people", Words: span("killing three people")}}},
			{ID: "e2", Kind: sitrep.Talks, Status: sitrep.Happened, Trigger: span("Talks")},
		}}
}

func same(s string) string { return s }

func given() (base, edited *standoff.Document) {
	return standoff.Of(reading(), told, same), standoff.Of(reading(), told, same)
}

// points is where words stand, in code points.
func points(words string) standoff.Points {
	s := span(words)
	n := len([]rune(told[:s.Start]))
	return standoff.Points{Start: n, End: n + len([]rune(words))}
}

func mark(d *standoff.Document, id string) *standoff.Mark {
	i := slices.IndexFunc(d.Marks, func(m standoff.Mark) bool { return m.ID == id })
	return &d.Marks[i]
}

func without(d *standoff.Document, id string) {
	d.Marks = slices.DeleteFunc(d.Marks, func(m standoff.Mark) bool { return m.ID == id })
}

func add(d *standoff.Document, id, typ, words string, fields ...standoff.Field) {
	d.Marks = append(d.Marks, standoff.Mark{ID: id, Type: typ, Spans: []standoff.Points{points(words)}, Fields: fields})
}

func link(d *standoff.Document, from, role, to string) {
	d.Links = append(d.Links, standoff.Link{From: from, Role: role, To: to})
}

func unlink(d *standoff.Document, from, role string) {
	d.Links = slices.DeleteFunc(d.Links, func(l standoff.Link) bool { return l.From == from && l.Role == role })
}

func TestWhatSomebodyChangedBecomesCorrections(t *testing.T) {
	kesh := fmt.Sprintf("place-%d-%d", points("Kesh").Start, points("Kesh").End)
	newEvent := sitrep.AddedID("e", "h", span("called off"), 0)
	for _, c := range []struct {
		name   string
		change func(d *standoff.Document)
		want   []string // op field value of "words"
		left   string   // part of the one line about what cannot be carried
	}{
		{"nothing", func(d *standoff.Document) {}, nil, ""},
		{"an event that is none", func(d *standoff.Document) { without(d, "e2") }, []string{`reject event  of "Talks"`}, ""},
		{"an event with its toll", func(d *standoff.Document) { without(d, "e1"); without(d, "t1") }, []string{`reject event  of "Shells hit"`}, ""},
		{"another kind", func(d *standoff.Document) { mark(d, "e1").Type = "airstrike" }, []string{`set event.kind "airstrike" of "Shells hit"`}, ""},
		{"a day", func(d *standoff.Document) { mark(d, "e1").Set("from", "2031-05-01") }, []string{`set event.from "2031-05-01" of "Shells hit"`}, ""},
		{"a day that is taken away", func(d *standoff.Document) { mark(d, "e1").Set("to", "") }, []string{`set event.to "" of "Shells hit"`}, ""},
		{"a day that is none", func(d *standoff.Document) { mark(d, "e1").Set("from", "Friday") }, nil, "want YYYY-MM-DD"},
		{"news or not", func(d *standoff.Document) { mark(d, "e1").Set("news", "no") }, []string{`set event.news false of "Shells hit"`}, ""},
		{"a status that is none", func(d *standoff.Document) { mark(d, "e1").Set("status", "maybe") }, nil, "is none of happened"},
		{"who is said to have done it is only shown", func(d *standoff.Document) { mark(d, "e1").Set("initiators", "nobody") }, nil, "cannot be set"},
		{"a toll that is none", func(d *standoff.Document) { without(d, "t1") }, []string{`reject toll  of "killing three people"`}, ""},
		{"a number", func(d *standoff.Document) { mark(d, "t1").Set("count", "1,300") }, []string{`set toll.count 1300 of "killing three people"`}, ""},
		{"a number that is none", func(d *standoff.Document) { mark(d, "t1").Set("count", "many") }, nil, "no number of people"},
		{"a harm", func(d *standoff.Document) { mark(d, "t1").Set("harm", "wounded") }, []string{`set toll.harm "wounded" of "killing three people"`}, ""},
		{"civilians", func(d *standoff.Document) { mark(d, "t1").Set("civilian", "yes") }, []string{`set toll.civilian true of "killing three people"`}, ""},
		{"a toll of another event", func(d *standoff.Document) { unlink(d, "e1", "toll"); link(d, "e2", "toll", "t1") }, nil, "moved to another event"},
		{"words that were moved", func(d *standoff.Document) { mark(d, "e2").Spans = []standoff.Points{points("called off")} }, nil, "words were moved"},
		{"a blank more at the end", func(d *standoff.Document) { mark(d, "e2").Spans = []standoff.Points{points("Talks ")} }, nil, ""},
		{"a stance", func(d *standoff.Document) { mark(d, "c2").Set("stance", "assert") }, []string{`set claim.stance "assert" of "accused the Northern Army"`}, ""},
		{"a claim about another event", func(d *standoff.Document) { unlink(d, "c2", "about"); link(d, "c2", "about", "e2") }, []string{`set claim.about ["e2"] of "accused the Northern Army"`}, ""},
		{"a claim that is none", func(d *standoff.Document) { without(d, "c2") }, []string{`reject claim  of "accused the Northern Army"`}, ""},
		{"a claim of somebody else", func(d *standoff.Document) {
			add(d, "s", "speaker", "Lake Watch")
			unlink(d, "c1", "said-by")
			link(d, "c1", "said-by", "s")
		}, []string{`set claim.source "Lake Watch" of "Shells hit a market in Dorel"`}, ""},
		{"a doer that is none", func(d *standoff.Document) { unlink(d, "e1", "initiator") },
			[]string{`set event.actors [{"role":"target","name":"a market","kind":"thing"}] of "Shells hit"`}, ""},
		{"a target more", func(d *standoff.Document) { add(d, "x", "actor", "three people"); link(d, "e1", "target", "x") },
			[]string{`set event.actors [{"role":"initiator","name":"the Northern Army","side":"NORTH","confidence":"accused","according_to":["c2"]},{"role":"target","name":"a market","kind":"thing"},{"role":"target","name":"three people"}] of "Shells hit"`}, ""},
		{"another place", func(d *standoff.Document) {
			add(d, kesh, "place", "Kesh")
			unlink(d, "e1", "place")
			link(d, "e1", "place", kesh)
		}, []string{`set event.places [{"name":"Kesh"}] of "Shells hit"`}, ""},
		{"a new event with all that belongs to it", func(d *standoff.Document) {
			add(d, "T9", "violation", "called off", standoff.Field{Name: "from", Value: "2031-05"})
			add(d, "T10", "toll", "three", standoff.Field{Name: "harm", Value: "missing"}, standoff.Field{Name: "count", Value: "3"})
			add(d, "T11", "claim", "Talks were", standoff.Field{Name: "source", Value: "residents"})
			add(d, kesh, "place", "Kesh")
			link(d, "T9", "place", kesh)
			link(d, "T9", "toll", "T10")
			link(d, "T11", "about", "T9")
		}, []string{`add event {"from":"2031-05","kind":"violation","places":[{"name":"Kesh"}]} of "called off"`,
			`add toll {"count":3,"harm":"missing"} of "three" to ` + newEvent,
			`add claim {"about":["` + newEvent + `"],"source":"residents"} of "Talks were"`}, ""},
		{"a toll without a number", func(d *standoff.Document) {
			add(d, "T10", "toll", "three", standoff.Field{Name: "harm", Value: "killed"})
			link(d, "e1", "toll", "T10")
		}, nil, "no number"},
		{"a toll of nothing", func(d *standoff.Document) {
			add(d, "T10", "toll", "three", standoff.Field{Name: "harm", Value: "killed"}, standoff.Field{Name: "count", Value: "3"})
		}, nil, "belongs to no event"},
		{"a claim of nobody", func(d *standoff.Document) { add(d, "T10", "claim", "Talks were") }, nil, "nobody makes it"},
		{"a mark of another world", func(d *standoff.Document) { add(d, "T10", "Gene", "Talks") }, nil, `type "Gene"`},
		{"a mark outside of the text", func(d *standoff.Document) {
			d.Marks = append(d.Marks, standoff.Mark{ID: "T9", Type: "battle", Spans: []standoff.Points{{Start: 5, End: 9999}}})
		}, nil, "outside of the text"},
		{"a mark without words", func(d *standoff.Document) { d.Marks = append(d.Marks, standoff.Mark{ID: "T9", Type: "battle"}) }, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			base, edited := given()
			c.change(edited)
			got := standoff.Compare(base, edited, reading())
			var said []string
			for _, x := range got.Corrections {
				s := fmt.Sprintf("%s %s %s of %q", x.Op, x.Field, x.Value, x.Anchor.Quote)
				if x.Anchor.Quote != told[x.Anchor.Span.Start:x.Anchor.Span.End] || x.Anchor.Report != "radio-1" || x.Anchor.SHA256 != "h" {
					t.Errorf("anchor %+v", x.Anchor)
				}
				for _, k := range x.Events {
					s += " to " + k.Event
				}
				said = append(said, s)
			}
			if !slices.Equal(said, c.want) {
				t.Errorf("got  %q\nwant %q", said, c.want)
			}
			if left := strings.Join(got.Left, "\n"); (c.left == "") != (left == "") || !strings.Contains(left, c.left) || len(got.Left) > 1 {
				t.Errorf("left %q, want %q", left, c.left)
			}
		})
	}
}

// Ids may be lost on the way: words and types are enough to know a mark again.
func TestMarksAreKnownWithoutTheirIDs(t *testing.T) {
	base, edited := given()
	for i := range edited.Marks {
		id := fmt.Sprint("T", i)
		for k := range edited.Links {
			if edited.Links[k].From == edited.Marks[i].ID {
				edited.Links[k].From = id
			}
			if edited.Links[k].To == edited.Marks[i].ID {
				edited.Links[k].To = id
			}
		}
		edited.Marks[i].ID = id
	}
	if got := standoff.Compare(base, edited, reading()); len(got.Corrections)+len(got.Left) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestADocumentComesBackFromJSON(t *testing.T) {
	base, _ := given()
	b, err := json.Marshal(base)
	if err != nil {
		t.Fatal(err)
	}
	var back standoff.Document
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(&back)
	if err != nil || string(again) != string(b) || strings.Contains(string(b), "killing three") {
		t.Errorf("%v\n%s\n%s", err, b, again)
	}
	if err := json.Unmarshal([]byte(`{"schema":"other/1"}`), &back); err == nil {
		t.Error("another schema was taken")
	}
}

// Nobody is marked as the doer without who says so.
func TestADoerStandsWithWhoSaysSo(t *testing.T) {
	base, _ := given()
	if got := mark(base, "e1").Field("initiators"); got != "the Northern Army – accused, according to Lake Watch" {
		t.Errorf("got %q", got)
	}
}
