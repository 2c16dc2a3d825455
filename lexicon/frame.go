package lexicon

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"sitrep"
)

// Frame is a way in which reports tell of a happening: the words that open it, what must stand around them, and the kind of event that is told.
type Frame struct {
	Words []string    // lemmas
	POS   string      // verb, noun, adj
	Kind  sitrep.Kind // empty where the words tell of no event
	When  []Condition // all must hold
	Sure  float64     // how often the word tells of a happening where the conditions hold and nothing else is known, 0 to 1
	Yes   []string    // sentences that have the frame
	No    []string    // sentences with the word that tell of no event
	Line  int         // in frames.tsv
}

// Condition is something that a frame wants to stand around its word.
type Condition struct {
	Where string   // obj, subj, by, of, mod, prt, prep, near
	What  []string // lemmas, and classes in capitals
}

// wheres are the values of Condition.Where.
var wheres = []string{"obj", "subj", "by", "of", "mod", "prt", "prep", "near"}

// FrameClass is a set of words that conditions name together, in capitals.
type FrameClass struct {
	Name    string
	Words   []string           // lemmas
	Weapons []string           // classes of Weapon
	Names   []sitrep.NameLabel // labels of names
}

func (l *Lexicon) loadFrames(fsys fs.FS) (err error) {
	if l.FrameClasses, err = load(fsys, "frame-classes.tsv", "class words", parseFrameClass); err != nil {
		return err
	}
	l.Frames, err = load(fsys, "frames.tsv", "words pos kind when sure yes no", l.parseFrame)
	return err
}

func parseFrameClass(r row) (FrameClass, error) {
	c := FrameClass{Name: r.fields[0]}
	if !isClass(c.Name) {
		return c, r.errorf("class %q: want capitals", c.Name)
	}
	words, err := r.list(1)
	for _, w := range words {
		switch {
		case strings.HasPrefix(w, "@"):
			c.Weapons = append(c.Weapons, w[1:])
		case strings.HasPrefix(w, "#"):
			c.Names = append(c.Names, sitrep.NameLabel(w[1:]))
		default:
			c.Words = append(c.Words, w)
		}
	}
	return c, err
}

// isClass tells whether a word of a condition is the name of a class.
func isClass(s string) bool { return s != "" && strings.ToUpper(s) == s }

func (l *Lexicon) parseFrame(r row) (Frame, error) {
	f := Frame{Line: r.line}
	var err error
	if f.Words, err = r.list(0); err != nil {
		return f, err
	}
	if f.POS, err = r.oneOf(1, "verb", "noun", "adj"); err != nil {
		return f, err
	}
	if r.fields[2] != "none" {
		if f.Kind = sitrep.Kind(r.fields[2]); !slices.Contains(sitrep.Kinds, f.Kind) {
			return f, r.errorf("kind %q: want none or one of %v", f.Kind, sitrep.Kinds)
		}
	}
	if f.When, err = l.parseConditions(r); err != nil {
		return f, err
	}
	if f.Sure, err = strconv.ParseFloat(r.fields[4], 64); err != nil || f.Sure <= 0 || f.Sure > 1 {
		return f, r.errorf("sure %q: want a number above 0, at most 1", r.fields[4])
	}
	if f.Yes, err = r.list(5); err != nil {
		return f, err
	}
	f.No, err = r.list(6)
	return f, err
}

func (l *Lexicon) parseConditions(r row) ([]Condition, error) {
	var all []Condition
	for _, term := range strings.Fields(r.fields[3]) {
		where, what, _ := strings.Cut(term, ":")
		if !slices.Contains(wheres, where) || what == "" {
			return nil, r.errorf("condition %q: want one of %s, a colon, and words", term, strings.Join(wheres, ", "))
		}
		c := Condition{where, strings.Split(what, ",")}
		for _, w := range c.What {
			if isClass(w) && !slices.ContainsFunc(l.FrameClasses, func(c FrameClass) bool { return c.Name == w }) {
				return nil, r.errorf("condition %q: frame-classes.tsv has no class %s", term, w)
			}
		}
		all = append(all, c)
	}
	return all, nil
}
