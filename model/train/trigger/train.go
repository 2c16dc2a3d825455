package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/extract/trigger"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
)

// options were chosen by cross-validation.
var (
	eventOptions  = maxent.Options{MinCount: 2, Prior: 20}
	kindOptions   = maxent.Options{Epochs: 12, Rate: 0.05, L2: 1e-3, MinCount: 2}
	statusOptions = maxent.Options{MinCount: 2, Prior: 10}
)

// labelled is the candidates of some reports with what they should be.
type labelled struct {
	event, kind, status []maxent.Example
}

// addAll adds those of the answers that are asked for, by their numbers.
func (l *labelled) addAll(answers []gold.Answer, stories []*sitrep.Story, of func(int) bool) {
	step := trigger.NewWith(lexicon.English(), trigger.Models{})
	for i := range answers {
		if of(i) {
			l.add(&answers[i], step.Samples(stories[i]), stories[i].Tokens)
		}
	}
}

func (l *labelled) add(a *gold.Answer, samples []trigger.Sample, tokens []sitrep.Token) {
	for i := range samples {
		sm := &samples[i]
		e, kind, weight := label(a, samples, i, tokens)
		class := "no"
		if kind != "" {
			class = "yes"
			l.kind = append(l.kind, maxent.Example{Vector: sm.Kind, Class: string(kind), Weight: weight, Group: a.ID})
		}
		if e != nil && e.Status != "" && e.Status != sitrep.Disputed {
			l.status = append(l.status, maxent.Example{Vector: sm.Status, Class: string(e.Status), Weight: weight, Group: a.ID})
		}
		l.event = append(l.event, maxent.Example{Vector: sm.Event, Class: class, Weight: weight, Group: a.ID})
	}
}

// label is the event that a candidate tells of, nil for none, its kind, and how sure that is.
func label(a *gold.Answer, samples []trigger.Sample, i int, tokens []sitrep.Token) (*gold.Event, sitrep.Kind, float64) {
	word := tokens[samples[i].Token].Span
	var best *gold.Event
	var bestKind sitrep.Kind
	weight := 0.0
	for k := range a.Events {
		e := &a.Events[k]
		kind, w := fitOf(e, samples, i, word, tokens)
		if e.Optional {
			w *= 0.3
		}
		if w > weight {
			best, bestKind, weight = e, kind, w
		}
	}
	if best == nil {
		return nil, "", 1
	}
	return best, bestKind, weight
}

// fitOf is the kind that a candidate has if it tells of an event, and how well it fits: best where its word stands in the event's words and its
// frame is of the kind, less where a better candidate stands there too, or where only its clause fits.
func fitOf(e *gold.Event, samples []trigger.Sample, i int, word sitrep.Span, tokens []sitrep.Token) (sitrep.Kind, float64) {
	sm := &samples[i]
	kind, frame := e.Kind, false
	for _, k := range sm.Kinds {
		if good(e, k) {
			kind, frame = k, true
			break
		}
	}
	for _, span := range e.Spans {
		if !span.Contains(word) {
			continue
		}
		switch {
		case frame:
			return kind, 1
		case sm.Kinds[0] == sitrep.Attack && family(e.Kind) == "violence":
			return kind, 0.7
		case !rivalled(e, samples, i, span, tokens):
			return kind, 0.8
		case family(e.Kind) == family(sm.Kinds[0]):
			return kind, 0.3
		}
	}
	if frame && fits(e, sm.Span) {
		return kind, 0.4
	}
	return "", 0
}

// rivalled tells whether another candidate in the stretch has a frame of the event's kind.
func rivalled(e *gold.Event, samples []trigger.Sample, i int, span sitrep.Span, tokens []sitrep.Token) bool {
	for j := range samples {
		if j != i && span.Contains(tokens[samples[j].Token].Span) && slices.ContainsFunc(samples[j].Kinds, func(k sitrep.Kind) bool { return good(e, k) }) {
			return true
		}
	}
	return false
}

func (l *labelled) train() trigger.Models {
	return trigger.Models{Event: maxent.Train(l.event, eventOptions), Kind: maxent.Train(l.kind, kindOptions), Status: maxent.Train(l.status, statusOptions)}
}

func write(dir string, m trigger.Models) error {
	for name, b := range map[string][]byte{"trigger.bin": m.Event.Encode(), "kind.bin": m.Kind.Encode(), "status.bin": m.Status.Encode()} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s: %d bytes\n", name, len(b))
	}
	return nil
}
