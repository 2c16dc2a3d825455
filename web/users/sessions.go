package users

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Sessions keeps who is logged in, over a restart of the window too: in a file that only its owner can read. Tokens come to it hashed: whoever reads the file cannot log
// in with it. It is safe for concurrent use.
type Sessions struct {
	path  string // empty: in memory only
	fault func(error)
	mu    sync.Mutex
	kept  map[string]session
	later *time.Timer // writes what can wait; nil where nothing does
}

// session is a line of the file.
type session struct {
	Token string    `json:"token"` // its hash
	Until time.Time `json:"until"`
	Data  []byte    `json:"data"`
}

// wait is how long it takes until the file has what only moves the end of a session.
const wait = 5 * time.Second

// OpenSessions reads the sessions of a file, which need not be there. With an empty path they are in memory only. fault is told what could not be read or written: those
// who log in are kept in memory then.
func OpenSessions(path string, fault func(error)) *Sessions {
	s := &Sessions{path: path, fault: fault, kept: map[string]session{}}
	if path != "" {
		if err := s.read(); err != nil {
			fault(fmt.Errorf("sessions %s: %w; all have to log in anew", path, err))
			s.kept = map[string]session{}
		}
	}
	return s
}

func (s *Sessions) read() error {
	info, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = closed(info)
	}
	if err != nil {
		return err
	}
	b, err := os.ReadFile(s.path)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; lines.Scan(); n++ {
		var one session
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		s.kept[one.Token] = one
	}
	return lines.Err()
}

// Find gives what a session holds.
func (s *Sessions) Find(token string) (data []byte, found bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one, found := s.kept[token]
	if !found || !time.Now().Before(one.Until) {
		return nil, false, nil
	}
	return one.Data, true, nil
}

// Commit keeps a session. A new one, and what it holds anew, is in the file at once; that it ends later, within moments.
func (s *Sessions) Commit(token string, data []byte, until time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	before, there := s.kept[token]
	s.kept[token] = session{token, until, data}
	if there && bytes.Equal(before.Data, data) {
		s.writeLater()
	} else {
		s.write()
	}
	return nil
}

// Delete ends a session.
func (s *Sessions) Delete(token string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, there := s.kept[token]; there {
		delete(s.kept, token)
		s.write()
	}
	return nil
}

// End ends all sessions that hold something.
func (s *Sessions) End(holds func(data []byte) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	maps.DeleteFunc(s.kept, func(_ string, one session) bool { return holds(one.Data) })
	s.write()
}

func (s *Sessions) writeLater() {
	if s.later != nil || s.path == "" {
		return
	}
	s.later = time.AfterFunc(wait, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.write()
	})
}

// write puts the sessions that have not ended in the place of the file.
func (s *Sessions) write() {
	if s.later != nil {
		s.later.Stop()
		s.later = nil
	}
	now := time.Now()
	maps.DeleteFunc(s.kept, func(_ string, one session) bool { return !now.Before(one.Until) })
	if s.path == "" {
		return
	}
	if err := s.put(); err != nil {
		s.fault(fmt.Errorf("sessions %s: %w; they end with this process", s.path, err))
	}
}

func (s *Sessions) put() error {
	f, err := os.CreateTemp(filepath.Dir(s.path), ".sitrep-sessions-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	lines := json.NewEncoder(f)
	for _, token := range slices.Sorted(maps.Keys(s.kept)) {
		if err = lines.Encode(s.kept[token]); err != nil {
			break
		}
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), s.path)
}
