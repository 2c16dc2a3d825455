package brief

import (
	"maps"
	"slices"

	"sitrep/casebook"
	"sitrep/privacy"
)

// veil puts descriptions in the place of private persons' names, in everything that the brief says and quotes, unless it is to have the names. Whoever is
// private in one of the reports of an incident is so in all that is said of it.
func (m *maker) veil() error {
	if m.o.Names {
		return nil
	}
	private, err := m.book.Private(m.ctx, m.brief.reports())
	if err != nil {
		return err
	}
	of := make([]map[string]bool, len(m.brief.Notes)) // of each note: the reports of all items that have it
	for s := range m.brief.Sections {
		for i := range m.brief.Sections[s].Items {
			m.veilItem(&m.brief.Sections[s].Items[i], private, of)
		}
	}
	for k := range m.brief.Notes {
		n := &m.brief.Notes[k]
		n.Quote = privacy.Veil(n.Quote, namesOf(of[k], private))
	}
	return nil
}

// veilItem veils what is said of an item, and notes for its notes by the names of which reports they are to be veiled.
func (m *maker) veilItem(item *Item, private map[string][]casebook.PrivateName, of []map[string]bool) {
	reports := setOf(item.reports)
	item.each(func(s *Sentence) {
		for _, n := range s.Notes {
			reports[m.brief.Notes[n-1].Report] = true
		}
	})
	veil := privacy.Veils(namesOf(reports, private))
	item.each(func(s *Sentence) {
		s.Text = veil(s.Text)
		for _, n := range s.Notes {
			if of[n-1] == nil {
				of[n-1] = map[string]bool{}
			}
			maps.Copy(of[n-1], reports)
		}
	})
}

// reports are those that the items rest on and the notes quote, in order.
func (b *Brief) reports() []string {
	used := map[string]bool{}
	for _, n := range b.Notes {
		used[n.Report] = true
	}
	for _, s := range b.Sections {
		for _, i := range s.Items {
			for _, id := range i.reports {
				used[id] = true
			}
		}
	}
	return sorted(used)
}

func namesOf(reports map[string]bool, private map[string][]casebook.PrivateName) (names []casebook.PrivateName) {
	for _, id := range sorted(reports) {
		names = append(names, private[id]...)
	}
	return names
}

func setOf(list []string) map[string]bool {
	set := map[string]bool{}
	for _, v := range list {
		set[v] = true
	}
	return set
}

func sorted(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }

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
			b.Sections[s].Items[i].each(f)
		}
	}
}

func (i *Item) each(f func(*Sentence)) {
	for k := range i.Sentences {
		f(&i.Sentences[k])
	}
	for k := range i.Points {
		f(&i.Points[k])
	}
}
