package coref

import (
	"slices"

	"sitrep"
)

// chains gives the clusters as Doc.Chains, in the order of their first mentions.
func (s *state) chains() []sitrep.Chain {
	number := s.number()
	out := make([]sitrep.Chain, 0, len(s.order)/8)
	at := make([]int32, len(s.mentions)) // root → index in out + 1
	for i := range s.mentions {
		r := s.root(i)
		if number[r] == 0 {
			continue
		}
		if at[r] == 0 {
			out = append(out, sitrep.Chain{Mentions: make([]sitrep.Mention, 0, number[r])})
			at[r] = int32(len(out))
		}
		c := &out[at[r]-1]
		c.Mentions = append(c.Mentions, s.export(i))
	}
	s.addMembers(out, at)
	for i := range out {
		if !slices.IsSortedFunc(out[i].Mentions, byPlace) {
			slices.SortFunc(out[i].Mentions, byPlace)
		}
		out[i].Name = s.fullest(out[i].Mentions)
	}
	return out
}

// number counts the mentions of every cluster that stays: two mentions, a name, or a member of a plural that stays.
func (s *state) number() []int32 {
	n := make([]int32, len(s.mentions))
	for i := range s.mentions {
		n[s.root(i)]++
	}
	for i := range s.mentions {
		m := &s.mentions[i]
		r := s.root(i)
		if n[r] == 1 && m.partN > 0 && m.form != coordination {
			n[r] = 2 // "both sides": kept for its members
		}
	}
	member := make([]bool, len(s.mentions))
	for i := range s.mentions {
		if m := &s.mentions[i]; m.partN > 0 && n[s.root(i)] > 1 {
			for _, p := range s.parts[m.partFirst : m.partFirst+m.partN] {
				member[s.root(int(p))] = true
			}
		}
	}
	for r := range n {
		if n[r] == 1 && !member[r] && !s.clusters[r].named {
			n[r] = 0
		}
	}
	return n
}

func (s *state) export(i int) sitrep.Mention {
	m := &s.mentions[i]
	k := m.kind
	if m.partN > 0 && m.kind != sitrep.PronounMention {
		k = sitrep.PluralMention
	}
	return sitrep.Mention{
		Span:  sitrep.Span{Start: s.doc.Tokens[m.first].Start, End: s.doc.Tokens[m.last].End},
		First: int(m.first), Last: int(m.last) + 1, Head: int(m.head), Kind: k,
	}
}

func byPlace(a, b sitrep.Mention) int {
	if a.First != b.First {
		return a.First - b.First
	}
	return b.Last - a.Last
}

// addMembers notes the chains that plural mentions join.
func (s *state) addMembers(out []sitrep.Chain, at []int32) {
	for i := range s.mentions {
		m := &s.mentions[i]
		c := at[s.root(i)]
		if m.partN == 0 || c == 0 || out[c-1].Members != nil {
			continue
		}
		for _, p := range s.parts[m.partFirst : m.partFirst+m.partN] {
			if k := at[s.root(int(p))]; k != 0 && k != c && !slices.Contains(out[c-1].Members, int(k-1)) {
				out[c-1].Members = append(out[c-1].Members, int(k-1))
			}
		}
	}
}

// fullest is the index of the longest name in its own words, or of the longest description.
func (s *state) fullest(mentions []sitrep.Mention) int {
	best, length, kind := 0, -1, -1
	for i, m := range mentions {
		k := rank(m.Kind)
		n := s.nameLength(m)
		if k > kind || k == kind && n > length {
			best, length, kind = i, n, k
		}
	}
	return best
}

func rank(k sitrep.MentionKind) int {
	switch k {
	case sitrep.ProperMention:
		return 3
	case sitrep.NominalMention, sitrep.PluralMention:
		return 2
	}
	return 1
}

// nameLength is the length of a mention's name, or of the whole mention where it has none.
func (s *state) nameLength(m sitrep.Mention) int {
	if j := s.mentionAt[m.Head]; j != 0 && s.mentions[j-1].name != 0 && m.Kind == sitrep.ProperMention {
		return s.doc.Names[s.mentions[j-1].name-1].Len()
	}
	return m.Len()
}
