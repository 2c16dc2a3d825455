package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// TestReference keeps docs/cli.md equal to the command tree: go test -update writes it.
func TestReference(t *testing.T) {
	var c cli
	parser, err := newParser(context.Background(), &c, newApp(nil, &bytes.Buffer{}, &bytes.Buffer{}))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("..", "..", "docs", "cli.md"), commandLine(parser.Model))
}

const beforeCommands = `# The command line

Made from the command tree by ` + "`make golden`" + `; a test compares them.

- Standard output holds data only. Progress, notes on the texts and errors go to standard error; progress only if that is a terminal.
- ` + "`-`" + ` as a file is standard input.
- ` + "`--json`" + ` gives machines stable fields; see [parse.md](parse.md).
- What goes to a terminal holds no control characters of the texts. Colour only on a terminal; ` + "`NO_COLOR`, `CLICOLOR_FORCE` and `TERM=dumb`" + ` are heeded.
- ` + "`SITREP_CPU=generic|avx2|avx512`" + ` forces the kernels; the output is the same with each. ` + "`sitrep version`" + ` says which this machine can run.
- An error says what was being done, to what, what was wrong, and the way out.

## Exit codes

`

func commandLine(app *kong.Application) string {
	var b strings.Builder
	b.WriteString(beforeCommands + "```\n" + exitCodes + "```\n\n## Flags of every command\n\n")
	writeFlags(&b, app.Node)
	writeCommands(&b, app.Node)
	return b.String()
}

func writeCommands(b *strings.Builder, n *kong.Node) {
	for _, child := range n.Children {
		if len(child.Children) > 0 {
			writeCommands(b, child)
			continue
		}
		fmt.Fprintf(b, "\n## %s\n\n%s\n\n", child.FullPath(), child.Help)
		if child.Detail != "" {
			b.WriteString(child.Detail + "\n\n")
		}
		b.WriteString("```\n" + child.Summary() + "\n```\n")
		if len(child.Positional) > 0 || len(child.Flags) > 0 {
			b.WriteString("\n")
		}
		for _, p := range child.Positional {
			fmt.Fprintf(b, "- `<%s>` – %s\n", p.Name, p.Help)
		}
		writeFlags(b, child)
	}
}

func writeFlags(b *strings.Builder, n *kong.Node) {
	for _, f := range n.Flags {
		short := ""
		if f.Short != 0 {
			short = fmt.Sprintf("`-%c`, ", f.Short)
		}
		value := ""
		if !f.IsBool() {
			value = "=" + f.FormatPlaceHolder()
		}
		fmt.Fprintf(b, "- %s`--%s%s` – %s\n", short, f.Name, value, f.Help)
	}
}
