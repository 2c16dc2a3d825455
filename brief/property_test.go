package brief_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep"
	"sitrep/brief"
	"sitrep/casebook"
)

// template are the words that the templates of the package put between fields. Whatever else stands in a sentence has to stand in the words that its notes quote.
const template = `according to and further origin origins there was were fighting shelling or rocket fire an airstrike a bombing attack people abducted held hostage arrests set free control of place changed declared
forces deployed withdrawn displaced destruction war ceasefire at issue is said have been violated agreement made talks sanctions like measures taken aid given pledged protest attempt seize power step in court case
announced missile launch planned change evacuation campaign violation feared deployment release withdrawal abduction seizure something happened the area from on until day assumed by report it went when they told
accused accuse name named as one who did it claimed possibly done authorities reporters own words denied hit parties mediators hosts reports killed wounded missing captured civilians not no how many low best high least more than about up fewer
number lowered now says after before differ whether where last reported proposed agreed in effect extended suspended broken down ended alleged round mediated demanded rejected promised accusation threatened condemned warned via said
raised changed for are reporters' without outlet`

var (
	isoDate = regexp.MustCompile(`\d{4}(-\d\d){0,2}`)
	token   = regexp.MustCompile(`[\pL\d][\pL\d'’-]*`)
)

// checkSentence looks whether a sentence says nothing that its notes do not quote.
func checkSentence(t *testing.T, b *brief.Brief, s brief.Sentence, fields string) {
	t.Helper()
	if s.Record {
		if len(s.Notes) > 0 {
			t.Errorf("%q speaks of the record and has notes", s.Text)
		}
		return
	}
	if len(s.Notes) == 0 {
		t.Errorf("%q rests on nothing", s.Text)
		return
	}
	quoted := fields + " " + template
	for _, n := range s.Notes {
		if n < 1 || n > len(b.Notes) {
			t.Fatalf("%q has a note %d of %d", s.Text, n, len(b.Notes))
		}
		quoted += " " + strings.ReplaceAll(b.Notes[n-1].Quote, "Seven", "7") + " " + b.Notes[n-1].Outlet
	}
	have := token.FindAllString(strings.ToLower(quoted), -1)
	for _, w := range token.FindAllString(strings.ToLower(isoDate.ReplaceAllString(s.Text, "")), -1) {
		if !slices.Contains(have, w) {
			t.Errorf("%q: %q stands in no words that its notes quote: %s", s.Text, w, quoted[len(template):])
		}
	}
}

// each calls f for every sentence of a brief.
func each(b *brief.Brief, f func(brief.Sentence)) {
	for _, s := range b.Head {
		f(s)
	}
	for _, sec := range b.Sections {
		for _, i := range sec.Items {
			for _, s := range slices.Concat(i.Sentences, i.Points) {
				f(s)
			}
		}
	}
}

