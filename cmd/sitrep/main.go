// Command sitrep reads news reports of armed conflict and keeps the record of what they say.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"

	"sitrep/internal/terminal"
	"sitrep/nlp"
	"sitrep/nlp/english"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends the process at once
	a := &app{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv,
		outTerminal: terminal.Of(os.Stdout, os.Getenv), errTerminal: terminal.Of(os.Stderr, os.Getenv),
		pipeline: buildPipeline,
	}
	a.places = sync.OnceValue(a.allPlaces)
	os.Exit(a.run(ctx, os.Args[1:]))
}

func buildPipeline(given ...nlp.Layer) (*nlp.Pipeline, error) {
	defer building()()
	return english.NewFor(given...)
}

// How often garbage is collected, as in GOGC. What is built stays, so that collecting meanwhile would only cost time; later it gets less than half
// the usual room, since a parsed text is some hundred bytes a word and has to fit beside others' work.
const (
	buildGC = 400
	laterGC = 40
)

// building sets the garbage collector for what is built until the function is called that it gives, unless GOGC does or more is built around it.
func building() (built func()) {
	if os.Getenv("GOGC") != "" || debug.SetGCPercent(buildGC) == buildGC {
		return func() {}
	}
	return func() { debug.SetGCPercent(laterGC) }
}
