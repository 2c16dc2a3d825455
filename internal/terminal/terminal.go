// Package terminal knows what the other end of a stream can show: whether it is a terminal, how wide it is, whether it takes colour,
// and how to give it text that comes from strangers.
package terminal

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Terminal is what is known of a stream.
type Terminal struct {
	Is     bool
	Width  int // in columns, 0 where there is no limit
	Colour bool
}

// Of looks at a stream. Anything but a file that is a terminal takes any width and no colour. The environment follows
// https://no-color.org and https://bixense.com/clicolors: NO_COLOR and TERM=dumb switch colour off, CLICOLOR_FORCE switches it on.
func Of(w io.Writer, env func(string) string) Terminal {
	f, ok := w.(*os.File)
	t := Terminal{Is: ok && term.IsTerminal(int(f.Fd()))}
	if t.Is {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			t.Width = columns
		}
	}
	t.Colour = colour(t.Is, env)
	return t
}

func colour(terminal bool, env func(string) string) bool {
	switch force := env("CLICOLOR_FORCE"); {
	case env("NO_COLOR") != "":
		return false
	case force != "" && force != "0":
		return true
	}
	return terminal && env("TERM") != "dumb"
}
