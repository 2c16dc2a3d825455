package sqlite

import (
	"bufio"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/casebooktest"
)

// victim is the environment variable that makes the test binary a process that files into the casebook that it names, until it is killed.
const victim = "SITREP_TEST_FILES_INTO"

// TestFilingProcess is that process. It files from a number on, one by one and several at once, joins each report into an incident, and says what it was told is kept.
func TestFilingProcess(t *testing.T) {
	path := os.Getenv(victim)
	if path == "" {
		t.Skip("run by TestKilledWhileFiling")
	}
	b, err := Open(path, Options{Create: true, Who: "test"})
	if err != nil {
		fmt.Println("error", err)
		return
	}
	from, err := strconv.Atoi(os.Getenv(victim + "_FROM"))
	if err != nil {
		t.Fatal(err)
	}
	for n := from; ; {
		var batch []casebook.Filing
		for range 1 + n%4 {
			batch = append(batch, casebooktest.Filing(n+len(batch)))
		}
		filed, err := b.FileAll(t.Context(), batch)
		if err != nil {
			fmt.Println("error", err)
			return
		}
		for _, f := range filed {
			fmt.Println("kept", f.Report)
		}
		if err := b.Apply(t.Context(), casebooktest.Joined(batch)); err != nil {
			fmt.Println("error", err)
			return
		}
		n += len(batch)
	}
}

func TestKilledWhileFiling(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 5
	}
	path := filepath.Join(t.TempDir(), "case")
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	kept := map[string]bool{}
	next := 0
	for range kills {
		for _, id := range killed(t, path, next, time.Duration(random.Intn(120_000))*time.Microsecond) {
			kept[id] = true
		}
		next += 1000
		b, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		survived(t, b, kept)
		closed(t, b)
		if t.Failed() {
			return
		}
	}
	if len(kept) < kills {
		t.Errorf("%d reports were acknowledged in %d processes: the test tests nothing", len(kept), kills)
	}
}

// killed runs the process until some time after its first word, kills it, and gives the reports that it was told are kept.
func killed(t *testing.T, path string, from int, after time.Duration) (kept []string) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestFilingProcess$", "-test.timeout=60s")
	child.Env = append(os.Environ(), victim+"="+path, fmt.Sprintf("%s_FROM=%d", victim, from))
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if len(kept) == 0 {
			time.AfterFunc(after, func() { child.Process.Kill() })
		}
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "kept":
			kept = append(kept, rest)
		case "error":
			t.Errorf("the process: %s", rest)
			child.Process.Kill()
		}
	}
	child.Wait()
	return kept
}

// survived checks that everything acknowledged is there, once, whole.
func survived(t *testing.T, b *Book, kept map[string]bool) {
	t.Helper()
	page, err := b.Reports(t.Context(), casebook.Query{All: true})
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]int{}
	for _, r := range page.Rows {
		there[r.ID]++
	}
	for id := range kept {
		if there[id] != 1 {
			t.Errorf("report %s was acknowledged, and is there %d times", id, there[id])
		}
	}
	for id, n := range there {
		if n != 1 {
			t.Errorf("report %s is there %d times", id, n)
		}
		kept[id] = true // committed, although the process had no time to say so
	}
	sound(t, b, len(there))
}
