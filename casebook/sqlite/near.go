package sqlite

import (
	"context"
	"slices"

	"sitrep"
)

// Near are the keys of the tellings that have one of the blocking keys, in order, but for those for which others stand: these have no blocks.
func (b *Book) Near(ctx context.Context, keys []string) (out []sitrep.EventKey, err error) {
	at := b.memories.keys.at()
	err = b.read(ctx, "look for neighbours", func(t *tx) error {
		rows := map[int64]bool{}
		for _, k := range keys {
			for _, n := range all[int64](t, "SELECT telling FROM block WHERE key = ?", int64(block(k))) {
				if !rows[n] {
					rows[n] = true
					out = append(out, t.keyOf(n, at))
				}
			}
		}
		return nil
	})
	slices.SortFunc(out, compareKeys)
	return out, err
}

// keyOf is the key of the telling of a row. at is when it was begun to read.
func (t *tx) keyOf(n, at int64) (key sitrep.EventKey) {
	kept := t.book.memories.keys
	if t.book.writes() {
		if key, ok := kept.get(n); ok {
			return key
		}
	}
	if t.get("SELECT r.id, t.event FROM telling t JOIN report r ON r.n = t.report WHERE t.n = ?", []any{n}, &key.Report, &key.Event) {
		kept.keep(n, key, at)
	}
	return key
}

// TellingsOf are the keys of all tellings of a report, in order.
func (b *Book) TellingsOf(ctx context.Context, report string) (out []sitrep.EventKey, err error) {
	err = b.read(ctx, "look for the events of report "+report, func(t *tx) error {
		for _, event := range all[string](t, "SELECT t.event FROM report r JOIN telling t ON t.report = r.n WHERE r.id = ? ORDER BY t.event", report) {
			out = append(out, sitrep.EventKey{Report: report, Event: event})
		}
		return nil
	})
	return out, err
}

func compareKeys(a, b sitrep.EventKey) int {
	switch {
	case a.Less(b):
		return -1
	case b.Less(a):
		return 1
	}
	return 0
}

// Tellings are the tellings of the keys that are there.
func (b *Book) Tellings(ctx context.Context, keys []sitrep.EventKey) (out []sitrep.Telling, err error) {
	if !b.writes() {
		return b.readTellings(ctx, keys)
	}
	kept := b.memories.tellings
	at := kept.at()
	known := map[sitrep.EventKey]sitrep.Telling{}
	var rest []sitrep.EventKey
	for _, k := range keys {
		if t, ok := kept.get(k); ok {
			known[k] = t
		} else {
			rest = append(rest, k)
		}
	}
	read, err := b.readTellings(ctx, rest)
	for i := range read {
		known[read[i].Key] = read[i]
		kept.keep(read[i].Key, read[i], at)
	}
	for _, k := range keys {
		if t, ok := known[k]; ok {
			out = append(out, t)
		}
	}
	return out, err
}

func (b *Book) readTellings(ctx context.Context, keys []sitrep.EventKey) (out []sitrep.Telling, err error) {
	if len(keys) == 0 {
		return nil, nil
	}
	err = b.read(ctx, "read tellings", func(t *tx) error {
		var heads heads
		for _, k := range keys {
			out = t.tellings(out, &heads, "SELECT t.report, t.event, t.body FROM report r JOIN telling t ON t.report = r.n WHERE r.id = ? AND t.event = ?", k.Report, k.Event)
		}
		heads.give(t, out)
		return nil
	})
	return out, err
}
