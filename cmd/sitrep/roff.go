package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// roff is a page of the manual under way.
type roff struct{ strings.Builder }

func (p *roff) line(format string, values ...any) { fmt.Fprintf(p, format+"\n", values...) }

func (p *roff) section(name string) { p.line(".SH %s", name) }

// prose writes paragraphs; lines that begin with four blanks are examples, as they are.
func (p *roff) prose(text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		lines := strings.Split(strings.Trim(paragraph, "\n"), "\n")
		if i > 0 {
			p.line(".PP")
		}
		if strings.HasPrefix(lines[0], "    ") {
			p.example(lines)
			continue
		}
		p.words(strings.Join(lines, " "))
	}
}

// longest is how long a line of the page's source gets: mandoc -T lint holds it against longer ones.
const longest = 78

// words writes a text in lines that are not too long; what is shown is filled anew.
func (p *roff) words(text string) {
	line := ""
	for _, w := range strings.Fields(text) {
		if line != "" && len(roffText(line+" "+w)) > longest {
			p.line("%s", roffText(line))
			line = ""
		}
		line = strings.TrimPrefix(line+" "+w, " ")
	}
	p.line("%s", roffText(line))
}

func (p *roff) example(lines []string) {
	p.line(".RS 4\n.nf")
	for _, l := range lines {
		p.line("%s", roffText(strings.TrimPrefix(l, "    ")))
	}
	p.line(".fi\n.RE")
}

// entry writes a term and what is said of it.
func (p *roff) entry(term, says string) {
	p.line(".TP\n.B %s", roffText(term))
	p.words(says)
}

func (p *roff) commands(n *kong.Node) {
	if len(commandsOf(n)) == 0 {
		return
	}
	p.section("COMMANDS")
	for _, child := range commandsOf(n) {
		p.line(".TP\n.BR %s (1)", roffText(pageName(child)))
		p.words(child.Help)
	}
}

func (p *roff) arguments(n *kong.Node) {
	if len(n.Positional) == 0 {
		return
	}
	p.section("ARGUMENTS")
	for _, a := range n.Positional {
		p.entry("<"+a.Name+">", a.Help)
	}
}

func (p *roff) options(name string, n *kong.Node) {
	if len(n.Flags) == 0 {
		return
	}
	p.section(name)
	for _, f := range n.Flags {
		p.entry(flagTerm(f), f.Help)
	}
}

// flagTerm is a flag as it is typed.
func flagTerm(f *kong.Flag) string {
	term := "--" + f.Name
	if f.Short != 0 {
		term = fmt.Sprintf("-%c, %s", f.Short, term)
	}
	if !f.IsBool() {
		term += "=" + f.FormatPlaceHolder()
	}
	return term
}

// environment is what the program takes from it. A test compares it with the code.
var environment = [][2]string{
	{"SITREP_USER", "The name under which what a person says is kept; else the name of the system's user."},
	{"SITREP_CPU", "The kernels of the language model: generic, avx2 or avx512; else the best that this machine has. The output is the same with each."},
	{"SITREP_ASSIST_KEY", "The key of the endpoint that --assist asks."},
	{"NO_COLOR, CLICOLOR_FORCE, TERM", "Whether output to a terminal has colour."},
	{"XDG_DATA_HOME, HOME", "Where places of one's own are kept."},
	{"GOGC", "How often memory is collected; sitrep chooses where it is not set."},
}

// wholeProgram writes what the first page has beside its commands.
func (p *roff) wholeProgram() {
	p.section("EXIT STATUS")
	for line := range strings.Lines(exitCodes) {
		code, says, _ := strings.Cut(strings.TrimSpace(line), " ")
		p.entry(code, strings.TrimSpace(says))
	}
	p.section("ENVIRONMENT")
	for _, e := range environment {
		p.entry(e[0], e[1])
	}
}

// roffText is a text that says what it says, whatever is in it: no line of it is a request, and a hyphen is one that can be copied.
func roffText(s string) string {
	var b strings.Builder
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		b.WriteString(`\&`)
	}
	for _, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r == '"':
			b.WriteString(`\(dq`)
		case r > 0x7e:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