// anyCase is a case with fields drawn at random: names that no report has, words in other reports, events that are gone.
func anyCase(r *rand.Rand) *fake {
	f := &fake{}
	places, people := []string{"Darvin", "Karvel", "Ostin", "the Green Line"}, []string{"Norland", "Sudland", "the Red Front", "Ilse Morgen", "Nobody Named"}
	for n := range 3 + r.IntN(4) {
		id := fmt.Sprintf("r%d", n)
		f.file(id, []string{"First Wire", "Second Post", ""}[r.IntN(3)], fmt.Sprintf("2021-05-%02d", 1+r.IntN(7)),
			fmt.Sprintf("A strike hit %s, %s said. At least %d people died. %s denied it.\n\nTalks were held in %s.", places[r.IntN(3)], people[r.IntN(4)], r.IntN(90), people[r.IntN(4)], places[r.IntN(3)]))
		f.event(id, "e1", "strike", sitrep.Interval{})
		text := f.reports[id].Reading.Report.Text
		for _, p := range people {
			at := strings.Index(text, ",")
			f.reports[id].Reading.Claims = append(f.reports[id].Reading.Claims, sitrep.Claim{ID: p, Source: p, Stance: []sitrep.Stance{sitrep.Assert, sitrep.Deny}[r.IntN(2)], Content: []sitrep.Span{{End: at}}})
		}
	}
	some := func(list []string) string { return list[r.IntN(len(list))] }
	for n := range 1 + r.IntN(5) {
		k := sitrep.EventKey{Report: fmt.Sprintf("r%d", r.IntN(8)), Event: []string{"e1", "gone"}[r.IntN(2)]}
		d := sitrep.CivilDate{Year: 2021, Month: 5, Day: 1 + r.IntN(7)}
		i := sitrep.Incident{ID: fmt.Sprintf("i%d", n), Kind: sitrep.Kinds[r.IntN(len(sitrep.Kinds))], Status: []sitrep.Status{sitrep.Happened, sitrep.Planned, sitrep.Ongoing}[r.IntN(3)], News: r.IntN(4) > 0,
			When: sitrep.Interval{From: d, To: d, Basis: []sitrep.Basis{sitrep.Told, sitrep.Assumed}[r.IntN(2)]}, Place: sitrep.Place{Name: some(places), Countries: []string{"XNO", "SYR"}[:1+r.IntN(2)]},
			Events: []sitrep.EventKey{k}, FirstPublished: d.First(), LastPublished: d.First(), Grade: sitrep.Grades[r.IntN(4)],
			Origins: []sitrep.Origin{{Name: some(people), Events: []sitrep.EventKey{k}}}}
		for range r.IntN(4) {
			i.Actors = append(i.Actors, sitrep.IncidentActor{Role: []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator}[r.IntN(4)], Name: some(people), Events: []sitrep.EventKey{k},
				Confidence:  []sitrep.Confidence{sitrep.Fact, sitrep.Accused, sitrep.ClaimedByDoer, sitrep.Possible, ""}[r.IntN(5)],
				AccordingTo: []string{some(people)}[:r.IntN(2)], DeniedBy: []string{some(people)}[:r.IntN(2)]})
		}
		if s, ok := f.reports[k.Report]; ok {
			text := s.Reading.Report.Text
			at := strings.Index(text, "At least")
			span := sitrep.Span{Start: at, End: at + strings.Index(text[at:], " people")}
			count := 0
			fmt.Sscanf(text[at:], "At least %d", &count)
			i.Tally = []sitrep.Tally{{Harm: sitrep.Killed, Low: count, Best: count, High: count, Open: true, RestsOn: []sitrep.TallyToll{
				{Key: k, Count: count, Qualifier: sitrep.AtLeast, Origin: some(people), Quote: text[span.Start:span.End], Span: span}}}}
			i.Course = []sitrep.Turn{{What: []string{"agreed", "violation", "round", "in-effect"}[r.IntN(4)], When: i.When, By: some(people), Venue: some(places), AccordingTo: []string{some(people)}[:r.IntN(2)], Key: k, Quote: text[span.Start:span.End], Span: span}}
		}
		f.incidents = append(f.incidents, i)
	}
	return f
}

func TestNothingIsSaidWithoutWords(t *testing.T) {
	cases := []*fake{darvin(t)}
	for seed := range 300 {
		cases = append(cases, anyCase(rand.New(rand.NewPCG(uint64(seed), 7))))
	}
	sentences := 0
	for n, f := range cases {
		o := options(t, brief.Text)
		o.Names = true
		b, err := brief.Make(context.Background(), f, o)
		if err != nil {
			t.Fatal(err)
		}
		each(b, func(s brief.Sentence) {
			sentences++
			checkSentence(t, b, s, "XNO Syria")
			names := strings.Contains(strings.ToLower(s.Text), "accuse") || strings.HasPrefix(s.Text, "Possibly done") || strings.HasPrefix(s.Text, "Claimed by") || strings.Contains(s.Text, "as the one who did it")
			if names && !s.Record && !strings.Contains(s.Text, "according to") && !strings.Contains(s.Text, "in the reporters' own words") {
				t.Errorf("case %d: %q names somebody and not who says so", n, s.Text)
			}
		})
		for _, note := range b.Notes {
			text := strings.Join(strings.Fields(f.reports[note.Report].Reading.Report.Text), " ")
			if !strings.Contains(text, note.Quote) || len(note.Quote) > 300 {
				t.Errorf("case %d: report %s does not say %q", n, note.Report, note.Quote)
			}
		}
	}
	if sentences < 1000 {
		t.Errorf("only %d sentences were looked at", sentences)
	}
}

