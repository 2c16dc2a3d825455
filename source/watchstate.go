package source

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"sitrep/source/fetch"
)

// feedState is what a watcher knows of a feed, as it is kept.
type feedState struct {
	fetch.Validators
	Next     time.Time              `json:"next"`               // look
	Failures int                    `json:"failures,omitempty"` // in a row
	Since    time.Time              `json:"since,omitzero"`
	Entries  map[string]*entryState `json:"entries"` // by the hash of their key
}

// entryState is what is known of an entry.
type entryState struct {
	Hash       string           `json:"hash"`          // of what the feed held of it
	URL        string           `json:"url,omitempty"` // of a page that is looked at again
	Published  string           `json:"published,omitempty"`
	Page       string           `json:"page,omitempty"` // hash of the page as it was
	Validators fetch.Validators `json:"validators,omitzero"`
	First      time.Time        `json:"first,omitzero"` // fetched
	Next       time.Time        `json:"next,omitzero"`  // look, if there is one
	Failed     int              `json:"failed,omitempty"`

	listed bool // in the feed as it stands
}

// hashed is how many hexadecimal digits of a hash are kept: enough for the entries of one feed.
const hashed = 24

func hashOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil))[:hashed]
}

func (s *feedState) begin() {
	if s.Entries == nil {
		s.Entries = map[string]*entryState{}
	}
	for _, e := range s.Entries {
		e.listed = false
	}
}

// isNew notes an entry, and tells whether the feed did not hold it so before.
func (s *feedState) isNew(e *entry) bool {
	key, hash := hashOf(e.key), hashOf(e.title, e.url, e.body)
	known := s.Entries[key]
	if known == nil {
		known = &entryState{}
		s.Entries[key] = known
	}
	known.listed = true
	isNew := known.Hash != hash
	known.Hash = hash
	return isNew
}

// page is the state of an entry whose page is fetched.
func (s *feedState) page(e *entry) *entryState {
	known := s.Entries[hashOf(e.key)]
	if known.URL != e.url {
		*known = entryState{Hash: known.Hash, URL: e.url, listed: true}
	}
	known.Published, known.Failed = e.published, 0
	return known
}

// end forgets the entries that the feed no longer holds and whose pages are not looked at again.
func (s *feedState) end(now time.Time) {
	for key, e := range s.Entries {
		if !e.listed && (e.Next.IsZero() || now.Sub(e.First) > 2*lookAgain[len(lookAgain)-1]) {
			delete(s.Entries, key)
		}
	}
}

// due are the keys of the entries whose pages are to be looked at again, the longest due first.
func (s *feedState) due(now time.Time) []string {
	var keys []string
	for key, e := range s.Entries {
		if !e.Next.IsZero() && !e.Next.After(now) {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(s.Entries[a].Next.Compare(s.Entries[b].Next), cmp.Compare(a, b))
	})
	return keys
}

// next sets when a page is looked at again: zero after the last time.
func (e *entryState) next(now time.Time) {
	for _, d := range lookAgain {
		if at := e.First.Add(d); at.After(now) {
			e.Next = at
			return
		}
	}
	e.Next = time.Time{}
}

// stateName is the name of a feed's watermark.
func (p *poller) stateName() string { return "watch " + p.address }

// load takes up where the feed was read to. What cannot be read counts as nothing: then all of the feed is new, and is known by its marks.
func (p *poller) load(ctx context.Context) {
	if p.w.State == nil {
		return
	}
	text, err := p.w.State.Watermark(ctx, p.stateName())
	if err == nil && text != "" {
		err = json.Unmarshal([]byte(text), &p.seen)
	}
	if err != nil && ctx.Err() == nil {
		p.seen = feedState{}
		p.send(Item{From: p.address, Where: p.address}, fmt.Errorf("where it was read to is not known, all of it is read: %w", err))
	}
	p.kept = text
}

// keep keeps where the feed was read to by the look before.
func (p *poller) keep(ctx context.Context) {
	if p.w.State == nil || p.seen.Next.IsZero() {
		return
	}
	text, err := json.Marshal(p.seen)
	if err == nil && string(text) != p.kept {
		err = p.w.State.SetWatermark(ctx, p.stateName(), string(text))
	}
	switch {
	case err == nil:
		p.kept, p.odd = string(text), false
	case ctx.Err() == nil && !p.odd: // once is enough: it is tried at every look
		p.odd = true
		p.send(Item{From: p.address, Where: p.address}, fmt.Errorf("where it was read to cannot be kept: %w", err))
	}
}
