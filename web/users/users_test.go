package users

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func file(t *testing.T) string { return filepath.Join(t.TempDir(), "users") }

func TestAddedUsersComeIn(t *testing.T) {
	path := file(t)
	if err := Add(path, "mara", Editor, "a long password"); err != nil {
		t.Fatal(err)
	}
	token, err := AddProgram(path, "feed.reader", Reader)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if u, ok, err := f.ByPassword("mara", "a long password"); !ok || err != nil || u.Role != Editor || u.Program() {
		t.Errorf("%+v, %v, %v", u, ok, err)
	}
	if u, ok, err := f.ByToken(token); !ok || err != nil || u.Name != "feed.reader" || u.Role != Reader || !u.Program() {
		t.Errorf("%+v, %v, %v", u, ok, err)
	}
	for name, in := range map[string]func() (User, bool, error){
		"another password":           func() (User, bool, error) { return f.ByPassword("mara", "a long passwort") },
		"no password":                func() (User, bool, error) { return f.ByPassword("mara", "") },
		"an endless password":        func() (User, bool, error) { return f.ByPassword("mara", strings.Repeat("a", 1<<20)) },
		"nobody":                     func() (User, bool, error) { return f.ByPassword("tomo", "a long password") },
		"a program with a password":  func() (User, bool, error) { return f.ByPassword("feed.reader", token) },
		"the hash instead of tokens": func() (User, bool, error) { return f.ByToken(hashOf(token)) },
		"no token":                   func() (User, bool, error) { return f.ByToken("") },
	} {
		if u, ok, err := in(); ok || err != nil || u.Name != "" {
			t.Errorf("%s: %+v, %v, %v", name, u, ok, err)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(b), token) || strings.Contains(string(b), "a long password") || !strings.Contains(string(b), "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("%v: %s", err, b)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others can read it: %v", info.Mode())
	}
}

func TestWhoIsTakenOutIsOut(t *testing.T) {
	path := file(t)
	for _, name := range []string{"mara", "tomo"} {
		if err := Add(path, name, Reader, "a long password"); err != nil {
			t.Fatal(err)
		}
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := f.Named("tomo")
	if err := Remove(path, "mara"); err != nil {
		t.Fatal(err)
	}
	if err := Add(path, "tomo", Editor, "another password"); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := f.Named("mara"); ok {
		t.Error("mara is still there")
	}
	if after, ok, _ := f.Named("tomo"); !ok || after.Role != Editor || after.Mark == before.Mark || len(f.All()) != 1 {
		t.Errorf("tomo is %+v", after)
	}
	if err := Remove(path, "mara"); err == nil {
		t.Error("she is taken out twice")
	}
}

func TestFilesThatAreWrong(t *testing.T) {
	good := "mara editor " + hashed("a long password")
	for name, c := range map[string][2]string{
		"no hash":             {"mara editor", "want NAME ROLE HASH"},
		"a role that is none": {strings.Replace(good, "editor", "admin", 1), "want reader or editor"},
		"a plain password":    {"mara editor secret", "sitrep user add"},
		"twice":               {good + "\n" + good, "twice"},
		"a name of blanks":    {strings.Replace(good, "mara", "<b>", 1), "name"},
		"an endless cost":     {strings.Replace(good, "m=19456", "m=99999999", 1), "cost"},
		"no salt":             {"mara editor $argon2id$v=19$m=19456,t=2,p=1$$", "broken"},
		"a broken token":      {"mara editor $sha256$abc", "broken"},
		"another line":        {"# a comment\n\n" + good + "\nx y z", "line 4"},
	} {
		path := file(t)
		if err := os.WriteFile(path, []byte(c[0]), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%s: %v, want %q", name, err, c[1])
		}
	}
	path := file(t)
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), "sitrep user add") {
		t.Errorf("no file: %v", err)
	}
	if err := os.WriteFile(path, []byte(good), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); runtime.GOOS != "windows" && (err == nil || !strings.Contains(err.Error(), "chmod 600")) {
		t.Errorf("a file for all to read: %v", err)
	}
	for name, err := range map[string]error{"short": Add(path, "tomo", Reader, "short"), "a name": Add(path, "a b", Reader, "a long password"), "a role": Add(path, "tomo", "king", "a long password")} {
		if err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
