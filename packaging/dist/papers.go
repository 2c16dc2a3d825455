package main

import (
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
)

// papers are the files of the repository that every archive has, with the folder that they lie in there.
var papers = []struct{ folder, pattern string }{
	{"", "README.md"}, {"", "LICENSE"}, {"", "NOTICE"}, {"", "CHANGELOG.md"}, {"", "CONTRIBUTING.md"}, {"", "SECURITY.md"},
	{"docs", "docs/*.md"}, {"docs", "docs/*.json"}, {"examples", "examples/*"},
}

// papersOf are the entries of every archive: papers, examples, and what the command itself prints, its manual and completions.
func papersOf(s stamp) ([]entry, error) {
	var out []entry
	for _, p := range papers {
		files, err := filesOf(p.pattern)
		if err != nil {
			return nil, err
		}
		out = append(out, in(p.folder, files)...)
	}
	printed, err := printedBy(s)
	return append(out, printed...), err
}

// filesOf are files of the repository, by their own names.
func filesOf(pattern string) ([]entry, error) {
	names, err := filepath.Glob(filepath.FromSlash(pattern))
	if err != nil || names == nil {
		return nil, fmt.Errorf("%s: no such file; run this in the root of the repository", pattern)
	}
	var out []entry
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, err
		}
		if info.IsDir() || filepath.Ext(name) == ".go" {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, entry{name: filepath.Base(name), data: data})
	}
	return out, nil
}

// in puts entries into a folder.
func in(folder string, files []entry) []entry {
	for i := range files {
		files[i].name = path.Join(folder, files[i].name)
	}
	return files
}

// printedBy builds the command for this machine and lets it print its manual and its completions.
func printedBy(s stamp) ([]entry, error) {
	dir, err := os.MkdirTemp("", "sitrep-dist-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	here := filepath.Join(dir, "sitrep.exe")
	if err := buildTo(here, s); err != nil {
		return nil, fmt.Errorf("build for this machine: %w", err)
	}
	if out, err := exec.Command(here, "man", "--all", filepath.Join(dir, "man1")).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("print the manual: %w\n%s", err, out)
	}
	out, err := filesOf(filepath.ToSlash(filepath.Join(dir, "man1", "*.1")))
	if err != nil {
		return nil, err
	}
	out = in("man/man1", out)
	for _, c := range []struct{ shell, name string }{{"bash", "sitrep.bash"}, {"zsh", "_sitrep"}, {"fish", "sitrep.fish"}} {
		script, err := exec.Command(here, "completion", c.shell).Output()
		if err != nil {
			return nil, fmt.Errorf("print the completion for %s: %w", c.shell, err)
		}
		out = append(out, entry{name: "completions/" + c.name, data: script})
	}
	return out, nil
}
