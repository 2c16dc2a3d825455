package model

import (
	"fmt"
	"strings"
)

// CPU names a set of kernels. Take one from Choose or Available: an Encoder with kernels that this machine lacks would crash.
type CPU uint8

// The kernels, slowest first.
const (
	Generic CPU = iota // plain Go
	AVX2
	AVX512 // AVX-512 with VNNI
)

func (c CPU) String() string { return [...]string{"generic", "avx2", "avx512"}[c] }

// CPUVariable is the environment variable whose value users give to force the kernels; see Choose.
const CPUVariable = "SITREP_CPU"

// Choose gives the kernels of the given name, the fastest that this CPU has where the name is empty.
// It is an error to name kernels that are unknown or that this CPU lacks.
func Choose(name string) (CPU, error) {
	have := Available()
	if name == "" {
		return have[len(have)-1], nil
	}
	names := make([]string, len(have))
	for i, c := range have {
		if c.String() == name {
			return c, nil
		}
		names[i] = c.String()
	}
	what := "unknown kernels"
	if name == AVX2.String() || name == AVX512.String() {
		what = "this CPU lacks them"
	}
	return 0, fmt.Errorf("%s=%s: %s; this CPU has %s: unset it for the fastest", CPUVariable, name, what, strings.Join(names, ", "))
}
