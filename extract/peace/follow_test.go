package peace_test

import (
	"testing"

	"sitrep"
	"sitrep/extract/peace"
)

// TestDatedByAnAccord: what was done under an accord, and the accord with which a war ended.
func TestDatedByAnAccord(t *testing.T) {
	span := func(from, to string) sitrep.Interval {
		a, _ := sitrep.ParseCivilDate(from)
		b, _ := sitrep.ParseCivilDate(to)
		return sitrep.Interval{From: a, To: b, Precision: sitrep.PrecisionOf(a, b)}
	}
	for _, c := range []struct {
		name, text string
		when       map[sitrep.Kind]sitrep.Interval
		want       map[sitrep.Kind]string
	}{
		{"under a deal", "They signed a truce. Under the truce, the army ceded the valley and Norway deployed observers.", map[sitrep.Kind]sitrep.Interval{sitrep.Ceasefire: span("2010", "2010")},
			map[sitrep.Kind]string{sitrep.Territory: "2010 2010", sitrep.Deployment: "2010 2010"}},
		{"under one of a day", "They signed a truce. Under the truce, the army ceded the valley.", map[sitrep.Kind]sitrep.Interval{sitrep.Ceasefire: span("2010-05-03", "2010-05-03")},
			map[sitrep.Kind]string{sitrep.Territory: "2010-05 2010-05"}},
		{"what has its own time", "They signed a truce. Under the truce, the army ceded the valley.", map[sitrep.Kind]sitrep.Interval{sitrep.Ceasefire: span("2010", "2010"), sitrep.Territory: span("2011", "2011")},
			map[sitrep.Kind]string{sitrep.Territory: "2011 2011"}},
		{"beside it", "They signed a truce. The army ceded the valley.", map[sitrep.Kind]sitrep.Interval{sitrep.Ceasefire: span("2010", "2010")}, map[sitrep.Kind]string{sitrep.Territory: " "}},
		{"a war's end", "The war ended with a truce.", map[sitrep.Kind]sitrep.Interval{sitrep.War: span("1950", "1953"), sitrep.Ceasefire: span("1950", "1953")},
			map[sitrep.Kind]string{sitrep.Ceasefire: "1953 1953", sitrep.War: "1950 1953"}},
		{"another end", "The war began with a truce.", map[sitrep.Kind]sitrep.Interval{sitrep.War: span("1950", "1953"), sitrep.Ceasefire: span("1950", "1953")},
			map[sitrep.Kind]string{sitrep.Ceasefire: "1950 1953"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := story(t, c.text)
			s.Mentions, s.Events = nil, nil
			for i := range s.Tokens {
				switch s.Tokens[i].Form {
				case "truce":
					mention(s, sitrep.Ceasefire, i)
				case "war":
					mention(s, sitrep.War, i)
				case "ceded":
					mention(s, sitrep.Territory, i)
				case "deployed":
					mention(s, sitrep.Deployment, i)
				}
			}
			for i := range s.Events {
				s.Events[i].When = c.when[s.Events[i].Kind]
			}
			if err := peace.New().Read(s); err != nil {
				t.Fatal(err)
			}
			for k, want := range c.want {
				if w := first(s, k).When; w.From.String()+" "+w.To.String() != want {
					t.Errorf("%s: %s..%s, want %s", k, w.From, w.To, want)
				}
			}
		})
	}
}