func TestNoPrivateNameInABrief(t *testing.T) {
	for _, format := range []brief.Format{brief.Markdown, brief.HTML, brief.Text} {
		f := darvin(t)
		f.incidents[0].Actors = append(f.incidents[0].Actors, sitrep.IncidentActor{Role: sitrep.Target, Name: "Karim Haddad", Events: f.incidents[0].Events})
		f.claim("w1", "c9", "Karim Haddad", sitrep.Accuse, "was among the dead", "i-strike")
		o := options(t, format)
		var veiled, named bytes.Buffer
		if err := brief.Write(context.Background(), &veiled, f, o); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(veiled.String(), "Haddad") || strings.Contains(veiled.String(), "Karim") || !strings.Contains(veiled.String(), "a baker") {
			t.Errorf("%s: %s", format, veiled.String())
		}
		o.Names = true
		if err := brief.Write(context.Background(), &named, f, o); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(named.String(), "Karim Haddad") {
			t.Errorf("%s: the name is not there with Names", format)
		}
	}
}

// hostile is text of a report that would like to be more than text.
const hostile = `<script>alert(1)</script> <img src=x onerror=alert(1)> [click](javascript:alert(1)) ![x](https://evil.example/x) ` + "`code` \x1b[31m \u202e https://evil.example </q></li></ol>"

func hostileCase(t *testing.T) *fake {
	f := &fake{}
	f.file("r1", hostile, "2021-05-02", "A strike hit Darvin, "+hostile+" said.")
	r := f.reports["r1"]
	r.Head.URL = "javascript:alert(1)"
	f.reports["r1"] = r
	k := f.event("r1", "e1", "strike", on(t, "2021-05-02"))
	f.incidents = []sitrep.Incident{{ID: "<b>", Kind: sitrep.Attack, When: on(t, "2021-05-02"), Place: sitrep.Place{Name: "Darvin", Countries: []string{"<i>"}}, News: true, Events: []sitrep.EventKey{k},
		FirstPublished: r.Head.Published, LastPublished: r.Head.Published, Origins: []sitrep.Origin{{Name: hostile, Events: []sitrep.EventKey{k}}}}}
	return f
}

func TestHostileTextStaysText(t *testing.T) {
	f := hostileCase(t)
	var page, md, plain bytes.Buffer
	for format, out := range map[brief.Format]*bytes.Buffer{brief.HTML: &page, brief.Markdown: &md, brief.Text: &plain} {
		if err := brief.Write(context.Background(), out, f, options(t, format)); err != nil {
			t.Fatal(err)
		}
	}
	allowed := map[string]bool{"html": true, "head": true, "meta": true, "title": true, "style": true, "body": true, "main": true, "h1": true, "h2": true, "p": true, "ul": true, "ol": true, "li": true, "span": true, "a": true, "q": true, "section": true}
	for z := html.NewTokenizer(&page); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		tok := z.Token()
		if kind == html.StartTagToken && !allowed[tok.Data] {
			t.Errorf("the page has a <%s>", tok.Data)
		}
		for _, a := range tok.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#note-") {
				t.Errorf("the page has %s=%q", a.Key, a.Val)
			}
		}
	}
	for _, live := range []string{"<script", "<img", "](", "![", "`code`", "https://evil"} {
		if s := strings.ReplaceAll(md.String(), "\\"+live[:1], ""); strings.Contains(s, live) {
			t.Errorf("the Markdown has %q: %s", live, md.String())
		}
	}
	if strings.ContainsAny(plain.String(), "\x1b\u202e") {
		t.Error("the text can steer a terminal")
	}
}

func TestNoBriefOfNothing(t *testing.T) {
	b, err := brief.Make(context.Background(), &fake{}, options(t, brief.Text))
	if err != nil || len(b.Sections) > 0 || len(b.Head) != 1 {
		t.Errorf("%+v, %v", b, err)
	}
	o := options(t, brief.Text)
	o.From, o.To = o.To, o.From
	if _, err := brief.Make(context.Background(), &fake{}, o); err == nil {
		t.Error("a period that ends before it begins is taken")
	}
	if err := brief.Write(context.Background(), &bytes.Buffer{}, &fake{}, options(t, "docx")); err == nil {
		t.Error("a format that is none is taken")
	}
}

