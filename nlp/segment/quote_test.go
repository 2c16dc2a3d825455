package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // depth, whether open, and text
	}{
		{"straight", `He said "we won" and left.`, []string{`1 "we won"`}},
		{"curly", "“We won,” he said. “It is over.”", []string{"1 “We won,”", "1 “It is over.”"}},
		{"nested", "“They shouted ‘go home’ at us,” she said.", []string{"1 “They shouted ‘go home’ at us,”", "2 ‘go home’"}},
		{"nested straight", `"They shouted 'go home' at us," she said.`, []string{`1 "They shouted 'go home' at us,"`, `2 'go home'`}},
		{"guillemets", "«We won», he said.", []string{"1 «We won»"}},
		{"doubled marks", "``We won,'' he said.", []string{"1 ``We won,''"}},
		{"Windows-1252 read as Latin-1", "\u0093We won,\u0094 he said.", []string{"1 \u0093We won,\u0094"}},
		{"over sentences", `"We won. They lost. It is over," he said.`, []string{`1 "We won. They lost. It is over,"`}},
		{"apostrophes", "The rebels' leader didn't say it's theirs.", nil},
		{"curly apostrophes", "The rebels’ leader didn’t say it’s theirs.", nil},
		{"feet and inches", `A man of 5'11" fell.`, nil},
		{"number in quotes", `The "Group of 77" met.`, []string{`1 "Group of 77"`}},
		{"open", "He said \"we won and left.\n\nThen he slept.", []string{"1 open \"we won and left."}},
		{"over paragraphs", "“We won.\n\n“They lost.\n\n“It is over,” he said.", []string{"1 “We won.\n\n“They lost.\n\n“It is over,”"}},
		{"a quote in each paragraph", "“We won.”\n\n“They lost.”", []string{"1 “We won.”", "1 “They lost.”"}},
		{"closing mark alone", `We won," he said.`, nil},
		{"scare quotes", `The "republic" has no 'army'.`, []string{`1 "republic"`, `1 'army'`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := segmented(t, c.text)
			var got []string
			for _, q := range d.Quotes {
				open := ""
				if q.Open {
					open = "open "
				}
				got = append(got, fmt.Sprintf("%d %s%s", q.Depth, open, d.In(q.Span)))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestManyQuotes(t *testing.T) {
	d := segmented(t, strings.Repeat(`"`, 1000)+strings.Repeat(`“a `, 20000)+strings.Repeat(`"b" `, 40000))
	if len(d.Quotes) < 30000 {
		t.Errorf("got %d quotes", len(d.Quotes))
	}
	for _, q := range d.Quotes {
		if q.Depth < 1 || q.Depth > maxDepth {
			t.Fatalf("depth %d", q.Depth)
		}
	}
}
