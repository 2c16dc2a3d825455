// Package packaging holds what is given out beside the program: units for systemd, and the programs that make a release. These tests hold what the docs promise of them.
package packaging

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// lines are those of a file that say something.
func lines(t *testing.T, file string) (all []string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for l := range strings.Lines(string(text)) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			all = append(all, l)
		}
	}
	return all
}

func services(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("systemd", "*.service"))
	if err != nil || len(all) < 3 {
		t.Fatalf("%q, %v", all, err)
	}
	return all
}

func TestServicesCanDoNoMoreThanTheyMust(t *testing.T) {
	for _, file := range services(t) {
		have := lines(t, file)
		for _, want := range []string{"User=sitrep", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "AmbientCapabilities=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes",
			"RestrictNamespaces=yes", "MemoryDenyWriteExecute=yes", "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources", "UMask=0077", "StateDirectoryMode=0700"} {
			if !slices.Contains(have, want) {
				t.Errorf("%s lacks %s", file, want)
			}
		}
		for _, prefix := range []string{"RestrictAddressFamilies=", "MemoryMax=", "TasksMax=", "StateDirectory=sitrep", "ExecStart=/usr/local/bin/sitrep "} {
			if !slices.ContainsFunc(have, func(l string) bool { return strings.HasPrefix(l, prefix) }) {
				t.Errorf("%s has no %s", file, prefix)
			}
		}
	}
}

// exposed is the most that systemd-analyze security may count for a service, in tenths: 10 is all open, 0 nothing.
const exposed = "15"

func TestServicesBySystemd(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd is not here")
	}
	for _, file := range services(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		unit := filepath.Join(t.TempDir(), strings.Replace(filepath.Base(file), "@", "@case", 1))
		if err := os.WriteFile(unit, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(analyze, "security", "--offline=true", "--no-pager", "--threshold="+exposed, unit).CombinedOutput(); err != nil && strings.Contains(string(out), "exposure level") {
			t.Errorf("%s: %v\n%s", file, err, out)
		} else if err != nil {
			t.Skipf("this systemd cannot tell: %v\n%s", err, out)
		}
	}
}

func TestTheImageIsTheProgramAlone(t *testing.T) {
	file := lines(t, filepath.Join("..", "Dockerfile"))
	last := slices.Index(file, "FROM scratch")
	if last < 0 {
		t.Fatal("the image is not made from scratch")
	}
	image := strings.Join(file[last:], "\n")
	for _, want := range []string{"USER 65532:65532", `ENTRYPOINT ["/sitrep"]`, "WORKDIR /case"} {
		if !strings.Contains(image, want) {
			t.Errorf("the image lacks %s", want)
		}
	}
	for _, never := range []string{"\nRUN ", "\nADD ", "FROM scratch AS"} {
		if strings.Contains(image, never) {
			t.Errorf("the image has%s", never)
		}
	}
	if whole := strings.Join(file, "\n"); !strings.Contains(whole, "go run ./packaging/dist") || !strings.Contains(whole, "ca-certificates.crt") || strings.Contains(whole, "USER root") {
		t.Error("the image is not made by packaging/dist, has no certificates, or is root's")
	}
}

func TestTheBuildOfTheImageSeesNoRepositoryAndNoCasebook(t *testing.T) {
	have := lines(t, filepath.Join("..", ".dockerignore"))
	for _, want := range []string{".git", "dist", "shared", "**/*.db", "**/*.db-*"} {
		if !slices.Contains(have, want) {
			t.Errorf(".dockerignore lacks %s", want)
		}
	}
}
