package main

import (
	"context"
	"encoding/json"
	"iter"

	"sitrep/page"
	"sitrep/record"
	"sitrep/source"
)

// jobs are the reports of all inputs, folders searched in the order of their names.
func (c *readCommand) jobs(ctx context.Context, a *app) iter.Seq[job] {
	o := source.Options{Stdin: a.in, Known: page.Known, Lines: c.JSONL, MaxSize: int64(c.MaxSize), Published: c.Published, Outlet: c.Outlet, Title: c.Title}
	return func(yield func(job) bool) {
		for item, err := range source.Items(ctx, c.Files, o) {
			if !yield(job{name: item.Where, line: item.Line, raw: item.Raw, hints: hintsOf(item.Hints), err: err}) {
				return
			}
		}
	}
}

// hintsOf are what a source says, as a page takes it.
func hintsOf(h source.Hints) page.Hints {
	return page.Hints{ID: h.ID, URL: h.URL, Outlet: h.Outlet, Title: h.Title, Published: h.Published, Name: h.Name, NoTitle: h.NoTitle, Form: page.Form(h.Form)}
}

// errorLine is what stands in the output in place of a record.
func errorLine(j job, err error) []byte {
	type fault struct {
		ID      string `json:"id,omitempty"`
		Line    int    `json:"line"`
		Message string `json:"message"`
	}
	b, _ := json.Marshal(struct {
		Schema string `json:"schema"`
		Error  fault  `json:"error"`
	}{record.ReadingSchema, fault{j.hints.ID, j.line, err.Error()}})
	return append(b, '\n')
}
