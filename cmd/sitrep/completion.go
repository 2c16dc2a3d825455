package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"The shell: bash, zsh or fish."`
}

// Help is shown below the flags' head.
func (completionCommand) Help() string {
	return `    bash:  sitrep completion bash > ~/.local/share/bash-completion/completions/sitrep
    zsh:   sitrep completion zsh > "${fpath[1]}/_sitrep"
    fish:  sitrep completion fish > ~/.config/fish/completions/sitrep.fish`
}

// Run prints the script, made from the command tree.
func (c *completionCommand) Run(a *app, parser *kong.Kong) error {
	entries := completions(parser.Model.Node, nil)
	switch c.Shell {
	case "bash":
		return writeBash(a.out, entries)
	case "zsh":
		return writeZsh(a.out, entries)
	}
	return writeFish(a.out, entries)
}

// completed is what can follow a command: words with their help, and files where it takes them.
type completed struct {
	path  []string
	words []word
	files bool
}

type word struct{ text, help string }

// at is how the scripts write the commands typed so far, each with a space before it.
func (c *completed) at() string { return strings.Join(append([]string{""}, c.path...), " ") }

// completions lists a command and all below it.
func completions(n *kong.Node, path []string) []completed {
	c := completed{path: path}
	var below []completed
	for _, child := range n.Children {
		if child.Type == kong.CommandNode && !child.Hidden {
			c.words = append(c.words, word{child.Name, child.Help})
			below = append(below, completions(child, append(append([]string{}, path...), child.Name))...)
		}
	}
	for _, group := range n.AllFlags(true) {
		for _, f := range group {
			c.words = append(c.words, word{"--" + f.Name, f.Help})
		}
	}
	for _, p := range n.Positional {
		for _, v := range p.EnumSlice() {
			if v != "" {
				c.words = append(c.words, word{v, p.Help})
			}
		}
		c.files = c.files || slices.Contains([]string{"file", "dir", "case", "source"}, p.Name)
	}
	return append([]completed{c}, below...)
}

func (c completed) texts() string {
	var texts []string
	for _, w := range c.words {
		texts = append(texts, w.text)
	}
	return strings.Join(texts, " ")
}

// knownPath is shell code that walks the words before the cursor and keeps those that are commands in at.
func knownPath(entries []completed, words string) string {
	var cases []string
	for _, e := range entries[1:] {
		cases = append(cases, fmt.Sprintf("%q", e.at()))
	}
	return fmt.Sprintf("  local at=\"\" w\n  for w in %s; do\n    case \"$at $w\" in %s) at=\"$at $w\" ;; esac\n  done\n", words, strings.Join(cases, "|"))
}

func writeBash(out io.Writer, entries []completed) error {
	var b strings.Builder
	b.WriteString("# bash completion for sitrep\n_sitrep() {\n  local cur=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\" files=\"\"\n")
	b.WriteString(knownPath(entries, `"${COMP_WORDS[@]:1:COMP_CWORD-1}"`))
	b.WriteString("  case \"$at\" in\n")
	for _, e := range entries {
		fmt.Fprintf(&b, "    %q) words=%q", e.at(), e.texts())
		if e.files {
			b.WriteString(" files=1")
		}
		b.WriteString(" ;;\n")
	}
	b.WriteString("  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n")
	b.WriteString("  if [ -n \"$files\" ] && [ \"${cur#-}\" = \"$cur\" ]; then COMPREPLY+=($(compgen -f -- \"$cur\")); fi\n}\n")
	b.WriteString("complete -o filenames -F _sitrep sitrep\n")
	_, err := io.WriteString(out, b.String())
	return err
}

func writeZsh(out io.Writer, entries []completed) error {
	var b strings.Builder
	b.WriteString("#compdef sitrep\n_sitrep() {\n  local -a choices\n")
	b.WriteString(knownPath(entries, `"${words[@]:1:$((CURRENT-2))}"`))
	b.WriteString("  case \"$at\" in\n")
	for _, e := range entries {
		fmt.Fprintf(&b, "    %q)\n      choices=(\n", e.at())
		for _, w := range e.words {
			fmt.Fprintf(&b, "        %s\n", single(strings.ReplaceAll(w.text, ":", `\:`)+":"+w.help))
		}
		b.WriteString("      )\n      _describe command choices\n")
		if e.files {
			b.WriteString("      _files\n")
		}
		b.WriteString("      ;;\n")
	}
	b.WriteString("  esac\n}\nif [ \"$funcstack[1]\" = \"_sitrep\" ]; then _sitrep \"$@\"; else compdef _sitrep sitrep; fi\n")
	_, err := io.WriteString(out, b.String())
	return err
}

func writeFish(out io.Writer, entries []completed) error {
	var b strings.Builder
	b.WriteString("# fish completion for sitrep\ncomplete -c sitrep -f\n")
	for _, e := range entries {
		condition := fishCondition(e, entries)
		for _, w := range e.words {
			arguments := "-a " + single(w.text)
			if name, ok := strings.CutPrefix(w.text, "--"); ok {
				arguments = "-l " + name
			}
			fmt.Fprintf(&b, "complete -c sitrep -n %s %s -d %s\n", single(condition), arguments, single(w.help))
		}
		if e.files {
			fmt.Fprintf(&b, "complete -c sitrep -n %s -F\n", single(condition))
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// fishCondition holds where the command's words were given and none of the commands below it.
func fishCondition(e completed, entries []completed) string {
	if len(e.path) == 0 {
		return "__fish_use_subcommand"
	}
	var parts, below []string
	for _, p := range e.path {
		parts = append(parts, "__fish_seen_subcommand_from "+p)
	}
	for _, o := range entries {
		if len(o.path) == len(e.path)+1 && strings.Join(o.path[:len(e.path)], " ") == strings.Join(e.path, " ") {
			below = append(below, o.path[len(e.path)])
		}
	}
	if below != nil {
		parts = append(parts, "not __fish_seen_subcommand_from "+strings.Join(below, " "))
	}
	return strings.Join(parts, "; and ")
}

// single quotes a text for a shell.
func single(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
