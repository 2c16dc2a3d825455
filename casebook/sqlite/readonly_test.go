//go:build unix

package sqlite

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sitrep/casebook"
)

func TestAFolderThatCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 { // nothing is closed to root
		asNobody(t)
		return
	}
	path := made(t)
	folder := filepath.Dir(path)
	if err := os.Remove(path + "-lock"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, folder} {
		if err := os.Chmod(name, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(folder, 0o755)
	_, err := Open(path, Options{})
	fails(t, err, casebook.ErrReadOnly, path, "give the right to write")
	_, err = Create(filepath.Join(folder, "new"), Options{})
	fails(t, err, casebook.ErrReadOnly, folder)
	b, err := OpenReadOnly(path, Options{})
	if err != nil {
		t.Fatalf("to read: %v", err)
	}
	sound(t, b, 2)
	closed(t, b)
}

// asNobody runs a test again, as a user without rights.
func asNobody(t *testing.T) {
	t.Helper()
	const nobody = 65534
	folder, err := os.MkdirTemp("", "sitrep-nobody-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	program, err := os.ReadFile(os.Args[0]) // lies where only its owner may go
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(folder, "test")
	if err := os.WriteFile(copied, program, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(folder, nobody, nobody); err != nil {
		t.Skip("nothing can be given to another user: ", err)
	}
	child := exec.Command(copied, "-test.run=^"+t.Name()+"$", "-test.v")
	child.Dir, child.Env = folder, append(os.Environ(), "TMPDIR="+folder)
	child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := child.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Errorf("as nobody: %v\n%s", err, out)
	}
}
