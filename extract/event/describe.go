package event

import (
	"slices"
	"strconv"

	"sitrep"
	"sitrep/internal/maxent"
)

// describe writes what is known of an event, for the decisions on it as a whole.
func (v *view) describe(e *sitrep.Event, x *maxent.Vector) {
	x.IDs, x.Dense = append(x.IDs, v.setting.IDs...), append(x.Dense, v.setting.Dense...)
	v.grammar(e, x)
	first := e.MentionsOf[0]
	kind := string(e.Kind)
	x.Add("kind", kind)
	x.Add("mentions", bucket(len(e.MentionsOf), 1, 2, 3, 5))
	x.Add("first sentence", bucket(v.sentence[first], 0, 1, 2, 3, 5, 9, 15))
	age := v.age(e.When)
	x.Add("age", age)
	x.Add("age, basis", age, string(e.When.Basis))
	x.Add("age, first", age, bucket(v.sentence[first], 0, 1, 3, 9))
	x.Add("kind, age", kind, age)
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
		t := &v.traits[i]
		for _, f := range []string{"word " + t.word, "tense " + t.tense, "determiner " + t.determiner, "status " + string(m.Status),
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
		titled = max(titled, t.titled)
	}
	x.Add("tense of the first", v.traits[first].tense)
	x.Add("tense of the first, kind", v.traits[first].tense, kind)
	x.Add("determiner of the first", v.traits[first].determiner)
	x.AddIf(v.traits[first].plural, "first is plural")
	x.AddIf(len(seen) > 0 && v.inTitle(e), "trigger in the title")
	x.Number(top)
	x.Number(low)
	x.Number(titled)
	x.Number(min(1, float64(v.sentence[first])/30))
	x.Number(float64(v.sentence[first]) / float64(max(1, len(v.Sentences))))
	x.Number(min(1, float64(len(v.Mentions))/30))
}

// age says how long before the day of publication something was.
func (v *view) age(w sitrep.Interval) string {
	if w.IsZero() || v.published.IsZero() {
		return untold
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
		if _, ok := slices.BinarySearch(v.title, v.numbers.of(v.traits[i].word)); ok {
			return true
		}
	}
	return false
}
