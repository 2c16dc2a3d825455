package users

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Add puts a person into a file, which it makes where there is none; one of that name gets the new role and password.
func Add(path, name string, role Role, password string) error {
	if len(password) < leastPassword || len(password) > mostPassword {
		return fmt.Errorf("password of %s: want at least %d characters, at most %d", name, leastPassword, mostPassword)
	}
	return put(path, name, role, func() string { return hashed(password) })
}

// AddProgram puts a program into a file and gives its token, which is kept nowhere.
func AddProgram(path, name string, role Role) (token string, err error) {
	token = newToken()
	return token, put(path, name, role, func() string { return tokenKind + hashOf(token) })
}

// Remove takes a user out of a file.
func Remove(path, name string) error {
	lines, err := linesOf(path)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return nameIn(line) == name })
	if len(left) == len(lines) {
		return fmt.Errorf("users %s: there is no %s", path, name)
	}
	return write(path, left)
}

func put(path, name string, role Role, secret func() string) error {
	if err := check(name, role); err != nil {
		return err
	}
	lines, err := linesOf(path)
	if errors.Is(err, fs.ErrNotExist) {
		lines = []string{"# Who may use the window: name, role, hash. sitrep user add writes it; a line that begins with # is none."}
	} else if err != nil {
		return err
	}
	line := name + " " + string(role) + " " + secret()
	if i := slices.IndexFunc(lines, func(l string) bool { return nameIn(l) == name }); i >= 0 {
		lines[i] = line
	} else {
		lines = append(lines, line)
	}
	return write(path, lines)
}

// linesOf are the lines of a file that can be understood as one of users.
func linesOf(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the users: %w", err)
	}
	if _, _, err := parse(b); err != nil {
		return nil, fmt.Errorf("users %s: %w", path, err)
	}
	return strings.Split(strings.TrimRight(string(b), "\n"), "\n"), nil
}

func nameIn(line string) string {
	if fields := strings.Fields(line); len(fields) == 3 && !strings.HasPrefix(line, "#") {
		return fields[0]
	}
	return ""
}

// write puts a file in the place of the old one when it is whole. Only its owner can read it.
func write(path string, lines []string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".sitrep-users-*") // 0600
	if err != nil {
		return fmt.Errorf("write the users to %s: %w", path, err)
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(strings.Join(lines, "\n") + "\n")
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write the users to %s: %w", path, err)
	}
	return nil
}

// closed fails where others can read or write the file.
func closed(info fs.FileInfo) error {
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("others on this machine can read it (%04o); chmod 600", info.Mode().Perm())
	}
	return nil
}

func sorted(users map[string]User) []User {
	return slices.SortedFunc(maps.Values(users), func(a, b User) int { return cmp.Compare(a.Name, b.Name) })
}
