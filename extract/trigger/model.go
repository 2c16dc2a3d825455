package trigger

import (
	_ "embed"
	"slices"

	"sitrep"
	"sitrep/internal/maxent"
)

//go:embed trigger.bin
var triggerBin []byte

//go:embed kind.bin
var kindBin []byte

//go:embed status.bin
var statusBin []byte

// Models decide about candidates: Event says whether one tells of an event, with the classes "yes" and "no", Kind of which kind, and Status how
// real it is.
type Models struct {
	Event, Kind, Status *maxent.Model
}

// builtIn are the models that model/train/trigger made.
func builtIn() Models {
	return Models{Event: decoded("trigger.bin", triggerBin), Kind: decoded("kind.bin", kindBin), Status: decoded("status.bin", statusBin)}
}

// decoded is a model that is built in; the tests read all of them, so that it cannot fail.
func decoded(name string, b []byte) *maxent.Model {
	m, err := maxent.Decode(b)
	if err != nil {
		panic("extract/trigger: " + name + ": " + err.Error())
	}
	return m
}

// Sample is a candidate with what the models see of it, for their training.
type Sample struct {
	Token               int
	Span                sitrep.Span // that a mention of it alone would have
	Kinds               []sitrep.Kind
	Event, Kind, Status maxent.Vector
}

// Samples are the candidates of a story.
func (st *Step) Samples(s *sitrep.Story) []Sample {
	t := newText(s, st.weapons)
	found := st.frames.candidates(t)
	sc := newScene(t, found)
	all := make([]Sample, len(found))
	for k := range found {
		sm := &all[k]
		sm.Token = found[k].token
		sm.Span = t.trimmed(t.stretch(sm.Token))
		for _, f := range found[k].frames {
			sm.Kinds = append(sm.Kinds, f.Kind)
		}
		sc.features(k, &sm.Kind)
		sc.features(k, &sm.Event)
		sc.ofVectors(&found[k], &sm.Event)
		sc.features(k, &sm.Status)
		sc.ofStatus(&found[k], &sm.Status)
	}
	return all
}

// weigh gives each candidate the score that it tells of an event, and its kinds.
func (m Models) weigh(t *text, found []candidate) {
	sc := newScene(t, found)
	var v maxent.Vector
	var p []float64
	for k := range found {
		c := &found[k]
		sc.features(k, &v)
		p = m.Kind.Probabilities(&v, p)
		c.kinds = likeliest(m.Kind.Classes, p, c)
		n := len(v.IDs)
		sc.ofStatus(c, &v)
		status, _ := m.Status.Best(&v)
		c.status = sitrep.Status(status)
		v.IDs = v.IDs[:n]
		sc.ofVectors(c, &v)
		c.score = m.Event.Of("yes", &v)
		c.why = append(c.why,
			sitrep.Reason{Field: "kind", Rule: "frame " + frameName(c), Words: t.Tokens[c.token].Span, Score: c.frames[0].Sure},
			sitrep.Reason{Field: "score", Rule: "trigger.bin", Words: t.Tokens[c.token].Span, Score: c.score})
	}
}

// likeliest are the three likeliest kinds, the best first: the model's, weighed by what the frames say.
func likeliest(classes []string, p []float64, c *candidate) []sitrep.KindScore {
	best := make([]sitrep.KindScore, 0, 4)
	sum := 0.0
	for i, class := range classes {
		k := sitrep.KindScore{Kind: sitrep.Kind(class), Score: p[i] * c.prior(sitrep.Kind(class))}
		sum += k.Score
		at := len(best)
		for at > 0 && best[at-1].Score < k.Score {
			at--
		}
		if at < 3 {
			best = slices.Insert(best, at, k)
			best = best[:min(3, len(best))]
		}
	}
	for i := range best {
		best[i].Score /= sum
	}
	return best
}

// prior is how much a kind counts for a candidate beside what the model says, which has seen too few of the rare kinds: the first frame's kind
// whole, that of its other frames less, any other hardly. The numbers are from cross-validation.
func (c *candidate) prior(k sitrep.Kind) float64 {
	if c.frames[0].Kind == k {
		return 1
	}
	for _, f := range c.frames[1:] {
		if f.Kind == k {
			return 0.3
		}
	}
	if c.frames[0].Kind == sitrep.Attack && violent(k) {
		return openPrior
	}
	return 0.03
}

// openPrior is the prior of the other violent kinds for words that tell of harm or of an attack of any kind.
const openPrior = 0.6
