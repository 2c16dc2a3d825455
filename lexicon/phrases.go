package lexicon

import (
	"iter"
	"strings"
)

// Bits says which kinds of name a phrase is, as a set.
type Bits uint8

// The bits of a phrase.
const (
	PlaceBit     Bits = 1 << iota // places: capitals, regions, countries too
	CountryBit                    // countries
	DemonymBit                    // words for peoples, faiths, camps and inhabitants
	GroupBit                      // armed groups
	OrgBit                        // organisations
	TitleBit                      // titles, ranks and roles
	OrgWordBit                    // words that head the names of organisations, forces and facilities
	GivenNameBit                  // given names
)

// Phrase is a name of the lists, as it is written there, with what it is.
type Phrase struct {
	Text string
	Bits Bits
}

// Phrases gives every name of the lists with what it is, a name of several lists several times. Words that Ordinary holds are left out where
// they would count as names; titles and head words are ordinary words and stay.
func (l *Lexicon) Phrases() iter.Seq[Phrase] {
	return func(yield func(Phrase) bool) {
		ordinary := l.ordinary()
		for p := range l.allPhrases() {
			if p.Bits&(TitleBit|OrgWordBit) == 0 && ordinary[strings.ToLower(p.Text)] {
				continue
			}
			if !yield(p) {
				return
			}
		}
	}
}

func (l *Lexicon) ordinary() map[string]bool {
	set := make(map[string]bool, len(l.Ordinary))
	for _, w := range l.Ordinary {
		set[w] = true
	}
	return set
}

// allPhrases is Phrases with the ordinary words.
func (l *Lexicon) allPhrases() iter.Seq[Phrase] {
	return func(yield func(Phrase) bool) {
		more := true
		say := func(b Bits, texts ...string) {
			for _, t := range texts {
				more = more && yield(Phrase{t, b})
			}
		}
		for _, c := range l.Countries {
			say(PlaceBit|CountryBit, c.Name)
			say(PlaceBit|CountryBit, c.Names...)
			say(DemonymBit, c.Demonyms...)
			say(PlaceBit, c.Capitals...)
		}
		for _, r := range l.Regions {
			say(PlaceBit, r.Name)
			say(PlaceBit, r.Aliases...)
		}
		for _, p := range l.Peoples {
			say(DemonymBit, p.Forms...)
		}
		for _, g := range l.Groups {
			say(GroupBit, g.Name)
			say(GroupBit, g.Aliases...)
		}
		for _, o := range l.Organisations {
			say(OrgBit, o.Name)
			say(OrgBit, o.Aliases...)
		}
		for _, t := range l.Titles {
			say(TitleBit, t.Title)
		}
		for _, w := range l.OrgWords {
			say(OrgWordBit, w.Word)
		}
		for _, n := range l.GivenNames {
			say(GivenNameBit, n.Name)
		}
	}
}
