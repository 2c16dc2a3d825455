package main

import (
	"fmt"
	"os"
	"strings"
)

// resident is the most memory that the process has had, as the system counts it; Linux only.
func resident() string {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "not known here"
	}
	var now, peak string
	for _, line := range strings.Split(string(b), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			peak = strings.TrimSpace(rest)
		}
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			now = strings.TrimSpace(rest)
		}
	}
	return fmt.Sprintf("%s, at most %s", now, peak)
}
