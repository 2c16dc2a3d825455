// Command where trains the model by which package where finds the places of mentions, and measures it by cross-validation over reports.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract/where"
	"sitrep/internal/maxent"
)

func main() {
	dir := flag.String("gold", "../shared/gold/train", "the folder of the answers")
	out := flag.String("out", "", "where the trained model goes: extract/where/where.bin")
	detail := flag.Bool("detail", false, "list mentions with wrong places")
	flag.Parse()
	if err := run(*dir, *out, *detail); err != nil {
		fmt.Fprintln(os.Stderr, "where:", err)
		os.Exit(1)
	}
}

// options of the training.
var options = maxent.Options{Epochs: 12, L2: 3e-4}

func run(dir, out string, detail bool) error {
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	stories, err := gold.Stories(answers)
	if err != nil {
		return err
	}
	t := &table{answers: answers, stories: stories}
	t.fill()
	t.measure(detail)
	if out == "" {
		return nil
	}
	return os.WriteFile(out, maxent.Train(t.examples, options).Encode(), 0o644)
}

// table is the options of all stories, as examples.
type table struct {
	answers  []gold.Answer
	stories  []*sitrep.Story
	examples []maxent.Example
	at       map[[3]int]int // the example of a story's mention and toponym
}

// fill makes the examples: options of the mentions that an answer tells of.
func (t *table) fill() {
	t.at = map[[3]int]int{}
	for k, s := range t.stories {
		for _, o := range where.Options(s) {
			e := eventOf(&t.answers[k], &s.Mentions[o.Mention])
			if e == nil {
				continue
			}
			class := where.No
			if fits(e.Places, &s.Toponyms[o.Toponym].Place) == 1 {
				class = where.Yes
			}
			t.at[[3]int{k, o.Mention, o.Toponym}] = len(t.examples)
			t.examples = append(t.examples, maxent.Example{Vector: o.Vector, Class: class, Group: t.answers[k].ID})
		}
	}
}

// eventOf is the event that a mention tells of: the one of its kind, or else any, whose words hold the trigger.
func eventOf(a *gold.Answer, m *sitrep.EventMention) *gold.Event {
	var found *gold.Event
	for i := range a.Events {
		e := &a.Events[i]
		for _, span := range e.Spans {
			if !span.Contains(m.TriggerSpan) {
				continue
			}
			if e.Kind == m.Kind || slices.Contains(e.Also, m.Kind) {
				return e
			}
			if found == nil {
				found = e
			}
		}
	}
	return found
}

// fits is how well a place fits the best of an answer's, as the scorer of the answers has it.
func fits(places []gold.Place, p *sitrep.Place) float64 {
	best := 0.0
	for i := range places {
		best = max(best, fit(&places[i], p))
	}
	return best
}

func fit(g *gold.Place, p *sitrep.Place) float64 {
	same := slices.ContainsFunc(g.Country, func(c string) bool { return slices.Contains(p.Countries, c) })
	if g.Lat != nil && p.Located {
		if sitrep.GreatCircle(*g.Lat, *g.Lon, p.Lat, p.Lon) <= max(g.Km, 30) {
			return 1
		}
	} else if sharesWord(g.Name, p.Name) && (same || len(g.Country) == 0) {
		return 1
	}
	if same {
		return 0.5
	}
	return 0
}

func sharesWord(a, b string) bool {
	words := strings.Fields(strings.ToLower(b))
	for _, w := range strings.Fields(strings.ToLower(a)) {
		if len(w) > 3 && slices.Contains(words, w) {
			return true
		}
	}
	return false
}

// measure prints how well unseen mentions are placed.
func (t *table) measure(detail bool) {
	folds := maxent.CrossValidate(t.examples, options, 10)
	right := 0.0
	gold, given, possible := 0, 0, 0.0
	for k, s := range t.stories {
		score := func(o *where.Option) float64 {
			i, ok := t.at[[3]int{k, o.Mention, o.Toponym}]
			if !ok {
				return 0
			}
			return folds[i].P[slices.Index(folds[i].Classes, where.Yes)]
		}
		if t.answers[k].Folder > 0 {
			continue
		}
		where.Place(s, score)
		for i := range s.Mentions {
			m := &s.Mentions[i]
			e := eventOf(&t.answers[k], m)
			if e == nil || e.Optional {
				continue
			}
			got := 0.0
			for _, p := range m.Places {
				got += fits(e.Places, &s.Toponyms[p].Place)
			}
			right += min(got, float64(len(e.Places)))
			gold += len(e.Places)
			if len(e.Places) > 0 {
				given += len(m.Places)
			}
			best := 0.0
			for i := range s.Toponyms {
				best = max(best, fits(e.Places, &s.Toponyms[i].Place))
			}
			possible += best
			if detail && (got < float64(len(e.Places)) || len(e.Places) == 0 && len(m.Places) > 0) {
				t.show(k, m, e)
			}
		}
	}
	fmt.Printf("%d options; places of mentions: %.3f of %d, given %d; F1 %.3f; at best %.1f\n", len(t.examples), right/float64(gold), gold, given,
		2*right/float64(gold+given), possible)
}

func (t *table) show(k int, m *sitrep.EventMention, e *gold.Event) {
	s := t.stories[k]
	var want, got []string
	for _, p := range e.Places {
		want = append(want, p.Name)
	}
	for _, p := range m.Places {
		got = append(got, s.Toponyms[p].Place.Name)
	}
	sentence := s.Sentences[s.Tree.Sentence(m.Trigger)]
	fmt.Printf("%s %s %q: want %q, got %q: %s\n", t.answers[k].ID, m.Kind, s.In(m.TriggerSpan), want, got, s.In(sentence.Span))
}
