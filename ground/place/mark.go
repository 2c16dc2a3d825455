package place

import (
	"sitrep"
)

// mark says which toponyms are attributes and which stand for a government.
func mark(story *sitrep.Story) {
	if story.Tree == nil {
		return
	}
	for i := range story.Toponyms {
		t := &story.Toponyms[i]
		if t.First >= t.Last {
			continue
		}
		head := headOf(story, t.First, t.Last)
		t.Adjectival = t.Adjectival || attributive(story, t, head)
		t.Metonym = !t.Adjectival && speaksForState(t) && acts(story, head)
	}
}

// headOf is the token of a run that the others hang on: the first whose governor lies outside.
func headOf(story *sitrep.Story, first, last int) int {
	for i := first; i < last; i++ {
		if h := story.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return last - 1
}

// attributive tells whether a name only describes another noun, which is no word for a place.
func attributive(story *sitrep.Story, t *sitrep.Toponym, head int) bool {
	h := story.Tokens[head].Head
	return h >= 0 && sitrep.Is(story.Tokens[head].Deprel, "compound", "amod") && !settlement[story.Tokens[h].Lemma] && !facilities[story.Tokens[h].Lemma]
}

// speaksForState tells whether a place can stand for a government: a country, or its capital.
func speaksForState(t *sitrep.Toponym) bool {
	return t.Place.Kind == "country" || t.Place.Kind == "capital" || t.Place.Kind == "region"
}

// passive are the verbs whose subject only is somewhere or undergoes something.
var passive = set("be", "become", "remain", "see", "witness", "suffer", "experience", "lie", "have", "face", "stay", "descend", "plunge", "border", "sit")

// acts tells whether a name stands where only somebody who acts does.
func acts(story *sitrep.Story, head int) bool {
	t := &story.Tokens[head]
	if t.Head < 0 {
		return false
	}
	governor := &story.Tokens[t.Head]
	switch {
	case t.Deprel == "nsubj":
		return governor.UPOS == "VERB" && !passive[governor.Lemma]
	case t.Deprel == "conj":
		return acts(story, t.Head)
	case t.Deprel == "obl:agent":
		return true
	case t.Deprel == "nmod:poss":
		return body[governor.Lemma]
	case sitrep.Is(t.Deprel, "obl", "nmod"):
		if c := story.Tree.Child(head, "case"); c >= 0 {
			return partner[story.Tokens[c].Lemma]
		}
	case sitrep.Is(t.Deprel, "obj", "iobj"):
		return addressed[governor.Lemma]
	}
	return false
}

// partner are the prepositions before those with whom one deals.
var partner = set("between", "by", "with", "against", "among")

// addressed are the verbs whose object is somebody.
var addressed = set("accuse", "blame", "urge", "ask", "tell", "warn", "condemn", "call", "support", "join", "back", "criticize", "criticise", "thank", "pressure",
	"recognize", "recognise", "represent", "threaten", "demand", "deter", "provoke", "sanction", "allow", "help")

// body are the nouns of what a state has and acts by.
var body = set("government", "army", "military", "force", "troops", "minister", "ministry", "president", "parliament", "leader", "official", "ambassador", "envoy",
	"spokesman", "spokeswoman", "spokesperson", "police", "navy", "leadership", "regime", "embassy", "delegation", "soldier", "commander", "decision", "claim",
	"demand", "position", "policy", "intervention", "support", "role", "campaign", "foreign", "warplane", "jet")
