package event

import (
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

// settingOf says how much the report as a whole is about conflict: in one that is not, a word of war is mostly a figure of speech.
func (v *view) settingOf() (x maxent.Vector) {
	sure, sum, told := 0, 0.0, map[int]bool{}
	for i := range v.Mentions {
		sum += v.Mentions[i].Score
		told[v.sentence[i]] = true
		if v.Mentions[i].Score > 0.8 {
			sure++
		}
	}
	armed, sided := 0, 0
	if v.Cast != nil {
		for i := range v.Cast.Entities {
			switch e := &v.Cast.Entities[i]; {
			case e.SourceKind == sitrep.ArmedGroupSource || e.SourceKind == sitrep.Belligerent:
				armed++
			case e.Side != "":
				sided++
			}
		}
	}
	x.Add("sure mentions", bucket(sure, 0, 1, 3, 8))
	x.Add("armed", bucket(armed, 0, 1, 3, 6))
	x.Number(sum / float64(max(1, len(v.Mentions))))
	x.Number(float64(len(told)) / float64(max(1, len(v.Sentences))))
	x.Number(min(1, float64(armed)/10))
	x.Number(min(1, float64(sided)/20))
	return x
}

// grammar writes how the surest mention stands in its sentence.
func (v *view) grammar(e *sitrep.Event, x *maxent.Vector) {
	i := chief(v, e.MentionsOf)
	t := v.Mentions[i].Trigger
	x.Add("chief relation", v.Tokens[t].Deprel, strconv.FormatBool(v.Mentions[i].Nominal))
	x.Add("chief determiner", v.traits[i].determiner, strconv.FormatBool(v.traits[i].plural))
	x.Add("chief quantity", v.traits[i].quantity)
	if h := v.Tokens[t].Head; h >= 0 {
		x.Add("chief below", lemma(&v.Tokens[h]))
		x.Add("chief below, relation", v.Tokens[h].UPOS, v.Tokens[t].Deprel)
	}
	for _, c := range v.Tree.Children(t) {
		switch d := &v.Tokens[c]; {
		case sitrep.Is(d.Deprel, "amod", "aux", "mark", "advmod"):
			x.Add("chief has", lemma(d))
		case sitrep.Is(d.Deprel, "nsubj", "obj", "obl", "nmod"):
			x.Add("chief argument", d.Deprel)
		}
	}
	x.Number(min(1, float64(v.Mentions[i].Span.Len())/200))
	x.Number(min(1, v.Mentions[i].WhenScore))
}

// unarmed tells whether a report names nobody who could fight: no armed group, no force, and no state or body that has a side. What is agreed then is a truce
// in name alone. A mayor or a town has the side of its country, and fights for nobody.
func (v *view) unarmed() bool {
	if v.Cast == nil {
		return false
	}
	for i := range v.Cast.Entities {
		switch e := &v.Cast.Entities[i]; {
		case e.SourceKind == sitrep.ArmedGroupSource, e.SourceKind == sitrep.Belligerent, e.SourceKind == sitrep.GovernmentSource,
			e.Side != "" && e.Kind != sitrep.ThingEntity && e.SourceKind != sitrep.LocalOfficial:
			return false
		}
	}
	return true
}
