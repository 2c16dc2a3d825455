package incidents

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"sitrep"
)

// shared is where the answers and their scorer lie, if they do: they are no part of the project.
const shared = "../../../shared/gold/"

// TestFiguresAreThoseOfTheScorer scores predictions drawn at random by both.
func TestFiguresAreThoseOfTheScorer(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	s, err := Load(shared+"incidents.json", shared+"dev")
	if os.IsNotExist(err) {
		t.Skip("the answers are not here")
	} else if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(3) {
		p, file := draw(t, s, seed)
		out, err := exec.Command(python, shared+"score_incidents.py", shared+"incidents.json", shared+"dev", "--from-gold", file, "--json").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var theirs map[string]float64
		if err := json.Unmarshal(out, &theirs); err != nil {
			t.Fatal(err)
		}
		f := s.Score(p)
		names, values := f.rows(false)
		for i, n := range names {
			if math.Abs(values[i]-theirs[n]) > 0.0006 {
				t.Errorf("draw %d: %s is %.4f, the scorer says %.4f", seed, n, values[i], theirs[n])
			}
		}
	}
}

// draw joins the answers' events anew: most stay with their incident. It writes the same for the scorer.
func draw(t *testing.T, s *Set, seed uint64) (*Prediction, string) {
	rng := rand.New(rand.NewPCG(seed, 1))
	p := &Prediction{Of: map[Key]int{}, Tally: map[int][]sitrep.Tally{}}
	clusters := make([][]Key, len(s.Incidents))
	for n := range clusters {
		clusters[n] = []Key{}
	}
	for n, i := range s.Incidents {
		for _, e := range i.Events {
			at := n
			if rng.IntN(5) == 0 {
				at = rng.IntN(len(clusters))
			}
			clusters[at] = append(clusters[at], e)
			if s.need[e] {
				p.Of[e] = at
			}
		}
		for _, l := range i.Tally {
			p.Tally[n] = append(p.Tally[n], sitrep.Tally{Harm: l.Harm, Side: l.Side, Low: l.Low - rng.IntN(2), Best: l.Best, High: l.High + rng.IntN(2)})
		}
	}
	file := filepath.Join(t.TempDir(), "pred.json")
	b, err := json.Marshal(map[string]any{"clusters": clusters, "tallies": written(p.Tally)})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return p, file
}

func written(tallies map[int][]sitrep.Tally) map[int][]map[string]any {
	out := map[int][]map[string]any{}
	for n, lines := range tallies {
		for _, l := range lines {
			m := map[string]any{"harm": l.Harm, "low": l.Low, "best": l.Best, "high": l.High, "side": nil}
			if l.Side != "" {
				m["side"] = l.Side
			}
			out[n] = append(out[n], m)
		}
	}
	return out
}

func TestBCubedOfAPureHalf(t *testing.T) {
	want := map[Key]string{{"1", "a"}: "x", {"2", "a"}: "x", {"3", "a"}: "y", {"4", "a"}: "y"}
	got := map[Key]int{{"1", "a"}: 1, {"2", "a"}: 1, {"3", "a"}: 2}
	p, r := bcubed(want, got, map[int]int{2: 1})
	if p != (1+1+0.5)/4 || r != (1+1+0.5)/4 {
		t.Errorf("precision %v, recall %v; want 0.625 each: the invented event has neither, the missed one no recall", p, r)
	}
}
