package model

import (
	"slices"
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	have := Available()
	for _, c := range []CPU{Generic, AVX2, AVX512} {
		got, err := Choose(c.String())
		if slices.Contains(have, c) {
			if err != nil || got != c {
				t.Errorf("Choose(%q) = %v, %v", c.String(), got, err)
			}
		} else if err == nil || !strings.Contains(err.Error(), "lacks") || !strings.Contains(err.Error(), "has generic") {
			t.Errorf("Choose(%q), which this CPU lacks: error %v", c.String(), err)
		}
	}
	if got, err := Choose(""); err != nil || got != have[len(have)-1] {
		t.Errorf("Choose of nothing = %v, %v: want the fastest of %v", got, err, have)
	}
	if _, err := Choose("sse9"); err == nil || !strings.Contains(err.Error(), `SITREP_CPU=sse9: unknown`) {
		t.Errorf("Choose of unknown kernels: error %v", err)
	}
}