func TestLimits(t *testing.T) {
	f := darvin(t)
	for n := range 30 {
		i := f.incidents[0]
		i.ID = fmt.Sprintf("more%02d", n)
		f.incidents = append(f.incidents, i)
	}
	b, err := brief.Make(context.Background(), f, options(t, brief.Text))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(b.Sections[0].Items); n != 13 || !strings.Contains(b.Sections[0].Items[12].Sentences[0].Text, "19 further incidents") {
		t.Errorf("%d items, the last %+v", n, b.Sections[0].Items[n-1])
	}
}

func TestImportantFirst(t *testing.T) {
	f := darvin(t)
	small, old := f.incidents[0], f.incidents[0]
	small.ID, small.Tally = "small", nil
	old.ID, old.Tally, old.Origins = "one-origin", nil, old.Origins[:1]
	f.incidents = append([]sitrep.Incident{old, small}, f.incidents...)
	b, err := brief.Make(context.Background(), f, options(t, brief.Text))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, i := range b.Sections[0].Items {
		ids = append(ids, i.Incident)
	}
	if !slices.Equal(ids, []string{"i-strike", "small", "one-origin"}) {
		t.Errorf("in the order %v", ids)
	}
}

// An origin that only denies what happened is not one on whose word it is told, even where its denial was read as saying that it was so.
func TestWhoDeniesIsNoOrigin(t *testing.T) {
	f := darvin(t)
	i := &f.incidents[0]
	i.Origins = append(i.Origins, sitrep.Origin{Name: "Sudland's defence ministry", Events: i.Events[:1]})
	f.reports["w1"].Reading.Events[0].Trigger = f.words("w1", "strike.")
	f.holds("w1", "Sudland's defence ministry", sitrep.Assert, "it had made no strike.")
	b, err := brief.Make(context.Background(), f, options(t, brief.Text))
	if err != nil {
		t.Fatal(err)
	}
	if lead := b.Sections[0].Items[0].Sentences[0].Text; !strings.HasPrefix(lead, "According to the town's hospital, ") {
		t.Error(lead)
	}
}

// A figure that nobody can be named for, or whose report is gone, is not told, and no bound that rests on it.
func TestFiguresThatAreGone(t *testing.T) {
	f := darvin(t)
	delete(f.reports, "w1")
	gone := f.incidents[0].Tally[0].SetAside[0]
	gone.Count = 40
	f.incidents[0].Tally[0].RestsOn = append(f.incidents[0].Tally[0].RestsOn, gone)
	f.incidents[0].Tally[0].High = 40
	var out bytes.Buffer
	if err := brief.Write(context.Background(), &out, f, options(t, brief.Text)); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "40") || !strings.Contains(out.String(), "7 according to the town's hospital; 9 according to") {
		t.Error(out.String())
	}
}

func TestChangesSinceTheLastBrief(t *testing.T) {
	f := darvin(t)
	before := f.incidents[0]
	before.Tally = []sitrep.Tally{{Harm: sitrep.Killed, Low: 12, Best: 12, High: 12, Open: true, RestsOn: before.Tally[0].SetAside}}
	f.changes = []casebook.IncidentChange{{Before: before, After: f.incidents[0]}, {Before: f.incidents[2]}}
	b, err := brief.Make(context.Background(), f, options(t, brief.Text))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.Sections {
		if s.Heading != "Changed since the last brief" {
			continue
		}
		if len(s.Items) != 2 || !strings.HasPrefix(s.Items[0].Sentences[0].Text, "Lowered in Darvin (XNO): killed (who they were is not told) from 12+ to 7–7–9") || !strings.HasPrefix(s.Items[1].Sentences[0].Text, "1 incident the record no longer has") {
			t.Errorf("%+v", s.Items)
		}
		return
	}
	t.Error("nothing is said of what changed")
}
