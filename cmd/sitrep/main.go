// Command sitrep reads news reports of armed conflict and keeps the record of what they say.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"

	"sitrep/gazetteer"
	"sitrep/internal/terminal"
	"sitrep/nlp/english"
)

func main() {
	// Half the usual room for garbage: a parsed text is some hundred bytes a word, and a megabyte of text has to fit beside others' work.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	a := &app{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv,
		outTerminal: terminal.Of(os.Stdout, os.Getenv), errTerminal: terminal.Of(os.Stderr, os.Getenv),
		pipeline: english.NewFor, places: gazetteer.Default,
	}
	code := a.run(ctx, os.Args[1:])
	os.Exit(code)
}
