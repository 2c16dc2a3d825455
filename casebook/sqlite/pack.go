package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	unmarshal "github.com/go-json-experiment/json" // reads twice as fast as encoding/json, and the same; lists and exports mostly wait for this
	"github.com/klauspost/compress/zstd"

	"sitrep/casebook"
)

// packer packs texts and values. It is safe for concurrent use.
type packer struct {
	encoder, fast *zstd.Encoder
	decoder       *zstd.Decoder
}

// maxUnpacked is how large a packed thing may grow: a damaged length must not take all memory.
const maxUnpacked = 1 << 30

func newPacker() (*packer, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithWindowSize(1<<20))
	if err != nil {
		return nil, err
	}
	f, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<18))
	if err != nil {
		return nil, err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked))
	if err != nil {
		return nil, err
	}
	return &packer{e, f, d}, nil
}

func (p *packer) pack(b []byte) []byte { return p.encoder.EncodeAll(b, []byte{}) }

// packFast packs what is written again and again.
func (p *packer) packFast(b []byte) []byte { return p.fast.EncodeAll(b, []byte{}) }

func (p *packer) unpack(b []byte) ([]byte, error) { return p.unpackInto(nil, b) }

// unpackInto unpacks behind what is in a slice.
func (p *packer) unpackInto(into, b []byte) ([]byte, error) {
	out, err := p.decoder.DecodeAll(b, into)
	if err != nil {
		return nil, fmt.Errorf("unpack: %w", err)
	}
	return out, nil
}

// packJSON packs a value as JSON.
func (p *packer) packJSON(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return p.pack(b), nil
}

func (p *packer) unpackJSON(b []byte, v any) error {
	plain, err := p.unpack(b)
	if err != nil {
		return err
	}
	return unmarshal.Unmarshal(plain, v)
}

// unpackAll unpacks JSON on all cores: to read many rows is mostly that.
func unpackAll[T any](t *tx, packed [][]byte, what string) []T {
	out, errs := make([]T, len(packed)), make([]error, len(packed))
	var next atomic.Int64
	var work sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(packed)) {
		work.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(packed); i = int(next.Add(1)) - 1 {
				errs[i] = t.book.packer.unpackJSON(packed[i], &out[i])
			}
		})
	}
	work.Wait()
	if err := errors.Join(errs...); err != nil {
		t.fail(fmt.Errorf("%w: %s cannot be read: %v", casebook.ErrDamaged, what, err))
	}
	return out
}
