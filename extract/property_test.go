package extract_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/page"
)

// checker collects what is wrong with a reading.
type checker struct {
	r     *sitrep.Reading
	flat  string // the text with single spaces, and the title
	ids   map[string]string
	wrong []string
}

// faults says everything that may not be in a reading, whatever the text.
func faults(r *sitrep.Reading) []string {
	c := &checker{r: r, flat: plainWords(r.Report.Text) + "\n" + plainWords(r.Report.Title), ids: map[string]string{}}
	c.collectIDs()
	for i := range r.Events {
		c.event(&r.Events[i])
	}
	for i := range r.Claims {
		c.claim(&r.Claims[i])
	}
	c.layers()
	return c.wrong
}

func (c *checker) say(format string, values ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, values...))
}

func (c *checker) collectIDs() {
	take := func(id, kind string) {
		if id == "" || c.ids[id] != "" {
			c.say("the id %q of a %s is empty or taken", id, kind)
		}
		c.ids[id] = kind
	}
	for _, e := range c.r.Events {
		take(e.ID, "event")
		for _, t := range e.Tolls {
			take(t.ID, "toll")
		}
	}
	for _, x := range c.r.Claims {
		take(x.ID, "claim")
	}
}

// known looks whether ids point to things of a kind; an empty one points to nothing.
func (c *checker) known(field, kind string, ids ...string) {
	for _, id := range ids {
		if id != "" && c.ids[id] != kind {
			c.say("%s %q is no %s", field, id, kind)
		}
	}
}

// spans looks whether stretches lie in the text, on the boundaries of characters.
func (c *checker) spans(field string, spans ...sitrep.Span) {
	text := c.r.Report.Text
	boundary := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	for _, s := range spans {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !boundary(s.Start) || !boundary(s.End) {
			c.say("%s %v is no stretch of the text of %d bytes", field, s, len(text))
		}
	}
}

// told looks whether a name stands in the text: all of it, or name by name.
func (c *checker) told(field, name string) {
	name = plainWords(name)
	if strings.Contains(c.flat, name) {
		return
	}
	for _, part := range strings.Split(strings.ReplaceAll(name, " and ", ", "), ", ") {
		if !strings.Contains(c.flat, part) {
			c.say("%s %q is not in the text", field, name)
		}
	}
}

func (c *checker) event(e *sitrep.Event) {
	c.spans("mention of "+e.ID, e.Mentions...)
	c.spans("trigger of "+e.ID, e.Trigger)
	c.spans("term of "+e.ID, e.Terms...)
	c.known("claims", "claim", e.Claims...)
	c.known("according_to", "claim", e.AccordingTo...)
	c.known("violates", "event", e.Violates)
	c.told("weapon", e.Weapon)
	if len(e.Mentions) == 0 {
		c.say("event %s has no words", e.ID)
	}
	for _, m := range e.Mentions {
		for _, d := range c.r.Report.Dropped {
			if m.Overlaps(d.Span) {
				c.say("mention %v of event %s touches what was dropped, %v", m, e.ID, d.Span)
			}
		}
	}
	if w := e.When; !w.From.IsZero() && !w.To.IsZero() && w.From.First().After(w.To.Last()) {
		c.say("event %s ends before it begins: %v", e.ID, w)
	}
	for i := range e.Actors {
		c.actor(&e.Actors[i])
	}
	for i := range e.Tolls {
		c.toll(&e.Tolls[i])
	}
}

func (c *checker) actor(a *sitrep.Actor) {
	c.told(string(a.Role), a.Name)
	c.spans("mention of "+a.Name, a.Mentions...)
	c.known("according_to", "claim", a.AccordingTo...)
	c.known("denied_by", "claim", a.DeniedBy...)
	if a.Name == "" {
		c.say("a nameless %s", a.Role)
	}
	if a.Role == sitrep.Initiator && a.Confidence == "" {
		c.say("initiator %q without a confidence", a.Name)
	}
	accused := a.Confidence == sitrep.Accused || a.Confidence == sitrep.AccusedByAuthorities
	if a.Role == sitrep.Initiator && accused && len(a.AccordingTo) == 0 {
		c.say("initiator %q is %s according to nobody", a.Name, a.Confidence)
	}
}

func (c *checker) toll(t *sitrep.Toll) {
	c.spans("words of toll", t.Words)
	c.spans("mention of toll", t.Mentions...)
	c.told("who", t.Who)
	c.known("claim of a toll", "claim", t.Claim)
	c.known("of", "toll", t.Of)
	if t.Count < 0 || t.CountTo != 0 && t.Count > t.CountTo {
		c.say("toll of %d to %d", t.Count, t.CountTo)
	}
	if t.Of == t.ID && t.ID != "" {
		c.say("toll %s is of itself", t.ID)
	}
}

func (c *checker) claim(x *sitrep.Claim) {
	c.told("source", x.Source)
	c.told("via", x.Via)
	c.told("to", x.To)
	c.spans("content of "+x.ID, x.Content...)
	c.known("about", "event", x.About...)
	c.known("answers", "claim", x.Answers)
	if len(x.Content) == 0 || x.Source == "" {
		c.say("claim %s of %q has no words or no source", x.ID, x.Source)
	}
	if x.Answers == x.ID {
		c.say("claim %s answers itself", x.ID)
	}
}

