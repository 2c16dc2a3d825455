package main

import (
	"fmt"
	"strings"
)

// target is a system and a processor.
type target struct{ system, arch string }

func targetOf(name string) (target, error) {
	system, arch, ok := strings.Cut(name, "/")
	if !ok || !plain.MatchString(system) || !plain.MatchString(arch) {
		return target{}, fmt.Errorf("want SYSTEM/PROCESSOR, as linux/amd64")
	}
	return target{system, arch}, nil
}

// binary is the name of the program.
func (t target) binary() string {
	if t.system == "windows" {
		return "sitrep.exe"
	}
	return "sitrep"
}

// base is the name of the folder in the archive, and of what lies beside it.
func (t target) base(version string) string {
	return fmt.Sprintf("sitrep_%s_%s_%s", version, t.system, t.arch)
}

// ending is that of the archive: the one that the system opens by itself.
func (t target) ending() string {
	if t.system == "windows" {
		return ".zip"
	}
	return ".tar.gz"
}
