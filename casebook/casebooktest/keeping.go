package casebooktest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

func testCorrections(b *bench) {
	b.file(dorel, kesh)
	text := dorel.text()
	c := sitrep.Correction{At: start, By: "Ada", Op: sitrep.SetOp, Reason: "misread", Field: "toll.count", Value: "4",
		Anchor: sitrep.Anchor{Report: "dorel-1", SHA256: sum(text), Span: span(text, "killing 3 people"), Quote: "killing 3 people"}}
	id := must[string](b)(b.Correct(b.ctx, c))
	is(b, "the same again", must[string](b)(b.Correct(b.ctx, c)), id)
	merge := sitrep.Correction{At: minute(1), By: "Ada", Op: sitrep.MergeOp, Events: []sitrep.EventKey{dorel.key(), kesh.key()}}
	mergeID := must[string](b)(b.Correct(b.ctx, merge))
	undo := must[string](b)(b.Correct(b.ctx, sitrep.Correction{At: minute(2), By: "Ada", Op: sitrep.UndoOp, Undoes: mergeID}))
	all := must[[]sitrep.Correction](b)(b.Corrections(b.ctx, ""))
	var ids []string
	for _, c := range all {
		ids = append(ids, c.ID)
	}
	is(b, "all, in order", ids, []string{id, mergeID, undo})
	c.ID = id
	is(b, "of a report", must[[]sitrep.Correction](b)(b.Corrections(b.ctx, "dorel-1")), []sitrep.Correction{c})
	is(b, "of another", len(must[[]sitrep.Correction](b)(b.Corrections(b.ctx, "kesh-1"))), 0)
	if _, err := b.Correct(b.ctx, sitrep.Correction{By: "Ada", Op: sitrep.UndoOp, Undoes: "nothing"}); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("undo what is not there: %v", err)
	}
	if _, err := b.Correct(b.ctx, sitrep.Correction{Op: sitrep.AcceptOp}); err == nil {
		b.Error("a correction by nobody: no error")
	}
	later := dorel
	later.killed, later.day = 6, "2021-06-20"
	b.file(later)
	is(b, "when the words are gone", must[[]sitrep.Correction](b)(b.Corrections(b.ctx, "dorel-1"))[0].Orphan, true)
}

func testAudit(b *bench) {
	b.file(dorel)
	if err := b.Note(b.ctx, "Ada", "looked at names\nof <all>"); err != nil {
		b.Fatal(err)
	}
	b.at(1)
	id := must[string](b)(b.Correct(b.ctx, sitrep.Correction{At: b.time, By: "Bo", Op: sitrep.AcceptOp, Field: "event", Anchor: sitrep.Anchor{Report: "dorel-1"}}))
	is(b, "audit trail", b.audit(), `{"at":"2024-03-01T08:00:00Z","by":"Ada","what":"looked at names\nof <all>"}
{"at":"2024-03-01T08:01:00Z","by":"Bo","what":"correction `+id+`: accept event"}
`)
}

func (b *bench) audit() string {
	b.Helper()
	var out bytes.Buffer
	if err := b.Audit(b.ctx, &out); err != nil {
		b.Fatal(err)
	}
	return out.String()
}

func testWatermarks(b *bench) {
	mark := must[string](b)
	is(b, "none", mark(b.Watermark(b.ctx, "feed")), "")
	for _, v := range []string{"a", "b", ""} {
		if err := b.SetWatermark(b.ctx, "feed", v); err != nil {
			b.Fatal(err)
		}
		is(b, "watermark", mark(b.Watermark(b.ctx, "feed")), v)
	}
}

func testCheck(b *bench) {
	b.world()
	is(b, "findings of a sound casebook", must[[]casebook.Finding](b)(b.Check(b.ctx, reader)), []casebook.Finding(nil))
	if err := b.Mark(b.ctx, nil, []sitrep.EventKey{kesh.key()}); err != nil {
		b.Fatal(err)
	}
	found := must[[]casebook.Finding](b)(b.Check(b.ctx, record.Reader{Version: "2"}))
	var what []string
	for _, f := range found {
		what = append(what, f.What+": "+f.Detail)
		if f.Grave || f.Remedy == "" {
			b.Errorf("housekeeping: got %+v", f)
		}
	}
	is(b, "findings", what, []string{"events wait to be joined: 1 events", "readings are stale: 4 of 4 reports were read by another version"})
}

func testErrors(b *bench) {
	b.world()
	if _, err := b.Incidents(b.ctx, casebook.Query{After: "nonsense"}); err == nil || !strings.Contains(err.Error(), "begin again") {
		b.Errorf("a place that no page gave: %v", err)
	}
	for _, r := range []casebook.Redaction{{By: "Ada"}, {By: "Ada", Report: "a", Name: "b"}, {Report: "dorel-1"}} {
		if _, err := b.Redact(b.ctx, r); err == nil {
			b.Errorf("%+v: no error", r)
		}
	}
	if _, err := b.Redact(b.ctx, casebook.Redaction{By: "Ada", Report: "nothing"}); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("redact a report that is not there: %v", err)
	}
	file := filepath.Join(b.TempDir(), "there")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		b.Fatal(err)
	}
	if err := b.Backup(b.ctx, file); !errors.Is(err, os.ErrExist) {
		b.Errorf("backup to a file that is there: %v", err)
	}
}

func testConcurrent(b *bench) {
	b.world()
	var wait sync.WaitGroup
	for k := range 8 {
		wait.Go(func() {
			for n := range 5 {
				m := kesh
				m.id, m.killed = fmt.Sprintf("c-%d-%d", k, n), 100+10*k+n
				if _, err := b.File(b.ctx, m.filing()); err != nil {
					b.Error(err)
				}
				page, err := b.Incidents(b.ctx, casebook.Query{Text: "hit"})
				if err != nil || page.Total != 3 {
					b.Errorf("while others file: %d incidents, %v", page.Total, err)
				}
			}
		})
	}
	wait.Wait()
	is(b, "reports", must[casebook.Stats](b)(b.Stats(b.ctx)).Reports, 44)
}
