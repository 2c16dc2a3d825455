package role

import "sitrep"

// mark is what the layers before say of the head of a noun phrase.
type mark struct {
	harm  sitrep.Harm // what became of the people, of a toll's
	says  bool        // it is the source of an attribution
	place string      // of a toponym: whether it stands for a government, or describes something else
}

// mark notes the heads of those who are counted as harmed, of sources and of toponyms.
func (p *pool) mark() {
	p.marks = make([]mark, len(p.Tokens))
	for i := range p.Tolls {
		if h := p.Tolls[i].PeopleHead; h >= 0 && h < len(p.marks) {
			p.marks[h].harm = p.Tolls[i].Harm
		}
	}
	for i := range p.Attributions {
		if h := p.Attributions[i].SourceHead; h >= 0 && h < len(p.marks) {
			p.marks[h].says = true
			for _, c := range p.Tree.Children(h) {
				p.marks[c].says = p.marks[c].says || sitrep.Is(p.Tokens[c].Deprel, "conj")
			}
		}
	}
	for i := range p.Toponyms {
		t := &p.Toponyms[i]
		for k := max(0, t.First); k < min(t.Last, len(p.marks)); k++ {
			p.marks[k].place = standing(t)
		}
	}
}

// standing is a word for how a toponym stands in its phrase.
func standing(t *sitrep.Toponym) string {
	switch {
	case t.Metonym:
		return "metonym"
	case t.Adjectival:
		return "adjectival"
	}
	return "place"
}
