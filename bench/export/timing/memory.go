package main

import (
	"os"
	"strconv"
	"strings"
	"time"
)

// watch looks at the memory of the process until it is asked for the most that it saw, in bytes.
func watch() (peak func() int64) {
	end, most := make(chan bool), make(chan int64)
	go func() {
		tick, top := time.NewTicker(20*time.Millisecond), int64(0)
		defer tick.Stop()
		for {
			top = max(top, resident())
			select {
			case <-tick.C:
			case <-end:
				most <- top
				return
			}
		}
	}()
	return func() int64 { close(end); return <-most }
}

// resident is the memory of the process as the system counts it, in bytes; Linux only, else 0.
func resident() int64 {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(b))
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}
