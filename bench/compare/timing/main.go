// Command timing is a part of bench/compare: it makes a casebook of many incidents and a sheet of as many events, puts them side by side with sitrep, and prints how long
// that takes and how much memory it holds at most.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/casebook/sqlite"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "timing:", err)
		os.Exit(1)
	}
}

const usage = "usage: timing make CASE N FOLDER, or timing run SITREP FOLDER"

func run(ctx context.Context, args []string) error {
	switch {
	case len(args) == 4 && args[0] == "make":
		n, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return grow(ctx, args[1], filepath.Join(args[3], "many.db"), filepath.Join(args[3], "theirs.csv"), n)
	case len(args) == 3 && args[0] == "run":
		return compareAll(args[1], filepath.Join(args[2], "many.db"), filepath.Join(args[2], "theirs.csv"))
	}
	return errors.New(usage)
}

// compareAll compares with a file and with a set that is kept. It holds little itself: what a process holds counts for those that it starts.
func compareAll(program, book, sheet string) error {
	for _, c := range [][]string{
		{"compare", book, sheet, "--csv"}, {"compare", book, sheet, "--json"},
		{"import", book, sheet, "--as=ucdp", "--name=theirs"}, {"compare", book, "theirs", "--csv"},
	} {
		if err := measure(program, c); err != nil {
			return err
		}
	}
	return nil
}

// measure runs sitrep.
func measure(program string, args []string) error {
	c := exec.Command(program, append([]string{"--quiet"}, args...)...)
	c.Stderr = os.Stderr
	start := time.Now()
	if err := c.Run(); err != nil {
		return fmt.Errorf("%v: %w", args, err)
	}
	s := c.ProcessState
	fmt.Printf("%-8s %-10s %7.1f s %7.1f s of the processor %6.0f MB held at most\n", args[0], args[len(args)-1], time.Since(start).Seconds(), (s.UserTime() + s.SystemTime()).Seconds(), held(s))
	return nil
}

// grow makes the casebook and the sheet.
func grow(ctx context.Context, from, to, sheet string, n int) error {
	in, err := sqlite.OpenReadOnly(from, sqlite.Options{})
	if err != nil {
		return err
	}
	defer in.Close()
	var all []sitrep.Incident
	err = casebook.EachIncident(ctx, in, casebook.Query{}, 500, func(page []sitrep.Incident) error {
		all = append(all, page...)
		return nil
	})
	if err != nil {
		return err
	}
	out, err := sqlite.Create(to, sqlite.Options{})
	if err != nil {
		return err
	}
	f, err := os.Create(sheet)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "id,date_start,date_end,country,side_a,side_b,type_of_violence,where_coordinates,where_prec,latitude,longitude,best,high,low,source_article")
	for made := 0; made < n; {
		var c casebook.Change
		for ; made < n && len(c.Put) < 500; made++ {
			i := copyOf(&all[made%len(all)], made, made/len(all))
			row(w, &i, made)
			c.Put = append(c.Put, i)
		}
		if err := out.Apply(ctx, c); err != nil {
			return err
		}
	}
	return errors.Join(w.Flush(), f.Close(), out.Close())
}

// copyOf is an incident with an id of its own, so many weeks later than the first.
func copyOf(i *sitrep.Incident, n, weeks int) sitrep.Incident {
	out := *i
	out.ID, out.PartOf, out.Follows, out.Events = fmt.Sprintf("copy-%07d", n), "", "", nil
	for _, d := range []*sitrep.CivilDate{&out.When.From, &out.When.To} {
		if d.Day > 0 {
			*d = d.AddDays(7 * weeks)
		}
	}
	for _, at := range []*time.Time{&out.FirstPublished, &out.LastPublished} {
		if !at.IsZero() {
			*at = at.AddDate(0, 0, 7*weeks)
		}
	}
	return out
}

// row writes an incident as another dataset may have it, every third with another figure and every fifth a day later.
func row(w *bufio.Writer, i *sitrep.Incident, n int) {
	day, land := i.When.From, "Nowhere"
	if day.Day == 0 {
		day = sitrep.CivilDate{Year: 2000, Month: 1, Day: 1}.AddDays(n % 365)
	}
	if n%5 == 0 {
		day = day.AddDays(1)
	}
	if len(i.Place.Countries) > 0 {
		land = i.Place.Countries[0]
	}
	dead := n%40 + n%3
	fmt.Fprintf(w, "%d,%s,%s,%s,Government of %s,Group %d,1,%q,1,%.4f,%.4f,%d,%d,%d,%q\n", n, day, day, land, land, n%50, i.Place.Name, i.Place.Lat+float64(n%7)/100, i.Place.Lon, dead, dead+2, dead,
		fmt.Sprintf("A newspaper, %d, on what happened there", n))
}
