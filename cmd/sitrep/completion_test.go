package main

import (
	"os/exec"
	"path/filepath"
	"testing"
)

func TestCompletionScriptsByTheirShells(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		t.Run(shell, func(t *testing.T) {
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skip(shell + " is not here")
			}
			if out, err := exec.Command(path, "-n", filepath.Join("testdata", "completion."+shell)).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestBashCompletes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not here")
	}
	script := `. testdata/completion.bash
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _sitrep; printf '%s ' "${COMPREPLY[@]}"; echo; }
try sitrep inci
try sitrep user add --ro
try sitrep completion f`
	out, err := exec.Command(bash, "--norc", "-c", script).CombinedOutput()
	if want := "incidents \n--role \nfish \n"; err != nil || string(out) != want {
		t.Errorf("got %q, %v, want %q", out, err, want)
	}
}
