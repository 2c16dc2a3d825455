package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/internal/inorder"
	"sitrep/source"
)

// Ingested says what became of an ingest.
type Ingested struct {
	Read, New, Known, Versions int
	Failed                     []Failure
	Problems                   int // met in texts that were filed all the same
}

// Failure is an input that could not be filed.
type Failure struct {
	Where string
	Err   error
}

// Watcher is told of the work while it goes on. Any of its functions may be nil.
type Watcher struct {
	Progress func(Progress)                       // now and then
	Failed   func(Failure)                        // at once
	Problems func(where string, r *sitrep.Report) // of a report that was filed, where its text had any
	Size     func() int64                         // of all sources in bytes, 0 where it is not known
}

// betweenTold is how often progress is told.
const betweenTold = time.Second

// Ingest reads items on all cores and files them in their order, each whole or not at all. What has been filed already is not read again. When ctx ends, the
// report that is being filed is finished, and the error is ctx's; the same ingest goes on from there another time.
func (d *Desk) Ingest(ctx context.Context, items iter.Seq2[source.Item, error], w Watcher) (Ingested, error) {
	in := ingest{desk: d, ctx: context.WithoutCancel(ctx), asking: ctx, watcher: w}
	in.meter.tick(d.now())
	jobs := func(yield func(given) bool) {
		for item, err := range items {
			if !yield(given{item, err}) {
				return
			}
		}
	}
	err := inorder.Do(ctx, d.workers(), jobs, in.prepare, in.take)
	if kept := in.flush(); kept != nil {
		err = kept
	}
	return in.done, err
}

const (
	// together is how many reports are filed in one go at most: one by one, most of the time would go into waiting for the disk.
	together = 32
	// atOnce is how long a report waits for others to be filed with it.
	atOnce = 300 * time.Millisecond
)

type given struct {
	item source.Item
	err  error
}

// prepared is an item that is ready to be filed, known already, or failed.
type prepared struct {
	item   source.Item
	known  bool
	filing casebook.Filing
	err    error
}

type ingest struct {
	desk    *Desk
	ctx     context.Context // of filing: a Ctrl-C lets it end
	asking  context.Context // of the assistant: a Ctrl-C ends it
	watcher Watcher
	done    Ingested
	meter   meter
	told    time.Time
	pending []prepared
	flushed time.Time
	name    string // that is being read
	before  int64  // bytes of the files before it
	inFile  int64  // bytes of it
}

// prepare does all that needs no order.
func (in *ingest) prepare(g given) (p prepared) {
	p = prepared{item: g.item, err: g.err}
	if p.err != nil {
		return p
	}
	defer fault(&p.err)
	if p.known, p.err = in.desk.Book.Has(in.ctx, g.item.Mark()); p.known || p.err != nil {
		return p
	}
	var seen time.Time
	if fetched(&g.item) {
		seen = g.item.Seen
	}
	reading, err := readSeen(in.desk.Reader, g.item.Raw, HintsOf(g.item.Hints), seen)
	if err != nil {
		p.err = err
		return p
	}
	if in.desk.Assist != nil {
		in.desk.Assist.Assist(in.asking, reading)
	}
	p.filing, p.err = in.desk.filing(in.ctx, reading, in.desk.By)
	p.filing.Key, p.filing.Raw, p.filing.RawSHA256, p.filing.Source = g.item.Mark(), g.item.Raw, hash(g.item.Raw), g.item.From
	return p
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// take counts what is prepared, and files it with what came just before. An error of the casebook ends the ingest; one of the item does not.
func (in *ingest) take(p prepared) error {
	in.done.Read++
	in.count(&p.item)
	switch {
	case fatal(p.err):
		return fmt.Errorf("file %s: %w", p.item.Where, p.err)
	case p.err != nil:
		in.fail(Failure{p.item.Where, p.err})
	case p.known:
		in.done.Known++
	default:
		in.pending = append(in.pending, p)
	}
	if now := in.desk.now(); len(in.pending) >= together || now.Sub(in.flushed) > atOnce {
		if err := in.flush(); err != nil {
			return err
		}
	}
	in.tell()
	return nil
}

// flush files what waits.
func (in *ingest) flush() error {
	waiting := in.pending
	in.pending = nil
	defer func() { in.flushed = in.desk.now() }()
	filings := make([]casebook.Filing, len(waiting))
	for i := range waiting {
		filings[i] = waiting[i].filing
		filings[i].At = in.desk.now()
	}
	return in.desk.fileAll(in.ctx, filings, func(i int) string { return waiting[i].item.Where },
		func(i int, f casebook.Filed) { in.filed(&waiting[i], f) },
		func(i int, err error) { in.fail(Failure{waiting[i].item.Where, err}) })
}

// filed counts a report that was filed.
func (in *ingest) filed(p *prepared, f casebook.Filed) {
	if !f.New {
		in.done.Known++
		return
	}
	in.done.New++
	if f.Version > 1 {
		in.done.Versions++
	}
	if report := p.filing.Reading.Report; len(report.Problems) > 0 {
		in.done.Problems += len(report.Problems)
		if in.watcher.Problems != nil {
			in.watcher.Problems(p.item.Where, report)
		}
	}
}

// count adds up how much was read: an item tells how far its own file was read.
func (in *ingest) count(i *source.Item) {
	if name, _, _ := strings.Cut(i.Where, ": "); name != in.name {
		in.name, in.before, in.inFile = name, in.before+in.inFile, 0
	}
	in.inFile = max(in.inFile, i.Read)
	in.meter.Bytes = in.before + in.inFile
}

func (in *ingest) fail(f Failure) {
	in.done.Failed = append(in.done.Failed, f)
	if in.watcher.Failed != nil {
		in.watcher.Failed(f)
	}
}

// fatal tells errors of the casebook from those of an item.
func fatal(err error) bool {
	for _, e := range []error{casebook.ErrBusy, casebook.ErrNewer, casebook.ErrDamaged, casebook.ErrReadOnly, casebook.ErrFull} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func (in *ingest) tell() {
	now := in.desk.now()
	if in.watcher.Progress == nil || now.Sub(in.told) < betweenTold {
		return
	}
	in.told = now
	m := &in.meter
	m.Done, m.New, m.Known, m.Failed = in.done.Read, in.done.New, in.done.Known, len(in.done.Failed)
	if in.watcher.Size != nil {
		m.OfBytes = in.watcher.Size()
	}
	in.watcher.Progress(m.tick(now))
}
