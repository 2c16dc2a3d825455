//go:build unix

package cputime

import (
	"time"

	"golang.org/x/sys/unix"
)

// Used is the time of the processor that this process has had.
func Used() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