func (c *checker) layers() {
	for i := range c.r.Attributions {
		a := &c.r.Attributions[i]
		for _, part := range [][]sitrep.Span{a.Source, a.Cue, a.Content} {
			c.spans("attribution", part...)
		}
		c.known("claims of an attribution", "claim", a.Claims...)
	}
	for i := range c.r.Timexes {
		x := &c.r.Timexes[i]
		c.spans("timex "+x.Value, x.Span)
		if !x.Interval.From.IsZero() && !x.Interval.To.IsZero() && x.Interval.From.First().After(x.Interval.To.Last()) {
			c.say("timex %v ends before it begins", x.Interval)
		}
	}
	for i := range c.r.Toponyms {
		p := &c.r.Toponyms[i]
		c.spans("toponym "+p.Place.Name, p.Span)
		c.told("toponym", p.Place.Name)
	}
	for i := range c.r.Entities {
		for _, m := range c.r.Entities[i].Mentions {
			c.spans("mention of "+c.r.Entities[i].Name, m.Span)
		}
	}
}

func TestReadingsHoldOnlyWhatTheTextSays(t *testing.T) {
	for _, name := range names(examples(t)) {
		check(t, name, readInput(t, examples(t)[name], page.Hints{Name: name}))
	}
	for _, p := range peaceful {
		check(t, p.name, read(t, published, p.text))
	}
	for name, text := range ugly {
		check(t, name, read(t, published, text))
	}
}

// ugly are texts that no newsroom would print.
var ugly = map[string]string{
	"one word":              "Ceasefire",
	"no words":              "… — 17 ?!",
	"broken bytes":          "Rebels \xff\xfeshelled\xc3 the town on Mon\x80day, killing 3.",
	"a sentence unending":   strings.Repeat("rebels shelled the town and killed 3 people and ", 300),
	"numbers alone":         strings.Repeat("3 17 200,000 ", 100),
	"quotation marks":       strings.Repeat("\"", 300) + "Rebels attacked,\" he said. \"",
	"emoji and bidi":        "Rebels 🙂 attacked \u202eمدينة\u202c Goma 🇪🇬, killing “dozens”, officials said…",
	"capitals":              "REBELS ATTACKED THE TOWN OF GOMA ON MONDAY, KILLING 12, THE ARMY SAID.",
	"nothing but a name":    "Goma, Goma, Goma and Goma said that Goma denied that Goma attacked Goma.",
	"dates out of reach":    "Rebels attacked on February 31, 99999, and on 00/00/0000, 9999 years ago, and 99999999999 weeks later.",
	"a number out of reach": "The attack killed 99999999999999999999999 people and wounded 1e999, 0 and -3.",
}

// The answers made by hand stand beside the project, where they are at hand.
func TestReadingsOfAnsweredReports(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many reports: not with -short")
	}
	dir := filepath.Join("..", "..", "shared", "gold")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no ../shared/gold beside the project: the reports with answers are not checked")
	}
	for _, part := range []string{"train", "dev"} {
		answers, err := gold.Load(filepath.Join(dir, part))
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range answers {
			check(t, a.ID, readInput(t, []byte(a.Text), page.Hints{ID: a.ID, Published: a.Published, Title: a.Title, NoTitle: true, Form: page.Text}))
		}
	}
}

func check(t *testing.T, name string, r *sitrep.Reading) {
	t.Helper()
	for _, f := range faults(r) {
		t.Errorf("%s: %s", name, f)
	}
	for _, f := range printedFaults(t, r) {
		t.Errorf("%s: %s", name, f)
	}
}

// printedFaults looks at the record as it is printed: offsets are code points of its text.
func printedFaults(t testing.TB, r *sitrep.Reading) []string {
	t.Helper()
	var printed struct {
		Report struct{ Text string }
		Events []struct {
			Tolls []struct {
				Words    string
				Mentions []struct{ Start, End int }
			}
		}
		Toponyms []struct {
			Start, End int
			Name       string
		}
	}
	if err := json.Unmarshal(asJSON(t, r), &printed); err != nil {
		return []string{err.Error()}
	}
	var wrong []string
	text := []rune(printed.Report.Text)
	quoted := func(start, end int, words string) bool {
		return start >= 0 && start < end && end <= len(text) && plainWords(string(text[start:end])) == plainWords(words)
	}
	for _, e := range printed.Events {
		for _, toll := range e.Tolls {
			found := len(toll.Mentions) == 0
			for _, m := range toll.Mentions {
				found = found || quoted(m.Start, m.End, toll.Words)
			}
			if !found {
				wrong = append(wrong, fmt.Sprintf("the words %q of a toll are not at %v", toll.Words, toll.Mentions))
			}
		}
	}
	for _, p := range printed.Toponyms {
		if !quoted(p.Start, p.End, p.Name) {
			wrong = append(wrong, fmt.Sprintf("the toponym %q is not at %d-%d", p.Name, p.Start, p.End))
		}
	}
	return wrong
}
