package where

import (
	_ "embed"
	"sync"

	"sitrep/internal/maxent"
)

//go:embed where.bin
var whereBin []byte

// ranker scores options.
type ranker struct{ *maxent.Model }

var learned = sync.OnceValue(func() ranker { return ranker{decode(whereBin)} })

// decode reads a model that is built in; the tests of this package read all, so that it cannot fail.
func decode(b []byte) *maxent.Model {
	m, err := maxent.Decode(b)
	if err != nil {
		panic(err)
	}
	return m
}

func (r ranker) score(o *Option) float64 { return r.Of(Yes, &o.Vector) }

// Yes and No are the classes of the models: whether something happened at a place.
const (
	Yes = "yes"
	No  = "no"
)
