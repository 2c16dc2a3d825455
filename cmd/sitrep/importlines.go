package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"

	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/export/carry"
)

// takeLines takes in the lines of another casebook.
func (c *importCommand) takeLines(ctx context.Context, a *app, in io.Reader) error {
	if c.DryRun {
		return c.tryLines(a, in)
	}
	return a.writing(c.Case, "sitrep import", true, func(book casebook.Casebook) error {
		d, err := a.desk(book, c.Lexicon)
		if err != nil {
			return err
		}
		done, err := d.TakeIn(ctx, carry.Read(in), desk.Watcher{Failed: c.said(a)})
		if done.Reports+done.Judgements > 0 {
			what := fmt.Sprintf("import of %s: %d reports, %d judgements of others", path.Base(c.File), done.Reports, done.Judgements)
			err = errors.Join(err, book.Note(context.WithoutCancel(ctx), c.By, what))
		}
		for _, line := range takenIn(&done) {
			a.note("%s", line)
		}
		switch {
		case errors.Is(err, context.Canceled):
			return fmt.Errorf("%w; what was taken in is kept; the same command goes on from here", errInterrupted)
		case err != nil:
			return fmt.Errorf("take in %s: %w", c.File, err)
		}
		return c.failedLines(done.Failed, done.Lines)
	})
}

// said names the first lines that cannot be taken in, as they are met.
func (c *importCommand) said(a *app) func(desk.Failure) {
	n := 0
	return func(f desk.Failure) {
		if n++; n <= mostSaid {
			a.note("%s: %v: left out", c.File, f.Err)
		}
	}
}

func (c *importCommand) failedLines(failed []desk.Failure, lines int) error {
	var names []string
	for _, f := range failed {
		if line, ok := errors.AsType[carry.LineError](f.Err); ok {
			names = append(names, fmt.Sprintf("line %d", line.N))
		}
	}
	switch {
	case len(failed) == 0:
		return nil
	case len(failed) == lines:
		return fmt.Errorf("take in %s: none of its %d lines could be taken in; the first: %w", c.File, lines, failed[0].Err)
	}
	return someFailed{failed: names, of: lines}
}

// takenIn says what became of the lines.
func takenIn(d *desk.TakenIn) []string {
	out := []string{fmt.Sprintf("%d lines read: %d reports new (%d of them new versions), %d filed before, %d judgements new, %d known", d.Lines, d.Reports, d.Versions, d.Known,
		d.Judgements, d.KnownJudgements)}
	if d.Covered > 0 {
		out = append(out, fmt.Sprintf("names are covered up in the texts of %d reports: an export with --names carries them", d.Covered))
	}
	if d.Joined.Placed > 0 {
		out = append(out, fmt.Sprintf("%d events joined: %d incidents new or made anew, %d no more", d.Joined.Placed, d.Joined.Put, d.Joined.Dropped))
	}
	if all := d.Alike + d.Otherwise + d.Absent; all > 0 {
		out = append(out, fmt.Sprintf("of %d incidents of the file %d are here as they were there, %d are joined or counted otherwise, %d are not here",
			all, d.Alike, d.Otherwise, d.Absent))
		if d.Absent > 0 && d.Lines == all {
			out = append(out, "the file has no reports, and incidents are made of these: sitrep export --as casebook writes both")
		}
	}
	return out
}

// tryLines reads the lines and keeps nothing.
func (c *importCommand) tryLines(a *app, in io.Reader) error {
	said := c.said(a)
	var failed []desk.Failure
	lines, reports, judgements, incidents := 0, 0, 0, 0
	for line, err := range carry.Read(in) {
		lines++
		switch {
		case err != nil && !errors.As(err, new(carry.LineError)):
			return fmt.Errorf("read %s: %w", c.File, err)
		case err != nil:
			failed = append(failed, desk.Failure{Err: err})
			said(failed[len(failed)-1])
		case line.Report != nil:
			reports++
		case line.Judgement != nil:
			judgements++
		default:
			incidents++
		}
	}
	a.note("%d lines read: %d reports, %d judgements, %d incidents; nothing is kept", lines, reports, judgements, incidents)
	return c.failedLines(failed, lines)
}
