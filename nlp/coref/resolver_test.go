package coref

import (
	"sync"
	"testing"

	"sitrep/lexicon"
)

var english = sync.OnceValue(lexicon.English)

func newTestResolver(t testing.TB) *Resolver {
	t.Helper()
	return New(english())
}
