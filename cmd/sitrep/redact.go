package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep/casebook"
	"sitrep/internal/terminal"
	"sitrep/privacy"
)

type redactCommand struct {
	caseArgument
	Name   string `xor:"what" required:"" placeholder:"NAME" help:"A person's name: it goes, and in the reports that have it as a private person's, its other forms too. - reads it from standard input, so that no shell remembers it; then give --yes."`
	Report string `xor:"what" required:"" placeholder:"ID" help:"A report, with every version and all that was read in it."`
	Reason string `required:"" placeholder:"WORDS" help:"Why. It stands in the tombstone and in the audit trail: do not name the person there."`
	DryRun bool   `help:"Only say what would be touched."`
	Yes    bool   `help:"Do not ask."`
}

// Help is shown below the flags' head.
func (redactCommand) Help() string {
	return `Takes a name or a report out of the casebook: out of texts, index, readings, incidents and their versions, corrections and the audit trail, and out of the file's free space. The bytes as they came are dropped for the reports it touches. What is left is a tombstone: when, who, why. It cannot be undone.

Backups and exports made before are not touched: delete them, or redact in them too. What others have copied stays with them.

    sitrep redact case.db --report 3f2a... --reason "asked by the outlet"
    sitrep redact case.db --name - --yes --reason "asked by the family" < name.txt
    sitrep redact case.db --name "..." --reason "..." --dry-run`
}

// patient lets Run end by itself: a redaction is done whole or not at all.
func (*redactCommand) patient() {}

// Run says what is touched, asks, and takes it out.
func (c *redactCommand) Run(ctx context.Context, a *app) error {
	if err := c.check(a); err != nil {
		return err
	}
	touched, err := c.preview(ctx, a)
	if err != nil || c.DryRun {
		return err
	}
	if touched == 0 && c.Name != "" {
		a.note("no report is known to hold that name; texts and the audit trail are searched for it all the same")
	}
	if !c.Yes {
		if err := a.confirm("Take this out for good?"); err != nil {
			return err
		}
	}
	return a.writing(c.Case, "sitrep redact", false, func(book casebook.Casebook) error {
		out, err := book.Redact(ctx, casebook.Redaction{Report: c.Report, Name: c.Name, By: a.person(), Reason: c.Reason})
		if err != nil {
			return fmt.Errorf("redact: %w", err)
		}
		a.note("taken out: %s touched, %s", many(out.Reports, "report"), many(out.Places, "stretch"))
		return nil
	})
}

func (c *redactCommand) check(a *app) error {
	if c.Name == "-" {
		line, err := bufio.NewReader(io.LimitReader(a.in, 4096)).ReadString('\n')
		if err != nil && err != io.EOF {
			return fmt.Errorf("read the name from standard input: %w", err)
		}
		c.Name = strings.TrimSpace(line)
		if !c.Yes && !c.DryRun {
			return usageError{errors.New("--name=- leaves nobody to ask: give --yes or --dry-run"), "sitrep redact --help"}
		}
	}
	if c.Report == "" && strings.TrimSpace(c.Name) == "" {
		return usageError{errors.New("--name is empty"), "sitrep redact --help"}
	}
	if strings.TrimSpace(c.Reason) == "" {
		return usageError{errors.New("--reason is empty"), "sitrep redact --help"}
	}
	if c.Name != "" && privacy.Holds(c.Reason, c.Name) {
		return usageError{errors.New("--reason holds the name, and is kept: say it without"), "sitrep redact --help"}
	}
	return nil
}

// preview lists the reports that are touched, each on a line, and gives their number.
func (c *redactCommand) preview(ctx context.Context, a *app) (n int, err error) {
	err = a.reading(ctx, c.Case, false, "sitrep redact", func(book casebook.Casebook) error {
		list, err := c.touched(ctx, book)
		if err != nil {
			return err
		}
		n = len(list)
		private, err := book.Private(ctx, idsOf(list))
		if err != nil {
			return err
		}
		for i := range list {
			h := privacy.VeilReport(list[i].ReportHead, private[list[i].ID])
			fmt.Fprintln(a.out, terminal.Clean(strings.Join([]string{h.ID, h.Published.Format("2006-01-02"), h.Outlet, h.Title}, "  ")))
		}
		a.note("%s would be touched", many(n, "report"))
		return nil
	})
	return n, err
}

// touched are the reports that a redaction changes: the one that is named, or all that hold the name in their text, their title or among their private persons.
func (c *redactCommand) touched(ctx context.Context, book casebook.Casebook) ([]casebook.ReportRow, error) {
	if c.Report != "" {
		r, err := book.Report(ctx, c.Report, 0)
		if errors.Is(err, casebook.ErrNotFound) {
			return nil, fmt.Errorf("report %q: %w; sitrep reports lists those that are", c.Report, err)
		}
		return []casebook.ReportRow{{ReportHead: r.Head}}, err
	}
	all, err := book.Reports(ctx, casebook.Query{All: true, Order: casebook.Oldest})
	if err != nil {
		return nil, err
	}
	private, err := book.Private(ctx, idsOf(all.Rows))
	if err != nil {
		return nil, err
	}
	found, err := book.Reports(ctx, casebook.Query{Text: `"` + strings.ReplaceAll(c.Name, `"`, " ") + `"`, All: true})
	if err != nil {
		return nil, fmt.Errorf("look for the name in the texts: %w", err)
	}
	hits := idsOf(found.Rows)
	return slices.DeleteFunc(all.Rows, func(h casebook.ReportRow) bool {
		named := slices.ContainsFunc(private[h.ID], func(p casebook.PrivateName) bool { return privacy.Holds(p.Name, c.Name) })
		return !named && !privacy.Holds(h.Title, c.Name) && !slices.Contains(hits, h.ID)
	}), nil
}

func idsOf(heads []casebook.ReportRow) []string {
	var ids []string
	for i := range heads {
		ids = append(ids, heads[i].ID)
	}
	return ids
}

// confirm asks, and takes nothing but "yes" for yes.
func (a *app) confirm(question string) error {
	fmt.Fprintf(a.err, "sitrep: %s Type yes: ", question)
	line, err := bufio.NewReader(io.LimitReader(a.in, 64)).ReadString('\n')
	if err != nil && err != io.EOF {
		return fmt.Errorf("read the answer: %w", err)
	}
	if strings.ToLower(strings.TrimSpace(line)) != "yes" {
		return errors.New("nothing was changed: it was not confirmed; --yes does not ask")
	}
	return nil
}

// many is a number with its noun.
func many(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "ch") {
		noun += "e"
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
