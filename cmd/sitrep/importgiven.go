package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"unicode/utf8"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/text"
	"sitrep/internal/terminal"
	"sitrep/privacy"
	"sitrep/standoff"
)

// take makes judgements of what people changed in documents, and keeps them.
func (c *importCommand) take(ctx context.Context, a *app, book casebook.Casebook, given iter.Seq2[standoff.Given, error]) error {
	var all []sitrep.Correction
	var failed []string
	names := map[string][]casebook.PrivateName{}
	documents, left := 0, 0
	for g, err := range given {
		documents++
		var changes standoff.Changes
		if err == nil {
			changes, err = c.changes(ctx, book, &g, names)
		}
		if err != nil {
			a.note("%s: %v", c.File, err)
			failed = append(failed, orFile(g.Name, c.File))
			continue
		}
		for _, l := range append(g.Left, changes.Left...) {
			left++
			a.note("%s: not carried: %s", g.Name, l)
		}
		for _, x := range changes.Corrections {
			x.By, x.Reason = c.By, c.Reason
			all = append(all, x)
		}
	}
	if !c.DryRun && len(all) > 0 {
		d, err := a.desk(book, c.Lexicon)
		if err != nil {
			return err
		}
		changed := len(all)
		if all, err = d.CorrectAll(ctx, all); err != nil {
			return err
		}
		a.note("%d of %d changes are new", len(all), changed)
	}
	if err := c.say(a, all, names); err != nil {
		return err
	}
	a.note("%d documents read, %d judgements, %d lines not carried", documents-len(failed), len(all), left)
	if len(failed) > 0 {
		return someFailed{failed: failed, of: documents}
	}
	return nil
}

func orFile(name, file string) string {
	if name == "" {
		return file
	}
	return name
}

// changes are what somebody changed in one document.
func (c *importCommand) changes(ctx context.Context, book casebook.Casebook, g *standoff.Given, names map[string][]casebook.PrivateName) (standoff.Changes, error) {
	stored, err := versionOf(ctx, book, g.Base.Report, g.Base.SHA256)
	if err != nil {
		return standoff.Changes{}, fmt.Errorf("%s: report %s: %w", g.Name, g.Base.Report, err)
	}
	names[stored.Head.ID] = stored.Private
	if !sameText(g.Base.Text, stored.Reading.Report.Text) {
		return standoff.Changes{}, fmt.Errorf("%s: its text is not that of report %s any more: marks would stand at other words. Take the text of the export again", g.Name, g.Base.Report)
	}
	return standoff.Compare(g.Base, g.Edited, stored.Reading), nil
}

// versionOf is the version of a report that has a text.
func versionOf(ctx context.Context, book casebook.Asker, report, sum string) (casebook.StoredReport, error) {
	stored, err := book.Report(ctx, report, 0)
	if errors.Is(err, casebook.ErrNotFound) {
		return stored, fmt.Errorf("%w; is it an export of another casebook?", err)
	}
	if err != nil || stored.Head.SHA256 == sum {
		return stored, err
	}
	for _, v := range stored.Versions {
		if v.SHA256 == sum {
			return book.Report(ctx, report, v.Version)
		}
	}
	return stored, fmt.Errorf("the text that was worked on (sha256 %.12s) is not in the casebook", sum)
}

// sameText tells whether a text is the kept one, but for names that are covered up.
func sameText(given, kept string) bool {
	for _, r := range kept {
		g, n := utf8.DecodeRuneInString(given)
		if n == 0 || g != r && g != standoff.Cover {
			return false
		}
		given = given[n:]
	}
	return given == ""
}

// say lists the judgements.
func (c *importCommand) say(a *app, all []sitrep.Correction, names map[string][]casebook.PrivateName) error {
	for i := range all {
		line := text.Correction(&all[i])
		if !c.Names {
			line = privacy.Veil(line, names[all[i].Anchor.Report])
		}
		if _, err := fmt.Fprintln(a.out, terminal.Clean(line)); err != nil {
			return err
		}
	}
	return nil
}
