package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"time"
)

// stamp is where a release comes from. It is written into the program, since how the Go tool notes it depends on the folder.
type stamp struct{ version, commit, date string }

// complete asks the repository for what was not given.
func (s *stamp) complete() error {
	for _, ask := range []struct {
		into *string
		flag string
		args []string
	}{
		{&s.version, "-version", []string{"describe", "--tags", "--always", "--dirty", "--match=v[0-9]*"}},
		{&s.commit, "-commit", []string{"rev-parse", "HEAD"}},
		{&s.date, "-date", []string{"log", "-1", "--format=%cI"}},
	} {
		if *ask.into != "" {
			continue
		}
		out, err := exec.Command("git", ask.args...).Output()
		if err != nil {
			return fmt.Errorf("git %s: %w; outside a repository give %s", strings.Join(ask.args, " "), err, ask.flag)
		}
		*ask.into = strings.TrimSpace(string(out))
	}
	return s.check()
}

// plain is what may stand in file names and flags of the linker.
var plain = regexp.MustCompile(`^[A-Za-z0-9._+-]+$`)

// check makes the date one of UTC, and refuses what cannot stand in names.
func (s *stamp) check() error {
	at, err := time.Parse(time.RFC3339, s.date)
	if err != nil {
		return fmt.Errorf("-date=%s: want one like 2026-05-02T10:00:00Z", s.date)
	}
	s.date = at.UTC().Format(time.RFC3339)
	for flag, value := range map[string]string{"-version": s.version, "-commit": s.commit} {
		if !plain.MatchString(value) {
			return fmt.Errorf("%s=%q: want letters, digits and . _ + - only", flag, value)
		}
	}
	return nil
}

// released tells a version that others will keep casebooks of.
var released = regexp.MustCompile(`^v[1-9][0-9]*\.[0-9]+\.[0-9]+$`)

// promised refuses to release a shape of casebooks of which none is kept for the tests of later versions.
func (s *stamp) promised(shape int) error {
	kept := fmt.Sprintf("casebook/sqlite/testdata/shape-%d.db.gz", shape)
	if _, err := os.Stat(kept); err != nil && released.MatchString(s.version) {
		return fmt.Errorf("%s is not there: go test ./casebook/sqlite -update makes it; see docs/compatibility.md", kept)
	}
	return nil
}

// time is when the commit was made: the time of every file in an archive.
func (s *stamp) time() time.Time {
	at, _ := time.Parse(time.RFC3339, s.date)
	return at
}
