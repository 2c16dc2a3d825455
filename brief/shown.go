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
	of := map[string][]casebook.PrivateName{}
	for k := range b.Notes {
		n := &b.Notes[k]
		n.Quote = privacy.Veil(n.Quote, names)
		of[n.Report] = private[n.Report]
	}
	for s := range b.Sections {
		for i := range b.Sections[s].Items {
			item := &b.Sections[s].Items[i]
			veilAll(item.Sentences, names)
			veilAll(item.Points, names)
		}
	}
	return nil
}

func veilAll(list []Sentence, names []casebook.PrivateName) {
	for k := range list {
		list[k].Text = privacy.Veil(list[k].Text, names)
	}
}
