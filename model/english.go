package model

import (
	_ "embed"
	"sync"
	"unsafe"
)

// englishWeights is a string so that it stays in the read-only part of the binary. english.json says how it was made, and its licence.
//
//go:embed english.bin
var englishWeights string

var english = sync.OnceValues(func() (*Network, error) {
	return Parse(unsafe.Slice(unsafe.StringData(englishWeights), len(englishWeights)))
})

// English is the network for English that is part of this program. It is read once.
func English() (*Network, error) { return english() }
