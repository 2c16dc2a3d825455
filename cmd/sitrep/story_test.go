package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// listed are the incidents that a command lists, the first first.
type listedIncident struct {
	ID, Kind, From string
	News           bool
	Place          struct{ Name string }
	Actors         []struct{ Role, Name string }
	Tally          []struct {
		Harm string
		Best int
	}
	Origins []struct {
		Name    string
		Reports []string
	}
	Course []struct{ What, From, Venue, By string }
	Grade  string
}

func listedBy(t *testing.T, args ...string) (out []listedIncident) {
	t.Helper()
	for line := range strings.Lines(must(t, "", append(args, "--jsonl", "--all")...)) {
		var i listedIncident
		if err := json.Unmarshal([]byte(line), &i); err != nil {
			t.Fatal(err)
		}
		out = append(out, i)
	}
	return out
}

// peace is a report of fresh fighting that recalls earlier fighting, two wars, two truces with their brokers and four rounds of talks, and a demand that is refused.
const peace = `{"id":"own","outlet":"Dorel Radio","published":"2031-09-24","title":"Two killed in fresh clashes near Dorel","text":"Two fighters of the Lake Front were killed on Wednesday in fresh clashes with the Northern Army near Dorel, officials said, two weeks after the worst fighting between them since their 2028 war.\n\nAt least 140 people were killed from both sides during the two-day fighting earlier this month, before Norway brokered a truce.\n\nLast week, negotiators of the Northern Army and the Lake Front met in Oslo for talks mediated by Norway. They met in Geneva on August 31 for talks mediated by Switzerland.\n\nIn June, the two sides met in Doha for talks mediated by Qatar. In April, the two sides met in Vienna for talks mediated by Austria.\n\nA six-week war in 2028 claimed the lives of more than 4,200 people. It ended on 12 November 2028 with a ceasefire that Switzerland brokered.\n\nThe Northern Army demanded that the Lake Front leave the harbour of Dorel. The Lake Front rejected the demand to leave the harbour.\n\nThe conflict of the 1990s claimed around 9,000 lives."}`

func TestOneReportOfFightingTrucesAndTalks(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, peace+"\n", "ingest", "case.db", "--jsonl", "-")
	var rounds []string
	for _, i := range listedBy(t, "talks", "case.db", "--order=oldest") {
		mediators := []string{}
		for _, a := range i.Actors {
			if a.Role == "mediator" {
				mediators = append(mediators, a.Name)
			}
		}
		rounds = append(rounds, i.From+" "+i.Place.Name+" "+strings.Join(mediators, ", "))
	}
	if want := []string{"2031-04 Vienna Austria", "2031-06 Doha Qatar", "2031-08-31 Geneva Switzerland", "2031-09-15 Oslo Norway"}; !slices.Equal(rounds, want) {
		t.Errorf("rounds of talks %q, want %q", rounds, want)
	}
	var truces []string
	for _, i := range listedBy(t, "ceasefires", "case.db", "--order=oldest") {
		truces = append(truces, i.From[:4]+" "+i.Course[0].What+" "+i.Course[0].By)
	}
	if want := []string{"2028 agreed Switzerland", "2031 agreed Norway"}; !slices.Equal(truces, want) {
		t.Errorf("truces %q, want %q", truces, want)
	}
	var tolls []string
	for _, i := range listedBy(t, "incidents", "case.db", "--has-toll", "--order=oldest") {
		for _, l := range i.Tally {
			tolls = append(tolls, fmt.Sprint(l.Best))
			if i.News != (l.Best == 2) {
				t.Errorf("%d %s in an incident of %s, news %v", l.Best, l.Harm, i.From, i.News)
			}
		}
	}
	if slices.Sort(tolls); !slices.Equal(tolls, []string{"140", "2", "4200", "9000"}) {
		t.Errorf("tolls %q: each once, in an incident of its own", tolls)
	}
	if got := must(t, "", "demands", "case.db"); !strings.Contains(got, "leave the harbour") || !strings.Contains(got, "Lake Front rejects") {
		t.Errorf("demands:\n%s", got)
	}
}

// kesh are three reports that cite one monitor in words of their own, and one that cites a hospital.
const kesh = `{"id":"f1","outlet":"Dorel Radio","published":"2031-05-03","title":"Seven dead as shells hit Kesh market","text":"Shells hit a market in the town of Kesh on Friday, killing seven people, Lake Watch said. The monitoring group Lake Watch said the shells were fired from the hills."}
{"id":"f2","outlet":"The Lake Wire","published":"2031-05-03","title":"Monitor: seven killed in Kesh","text":"Seven people were killed on Friday when a market in Kesh came under shelling, the monitoring group Lake Watch reported on Saturday."}
{"id":"f3","outlet":"Morning Post","published":"2031-05-03","title":"Market in Kesh shelled","text":"Lake Watch said on Saturday that seven people were killed when shells struck the market in Kesh a day earlier."}
{"id":"f4","outlet":"Harbour Times","published":"2031-05-03","title":"Kesh hospital counts eight dead","text":"Eight people died in the shelling of a market in Kesh on Friday, the Kesh hospital said."}
`

func TestReportsThatCiteOneMonitorAreOneOrigin(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, kesh, "ingest", "case.db", "--jsonl", "-")
	got := listedBy(t, "incidents", "case.db")
	if len(got) != 1 || len(got[0].Origins) != 2 || got[0].Grade != "several-origins" {
		t.Fatalf("got %+v, want one incident of two origins", got)
	}
	for k, want := range []string{"the Kesh hospital f4", "the monitoring group Lake Watch f1,f2,f3"} {
		if o := got[0].Origins[k]; o.Name+" "+strings.Join(o.Reports, ",") != want {
			t.Errorf("origin %s of %s, want %s", o.Name, o.Reports, want)
		}
	}
}

