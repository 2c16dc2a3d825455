package claim

import (
	"strings"

	"sitrep"
)

// speakerBefore is the speaker that goes on under a pronoun or a short description.
func (r *reader) speakerBefore(i int) (speaker, bool) {
	f := &r.found[i]
	t := r.token(f.source)
	word := strings.ToLower(t.Form)
	switch {
	case t.UPOS == "PRON" && (word == "he" || word == "she" || word == "they" || word == "it"):
		return r.pronounSpeaker(i, word)
	case t.UPOS == "NOUN":
		if s, ok := r.monitor(i); ok {
			return s, true
		}
		return r.describedSpeaker(i)
	}
	return speaker{}, false
}

// pronounSpeaker is the last speaker before a pronoun who may be meant by it, within two sentences.
func (r *reader) pronounSpeaker(i int, word string) (speaker, bool) {
	f := &r.found[i]
	for k := i - 1; k >= 0 && f.sentence-r.found[k].sentence <= 3; k-- {
		s := r.said[k]
		if s.name == "" || r.found[k].nominal || r.found[k].token >= 0 && r.quote[r.found[k].token] >= 0 || r.found[k].speaker >= 0 {
			continue
		}
		if r.fits(s, word) {
			return s, true
		}
	}
	return speaker{}, false
}

// fits tells whether a pronoun may stand for a speaker.
func (r *reader) fits(s speaker, word string) bool {
	person := r.isPerson(s)
	switch word {
	case "he", "she":
		return person && !s.plural
	case "it":
		return !person && !s.plural
	}
	return s.plural || !person
}

// isPerson tells whether a speaker is one person, as far as can be seen.
func (r *reader) isPerson(s speaker) bool {
	if s.entity >= 0 {
		return r.Cast.Entities[s.entity].Kind == sitrep.PersonEntity
	}
	if s.head >= 0 && r.Tokens[s.head].UPOS == "PROPN" {
		return r.labelled(s.head, sitrep.Person)
	}
	return s.head >= 0 && r.Tokens[s.head].UPOS == "NOUN" && personal(r.lemma(s.head))
}

// personal tells whether a noun may be one person: by its ending, or as one of the words that tell of people in reports.
func personal(noun string) bool {
	if bodyWords[noun] {
		return false
	}
	for _, end := range []string{"er", "or", "man", "ist", "ian", "ant", "yst"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return personWords[noun]
}

var personWords = map[string]bool{"official": true, "witness": true, "eyewitness": true, "resident": true, "source": true, "relative": true, "wife": true,
	"mother": true, "chief": true, "envoy": true, "aide": true, "general": true, "colonel": true, "major": true, "victim": true, "medic": true, "pilot": true,
	"hostage": true, "refugee": true, "activist": true, "diplomat": true, "expert": true, "king": true, "pope": true, "head": true, "president": true,
	"spokesperson": true, "cleric": true, "judge": true, "nurse": true, "delegate": true, "patriarch": true}

// bodyWords head phrases of bodies and papers, which are no persons.
var bodyWords = map[string]bool{"group": true, "ministry": true, "army": true, "government": true, "agency": true, "organization": true, "organisation": true,
	"statement": true, "report": true, "letter": true, "newspaper": true, "television": true, "council": true, "union": true, "coalition": true, "party": true,
	"office": true, "department": true, "monitor": true, "movement": true, "military": true, "police": true, "force": true, "regime": true, "command": true,
	"commission": true, "committee": true, "network": true, "channel": true, "daily": true, "paper": true, "embassy": true, "delegation": true, "side": true, "state": true}

// describedSpeaker is the named speaker before whom a definite description means: "the envoy" after "envoy Ada Example".
func (r *reader) describedSpeaker(i int) (speaker, bool) {
	f := &r.found[i]
	if !r.definite(f.source) || r.said[i].name != "" && r.named(r.said[i]) {
		return speaker{}, false
	}
	head := r.lemma(f.source)
	for k := i - 1; k >= 0; k-- {
		s := r.said[k]
		if s.name == "" || r.found[k].source < 0 {
			continue
		}
		if r.said[k].head >= 0 && head == r.lemma(r.said[k].head) && !r.definite(r.said[k].head) && len(s.name) > len(r.said[i].name) {
			return s, true
		}
		if !r.named(s) {
			continue
		}
		if documents[head] && f.sentence-r.found[k].sentence <= 3 && r.speaksBy(k, head) || !documents[head] && r.describedAs(s, head) {
			return s, true
		}
	}
	return speaker{}, false
}

// monitor is the monitor that the report names, where "a war monitor" speaks.
func (r *reader) monitor(i int) (speaker, bool) {
	s := r.said[i]
	if s.plural || s.name != "" && r.named(s) || s.kind != sitrep.MonitorSource && !r.isMonitor(r.found[i].source) {
		return speaker{}, false
	}
	if r.Cast == nil {
		return speaker{}, false
	}
	best := -1
	for k := range r.Cast.Entities {
		e := &r.Cast.Entities[k]
		if e.Named && e.SourceKind == sitrep.MonitorSource && len(e.Mentions) > 0 && (best < 0 || len(e.Name) > len(r.Cast.Entities[best].Name)) {
			best = k
		}
	}
	if best < 0 {
		return speaker{}, false
	}
	return r.speakerOf(r.Cast.Entities[best].Mentions[0].Head), true
}

func (r *reader) isMonitor(t int) bool {
	if l := r.lemma(t); l == "monitor" || l == "watchdog" {
		return true
	}
	c := r.Tree.Child(t, "compound", "amod")
	return c >= 0 && r.lemma(t) == "group" && (r.lemma(c) == "monitoring" || r.lemma(c) == "monitor" || r.lemma(c) == "activist")
}

// documents are papers that speak for those who put them out.
var documents = map[string]bool{"statement": true, "report": true, "message": true, "letter": true, "communique": true, "note": true, "release": true, "document": true}

// speaksBy tells whether a sentence with an attribution tells of such a paper: "said in a statement".
func (r *reader) speaksBy(k int, paper string) bool {
	a := r.sentenceRun(r.found[k].sourceRun.first)
	for t := a.first; t < a.last; t++ {
		if r.lemma(t) == paper {
			return true
		}
	}
	return false
}

// describedAs tells whether the report calls a speaker by a word.
func (r *reader) describedAs(s speaker, word string) bool {
	a := r.extent(s.head)
	for t := a.first; t < a.last; t++ {
		if r.Tokens[t].UPOS != "PUNCT" && r.lemma(t) == word {
			return true
		}
	}
	return false
}

func (r *reader) definite(t int) bool {
	d := r.Tree.Child(t, "det")
	return d >= 0 && (r.lemma(d) == "the" || r.lemma(d) == "this")
}
