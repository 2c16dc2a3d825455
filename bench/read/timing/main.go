// Command timing is bench/read: it runs a built sitrep over reports that it makes of texts, and prints what reading costs. What it measures is
// the program as users run it, with the form of the input and the record in JSON; the cost of its start is taken off.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"sitrep/model"
)

// words is how long a report is, rounds how often each figure is measured: the median counts.
const (
	words  = 400
	rounds = 3
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: timing SITREP TEXT"))
	}
	dir, err := os.MkdirTemp("", "bench-read")
	if err != nil {
		fail(err)
	}
	defer os.RemoveAll(dir)
	b := &bench{sitrep: os.Args[1], dir: dir}
	if b.source, err = readSource(os.Args[2]); err == nil {
		err = b.run()
	}
	if err != nil {
		os.RemoveAll(dir)
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "timing:", err)
	os.Exit(1)
}

// bench is a built program and what it is run over.
type bench struct {
	sitrep, dir string
	source      *source
}

func (b *bench) run() error {
	for _, step := range []func() error{b.speed, b.pages, b.linearity, b.memory, b.start} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// speed prints text reports a second and core, for all kernels of this machine in turn, so that a busy minute hits all of them.
func (b *bench) speed() error {
	kernels := model.Available()
	slices.Reverse(kernels)
	costs := make([][]time.Duration, len(kernels))
	for range rounds {
		for k, cpu := range kernels {
			n := 100
			if cpu == model.Generic {
				n = 15
			}
			c, err := b.each(b.source.reports(n, words), b.source.reports(1, words), cpu.String())
			if err != nil {
				return err
			}
			costs[k] = append(costs[k], c)
		}
	}
	for k, cpu := range kernels {
		fmt.Printf("%-52s %8.1f a second\n", fmt.Sprintf("text reports of %d words, one core, %s", words, cpu), perSecond(costs[k]))
	}
	return nil
}

// pages prints web pages a second and core.
func (b *bench) pages() error {
	pages := b.source.webPages(60)
	size := 0
	for _, p := range pages {
		size += len(p.HTML)
	}
	costs, err := b.repeat(pages, pages[:1])
	if err != nil {
		return err
	}
	fmt.Printf("%-52s %8.1f a second\n", fmt.Sprintf("web pages of %d KB%s, one core", size/len(pages)>>10, b.source.made), perSecond(costs))
	return nil
}

// linearity prints what a word of a long report costs against one of a short one.
func (b *bench) linearity() error {
	short, err := b.repeat(b.source.reports(80, words), b.source.reports(1, words))
	if err != nil {
		return err
	}
	long, err := b.repeat(b.source.reports(9, 10*words), b.source.reports(1, words))
	if err != nil {
		return err
	}
	fmt.Printf("%-52s %8.2f times\n", fmt.Sprintf("cost of a word of %d against one of %d", 10*words, words), median(long).Seconds()/10/median(short).Seconds())
	return nil
}

// memory prints the most that the program held over many reports, with all cores.
func (b *bench) memory() error {
	file, err := b.write(b.source.reports(1000, words))
	if err != nil {
		return err
	}
	u, err := b.read(nil, "read", "--jsonl", file)
	if err != nil {
		return err
	}
	fmt.Printf("%-52s %8.0f MB\n", "resident memory over 1,000 reports, all cores", float64(u.peak)/1e6)
	return nil
}

// start prints how long a user waits for the record of one report.
func (b *bench) start() error {
	file := filepath.Join(b.dir, "one.txt")
	if err := os.WriteFile(file, []byte(b.source.reports(1, words)[0].Text), 0o644); err != nil {
		return err
	}
	var waits []time.Duration
	for range 2*rounds + 1 {
		u, err := b.read(nil, "read", file)
		if err != nil {
			return err
		}
		waits = append(waits, u.wall)
	}
	fmt.Printf("%-52s %8.2f s\n", "start to the record of one report", median(waits).Seconds())
	return nil
}

// repeat measures several times with the fastest kernels.
func (b *bench) repeat(many, one []report) ([]time.Duration, error) {
	var costs []time.Duration
	for range rounds {
		c, err := b.each(many, one, "")
		if err != nil {
			return nil, err
		}
		costs = append(costs, c)
	}
	return costs, nil
}

func perSecond(costs []time.Duration) float64 { return 1 / median(costs).Seconds() }

func median(all []time.Duration) time.Duration {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}
