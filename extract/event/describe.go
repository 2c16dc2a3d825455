package event

import (
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

// describe writes what is known of an event, for the decisions on it as a whole.
func (v *view) describe(e *sitrep.Event, all []*group, k int, x *maxent.Vector) {
	v.among(all, k, x)
	v.setting(x)
	v.grammar(e, x)
	first := e.MentionsOf[0]
	kind := string(e.Kind)
	x.Add("kind", kind)
	x.Add("mentions", bucket(len(e.MentionsOf), 1, 2, 3, 5))
	x.Add("first sentence", bucket(v.sentence[first], 0, 1, 2, 3, 5, 9, 15))
	x.Add("age", v.age(e.When))
	x.Add("age, basis", v.age(e.When), string(e.When.Basis))
	x.Add("age, first", v.age(e.When), bucket(v.sentence[first], 0, 1, 3, 9))
	x.Add("kind, age", kind, v.age(e.When))
	x.Add("precision", string(e.When.Precision))
	x.Add("open", strconv.FormatBool(e.When.To.IsZero() && !e.When.From.IsZero()))
	x.Add("kind, open", kind, strconv.FormatBool(e.When.To.IsZero() && !e.When.From.IsZero()))
	x.Add("places", bucket(len(e.Places), 0, 1, 2))
	x.Add("tolls", bucket(len(e.Tolls), 0, 1, 2))
	x.Add("actors", bucket(len(e.Actors), 0, 1, 2, 4))
	roles := map[sitrep.Role]bool{}
	for _, a := range e.Actors {
		roles[a.Role] = true
	}
	for _, r := range []sitrep.Role{sitrep.Initiator, sitrep.Target, sitrep.Party, sitrep.Mediator} {
		x.Add("role", string(r), strconv.FormatBool(roles[r]))
		x.Add("role, kind", string(r), kind, strconv.FormatBool(roles[r]))
	}
	seen := map[string]bool{}
	top, titled, low := 0.0, 0.0, 1.0
	for _, i := range e.MentionsOf {
		m := &v.Mentions[i]
		for _, f := range []string{"word " + v.trigger(i), "tense " + v.tense(i), "determiner " + v.determiner(i), "status " + string(m.Status),
			"frame " + m.Frame, "relation " + v.Tokens[m.Trigger].Deprel, "stage " + string(m.Stage)} {
			if !seen[f] {
				seen[f] = true
				x.Add(f)
			}
		}
		for _, c := range v.claimsAt(m.Span) {
			if f := "claim " + string(v.Claims[c].Stance); !seen[f] {
				seen[f] = true
				x.Add(f)
			}
		}
		top, low = max(top, m.Score), min(low, m.Score)
		titled = max(titled, shared(v.words[i], v.title))
	}
	x.Add("tense of the first", v.tense(first))
	x.Add("tense of the first, kind", v.tense(first), kind)
	x.Add("determiner of the first", v.determiner(first))
	x.AddIf(v.plural(first), "first is plural")
	x.AddIf(len(seen) > 0 && v.inTitle(e), "trigger in the title")
	x.Number(top)
	x.Number(low)
	x.Number(titled)
	x.Number(min(1, float64(v.sentence[first])/30))
	x.Number(float64(v.sentence[first]) / float64(max(1, len(v.Sentences))))
	x.Number(min(1, float64(len(v.Mentions))/30))
}

// among writes how a group stands among the others of the report.
func (v *view) among(all []*group, k int, x *maxent.Vector) {
	g := all[k]
	kind := v.Mentions[g.members[0]].Kind
	sameKind, larger, before, near := 0, false, false, 0.0
	for n, o := range all {
		if n == k || families[v.Mentions[o.members[0]].Kind] != families[kind] {
			continue
		}
		if v.Mentions[o.members[0]].Kind == kind {
			sameKind++
			before = before || o.members[0] < g.members[0]
		}
		larger = larger || len(o.members) > len(g.members)
		near = max(near, shared(g.words, o.words))
	}
	x.Add("others of the kind", bucket(sameKind, 0, 1, 2, 4))
	x.Add("others of the kind, before", bucket(sameKind, 0, 1, 2), strconv.FormatBool(before))
	x.Add("a larger one", strconv.FormatBool(larger), bucket(len(g.members), 1, 2, 4))
	x.Add("kind, others", string(kind), bucket(sameKind, 0, 1, 2))
	x.Number(g.near)
	x.Number(near)
}

// setting writes how much the report as a whole is about conflict: in one that is not, a word of war is mostly a figure of speech.
func (v *view) setting(x *maxent.Vector) {
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
}

// grammar writes how the surest mention stands in its sentence.
func (v *view) grammar(e *sitrep.Event, x *maxent.Vector) {
	i := chief(v, e.MentionsOf)
	t := v.Mentions[i].Trigger
	x.Add("chief relation", v.Tokens[t].Deprel, strconv.FormatBool(v.Mentions[i].Nominal))
	x.Add("chief determiner", v.determiner(i), strconv.FormatBool(v.plural(i)))
	x.Add("chief quantity", v.quantity(i))
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

// age says how long before the day of publication something was.
func (v *view) age(w sitrep.Interval) string {
	if w.IsZero() || v.published.IsZero() {
		return "not told"
	}
	from, to := bounds(w)
	today := int(v.published.First().Unix() / 86400)
	if from > today {
		return "future"
	}
	if from == to || w.Precision == sitrep.DayPrecision || w.Precision == sitrep.DaysPrecision {
		return bucket(today-to, 0, 1, 2, 3, 7, 14, 31, 100, 400)
	}
	return "long " + bucket(today-from, 7, 31, 100, 400, 2000)
}

// claimsAt are the claims that a span lies in, at least in part.
func (v *view) claimsAt(s sitrep.Span) []int {
	var out []int
	for i := range v.Claims {
		for _, part := range v.Claims[i].Content {
			if part.Start < s.End && s.Start < part.End {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// inTitle tells whether the headline has a trigger of the event.
func (v *view) inTitle(e *sitrep.Event) bool {
	for _, i := range e.MentionsOf {
		if v.title[v.trigger(i)] {
			return true
		}
	}
	return false
}
