// Command timing is a part of bench/export: it writes all incidents of a casebook in each of some formats to nowhere, and prints how many rows a second that is,
// what of the processor it takes and how much memory it holds at most.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/pprof"
	"time"

	"sitrep/casebook"
	"sitrep/casebook/sqlite"
	"sitrep/export"
	"sitrep/internal/cputime"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "timing:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: timing CASE FORMAT…")
	}
	b, err := sqlite.OpenReadOnly(args[0], sqlite.Options{})
	if err != nil {
		return err
	}
	defer b.Close()
	if file := os.Getenv("CPUPROFILE"); file != "" {
		stop, err := profile(file)
		if err != nil {
			return err
		}
		defer stop()
	}
	for _, name := range args[1:] {
		f, err := export.Named(name)
		if err != nil {
			return err
		}
		if err := measure(ctx, b, f); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func measure(ctx context.Context, b casebook.Asker, f export.Format) error {
	debug.SetGCPercent(50) // as sitrep export does
	debug.FreeOSMemory()
	peak := watch()
	start, before, out := time.Now(), cputime.Used(), &counter{}
	done, err := f.Write(ctx, b, out, casebook.Query{}, export.Options{Title: "bench", Made: time.Unix(1_700_000_000, 0)})
	if err != nil {
		return err
	}
	took, busy := time.Since(start).Seconds(), (cputime.Used() - before).Seconds()
	fmt.Printf("%-12s %9d rows %7.1f s %7.0f rows/s %7.1f s of the processor %7.1f MB written %5.0f MB held at most\n", f.Name, done.Rows, took, float64(done.Rows)/took, busy, float64(out.n)/1e6, float64(peak())/1e6)
	return nil
}

// counter takes everything and counts the bytes.
type counter struct{ n int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return len(b), nil
}

var _ io.Writer = (*counter)(nil)

// profile writes where the time goes into a file, until it is stopped.
func profile(file string) (stop func(), err error) {
	f, err := os.Create(file)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, err
	}
	return func() { pprof.StopCPUProfile(); f.Close() }, nil
}
