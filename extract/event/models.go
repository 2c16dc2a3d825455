package event

import (
	_ "embed"
	"fmt"
	"sync"

	"sitrep/internal/maxent"
)

// Models are the learned decisions of this step: which mentions tell of one happening, which events a careful reader would enter, which are new, and
// how real they are. model/train/event makes them.
type Models struct {
	Join, Worth, News, Status *maxent.Model
}

//go:embed join.bin
var joinBin []byte

//go:embed worth.bin
var worthBin []byte

//go:embed news.bin
var newsBin []byte

//go:embed status.bin
var statusBin []byte

// builtIn decodes the models that are built in. They are read by the tests of this package, so that it cannot fail.
var builtIn = sync.OnceValue(func() Models {
	return Models{decode("join", joinBin), decode("worth", worthBin), decode("news", newsBin), decode("status", statusBin)}
})

func decode(name string, b []byte) *maxent.Model {
	m, err := maxent.Decode(b)
	if err != nil {
		panic(fmt.Sprintf("extract/event/%s.bin, built in: %v", name, err))
	}
	return m
}
