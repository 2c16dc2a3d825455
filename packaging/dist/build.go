package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"

	"sitrep/packaging/sbom"
)

// program is a program that has been built.
type program struct {
	file []byte
	info *debug.BuildInfo
}

// build builds the command for a target.
func build(t target, s stamp) (program, error) {
	dir, err := os.MkdirTemp("", "sitrep-dist-")
	if err != nil {
		return program{}, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, t.binary())
	if err := buildTo(path, s, "GOOS="+t.system, "GOARCH="+t.arch); err != nil {
		return program{}, err
	}
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return program{}, err
	}
	file, err := os.ReadFile(path)
	return program{file, info}, err
}

// buildTo builds the command. Settings of the machine that would change the bytes are set aside, and so is the state of the repository, which the stamp tells.
func buildTo(path string, s stamp, env ...string) error {
	flags := fmt.Sprintf("-s -w -buildid= -X main.stampedVersion=%s -X main.stampedCommit=%s -X main.stampedDate=%s", s.version, s.commit, s.date)
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-mod=readonly", "-ldflags", flags, "-o", path, "./cmd/sitrep")
	c.Env = append(os.Environ(), append(env, "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0", "GOFIPS140=off")...)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, strings.TrimSpace(string(out)))
	}
	return nil
}

// writeBill writes the bill of materials of a program.
func writeBill(path string, p program, t target, s stamp) error {
	sum := sha256.Sum256(p.file)
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	made := sbom.Program{Version: s.version, Commit: s.commit, Date: s.date, System: t.system, Arch: t.arch, SHA256: hex.EncodeToString(sum[:]), Info: p.info}
	if err := sbom.Write(f, made, os.DirFS(".")); err != nil {
		return err
	}
	return f.Close()
}