// truceOfBergen is the life of a truce as six reports tell it.
const truceOfBergen = `{"id":"l1","outlet":"Fjord Radio","published":"2031-05-02","title":"Truce agreed for Bergen","text":"The Northern Army and the Lake Front agreed on Friday on a ceasefire in Bergen that is to begin on Sunday, the Portuguese foreign ministry said. Portugal brokered the truce."}
{"id":"l2","outlet":"The Lake Wire","published":"2031-05-05","title":"Truce takes effect","text":"A ceasefire between the Northern Army and the Lake Front took effect in Bergen on Sunday, officials said. Portugal brokered the truce."}
{"id":"l3","outlet":"Morning Post","published":"2031-05-08","title":"Truce in Bergen holds","text":"The ceasefire between the Northern Army and the Lake Front in Bergen, which began on Sunday, was holding on Thursday, the monitoring group Lake Watch said."}
{"id":"l4","outlet":"Harbour Times","published":"2031-05-10","title":"Army accuses Front of breach","text":"The Northern Army accused the Lake Front of shelling the harbour of Bergen on Saturday in violation of the ceasefire that began on Sunday.\n\nThe Lake Front denied that it had fired."}
{"id":"l5","outlet":"Fjord Radio","published":"2031-05-13","title":"Truce extended by a week","text":"The Northern Army and the Lake Front on Tuesday extended the ceasefire in Bergen, which Portugal brokered, by a week, officials said."}
{"id":"l6","outlet":"The Lake Wire","published":"2031-05-21","title":"Truce in Bergen collapses","text":"The ceasefire between the Northern Army and the Lake Front in Bergen collapsed on Wednesday as fighting broke out near the harbour."}
`

// The life of a truce is one incident, whatever order its reports come in; and silence about it is no state.
func TestTheLifeOfATruceAcrossReports(t *testing.T) {
	t.Chdir(t.TempDir())
	lines := strings.SplitAfter(strings.TrimSuffix(truceOfBergen, "\n"), "\n")
	lines[len(lines)-1] += "\n"
	slices.Reverse(lines)
	for n, reports := range [][]string{lines, lines[3:]} {
		book := fmt.Sprint("case", n, ".db")
		must(t, strings.Join(reports, ""), "ingest", book, "--jsonl", "-")
	}
	got := listedBy(t, "ceasefires", "case0.db")
	if len(got) != 1 {
		t.Fatalf("%d truces, want 1: %+v", len(got), got)
	}
	var turns []string
	for _, c := range got[0].Course {
		turns = append(turns, c.From+" "+c.What)
	}
	want := []string{"2031-05-02 agreed", "2031-05-04 in-effect", "2031-05-04 in-effect", "2031-05-08 in-effect", "2031-05-10 violation", "2031-05-13 extended", "2031-05-21 broken-down"}
	if !slices.Equal(turns, want) {
		t.Errorf("turns %q, want %q", turns, want)
	}
	if page := unwrapped(must(t, "", "show", "case0.db", got[0].ID)); !strings.Contains(page, "alleged violation") || !strings.Contains(page, "according to the Northern Army") {
		t.Errorf("the page:\n%s", page)
	}
	silent := listedBy(t, "ceasefires", "case1.db")
	if page := unwrapped(must(t, "", "show", "case1.db", silent[0].ID)); len(silent) != 1 || !strings.Contains(page, "last reported in effect 2031-05-08, by the monitoring group Lake Watch; what is not reported is not known") {
		t.Errorf("the page of a truce of which nobody speaks any more:\n%s", page)
	}
}

func unwrapped(page string) string { return strings.Join(strings.Fields(page), " ") }

// harbour is a demand in one report, the same in another, and what is answered in a third.
const harbour = `{"id":"d3","outlet":"Morning Post","published":"2031-09-26","title":"Front refuses","text":"The Lake Front rejected the Northern Army's demand to withdraw its fighters from the harbour of Dorel."}
{"id":"d6","outlet":"Dorel Radio","published":"2031-09-27","title":"Front on prisoners","text":"The Lake Front rejected the idea of a prisoner exchange."}
{"id":"d2","outlet":"The Lake Wire","published":"2031-09-25","title":"Army insists on harbour","text":"The Lake Front must withdraw its fighters from the harbour of Dorel, the Northern Army said on Thursday."}
{"id":"d1","outlet":"Dorel Radio","published":"2031-09-24","title":"Army wants harbour cleared","text":"The Northern Army demanded on Wednesday that the Lake Front withdraw its fighters from the harbour of Dorel."}
`

func TestADemandAndItsAnswerAcrossReports(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, harbour, "ingest", "case.db", "--jsonl", "-")
	var got []struct {
		Report, To string
		Again      []string
		Answers    []struct{ Report, Source, Stance string }
	}
	if err := json.Unmarshal([]byte(must(t, "", "demands", "case.db", "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if s := fmt.Sprintf("%+v", got); s != "[{Report:d1 To:Lake Front Again:[d2] Answers:[{Report:d3 Source:Lake Front Stance:reject}]}]" {
		t.Errorf("got %s", s)
	}
	if brief := must(t, "", "brief", "case.db", "--from=2031-09-24", "--to=2031-09-25"); strings.Contains(brief, "Morning Post") {
		t.Errorf("a brief of two days tells of an answer that came later:\n%s", brief)
	}
	if table := must(t, "", "demands", "case.db"); !strings.Contains(table, "2031-09-26 Lake Front rejects") {
		t.Errorf("the table:\n%s", table)
	}
}
