package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// victim is the environment variable that makes the test binary a process that runs the command line it holds, until it is killed.
const victim = "SITREP_TEST_RUNS"

// TestVictim is that process.
func TestVictim(t *testing.T) {
	args := os.Getenv(victim)
	if args == "" {
		t.Skip("run by the tests of what becomes of a process")
	}
	var out, errs bytes.Buffer
	code := caseApp("", &out, &errs).run(t.Context(), strings.Fields(args))
	fmt.Print(errs.String())
	os.Exit(code)
}

// victimOf is a process that runs a command line.
func victimOf(args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], "-test.run=^TestVictim$")
	c.Env = append(os.Environ(), victim+"="+strings.Join(args, " "))
	return c
}

// shells are reports of a few words each, all of them of other strikes.
func shells(n int) string {
	var out strings.Builder
	for i := range n {
		day := time.Date(2031, 5, 2+7*(i%40), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		fmt.Fprintf(&out, `{"id":"s%03d","outlet":"Post %d","published":"%s","title":"Shells fall","text":"Shells hit a mill in %s on Monday, killing %d people, the hospital said."}`+"\n",
			i, i%5, day, []string{"Dorel", "Kesh", "Bergen"}[i%3], 2+i%17)
	}
	return out.String()
}

// filed are the ids of the reports of a casebook, in order.
func filed(t *testing.T, book string) []string {
	t.Helper()
	var out []string
	for line := range strings.Lines(must(t, "", "reports", book, "--csv", "--fields=id", "--all")) {
		out = append(out, strings.TrimSpace(line))
	}
	slices.Sort(out[1:])
	return out[1:]
}

// A process that is killed at any moment of an ingest loses nothing that was kept, keeps nothing twice, and leaves a casebook that the same command goes on with; what comes
// out in the end is what an ingest makes that nobody kills.
func TestKilledWhileIngesting(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 4
	}
	const reports = 90
	t.Chdir(t.TempDir())
	if err := os.WriteFile("shells.jsonl", []byte(shells(reports)), 0o600); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	book, books, midway := "", 0, 0
	var kept []string
	done := true
	for range kills {
		if done {
			books++
			book, kept = fmt.Sprint("case", books, ".db"), nil
		}
		done = killedWhile(t, time.Duration(random.Intn(900))*time.Millisecond, "ingest", book, "--jsonl", "shells.jsonl")
		if got := sitrepOn("", "reports", book); got.code != 0 && len(kept) == 0 && !done {
			if _, err := os.Stat(book); err == nil && !strings.Contains(got.err, "nothing is in it yet") && !strings.Contains(got.err, "open it once with a command that writes") {
				t.Error(got.err)
			}
			continue // it was killed before it had made one
		}
		now := filed(t, book)
		if slices.ContainsFunc(kept, func(id string) bool { return !slices.Contains(now, id) }) || len(slices.Compact(slices.Clone(now))) != len(now) || done && len(now) != reports {
			t.Fatalf("%d reports were kept, now there are %d: %q", len(kept), len(now), now)
		}
		if len(now) > 0 && len(now) < reports {
			midway++
		}
		kept = now
		must(t, "", "doctor", book)
	}
	if midway == 0 && !testing.Short() {
		t.Error("no process was killed while it filed: the test tests nothing")
	}
	must(t, "", "ingest", book, "--jsonl", "shells.jsonl")
	must(t, "", "ingest", "whole.db", "--jsonl", "shells.jsonl")
	if one, other := must(t, "", "incidents", "whole.db", "--jsonl", "--all"), must(t, "", "incidents", book, "--jsonl", "--all"); one != other {
		t.Errorf("an ingest that was killed again and again gave another record:\n%s\n%s", one, other)
	}
}

// killedWhile runs a command line and kills it after some time; it tells whether it had ended well before.
func killedWhile(t *testing.T, after time.Duration, args ...string) (done bool) {
	t.Helper()
	c := victimOf(args...)
	var out bytes.Buffer
	c.Stdout = &out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { c.Process.Kill() })
	defer timer.Stop()
	err := c.Wait()
	if err != nil && c.ProcessState.ExitCode() >= 0 && runtime.GOOS != "windows" {
		t.Errorf("sitrep %s: %v: %s", strings.Join(args, " "), err, out.String())
	}
	return err == nil
}

