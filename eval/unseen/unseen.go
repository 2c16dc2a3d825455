// Package unseen reads reports by models that did not see them: what the programs in model/train learn whole events, their actors and tolls from, so
// that it looks no better than on new text.
//
// The answers are cut into Parts: the Nth of them is each fifth answer from the Nth on. A folder PARTS/N holds the models trained without it:
// model/train/trigger makes trigger.bin, kind.bin and status.bin; model/train/when, where, role and claim make when.bin, where.bin, setting.bin, role.bin, keep.bin and
// stance.bin; model/train/event -parts makes join.bin, worth.bin, news.bin and status.bin in a folder event within it.
package unseen

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/predict"
	"sitrep/extract"
	"sitrep/extract/claim"
	"sitrep/extract/event"
	"sitrep/extract/role"
	"sitrep/extract/trigger"
	"sitrep/extract/when"
	"sitrep/extract/where"
	"sitrep/gazetteer"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

// Parts is into how many parts the answers are cut.
const Parts = 5

// Untouched stands in for a step that chooses what belongs to whole events, so that they keep what their mentions give.
type Untouched string

// Name is that of the step.
func (u Untouched) Name() string { return string(u) }

// Read changes nothing.
func (Untouched) Read(*sitrep.Story) error { return nil }

// Stories reads the reports of answers, each by the models of a folder that were trained without its part. Whole tells that those of events are in the
// folder too; else the events are those of the models that are built in. The events have the places and actors that their mentions give.
func Stories(answers []gold.Answer, dir string, whole bool) ([]*sitrep.Story, error) {
	language, err := english.New()
	if err != nil {
		return nil, err
	}
	reader := extract.New(language, lexicon.English(), gazetteer.Default())
	var readers []*extract.Reader
	for n := range Parts {
		steps, err := steps(filepath.Join(dir, strconv.Itoa(n)), whole)
		if err != nil {
			return nil, fmt.Errorf("part %d: %w", n, err)
		}
		readers = append(readers, reader.With(steps...))
	}
	var all []*sitrep.Story
	for i := range answers {
		a := &answers[i]
		in := predict.Input{ID: a.ID, Published: a.Published, Title: a.Title, Text: a.Text}
		s, err := readers[i%Parts].Story(in.Report())
		if err != nil {
			return nil, fmt.Errorf("answer %s: %w", a.ID, err)
		}
		all = append(all, s)
	}
	return all, nil
}

// steps are the steps of reading with the models in a folder.
func steps(dir string, whole bool) ([]extract.Step, error) {
	m, err := Models(dir, "trigger", "kind", "status", "when", "where", "role", "keep", "stance")
	if err != nil {
		return nil, err
	}
	lex := lexicon.English()
	out := []extract.Step{claim.NewWith(lex, m["keep"], m["stance"]), trigger.NewWith(lex, trigger.Models{Event: m["trigger"], Kind: m["kind"], Status: m["status"]}),
		role.NewWith(m["role"]), when.NewWith(m["when"]), where.NewWith(m["where"]),
		Untouched((*where.Setter)(nil).Name()), Untouched((*role.Caster)(nil).Name())}
	if !whole {
		return out, nil
	}
	if m, err = Models(filepath.Join(dir, "event"), "join", "worth", "news", "status"); err != nil {
		return nil, err
	}
	return append(out, event.NewWith(event.Models{Join: m["join"], Worth: m["worth"], News: m["news"], Status: m["status"]})), nil
}

// Models are the models in a folder, by name.
func Models(dir string, names ...string) (map[string]*maxent.Model, error) {
	out := map[string]*maxent.Model{}
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(dir, name+".bin"))
		if err != nil {
			return nil, err
		}
		if out[name], err = maxent.Decode(b); err != nil {
			return nil, fmt.Errorf("%s.bin: %w", name, err)
		}
	}
	return out, nil
}
