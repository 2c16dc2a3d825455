package main

import (
	"fmt"
	"os"
	"strings"

	"sitrep/extract"
	"sitrep/lexicon"
	"sitrep/nlp"
	"sitrep/nlp/english"
)

type lexiconCommand struct {
	Check lexiconCheckCommand `cmd:"" help:"Say what is wrong with a folder of lists."`
}

type lexiconCheckCommand struct {
	Dir string `arg:"" help:"Folder with lists: *.tsv with the names and columns of the built-in ones."`
}

// Help is shown below the flags' head.
func (lexiconCheckCommand) Help() string {
	return `Everything that is wrong is said by file and line, on standard output: columns, codes, kinds, rows that stand twice, sides that no list has. docs/lexicon.md describes the lists.

    sitrep lexicon check lists/
    sitrep read --lexicon lists/ report.txt`
}

// Run prints what is wrong, one to a line.
func (c *lexiconCheckCommand) Run(a *app) error {
	fsys, err := lexicon.Overlay(os.DirFS(c.Dir))
	if err != nil {
		return fmt.Errorf("check %s: %w", c.Dir, err)
	}
	found := lexicon.Lint(fsys)
	if len(found) == 0 {
		a.note("%s: nothing is wrong", c.Dir)
		return nil
	}
	n := 0
	for _, err := range found {
		for line := range strings.Lines(err.Error()) {
			n++
			if _, err := fmt.Fprintln(a.data(), strings.TrimRight(line, "\n")); err != nil {
				return err
			}
		}
	}
	return fmt.Errorf("check %s: %d lines say what is wrong", c.Dir, n)
}

// lists are the built-in lists, with those of a folder on top where one is named.
func (a *app) lists(folder string) (*lexicon.Lexicon, error) {
	if folder == "" {
		return lexicon.English(), nil
	}
	lex, err := lexicon.EnglishWith(os.DirFS(folder))
	if err != nil {
		return nil, fmt.Errorf("--lexicon=%s: %w", folder, err)
	}
	return lex, nil
}

// language builds the pipeline, on the lists of a folder where one is named.
func (a *app) language(folder string) (*nlp.Pipeline, error) {
	if folder == "" {
		return a.pipeline()
	}
	lex, err := a.lists(folder)
	if err != nil {
		return nil, err
	}
	return english.NewWith(lex)
}

// reader builds what reads reports, on the lists of a folder where one is named.
func (a *app) reader(folder string) (*extract.Reader, error) {
	defer building()()
	lex, err := a.lists(folder)
	if err != nil {
		return nil, err
	}
	pipeline, err := a.language(folder)
	if err != nil {
		return nil, fmt.Errorf("build the pipeline: %w", err)
	}
	return extract.New(pipeline, lex, a.places()), nil
}