// What stands in the way is said in a line, with the way out, and what was kept stays as it was.
func TestWhatStandsInTheWay(t *testing.T) {
	newCase(t)
	whole, err := os.ReadFile("case.db")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		make  func(path string) error
		wants []string
	}{
		{"a truncated database", func(p string) error { return os.Truncate(p, int64(len(whole)/2)) }, []string{"damaged", "bytes are missing", "restore a backup"}},
		{"a newer schema", func(p string) error { // user_version stands in the 60th byte
			return os.WriteFile(p, slices.Concat(whole[:60], []byte{0, 0, 0x27, 0x0f}, whole[64:]), 0o600)
		}, []string{"written by a newer sitrep", "9999", "use the newer program"}},
		{"no database", func(p string) error { return os.WriteFile(p, []byte(strings.Repeat("no casebook ", 50)), 0o600) }, []string{"no casebook"}},
		{"a folder", func(p string) error { os.Remove(p); return os.Mkdir(p, 0o700) }, []string{"faulty.db"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			os.RemoveAll("faulty.db")
			if err := os.WriteFile("faulty.db", whole, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := test.make("faulty.db"); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile("faulty.db")
			for _, args := range [][]string{{"ingest", "faulty.db", "--jsonl", "-"}, {"incidents", "faulty.db"}} {
				got := sitrepOn(wires, args...)
				if got.code != exitFailed || strings.Count(got.err, "\n") != 1 || got.out != "" {
					t.Errorf("sitrep %s: exit code %d: %q", strings.Join(args, " "), got.code, got.err)
				}
				for _, w := range test.wants {
					if !strings.Contains(got.err, w) {
						t.Errorf("sitrep %s says %q, want %q", strings.Join(args, " "), got.err, w)
					}
				}
			}
			if after, _ := os.ReadFile("faulty.db"); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestASecondIngestIsTurnedAway(t *testing.T) {
	newCase(t)
	release := make(chan struct{})
	a := caseApp("", &bytes.Buffer{}, &bytes.Buffer{})
	first := &held{text: []byte(truceOfBergen), at: make(chan struct{}), release: release}
	a.in = first
	ended := make(chan int)
	go func() { ended <- a.run(t.Context(), []string{"ingest", "case.db", "--jsonl", "-"}) }()
	<-first.at
	got := sitrepOn(harbour, "ingest", "case.db", "--jsonl", "-")
	if got.code != exitFailed || !strings.Contains(got.err, "another process is writing") || !strings.Contains(got.err, "wait until it has ended") || strings.Count(got.err, "\n") != 1 {
		t.Errorf("exit code %d: %q", got.code, got.err)
	}
	if read := sitrepOn("", "reports", "case.db"); read.code != 0 {
		t.Errorf("reading meanwhile: exit code %d: %s", read.code, read.err)
	}
	close(release)
	if code := <-ended; code != 0 {
		t.Errorf("the first: exit code %d", code)
	}
	must(t, harbour, "ingest", "case.db", "--jsonl", "-")
	if n := len(filed(t, "case.db")); n != 14 {
		t.Errorf("%d reports, want 14", n)
	}
}

// held gives its text, and waits before it ends.
type held struct {
	text    []byte
	at      chan struct{}
	release chan struct{}
}

func (r *held) Read(p []byte) (int, error) {
	if len(r.text) == 0 {
		if r.at != nil {
			close(r.at)
			r.at = nil
		}
		<-r.release
		return strings.NewReader("").Read(p)
	}
	n := copy(p, r.text)
	r.text = r.text[n:]
	return n, nil
}

// A disk that takes no more is a limit on the size of files here: it needs nobody's rights. What was filed before stays, and with space again the same command goes on.
func TestTheDiskTakesNoMore(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no shell to set a limit")
	}
	newCase(t)
	if err := os.WriteFile("shells.jsonl", []byte(shells(60)), 0o600); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat("case.db")
	if err != nil {
		t.Fatal(err)
	}
	c := victimOf("ingest", "case.db", "--jsonl", "shells.jsonl")
	c.Args = append([]string{shell, "-c", fmt.Sprintf(`ulimit -f %d && exec "$0" "$@"`, info.Size()/512+100), c.Path}, c.Args[1:]...)
	c.Path = shell
	out, err := c.Output()
	if err == nil || c.ProcessState.ExitCode() != exitFailed || !strings.Contains(string(out), "the disk is full") || !strings.Contains(string(out), "free some space") || !strings.Contains(string(out), "nothing that was acknowledged is lost") {
		t.Errorf("%v: %s", err, out)
	}
	must(t, "", "doctor", "case.db")
	if n := len(filed(t, "case.db")); n < 4 || n >= 64 {
		t.Errorf("%d reports, want the 4 that were there and not all", n)
	}
	must(t, "", "ingest", "case.db", "--jsonl", "shells.jsonl")
	if n := len(filed(t, "case.db")); n != 64 {
		t.Errorf("%d reports, want 64", n)
	}
}
