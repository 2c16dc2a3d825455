package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test's own program stand in for the commands that the tutorial calls, by the name that it is called by.
func TestMain(m *testing.M) {
	switch filepath.Base(os.Args[0]) {
	case "sitrep":
		main()
	case "curl":
		os.Exit(get(os.Args[len(os.Args)-1]))
	}
	os.Exit(m.Run())
}

// get does what curl -s does.
func get(address string) int {
	answer, err := http.Get(address)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer answer.Body.Close()
	io.Copy(os.Stdout, answer.Body)
	return 0
}

// step is a block of commands of a page, and what it prints.
type step struct{ commands, output string }

var block = regexp.MustCompile("(?s)```sh\n(.*?)```\n(?:\n```text\n(.*?)```\n)?")

func stepsOf(page string) (steps []step) {
	for _, m := range block.FindAllStringSubmatch(page, -1) {
		steps = append(steps, step{m[1], m[2]})
	}
	return steps
}

// withOutputs is the page with what its blocks print.
func withOutputs(page string, outputs []string) string {
	i := -1
	return block.ReplaceAllStringFunc(page, func(text string) string {
		i++
		out := "```sh\n" + block.FindStringSubmatch(text)[1] + "```\n"
		if outputs[i] != "" {
			out += "\n```text\n" + outputs[i] + "```\n"
		}
		return out
	})
}

// shown is where the window of the tutorial is; the test puts it at a port that is free.
const shown = "127.0.0.1:7350"

// serving starts the window beside the script, and prints what it says once it answers.
const serving = `sitrep serve case.db --address %s 2>../serve.log & window=$!
trap 'kill $window' EXIT
until grep -q open ../serve.log 2>/dev/null || ! kill -0 $window; do sleep 0.05; done
cat ../serve.log
`

// scriptOf is one script of all steps. A line with a mark and the exit code follows each.
func scriptOf(steps []step, address string) string {
	var b strings.Builder
	for _, s := range steps {
		commands := s.commands
		if commands == "sitrep serve case.db\n" {
			commands = fmt.Sprintf(serving, address)
		}
		b.WriteString(strings.ReplaceAll(commands, shown, address) + "printf '" + mark + "%s\\n' $?\n")
	}
	return b.String()
}

const mark = "<<<ended with>>> "

// varied is what is another with every run.
var varied = []struct {
	pattern *regexp.Regexp
	instead string
}{
	{regexp.MustCompile(`in [0-9.]+[a-zµ]+ \([0-9.]+ a second\)`), "in 100ms (30 a second)"},
	{regexp.MustCompile(`\b[0-9a-f]{12}\b`), "5d0c2f7ab913"}, // of a judgement: the time is in it
}

// ran runs the steps and gives what each printed.
func ran(t *testing.T, steps []step) []string {
	t.Helper()
	dir := t.TempDir()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"sitrep", "curl"} {
		if err := os.Symlink(own, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	address := freeAddress(t)
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	defer stop()
	script := filepath.Join(dir, "script") // not by standard input, which commands could read away
	if err := os.WriteFile(script, []byte("set -e\n"+scriptOf(steps, address)), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(ctx, "sh", script)
	c.Dir = dir
	c.Env = append(os.Environ(), "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"), "HOME="+dir, "LC_ALL=C", "SITREP_CPU=", "COLUMNS=")
	c.WaitDelay = 10 * time.Second
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Run(); err != nil {
		t.Errorf("run the tutorial: %v", err)
	}
	return outputsOf(t, steps, strings.NewReplacer(address, shown, "\r\n", "\n").Replace(out.String())) // sheets have lines that end as RFC 4180 has them
}

func outputsOf(t *testing.T, steps []step, text string) (outputs []string) {
	t.Helper()
	for i, s := range steps {
		out, rest, ok := strings.Cut(text, mark)
		code, rest, _ := strings.Cut(rest, "\n")
		if !ok || code != "0" {
			t.Fatalf("step %d ends with %q:\n%s%s", i+1, code, s.commands, out)
		}
		for _, v := range varied {
			out = v.pattern.ReplaceAllString(out, v.instead)
		}
		outputs, text = append(outputs, out), rest
	}
	return outputs
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// TestTutorial runs every command of docs/tutorial.md and compares what it prints. With -update the page shows what comes out now: read the diff.
func TestTutorial(t *testing.T) {
	if testing.Short() {
		t.Skip("depends on all learned parts: not with -short")
	}
	if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no shell here")
	}
	file := filepath.Join("..", "..", "docs", "tutorial.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := strings.ReplaceAll(string(text), "\r\n", "\n")
	steps := stepsOf(page)
	if len(steps) < 15 || strings.Count(page, "```sh\n") != len(steps) {
		t.Fatalf("%d steps of %d", len(steps), strings.Count(page, "```sh\n"))
	}
	outputs := ran(t, steps)
	if *update {
		if err := os.WriteFile(file, []byte(withOutputs(page, outputs)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for i, s := range steps {
		if s.output != outputs[i] {
			t.Errorf("the tutorial shows another output than this program prints (go test ./cmd/sitrep -update writes it anew):\n%s--- shown\n%s--- printed\n%s", s.commands, s.output, outputs[i])
		}
	}
}

func TestStepsOfAPage(t *testing.T) {
	page := "a\n\n```sh\necho a\n```\n\n```text\na\n```\n\nb\n\n```sh\ntrue\n```\n\nc\n"
	steps := stepsOf(page)
	if len(steps) != 2 || steps[0] != (step{"echo a\n", "a\n"}) || steps[1] != (step{"true\n", ""}) {
		t.Errorf("got %q", steps)
	}
	if got, want := withOutputs(page, []string{"b\n", "x\n"}), "a\n\n```sh\necho a\n```\n\n```text\nb\n```\n\nb\n\n```sh\ntrue\n```\n\n```text\nx\n```\n\nc\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
