package privacy

import (
	"fmt"
	"strings"

	"sitrep"
)

// describe is what is shown in the place of a name: an age and a word of the report, or what the events made of the person, else "a person".
func (p *person) describe() string {
	e := &p.evidence
	noun := e.noun
	if ranks[noun] {
		noun = "soldier"
	}
	switch {
	case noun == "suspect", !kin[noun] && !tooFine[noun] && noun != "":
	case noun != "" && young[noun]:
	case e.kin:
		noun = "relative"
	default:
		noun = e.hit
	}
	if noun == "" && p.speaks {
		noun = witnessing(p.source)
	}
	if e.age > 0 && noun != "victim" && noun != "" {
		return fmt.Sprintf("%s %d-year-old %s", article34(e.age), e.age, noun)
	}
	if e.age > 0 {
		return fmt.Sprintf("%s %d-year-old", article34(e.age), e.age)
	}
	if noun == "" {
		noun = "person"
	}
	return indefinite(noun)
}

// ranks are those of soldiers, which say more than has to be told.
var ranks = set("sgt", "sergeant", "staff sergeant", "staff sgt", "master sergeant", "cpl", "corporal", "lance corporal", "private", "private first class", "pvt", "pfc", "specialist", "spc", "trooper", "lieutenant", "lt",
	"first lieutenant", "second lieutenant", "junior lieutenant", "senior lieutenant", "cadet", "conscript", "captain", "capt", "major", "maj", "colonel", "col", "lieutenant colonel", "lt col")

// tooFine are nouns that say nothing or point at the home.
var tooFine = set("person", "people", "other", "member", "body", "individual", "human", "name", "neighbour", "neighbor", "local", "source", "one", "native", "figure", "subject")

func witnessing(k sitrep.SourceKind) string {
	switch k {
	case sitrep.MedicalOrRescue:
		return "medical or rescue worker"
	case sitrep.Witness:
		return "resident"
	}
	return ""
}

func indefinite(noun string) string {
	if strings.ContainsRune("aeio", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// article34 is the article of an age: an eight-year-old, a 34-year-old.
func article34(n int) string {
	if n == 8 || n == 11 || n == 18 || n >= 80 && n < 90 {
		return "an"
	}
	return "a"
}
