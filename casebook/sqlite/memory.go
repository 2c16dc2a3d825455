package sqlite

import (
	"sync"

	"sitrep"
)

// memory keeps what was read of rows that seldom change: joining looks at its neighbourhood again with every report that comes. Only a book that may write has one, since
// nobody else changes the file then. What it gives is shared: nobody changes it.
type memory[K comparable, V any] struct {
	most int // of each of young and old

	mu         sync.Mutex
	changes    int64 // how often something was forgotten: what was read before is not kept after
	young, old map[K]V
}

func newMemory[K comparable, V any](most int) *memory[K, V] {
	return &memory[K, V]{most: most, young: map[K]V{}}
}

// at is to be asked before reading what is to be kept.
func (m *memory[K, V]) at() int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.changes
}

func (m *memory[K, V]) get(k K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.young[k]
	if !ok {
		if v, ok = m.old[k]; ok {
			m.put(k, v)
		}
	}
	return v, ok
}

// keep keeps what was read, unless something was forgotten since.
func (m *memory[K, V]) keep(k K, v V, at int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if at == m.changes {
		m.put(k, v)
	}
}

func (m *memory[K, V]) put(k K, v V) {
	if len(m.young) >= m.most {
		m.young, m.old = map[K]V{}, m.young
	}
	m.young[k] = v
}

// forget forgets what is written anew.
func (m *memory[K, V]) forget(keys ...K) {
	if len(keys) == 0 {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.changes++
	for _, k := range keys {
		delete(m.young, k)
		delete(m.old, k)
	}
}

func (m *memory[K, V]) forgetAll() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.changes++
	m.young, m.old = map[K]V{}, nil
}

// The numbers of rows that are kept: of tellings and incidents some kilobytes each, of keys a hundred bytes.
const (
	mostTellings  = 8_000
	mostIncidents = 4_000
	mostKeys      = 50_000
)

// memories are those of a book.
type memories struct {
	tellings  *memory[sitrep.EventKey, sitrep.Telling]
	keys      *memory[int64, sitrep.EventKey] // of tellings, by their rows
	incidents *memory[int64, sitrep.Incident] // by the rows of their versions
}

func newMemories() memories {
	return memories{newMemory[sitrep.EventKey, sitrep.Telling](mostTellings), newMemory[int64, sitrep.EventKey](mostKeys), newMemory[int64, sitrep.Incident](mostIncidents)}
}

// forget is called when work is done that changed something.
func (m *memories) forget(t *tx) {
	if t.stale {
		m.tellings.forgetAll()
		m.keys.forgetAll()
		m.incidents.forgetAll()
		return
	}
	m.incidents.forget(t.versions...)
}
