// Command dist makes a release: for each system and processor a static program, an archive with it, its manual, completions and papers, and a bill of materials; and the sums of all. The same sources
// give the same bytes, whatever the machine, the folder and the day. It runs in the root of the repository: make dist.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sitrep/casebook/sqlite"
)

func main() {
	var o options
	flag.StringVar(&o.out, "o", "dist", "the folder to write")
	flag.StringVar(&o.stamp.version, "version", "", "the version; else what git describe says")
	flag.StringVar(&o.stamp.commit, "commit", "", "the commit; else that of the repository")
	flag.StringVar(&o.stamp.date, "date", "", "the commit's date, RFC 3339; else that of the repository")
	targets := flag.String("targets", strings.Join(all, ","), "what to build for")
	flag.Parse()
	o.targets = strings.Split(*targets, ",")
	if err := release(o); err != nil {
		fmt.Fprintln(os.Stderr, "dist: "+err.Error())
		os.Exit(1)
	}
}

// all is what a release is made for.
var all = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

type options struct {
	out     string
	stamp   stamp
	targets []string
}

// release makes everything in a folder beside the one asked for and then puts it in that one's place: a release that failed leaves nothing half.
func release(o options) error {
	began := time.Now()
	if err := o.stamp.complete(); err != nil {
		return err
	}
	if err := o.stamp.promised(sqlite.Shape()); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(filepath.Clean(o.out)), ".dist-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.Chmod(work, 0o755); err != nil {
		return err
	}
	papers, err := papersOf(o.stamp)
	if err != nil {
		return err
	}
	for _, name := range o.targets {
		if err := makeFor(name, o.stamp, papers, work); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Printf("%s after %.0f s\n", name, time.Since(began).Seconds())
	}
	if err := writeSums(work); err != nil {
		return err
	}
	if err := os.RemoveAll(o.out); err != nil {
		return err
	}
	if err := os.Rename(work, o.out); err != nil {
		return err
	}
	fmt.Printf("%s holds sitrep %s\n", o.out, o.stamp.version)
	return nil
}

// makeFor makes what a release has for one system and processor.
func makeFor(name string, s stamp, papers []entry, dir string) error {
	t, err := targetOf(name)
	if err != nil {
		return err
	}
	p, err := build(t, s)
	if err != nil {
		return err
	}
	rights, err := rightsOf(p.info)
	if err != nil {
		return err
	}
	base := t.base(s.version)
	inside := append(append([]entry{}, papers...), entry{name: t.binary(), data: p.file, runs: true}, entry{name: "THIRD-PARTY-LICENSES.txt", data: rights})
	if t.system == "linux" {
		units, err := filesOf("packaging/systemd/*")
		if err != nil {
			return err
		}
		inside = append(inside, in("systemd", units)...)
	}
	if err := writeArchive(filepath.Join(dir, base+t.ending()), base, inside, s.time()); err != nil {
		return err
	}
	return writeBill(filepath.Join(dir, base+".cdx.json"), p, t, s)
}
