package lexicon

import (
	"io/fs"
	"strings"

	"sitrep"
)

// Cue is a word that ascribes words to somebody: a verb or a noun, with the places in a clause where what is said may stand.
type Cue struct {
	Word    string // the lemma; with a particle after a blank where it has one: "point out"
	Noun    bool
	Sort    CueSort
	Stance  sitrep.Stance // what saying it so does
	Frames  []CueFrame    // the first that fits counts
	Example string        // a sentence of our own in which the word is a cue
}

// CueSort says how far a cue speaks of words that were said.
type CueSort string

// The sorts of cue.
const (
	SayCue   CueSort = "say"   // says that words were said: "announce"
	ActCue   CueSort = "act"   // does something by saying it: "condemn"
	ShowCue  CueSort = "show"  // lets a finding or a paper speak: "show"
	ThinkCue CueSort = "think" // tells of a mind, which need not have been spoken: "hope"
)

// CueFrame is where the content of a cue stands. With a preposition P: "for" is the content after it, "np-for" an object and what follows the
// preposition. "that" is a clause or a quote, "to" an infinitive, "who-to" an infinitive after an object, "on-to" one after somebody with "on",
// "np" an object or the noun's own "of", "pred" an object with what it is called, "ing" a gerund.
type CueFrame string

// Preposition is the preposition of the frame, and whether an object goes before it.
func (f CueFrame) Preposition() (word string, object bool) {
	switch f {
	case "that", "to", "who-to", "on-to", "np", "pred", "ing":
		return "", false
	case "to-np":
		return "to", false
	}
	word, object = strings.CutPrefix(string(f), "np-")
	return word, object
}

// framePrepositions are those that a frame may have.
var framePrepositions = strings.Fields("about against as at behind by for from in into of on over to to-np toward with without")

func (l *Lexicon) loadCues(fsys fs.FS) (err error) {
	l.Cues, err = load(fsys, "cues.tsv", "word class sort stance frames example", parseCue)
	return err
}

func parseCue(r row) (c Cue, err error) {
	c.Word, c.Example = r.fields[0], r.fields[5]
	class, err := r.oneOf(1, "verb", "noun")
	if err != nil {
		return c, err
	}
	c.Noun = class == "noun"
	sort, err := r.oneOf(2, string(SayCue), string(ActCue), string(ShowCue), string(ThinkCue))
	if err != nil {
		return c, err
	}
	stance, err := r.oneOf(3, "assert", "deny", "accuse", "demand", "reject", "agree", "promise", "threaten", "condemn", "warn")
	if err != nil {
		return c, err
	}
	frames, err := r.list(4)
	c.Sort, c.Stance = CueSort(sort), sitrep.Stance(stance)
	for _, f := range frames {
		if !isFrame(f) {
			return c, r.errorf("%q: no frame of a cue", f)
		}
		c.Frames = append(c.Frames, CueFrame(f))
	}
	if len(frames) == 0 {
		return c, r.errorf("%s has no frame", c.Word)
	}
	return c, err
}

func isFrame(f string) bool {
	word, _ := CueFrame(f).Preposition()
	if word == "" {
		return true
	}
	for _, p := range framePrepositions {
		if p == word {
			return true
		}
	}
	return false
}
