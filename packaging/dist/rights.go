package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"

	"sitrep/packaging/licence"
)

// rightsOf are the texts of the licences of all that is linked into a program, which has to carry them. A module that NOTICE does not name, or whose files tell another licence, is an error.
func rightsOf(info *debug.BuildInfo) ([]byte, error) {
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		return nil, err
	}
	noticed := licence.Noticed(string(notice))
	var b strings.Builder
	b.WriteString("The licences of what is linked into sitrep beside its own code. NOTICE tells of the data.\n")
	for _, m := range append([]*debug.Module{{Path: licence.StandardLibrary, Version: info.GoVersion}}, info.Deps...) {
		if m.Replace != nil {
			continue
		}
		dir, err := folderOf(m.Path)
		if err != nil {
			return nil, err
		}
		texts, err := licence.Texts(dir)
		if err == nil {
			err = licence.Check(noticed[m.Path], texts)
		}
		if err != nil {
			return nil, fmt.Errorf("module %s: %w; see NOTICE", m.Path, err)
		}
		for _, t := range texts {
			fmt.Fprintf(&b, "\n%s\n%s %s: %s (%s)\n%s\n\n%s\n", rule, m.Path, m.Version, t.Name, noticed[m.Path], rule, strings.TrimSpace(strings.ReplaceAll(t.Words, "\r\n", "\n")))
		}
	}
	return []byte(b.String()), nil
}

const rule = "================================================================================"

// folderOf is where the sources of a module lie on this machine.
func folderOf(module string) (string, error) {
	ask := []string{"list", "-m", "-f", "{{.Dir}}", module}
	if module == licence.StandardLibrary {
		ask = []string{"env", "GOROOT"}
	}
	out, err := exec.Command("go", ask...).Output()
	dir := strings.TrimSpace(string(out))
	if err != nil || dir == "" {
		return "", fmt.Errorf("module %s: its sources are not here (%v); go mod download", module, err)
	}
	return filepath.Clean(dir), nil
}
