package brief_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sitrep"
	"sitrep/brief"
)

func TestOfOneIncidentNothingIsSaidWithoutWords(t *testing.T) {
	cases := []*fake{darvin(t)}
	for seed := range 300 {
		cases = append(cases, anyCase(rand.New(rand.NewPCG(uint64(seed), 9))))
	}
	sentences := 0
	for n, f := range cases {
		for k := range f.incidents {
			b, err := brief.Of(context.Background(), f, &f.incidents[k])
			if err != nil {
				t.Fatal(err)
			}
			each(b, func(s brief.Sentence) {
				sentences++
				if !s.Record && len(s.Notes) == 0 {
					t.Errorf("case %d: %q rests on nothing", n, s.Text)
				}
			})
		}
	}
	if sentences < 100 {
		t.Errorf("only %d sentences were looked at", sentences)
	}
}

func TestOfOneIncidentIsSaidAsInABrief(t *testing.T) {
	f := darvin(t)
	whole, err := brief.Make(context.Background(), f, options(t, brief.Text))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, s := range whole.Sections {
		for _, item := range s.Items {
			var i *sitrep.Incident
			for k := range f.incidents {
				if f.incidents[k].ID == item.Incident && len(item.Points) > 0 {
					i = &f.incidents[k]
				}
			}
			if i == nil || strings.HasPrefix(s.Heading, "Changed") || strings.HasPrefix(s.Heading, "Cease") {
				continue
			}
			found++
			of, err := brief.Of(context.Background(), f, i)
			if err != nil || len(of.Sections) != 1 {
				t.Fatalf("%s: %+v, %v", item.Incident, of, err)
			}
			if got, want := of.Sections[0].Items[0].Sentences[0].Text, item.Sentences[0].Text; got != want {
				t.Errorf("got %q, in the brief %q", got, want)
			}
			if got, want := fmt.Sprint(texts(of.Sections[0].Items[0].Points)), fmt.Sprint(texts(item.Points)); got != want {
				t.Errorf("got %s, in the brief %s", got, want)
			}
		}
	}
	if found == 0 {
		t.Error("no incident of the brief was looked at")
	}
}

// texts are what sentences say, in no order: talks tell their rounds first.
func texts(list []brief.Sentence) (out []string) {
	for _, s := range list {
		out = append(out, s.Text)
	}
	slices.Sort(out)
	return out
}
