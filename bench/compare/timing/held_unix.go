//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// held is how many megabytes a process held at most.
func held(s *os.ProcessState) float64 {
	u, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return float64(u.Maxrss) / 1e6
	}
	return float64(u.Maxrss) / 1e3
}
