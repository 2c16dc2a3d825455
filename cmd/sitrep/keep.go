package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/export/text"
	"sitrep/internal/terminal"
)

type rereadCommand struct {
	caseArgument
	All     bool   `help:"Read everything again, what this reader has read too."`
	Lexicon string `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
	Names   bool   `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
}

// Help is shown below the flags' head.
func (rereadCommand) Help() string {
	return `After a new version of sitrep, or with other lists: reads the kept texts again, joins them anew, and shows every figure that changed. What people corrected stays. Old readings stay in the casebook. It can be stopped and goes on where it was.

    sitrep doctor case.db       counts the stale readings
    sitrep reread case.db`
}

// patient lets Run end by itself after Ctrl-C.
func (*rereadCommand) patient() {}

// Run reads again.
func (c *rereadCommand) Run(ctx context.Context, a *app) error {
	return a.writing(c.Case, "sitrep reread", false, func(book casebook.Casebook) error {
		if c.Names {
			if err := book.Note(ctx, a.person(), "sitrep reread --names: private persons were shown by name"); err != nil {
				return err
			}
		}
		d, err := a.desk(book, c.Lexicon)
		if err != nil {
			return err
		}
		begun := time.Now()
		done, err := d.Reread(ctx, c.All, func(p desk.Progress) { a.progress(p.String()) })
		a.note("%d of %d reports read again, %d failed", done.Stale, done.Reports, len(done.Failed))
		if errors.Is(err, context.Canceled) {
			return fmt.Errorf("%w; the same command goes on from here", errInterrupted)
		}
		if err != nil {
			return err
		}
		if !c.Names {
			if err := veilChanges(ctx, book, done.Changes); err != nil {
				return err
			}
		}
		if err := text.WriteChanges(a.out, done.Changes, begun, time.Time{}, a.style()); err != nil || len(done.Failed) == 0 {
			return err
		}
		return failedOf(desk.Ingested{Read: done.Reports, Failed: done.Failed})
	})
}

type doctorCommand struct {
	caseArgument
	Lexicon string `placeholder:"DIR" help:"The folder of lists that reports are read with."`
}

// Help is shown below the flags' head.
func (doctorCommand) Help() string {
	return `Looks for damage and for what does not fit together, counts stale readings, corrections that lost their words, and what waits to be joined, and says what to do about each. It changes nothing. It fails where data is lost or wrong.

    sitrep doctor case.db`
}

// Run looks after a casebook.
func (c *doctorCommand) Run(ctx context.Context, a *app) error {
	lex, err := a.lists(c.Lexicon)
	if err != nil {
		return err
	}
	return a.reading(ctx, c.Case, false, "sitrep doctor", func(book casebook.Casebook) error {
		stats, err := book.Stats(ctx)
		if err != nil {
			return err
		}
		findings, err := book.Check(ctx, readerInfo(lex.SHA256))
		if err != nil {
			return err
		}
		if err := writeStats(a.out, stats); err != nil {
			return err
		}
		return writeFindings(a.data(), c.Case, findings)
	})
}

func writeStats(w io.Writer, s casebook.Stats) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, line := range []struct {
		name string
		n    int
	}{{"reports", s.Reports}, {"versions of them", s.Versions}, {"events", s.Events}, {"claims", s.Claims}, {"tolls", s.Tolls}, {"incidents", s.Incidents},
		{"events not joined yet", s.Unplaced}, {"corrections", s.Corrections}, {"corrections without their words", s.Orphans}} {
		fmt.Fprintf(t, "%d\t  %s\n", line.n, line.name)
	}
	fmt.Fprintf(t, "%.1f MB\t  on disk\n", float64(s.Bytes)/(1<<20))
	if !s.FirstPublished.IsZero() {
		fmt.Fprintf(t, "\t  published %s to %s\n", s.FirstPublished.Format("2006-01-02"), s.LastPublished.Format("2006-01-02"))
	}
	return t.Flush()
}

// writeFindings says what was found, what is grave first, and fails where something is.
func writeFindings(w io.Writer, path string, findings []casebook.Finding) error {
	grave := 0
	for _, heading := range []bool{true, false} {
		for _, f := range findings {
			if f.Grave != heading {
				continue
			}
			mark := "note"
			if f.Grave {
				mark, grave = "WRONG", grave+1
			}
			line := mark + ": " + f.What
			for _, part := range []string{f.Detail, f.Remedy} {
				if part != "" {
					line += "; " + part
				}
			}
			if _, err := fmt.Fprintln(w, terminal.Clean(line)); err != nil {
				return err
			}
		}
	}
	if grave > 0 {
		return fmt.Errorf("casebook %s: %d things are wrong; keep the file as it is, and go back to a backup where one is better", path, grave)
	}
	if len(findings) == 0 {
		_, err := fmt.Fprintln(w, "nothing is wrong")
		return err
	}
	return nil
}

type backupCommand struct {
	caseArgument
	File string `arg:"" name:"file" help:"The file to write; it must not be there yet."`
}

// Help is shown below the flags' head.
func (backupCommand) Help() string {
	return `Writes the whole casebook to a file, which is a casebook itself. Others may file meanwhile: the backup is the state of one moment.

    sitrep backup case.db backups/case-2016-04-12.db`
}

// Run makes a backup.
func (c *backupCommand) Run(ctx context.Context, a *app) error {
	return a.reading(ctx, c.Case, false, "sitrep backup", func(book casebook.Casebook) error {
		if err := book.Backup(ctx, c.File); err != nil {
			return fmt.Errorf("back up %s to %s: %w", c.Case, c.File, err)
		}
		a.note("%s is in %s", strings.TrimSpace(c.Case), c.File)
		return nil
	})
}
