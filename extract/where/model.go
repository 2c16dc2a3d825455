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

var learned = sync.OnceValue(func() ranker {
	m, err := maxent.Decode(whereBin)
	if err != nil {
		panic(err) // the program was built with a broken file; the tests of this package read it
	}
	return ranker{m}
})

func (r ranker) score(o *Option) float64 { return r.Of(Yes, &o.Vector) }

// Yes and No are the classes of the model: whether a mention happened at a place.
const (
	Yes = "yes"
	No  = "no"
)
