package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/desk"
)

// reading opens a casebook to read. Where private persons are to be shown by name, the audit trail takes a note of it first, which needs a casebook that can be written.
func (a *app) reading(ctx context.Context, path string, names bool, command string, do func(casebook.Casebook) error) error {
	if names {
		if err := a.writing(path, command, false, func(book casebook.Casebook) error {
			return book.Note(ctx, a.person(), command+" --names: private persons were shown by name")
		}); err != nil {
			return fmt.Errorf("note --names in the audit trail: %w", err)
		}
	}
	book, err := sqlite.OpenReadOnly(path, sqlite.Options{Who: command})
	if err != nil {
		return err
	}
	return errors.Join(do(book), book.Close())
}

// writing opens a casebook to write, and makes it where it is to be made.
func (a *app) writing(path, command string, create bool, do func(casebook.Casebook) error) error {
	book, err := sqlite.Open(path, sqlite.Options{Create: create, Who: command})
	if err != nil {
		return err
	}
	return errors.Join(do(book), book.Close())
}

// desk is a desk on a casebook, with a reader on the lists of a folder where one is named.
func (a *app) desk(book casebook.Casebook, lists string) (*desk.Desk, error) {
	reader, err := a.reader(lists)
	if err != nil {
		return nil, err
	}
	return &desk.Desk{Book: book, Reader: reader, By: readerInfo(reader.Lexicon())}, nil
}

// person is who the audit trail names: SITREP_USER, else the user of the system.
func (a *app) person() string {
	if name := a.env("SITREP_USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "somebody"
}
