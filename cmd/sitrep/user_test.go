package main

import (
	"os"
	"strings"
	"testing"
)

func TestUsersAreAddedListedAndTakenOut(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, "a long password\n", "user", "add", "users", "mara", "--role", "editor")
	token := must(t, "", "user", "add", "users", "feeds", "--program")
	if !strings.HasPrefix(token, "sitrep_") || strings.Count(token, "\n") != 1 {
		t.Errorf("the token is %q", token)
	}
	if list := strings.Join(strings.Fields(must(t, "", "user", "list", "users")), " "); !strings.HasSuffix(list, "feeds reader program mara editor person") {
		t.Errorf("the list is %q", list)
	}
	must(t, "", "user", "remove", "users", "mara")
	if b, err := os.ReadFile("users"); err != nil || strings.Contains(string(b), "mara") || strings.Contains(string(b), strings.TrimSpace(token)) {
		t.Errorf("the file holds %s, %v", b, err)
	}
	for name, c := range map[string]struct{ in, args, want string }{
		"a short password":    {"short\n", "user add users tomo", "at least 10"},
		"no password":         {"", "user add users tomo", "at least 10"},
		"a name with blanks":  {"a long password\n", "user add users a/b", "letters, digits"},
		"a role that is none": {"a long password\n", "user add users tomo --role king", "reader"},
		"somebody who is not": {"", "user remove users tomo", "there is no tomo"},
		"a file that is not":  {"", "user list nowhere", "sitrep user add"},
	} {
		if got := sitrepOn(c.in, strings.Fields(c.args)...); got.code == 0 || !strings.Contains(got.err, c.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// The window is open to other machines only with users, over TLS, under a name.
func TestWhatServeRefuses(t *testing.T) {
	newCase(t)
	must(t, "a long password\n", "user", "add", "users", "mara")
	if err := os.WriteFile("empty", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		"--address 0.0.0.0:0": "--users FILE",
		"--address :0":        "--users FILE",
		"--address [::]:0":    "--users FILE",
		"--address 192.0.2.1:0 --host a.example --proxy 10.0.0.1": "--users FILE",
		"--address 0.0.0.0:0 --users users --host a.example":      "in the clear",
		"--address 0.0.0.0:0 --users users --proxy 10.0.0.1":      "--host",
		"--address nowhere": "HOST:PORT",
		"--cert cert.pem":   "go together",
		"--proxy everybody": "an address or a network",
		"--users nowhere":   "sitrep user add",
		"--users empty":     "nobody is in it",
	} {
		if got := sitrepOn("", append([]string{"serve", "case.db"}, strings.Fields(args)...)...); got.code == 0 || !strings.Contains(got.err, want) {
			t.Errorf("serve %s: %+v, want %q", args, got, want)
		}
	}
}
