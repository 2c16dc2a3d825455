package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/alecthomas/kong"

	"sitrep/internal/terminal"
	"sitrep/model"
)

// The exit codes; "sitrep help exit-codes" explains them.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitSomeFailed  = 3
	exitFound       = 5
	exitInterrupted = 130
)

const exitCodes = `0    all went well; a result that is empty is well too
1    it failed: nothing of what was asked for could be done
2    the command line was not understood
3    some of several inputs failed; the others are done, standard error lists those that failed
5    what was asked about is there: diff --exit-code found changes, review --check something that waits
130  stopped by Ctrl-C
`

var errInterrupted = errors.New("stopped by Ctrl-C")

// usageError is a command line that was not understood.
type usageError struct {
	err  error
	help string // the command that explains
}

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usageOf(err error) error {
	help := "sitrep --help"
	if p, ok := errors.AsType[*kong.ParseError](err); ok && p.Context != nil {
		if n := p.Context.Selected(); n != nil {
			help = n.FullPath() + " --help"
		}
	}
	return usageError{err, help}
}

// mostNamed is how many failed inputs are named at the end.
const mostNamed = 20

// someFailed says that some of several inputs failed; each has been reported.
type someFailed struct {
	failed []string
	of     int
	what   string // they are; empty for inputs
}

func (e someFailed) Error() string {
	named, more := e.failed, ""
	if len(named) > mostNamed {
		named, more = named[:mostNamed], fmt.Sprintf(" and %d more", len(e.failed)-mostNamed)
	}
	return fmt.Sprintf("%d of %d %s failed: %s%s", len(e.failed), e.of, cmp.Or(e.what, "inputs"), strings.Join(named, ", "), more)
}

// found is what --exit-code and --check end with: no error, but something that a script wants to know.
type found string

func (e found) Error() string { return string(e) }

// report says what went wrong, with a way out, and gives the exit code.
func (a *app) report(err error) int {
	if err == nil {
		return exitOK
	}
	if f, ok := errors.AsType[found](err); ok {
		a.note("%s", f)
		return exitFound
	}
	fmt.Fprintln(a.err, "sitrep: "+terminal.Clean(withWayOut(err)))
	if s, ok := errors.AsType[someFailed](err); ok && len(s.failed) < s.of {
		return exitSomeFailed
	}
	if _, ok := errors.AsType[usageError](err); ok {
		return exitUsage
	}
	if errors.Is(err, errInterrupted) || errors.Is(err, context.Canceled) {
		return exitInterrupted
	}
	return exitFailed
}

func withWayOut(err error) string {
	if way := wayOut(err); way != "" {
		return err.Error() + "; " + way
	}
	return err.Error()
}

// wayOut is what to do about an error, empty where the error says it itself.
func wayOut(err error) string {
	if u, ok := errors.AsType[usageError](err); ok {
		return fmt.Sprintf("see %q", u.help)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "check the path"
	case errors.Is(err, fs.ErrPermission):
		return "make it readable, or read it as a user who may"
	case strings.Contains(err.Error(), model.CPUVariable) && !strings.Contains(err.Error(), "unset"):
		return "unset " + model.CPUVariable + " to let sitrep choose"
	}
	return ""
}
