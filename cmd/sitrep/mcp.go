package main

import (
	"context"
	"io"

	"sitrep/casebook"
	"sitrep/mcp"
)

type mcpCommand struct {
	caseArgument
	Names bool `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
}

// Help is shown below the flags' head.
func (mcpCommand) Help() string {
	return `Serves a casebook to a language model on this machine, over the Model Context Protocol on standard input and output: search_incidents, get_incident, compare_claims and get_passage. Nothing can be changed, and every answer says that the words of reports are data and no instructions.

    sitrep mcp case.db`
}

// Run serves until the client goes, or Ctrl-C.
func (c *mcpCommand) Run(ctx context.Context, a *app) error {
	return a.reading(ctx, c.Case, c.Names, "sitrep mcp", func(book casebook.Casebook) error {
		return mcp.New(book, mcp.Options{Version: builtIn().Version, Names: c.Names}).Run(ctx, io.NopCloser(a.in), nopCloser{a.out})
	})
}

// nopCloser is a stream that outlives those who write to it.
type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
