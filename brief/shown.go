package brief

import (
	"slices"

	"sitrep/casebook"
	"sitrep/privacy"
)

// veil puts descriptions in the place of private persons' names, in everything that the brief says and quotes, unless it is to have the names.
func (m *maker) veil() error {
	if m.o.Names {
		return nil
	}
	var ids []string
	for id := range m.used {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	private, err := m.book.Private(m.ctx, ids)
	if err != nil {
		return err
	}
	var names []casebook.PrivateName
	for _, id := range ids {
		names = append(names, private[id]...)
	}
	if len(names) == 0 {
		return nil
	}
	b := m.brief
	for k := range b.Notes {
		b.Notes[k].Quote = privacy.Veil(b.Notes[k].Quote, names)
	}
	b.each(func(s *Sentence) { s.Text = privacy.Veil(s.Text, names) })
	return nil
}

// renumber leaves out the notes that no sentence has, and numbers the others in the order in which they come.
func (b *Brief) renumber() {
	number, kept := map[int]int{}, []Note(nil)
	b.each(func(s *Sentence) {
		for k, n := range s.Notes {
			if number[n] == 0 {
				kept = append(kept, b.Notes[n-1])
				number[n] = len(kept)
			}
			s.Notes[k] = number[n]
		}
		slices.Sort(s.Notes)
	})
	b.Notes = kept
}

// each calls f for every sentence in order.
func (b *Brief) each(f func(*Sentence)) {
	for s := range b.Sections {
		for i := range b.Sections[s].Items {
			item := &b.Sections[s].Items[i]
			for k := range item.Sentences {
				f(&item.Sentences[k])
			}
			for k := range item.Points {
				f(&item.Points[k])
			}
		}
	}
}
