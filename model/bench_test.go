//go:build unix

package model

import (
	"syscall"
	"testing"
	"time"
)

// BenchmarkNetwork runs all of this package over 200 kB of generated text, from the list bits to the trees.
func BenchmarkNetwork(b *testing.B) {
	n, err := English()
	if err != nil {
		b.Fatal(err)
	}
	sentences := generate(3, 200_000)
	for _, c := range Available() {
		b.Run(c.String(), func(b *testing.B) {
			e := n.NewEncoder(c)
			var enc Encoding
			tokens := 0
			b.ReportAllocs()
			start := cpuTime()
			for b.Loop() {
				words, lengths := read(n, sentences)
				e.Encode(&enc, words, lengths)
				e.Tags(&enc)
				e.Names(&enc)
				e.Trees(&enc)
				tokens += len(words)
			}
			b.ReportMetric(float64(tokens)/(cpuTime()-start).Seconds(), "tokens/cpu-s")
		})
	}
}

// BenchmarkParse is what the start of the program pays.
func BenchmarkParse(b *testing.B) {
	data := []byte(englishWeights)
	for b.Loop() {
		if _, err := Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParts times what BenchmarkNetwork does in one.
func BenchmarkParts(b *testing.B) {
	n, err := English()
	if err != nil {
		b.Fatal(err)
	}
	sentences := generate(3, 200_000)
	words, lengths := read(n, sentences)
	c, _ := Choose("")
	e := n.NewEncoder(c)
	var enc Encoding
	e.Encode(&enc, words, lengths)
	parts := []struct {
		name string
		run  func()
	}{
		{"encode", func() { e.Encode(&enc, words, lengths) }},
		{"tags", func() { e.Tags(&enc) }},
		{"names", func() { e.Names(&enc) }},
		{"trees", func() { e.Trees(&enc) }},
		{"lists", func() { read(n, sentences) }},
	}
	for _, p := range parts {
		b.Run(p.name, func(b *testing.B) {
			start := cpuTime()
			runs := 0
			for b.Loop() {
				p.run()
				runs++
			}
			b.ReportMetric(float64((cpuTime()-start).Nanoseconds())/float64(runs*len(words)), "cpu-ns/token")
		})
	}
}

// cpuTime is what this process has used so far: other processes on the machine do not count.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
