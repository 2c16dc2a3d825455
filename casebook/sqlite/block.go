package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"slices"

	"sitrep"
)

// Blocking keys are kept as the first eight bytes of their sha256.

// putBlocks lets a telling be found by its blocking keys.
func (t *tx) putBlocks(keys []byte, telling int64) {
	for k := keys; len(k) >= 8; k = k[8:] {
		t.exec("INSERT OR IGNORE INTO block (key, telling) VALUES (?, ?)", int64(binary.LittleEndian.Uint64(k)), telling)
	}
}

// dropBlocks lets it be found no more.
func (t *tx) dropBlocks(o *oldTelling) {
	for k := o.keys; len(k) >= 8; k = k[8:] {
		t.exec("DELETE FROM block WHERE key = ? AND telling = ?", int64(binary.LittleEndian.Uint64(k)), o.n)
	}
}

// withdraw has others stand for a telling: nobody is its neighbour any more.
func (t *tx) withdraw(k sitrep.EventKey) {
	o := &oldTelling{}
	if t.get("SELECT t.n, t.keys FROM report r JOIN telling t ON t.report = r.n WHERE r.id = ? AND t.event = ?", []any{k.Report, k.Event}, &o.n, &o.keys) {
		t.dropBlocks(o)
		t.exec("UPDATE telling SET placed = 2 WHERE n = ?", o.n)
	}
}

// offer takes back what withdraw did of some tellings, before they are placed anew.
func (t *tx) offer(which string, arg any) {
	var all []oldTelling
	t.each("SELECT n, keys FROM telling WHERE placed = 2 AND "+which, []any{arg}, func(r *sql.Rows) error {
		var o oldTelling
		err := r.Scan(&o.n, &o.keys)
		all = append(all, o)
		return err
	})
	for _, o := range all {
		t.putBlocks(o.keys, o.n)
	}
}

// blocks are blocking keys as they are kept, in order, each once. Two keys that fall together make a neighbour more.
func blocks(keys []string) []byte {
	var all []uint64
	for _, k := range keys {
		all = append(all, block(k))
	}
	slices.Sort(all)
	out := []byte{}
	for _, k := range slices.Compact(all) {
		out = binary.LittleEndian.AppendUint64(out, k)
	}
	return out
}

func block(key string) uint64 {
	sum := sha256.Sum256([]byte(key))
	return binary.LittleEndian.Uint64(sum[:])
}
