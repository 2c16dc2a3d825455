package model

import (
	"encoding/binary"
	"unsafe"
)

// arcs are the scores of a sentence's words as heads of each other: products of the root and each word as head with each word as
// dependent, scaled, plus a bias for the distance.
type arcs struct {
	rows  []uint8 // [1+words][Width]: the root and the words as heads, filled up to whole tiles
	deps  matrix  // the words as dependents
	acc   []int32 // [1+words][deps.padded]
	scale float32

	distance []float32 // by dependent - head + limit, so that those of a head lie in a run
	limit    int       // distances are below
	root     float32

	score []float32 // of the best head so far
}

// prepare sets all but acc.
func (a *arcs) prepare(n *Network, heads, deps []uint8) {
	words := len(heads) / Width
	rows := padded(1+words, tile)
	a.rows = grow(a.rows, rows*Width)
	copy(a.rows, n.arcRoot)
	clear(a.rows[Width+copy(a.rows[Width:], heads):])
	a.pack(deps, words)
	a.acc = grow(a.acc, rows*a.deps.padded)
	a.scale, a.root = n.arcScale, n.arcDist[rootDist]
	a.spread(words, n.arcDist)
}

// pack makes a matrix of the words as dependents. Padded outputs are left as they are: nobody reads them.
func (a *arcs) pack(deps []uint8, words int) {
	m := &a.deps
	m.n, m.k, m.padded = words, Width, padded(words, block)
	m.w, m.corr = grow(m.w, m.padded*Width), grow(m.corr, m.padded) // corr stays zero
	w := unsafe.Slice((*uint8)(unsafe.Pointer(&m.w[0])), len(m.w))
	for j := range words {
		from, to := deps[j*Width:(j+1)*Width], w[j/block*block*Width+j%block*4:]
		for i := 0; i < Width; i += 4 {
			binary.NativeEndian.PutUint32(to[i*block:], binary.NativeEndian.Uint32(from[i:]))
		}
	}
}

// spread prepares distance. A word is no head of itself.
func (a *arcs) spread(words int, dist []float32) {
	if words <= a.limit {
		return
	}
	a.limit = max(words, 256)
	a.distance = grow(a.distance, 2*a.limit)
	for i := range a.distance {
		a.distance[i] = dist[bucket(a.limit-i)]
	}
	a.distance[a.limit] = never
}

// bucket is the bucket of the distance from a dependent to its head.
func bucket(d int) int { return min(max(d, -reach), reach) + reach }

// of gives the products and the distances of a head for all dependents; head may be Root, which has no distances.
func (a *arcs) of(head int) (acc []int32, distance []float32) {
	acc = a.acc[(head+1)*a.deps.padded:][:a.deps.n]
	if head != Root {
		distance = a.distance[a.limit-head:][:a.deps.n]
	}
	return acc, distance
}

// best gives each word its best head; of equals the root first, then the lowest.
func (a *arcs) best(heads []int32) {
	a.score = grow(a.score, a.deps.n)
	acc, _ := a.of(Root)
	for j, s := range acc {
		a.score[j] = float32(float32(s)*a.scale) + a.root
		heads[j] = Root
	}
	for h := range heads {
		acc, distance := a.of(h)
		score, heads := a.score[:len(acc)], heads[:len(acc)]
		distance = distance[:len(acc)]
		for j, s := range acc {
			if v := float32(float32(s)*a.scale) + distance[j]; v > score[j] {
				score[j], heads[j] = v, int32(h)
			}
		}
	}
}

// at is the score of a head, or Root, for a dependent.
func (a *arcs) at(head, dependent int) float32 {
	acc, distance := a.of(head)
	bias := a.root
	if head != Root {
		bias = distance[dependent]
	}
	return float32(float32(acc[dependent])*a.scale) + bias
}
