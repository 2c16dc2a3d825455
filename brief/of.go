package brief

import (
	"context"
	"fmt"

	"sitrep"
	"sitrep/casebook"
)

// always is a day after all that reports tell.
var always = sitrep.CivilDate{Year: 9999, Month: 12, Day: 31}

// Of says what is told of one incident, whatever its time: what, where and when, who is named as having done it and by whom, and each figure with who gives it. It has
// one item, and no sentence in it where no words of the reports are at hand. Private persons stand by description.
func Of(ctx context.Context, book casebook.Asker, i *sitrep.Incident) (*Brief, error) {
	m := newMaker(ctx, book, Options{To: always})
	item, err := m.account(i)
	if err != nil {
		return nil, fmt.Errorf("say what is told of incident %s: %w", i.ID, err)
	}
	m.brief.Title = ""
	m.section("", []Item{item})
	m.brief.renumber()
	if err := m.veil(); err != nil {
		return nil, fmt.Errorf("say what is told of incident %s: keep private persons out: %w", i.ID, err)
	}
	return m.brief, nil
}

// account is what is said of an incident of any kind.
func (m *maker) account(i *sitrep.Incident) (Item, error) {
	item, err := m.happening(i)
	if err != nil || len(item.Sentences) == 0 {
		return item, err
	}
	if i.Kind == sitrep.Ceasefire {
		state, err := m.state(i)
		if err != nil {
			return item, err
		}
		if state.Text != "" {
			item.Points = append([]Sentence{state}, item.Points...)
		}
	}
	for _, part := range []func(*sitrep.Incident) ([]Sentence, error){m.violations, m.rounds} {
		said, err := part(i)
		if err != nil {
			return item, err
		}
		item.Points = append(item.Points, said...)
	}
	return item, nil
}
