package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// keyReader reads a person's answers: single keys of a terminal, or lines of anything else, each a key and what follows it.
type keyReader struct {
	in   *bufio.Reader
	out  io.Writer
	file *os.File // the terminal; nil for lines
}

func (a *app) keys() keyReader {
	k := keyReader{in: bufio.NewReader(a.in), out: a.out}
	if f, ok := a.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		k.file = f
	}
	return k
}

const (
	ctrlC = '\x03'
	ctrlD = '\x04'
)

// next waits for a key. Ctrl-C at a raw terminal is a key like others; here it is what it is elsewhere.
func (k *keyReader) next(ctx context.Context) (key rune, rest string, err error) {
	if ctx.Err() != nil {
		return 0, "", errInterrupted
	}
	if k.file == nil {
		return k.nextLine()
	}
	fmt.Fprint(k.out, "a/r/m/s/f/u/k/q/? ")
	state, err := term.MakeRaw(int(k.file.Fd()))
	if err != nil {
		return 0, "", fmt.Errorf("read keys from the terminal: %w", err)
	}
	key, _, err = k.in.ReadRune()
	if restored := term.Restore(int(k.file.Fd()), state); err == nil {
		err = restored
	}
	fmt.Fprintln(k.out)
	switch key {
	case ctrlC:
		return 0, "", errInterrupted
	case ctrlD:
		return 0, "", io.EOF
	}
	return key, "", err
}

// nextLine reads a line: a key, then words.
func (k *keyReader) nextLine() (rune, string, error) {
	for {
		line, err := k.in.ReadString('\n')
		if line = strings.TrimSpace(line); line != "" {
			key := []rune(line)[0]
			return key, strings.TrimSpace(line[len(string(key)):]), nil
		}
		if err != nil {
			return 0, "", err
		}
	}
}

// line asks for a line.
func (k *keyReader) line(prompt string) (string, error) {
	if k.file != nil {
		fmt.Fprint(k.out, prompt)
	}
	line, err := k.in.ReadString('\n')
	if line = strings.TrimSpace(line); line != "" {
		err = nil
	}
	return line, err
}
