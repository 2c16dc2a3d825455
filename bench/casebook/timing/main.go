// Command timing is bench/casebook: it makes many reports of the readings of a few, files them, and prints what keeping and asking costs. Each round over
// the readings is another world: other days, places, ids, outlets and counts, which is joined by itself; what it has in common with the others is not joined until a report comes that tells of it.
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"

	"sitrep/casebook/sqlite"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "timing:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("usage: timing READINGS.jsonl REPORTS CASE")
	}
	want, err := strconv.Atoi(args[1])
	if err != nil {
		return fmt.Errorf("%s: want a number of reports", args[1])
	}
	if _, err := os.Stat(args[2]); err != nil {
		seeds, err := readSeeds(args[0])
		if err != nil {
			return err
		}
		if err := fill(ctx, args[2], seeds, want); err != nil {
			return err
		}
	}
	b, err := sqlite.OpenReadOnly(args[2], sqlite.Options{})
	if err != nil {
		return err
	}
	defer b.Close()
	return ask(ctx, b)
}
