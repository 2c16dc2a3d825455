package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// report is a line of JSON Lines that sitrep read takes.
type report struct {
	ID        string `json:"id"`
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text,omitempty"`
	HTML      string `json:"html,omitempty"`
}

// usage is what a process used.
type usage struct {
	cpu, wall time.Duration
	peak      int64 // bytes, 0 where the system does not tell
}

// write makes a file of reports.
func (b *bench) write(reports []report) (string, error) {
	file := filepath.Join(b.dir, "reports.jsonl")
	f, err := os.Create(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	e := json.NewEncoder(f)
	for _, r := range reports {
		if err := e.Encode(r); err != nil {
			return "", err
		}
	}
	return file, f.Close()
}

// each is the CPU time of a report, on one core with the kernels named: that of many less that of one, which is the cost of the start too.
func (b *bench) each(many, one []report, kernels string) (time.Duration, error) {
	var cost [2]time.Duration
	for i, reports := range [][]report{many, one} {
		file, err := b.write(reports)
		if err != nil {
			return 0, err
		}
		u, err := b.read([]string{"GOMAXPROCS=1", "SITREP_CPU=" + kernels}, "read", "--jsonl", file)
		if err != nil {
			return 0, err
		}
		cost[i] = u.cpu
	}
	return (cost[0] - cost[1]) / time.Duration(len(many)-1), nil
}

// read runs sitrep.
func (b *bench) read(env []string, args ...string) (usage, error) {
	c := exec.Command(b.sitrep, append([]string{"-q"}, args...)...)
	c.Env, c.Stderr = append(os.Environ(), env...), os.Stderr
	began := time.Now()
	if err := c.Run(); err != nil {
		return usage{}, fmt.Errorf("run %s: %w", c, err)
	}
	wall := time.Since(began)
	return usage{c.ProcessState.UserTime() + c.ProcessState.SystemTime(), wall, peak(c.ProcessState)}, nil
}
