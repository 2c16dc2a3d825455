package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/alecthomas/kong"
)

type manCommand struct {
	Command []string `arg:"" optional:"" help:"The command; none for the page on sitrep."`
	All     string   `type:"path" placeholder:"DIR" help:"Write the pages of all commands into a folder, as sitrep.1, sitrep-read.1 and so on."`
}

// Help is shown below the flags' head.
func (manCommand) Help() string {
	return `Prints a page of the manual for man or mandoc, made from the command tree.

    sitrep man read | man -l -
    sitrep man --all /usr/local/share/man/man1`
}

// Run prints a page or writes all.
func (c *manCommand) Run(a *app, parser *kong.Kong) error {
	day, _, known := strings.Cut(thisBuild().date, "T")
	if !known {
		day = ""
	}
	pages := manual{parser.Model, day, thisBuild().version}
	if c.All != "" {
		return pages.writeAll(c.All, c.Command)
	}
	n := find(parser.Model.Node, c.Command)
	if n == nil {
		return usageError{fmt.Errorf("no command %q", strings.Join(c.Command, " ")), "sitrep --help"}
	}
	return pages.write(a.out, n)
}

// manual makes pages of the manual, in the language of man(7).
type manual struct {
	app     *kong.Application
	day     string // of the commit, empty where it is not known
	version string
}

func (m *manual) writeAll(dir string, command []string) error {
	if len(command) > 0 {
		return usageError{errors.New("--all writes the pages of all commands: name none"), "sitrep man --help"}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make a folder for the manual: %w", err)
	}
	for _, n := range m.nodes(m.app.Node) {
		var b bytes.Buffer
		if err := m.write(&b, n); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, pageName(n)+".1"), b.Bytes(), 0o644); err != nil {
			return fmt.Errorf("write the manual: %w", err)
		}
	}
	return nil
}

// nodes are a command and all below it that have a page.
func (m *manual) nodes(n *kong.Node) []*kong.Node {
	all := []*kong.Node{n}
	for _, child := range commandsOf(n) {
		all = append(all, m.nodes(child)...)
	}
	return all
}

func commandsOf(n *kong.Node) (all []*kong.Node) {
	for _, child := range n.Children {
		if child.Type == kong.CommandNode && !child.Hidden {
			all = append(all, child)
		}
	}
	return all
}

// pageName is a command as pages call it: sitrep-user-add.
func pageName(n *kong.Node) string {
	if n.Parent == nil {
		return n.Name
	}
	return pageName(n.Parent) + "-" + n.Name
}

// write writes the page of a command.
func (m *manual) write(out io.Writer, n *kong.Node) error {
	p := &roff{}
	p.line(`.TH "%s" "1" "%s" "sitrep %s" "Sitrep"`, strings.ToUpper(pageName(n)), m.day, m.version)
	p.section("NAME")
	if n.Parent == nil {
		p.line(`%s \- read reports of armed conflict and keep the record of what they say`, roffText(n.Name))
	} else {
		p.line(`%s \- %s`, roffText(pageName(n)), roffText(strings.TrimSuffix(n.Help, ".")))
	}
	p.section("SYNOPSIS")
	for i, s := range synopses(n) {
		if i > 0 {
			p.line(`.br`)
		}
		p.line(`.B %s`, roffText(s))
	}
	p.section("DESCRIPTION")
	p.prose(descriptionOf(n))
	p.commands(n)
	p.arguments(n)
	p.options("OPTIONS", n)
	if n.Parent == nil {
		p.wholeProgram()
	} else {
		p.section("SEE ALSO")
		p.line(`.BR %s (1)`, roffText(pageName(n.Parent)))
	}
	_, err := io.WriteString(out, p.String())
	return err
}

// descriptionOf is what the help of a command says.
func descriptionOf(n *kong.Node) string {
	switch {
	case n.Parent == nil:
		return description
	case n.Detail == "":
		return n.Help
	}
	return n.Detail
}

// synopses are the ways to call a command.
func synopses(n *kong.Node) (all []string) {
	if len(commandsOf(n)) == 0 {
		return []string{"sitrep " + n.Summary()}
	}
	for _, child := range commandsOf(n) {
		if n.Parent == nil {
			return []string{"sitrep [--quiet] <command> ..."}
		}
		all = append(all, "sitrep "+child.Summary())
	}
	return all
}
