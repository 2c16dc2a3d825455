package claim

import (
	_ "embed"
	"sync"

	"sitrep/internal/maxent"
)

//go:embed keep.bin
var keepWeights []byte

//go:embed stance.bin
var stanceWeights []byte

// models are read when first needed: whether words are a claim, and what saying them does. model/train/claim makes them.
var models = sync.OnceValues(func() (keep, stance *maxent.Model) {
	return decode(keepWeights), decode(stanceWeights)
})

func decode(b []byte) *maxent.Model {
	m, err := maxent.Decode(b)
	if err != nil {
		panic(err) // embedded, and tested
	}
	return m
}
