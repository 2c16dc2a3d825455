package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"sitrep/internal/terminal"
	"sitrep/web/users"
)

type userCommand struct {
	Add    userAddCommand    `cmd:"" help:"Add somebody, or give a new role and password."`
	Remove userRemoveCommand `cmd:"" help:"Take somebody out, who is out at once."`
	List   userListCommand   `cmd:"" help:"List who may use the window."`
}

type userAddCommand struct {
	File    string `arg:"" name:"file" type:"path" help:"The file of users; it is made where there is none."`
	Name    string `arg:"" name:"name" help:"The name, which stands beside what they correct."`
	Role    string `enum:"reader,editor" default:"reader" help:"reader sees; editor files, corrects and judges too (default ${default})."`
	Program bool   `help:"A program: it gets a token, which is shown once, instead of a password."`
}

// Help is shown below the flags' head.
func (userAddCommand) Help() string {
	return `Adds a person, whose password is asked for, or read from standard input where that is no terminal; or a program, which gets a token for the API, files and feeds. The file holds hashes only (argon2id of passwords), and nobody else on this machine may read it. A window that is running goes by it at once.

    sitrep user add users mara --role editor
    sitrep user add users newsdesk-script --program`
}

// Run adds somebody.
func (c *userAddCommand) Run(a *app) error {
	if c.Program {
		token, err := users.AddProgram(c.File, c.Name, users.Role(c.Role))
		if err != nil {
			return err
		}
		a.note("%s comes in as %s, by %s; its token follows, and is shown this once", c.Name, c.Role, c.File)
		_, err = fmt.Fprintln(a.out, token)
		return err
	}
	password, err := a.password(c.Name)
	if err != nil {
		return err
	}
	if err := users.Add(c.File, c.Name, users.Role(c.Role), password); err != nil {
		return err
	}
	a.note("%s comes in as %s, by %s", c.Name, c.Role, c.File)
	return nil
}

// password asks for a password twice, without showing it; where standard input is no terminal, its first line is it.
func (a *app) password(name string) (string, error) {
	f, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(a.in, 4096)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("read the password of %s: %w", name, err)
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	var typed [2]string
	for i, ask := range []string{"password of " + terminal.Clean(name) + ": ", "once more: "} {
		fmt.Fprint(a.err, ask)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.err)
		if err != nil {
			return "", fmt.Errorf("read the password of %s: %w", name, err)
		}
		typed[i] = string(b)
	}
	if typed[0] != typed[1] {
		return "", fmt.Errorf("password of %s: the two differ; nothing was changed", name)
	}
	return typed[0], nil
}

type userRemoveCommand struct {
	File string `arg:"" name:"file" type:"path" help:"The file of users."`
	Name string `arg:"" name:"name" help:"Who is taken out."`
}

// Help is shown below the flags' head.
func (userRemoveCommand) Help() string {
	return `Takes somebody out. Whoever is logged in under the name is out with the next page. What they corrected stays under their name.

    sitrep user remove users mara`
}

// Run takes somebody out.
func (c *userRemoveCommand) Run(a *app) error {
	if err := users.Remove(c.File, c.Name); err != nil {
		return err
	}
	a.note("%s is no user of %s any more", c.Name, c.File)
	return nil
}

type userListCommand struct {
	File string `arg:"" name:"file" type:"path" help:"The file of users."`
}

// Help is shown below the flags' head.
func (userListCommand) Help() string {
	return `Lists who may use the window, with their roles.

    sitrep user list users`
}

// Run lists users.
func (c *userListCommand) Run(a *app) error {
	f, err := users.Open(c.File)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, u := range f.All() {
		what := "person"
		if u.Program() {
			what = "program"
		}
		rows = append(rows, []string{u.Name, string(u.Role), what})
	}
	return terminal.WriteTable(a.out, []terminal.Column{{Name: "name"}, {Name: "role"}, {Name: "what"}}, rows, a.outTerminal.Width)
}
