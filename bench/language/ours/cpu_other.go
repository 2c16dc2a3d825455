//go:build !unix

package main

import "time"

// cpuSeconds is the time of day: where the process's own clock is not to be had, measure on an idle machine.
func cpuSeconds() float64 { return float64(time.Now().UnixNano()) / 1e9 }
