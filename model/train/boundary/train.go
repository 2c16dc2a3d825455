package main

import (
	"math"
	"math/rand/v2"

	"sitrep/nlp/segment"
)

// settings are what one may turn in training.
type settings struct {
	epochs       int
	decay, shift float64
}

const rate = 0.25

// train gives the bias and weights of the model, rounded.
func train(examples []segment.Example, set settings) (int32, []int8) {
	l := newLearner()
	rng := rand.New(rand.NewPCG(1, 2))
	for range set.epochs {
		for _, k := range rng.Perm(len(examples)) {
			l.learn(examples[k], set.decay)
		}
		l.average()
	}
	return l.round(set.shift)
}

// learner is a logistic regression in training; the last weight is the bias.
type learner struct {
	weights, squares, sums []float64
	rounds                 float64
}

func newLearner() *learner {
	n := segment.Weights + 1
	l := &learner{weights: make([]float64, n), squares: make([]float64, n), sums: make([]float64, n)}
	for i := range l.squares {
		l.squares[i] = 1
	}
	return l
}

func (l *learner) learn(e segment.Example, decay float64) {
	sum := l.weights[segment.Weights]
	for _, f := range e.Features {
		sum += l.weights[f]
	}
	slope := 1 / (1 + math.Exp(-sum))
	if e.Ends {
		slope--
	}
	l.step(segment.Weights, slope, 0)
	for _, f := range e.Features {
		l.step(int(f), slope, decay)
	}
}

func (l *learner) step(k int, slope, decay float64) {
	slope += decay * l.weights[k]
	l.squares[k] += slope * slope
	l.weights[k] -= rate * slope / math.Sqrt(l.squares[k])
}

// average counts the weights of this round into the mean.
func (l *learner) average() {
	l.rounds++
	for i, w := range l.weights {
		l.sums[i] += w
	}
}

// scale is how many steps of the rounded weights make 1 in log odds: weights beyond ±4 are clipped.
const scale = 32

func (l *learner) round(shift float64) (int32, []int8) {
	out := make([]int8, segment.Weights)
	for i := range out {
		out[i] = int8(max(-127, min(127, math.Round(l.sums[i]/l.rounds*scale))))
	}
	return int32(math.Round((l.sums[segment.Weights]/l.rounds + shift) * scale)), out
}
