// Package users keeps who may use the window: a file with a line for each, of name, role and the hash of a password or of a token.
package users

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
)

// Role is what a user may do.
type Role string

// The roles.
const (
	Reader Role = "reader" // sees, and reads what is pasted without filing it
	Editor Role = "editor" // files, corrects and judges too
)

// User is somebody who may use the window.
type User struct {
	Name string
	Role Role
	// Mark changes when the password or the token does: whoever came in by the old one is out.
	Mark   string
	secret *secret // of a person; nil for a program, which comes with a token
}

// Program tells whether it is a program, which comes with a token.
func (u *User) Program() bool { return u.secret == nil }

// File is the users of a file. It is read anew when it changes. It is safe for concurrent use.
type File struct {
	path    string
	mu      sync.Mutex
	size    int64
	changed time.Time
	users   map[string]User
	tokens  map[string]User // by the hash of the token
	nobody  secret          // what the password of somebody who is not there is held against
}

// Open reads the users of a file.
func Open(path string) (*File, error) {
	f := &File{path: path}
	nobody, err := readSecret(hashed("nobody"))
	if err != nil {
		return nil, err
	}
	f.nobody = nobody
	return f, f.read()
}

// read reads the file where it is not as it was.
func (f *File) read() error {
	info, err := os.Stat(f.path)
	if err != nil {
		return fmt.Errorf("read the users: %w; sitrep user add %s NAME makes the file", err, f.path)
	}
	if f.users != nil && info.Size() == f.size && info.ModTime().Equal(f.changed) {
		return nil
	}
	if err := closed(info); err != nil {
		return fmt.Errorf("users %s: %w", f.path, err)
	}
	b, err := os.ReadFile(f.path)
	if err != nil {
		return fmt.Errorf("read the users: %w", err)
	}
	users, tokens, err := parse(b)
	if err != nil {
		return fmt.Errorf("users %s: %w", f.path, err)
	}
	f.size, f.changed, f.users, f.tokens = info.Size(), info.ModTime(), users, tokens
	return nil
}

// name is what a user may be called: it stands in the audit trail and in corrections.
var name = regexp.MustCompile(`^[\pL\pN][\pL\pN._@-]{0,63}$`)

// tokenKind begins the hash of a token.
const tokenKind = "$sha256$"

func parse(b []byte) (users, tokens map[string]User, err error) {
	users, tokens = map[string]User{}, map[string]User{}
	s := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; s.Scan(); n++ {
		line := strings.TrimSpace(s.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		u, token, err := parseLine(line)
		if err != nil {
			return nil, nil, fmt.Errorf("line %d: %w", n, err)
		}
		if _, twice := users[u.Name]; twice {
			return nil, nil, fmt.Errorf("line %d: %s stands there twice", n, u.Name)
		}
		users[u.Name] = u
		if token != "" {
			tokens[token] = u
		}
	}
	return users, tokens, s.Err()
}

func parseLine(line string) (u User, token string, err error) {
	fields := strings.Fields(line)
	if len(fields) != 3 {
		return u, "", fmt.Errorf("want NAME ROLE HASH, as sitrep user add writes it")
	}
	u.Name, u.Role = fields[0], Role(fields[1])
	if err := check(u.Name, u.Role); err != nil {
		return u, "", err
	}
	mark := sha256.Sum256([]byte(line))
	u.Mark = hex.EncodeToString(mark[:8])
	if hash, ok := strings.CutPrefix(fields[2], tokenKind); ok {
		if b, err := hex.DecodeString(hash); err != nil || len(b) != sha256.Size {
			return u, "", fmt.Errorf("the hash of the token is broken")
		}
		return u, hash, nil
	}
	s, err := readSecret(fields[2])
	u.secret = &s
	return u, "", err
}

func check(n string, r Role) error {
	if !name.MatchString(n) {
		return fmt.Errorf("name %q: want up to 64 letters, digits, dots, hyphens, @ and _, with a letter or digit first", n)
	}
	if r != Reader && r != Editor {
		return fmt.Errorf("role %q: want %s or %s", r, Reader, Editor)
	}
	return nil
}

// Named is a user by name.
func (f *File) Named(name string) (User, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	err := f.read()
	u, ok := f.users[name]
	return u, ok && err == nil, err
}

// ByPassword is the person with a name and a password. It takes as long for a name that is not there as for one that is.
func (f *File) ByPassword(name, password string) (User, bool, error) {
	u, ok, err := f.Named(name)
	if err != nil {
		return User{}, false, err
	}
	if len(password) > mostPassword {
		return User{}, false, nil
	}
	if !ok || u.Program() {
		f.nobody.is(password)
		return User{}, false, nil
	}
	if !u.secret.is(password) {
		return User{}, false, nil
	}
	return u, true, nil
}

// ByToken is the program with a token.
func (f *File) ByToken(token string) (User, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	err := f.read()
	u, ok := f.tokens[hashOf(token)]
	return u, ok && err == nil, err
}

// hashOf is the hash of a token: it holds 256 random bits, and needs no salt nor cost.
func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// All are all users, in the order of their names.
func (f *File) All() []User {
	f.mu.Lock()
	defer f.mu.Unlock()
	return sorted(f.users)
}

// leastPassword and mostPassword are how long a password may be, in bytes.
const leastPassword, mostPassword = 10, 1024

// newToken is a token that nobody can guess.
func newToken() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	return "sitrep_" + base64.RawURLEncoding.EncodeToString(b)
}
