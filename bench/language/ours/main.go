// Command ours is Sitrep's side of bench/language: it annotates the texts of a JSON array and prints what it cost.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"sitrep/model"
	"sitrep/nlp/english"
)

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: ours TEXTS.json, or ours -kernels"))
	}
	figures, err := map[string]any{"kernels": kernels()}, error(nil)
	if os.Args[1] != "-kernels" {
		figures, err = measure(os.Args[1])
	}
	if err != nil {
		fail(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(figures); err != nil {
		fail(err)
	}
}

func kernels() []string {
	var names []string
	for _, k := range model.Available() {
		names = append(names, k.String())
	}
	return names
}

// measure annotates the beginning of the first text to warm up, then all of them against the clock of the process.
func measure(path string) (map[string]any, error) {
	started := time.Now()
	debug.SetGCPercent(400) // as cmd/sitrep does, before and after
	pipeline, err := english.New()
	debug.SetGCPercent(40)
	if err != nil {
		return nil, err
	}
	loaded := time.Since(started)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var texts []string
	if err := json.Unmarshal(data, &texts); err != nil || len(texts) == 0 {
		return nil, fmt.Errorf("read texts from %s: want a JSON array of strings: %v", path, err)
	}
	tokens := 0
	if _, err := pipeline.Annotate(texts[0][:min(len(texts[0]), 4096)]); err != nil {
		return nil, err
	}
	before := cpuSeconds()
	for _, text := range texts {
		doc, err := pipeline.Annotate(text)
		if err != nil {
			return nil, err
		}
		tokens += len(doc.Tokens)
	}
	return map[string]any{"tokens": tokens, "cpu": cpuSeconds() - before, "load": loaded.Seconds()}, nil
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "ours:", err)
	os.Exit(1)
}
