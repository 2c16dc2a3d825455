package sqlite

import (
	"encoding/binary"
	"math"
	mathbits "math/bits"

	"sitrep"
)

// What digests have of the rows of each list.

// digests are those of a casebook.
type digests struct {
	incidents digest[incidentEntry]
	tellings  digest[tellingEntry]
	claims    digest[claimEntry]
	tolls     digest[tollEntry]
	reports   digest[reportEntry]
	sketches  digest[sketchEntry]

	claimCounts kept[*claimCounts]
	sameActors  kept[[]int64]
	lastChange  kept[int64]
	resting     kept[resting]
}

func newDigests() *digests {
	d := &digests{}
	d.incidents.list, d.incidents.parse, d.incidents.lists = incidentList, parseIncident, parseIncidentLists
	d.tellings.list, d.tellings.parse = tellingList, parseTelling
	d.claims.list, d.claims.parse, d.claims.lists = claimList, parseClaim, parseClaimLists
	d.tolls.list, d.tolls.parse = tollList, parseToll
	d.reports.list, d.reports.parse = reportList, parseReport
	d.sketches.list, d.sketches.parse, d.sketches.lists = sketchList, parseSketch, parseSketchLists
	d.claims.day = func(e *claimEntry) int32 { return e.day }
	d.incidents.row = func(e *incidentEntry) int64 { return e.n }
	d.tellings.row = func(e *tellingEntry) int64 { return e.n }
	d.claims.row = func(e *claimEntry) int64 { return e.n }
	d.tolls.row = func(e *tollEntry) int64 { return e.n }
	d.reports.row = func(e *reportEntry) int64 { return e.n }
	d.sketches.row = func(e *sketchEntry) int64 { return e.n }
	return d
}

// unknown stands for a day or a coordinate that is not known.
const unknown = math.MinInt32

// incidentEntry is an incident. lat and lon are in units of fine degrees.
type incidentEntry struct {
	n                int64
	changed          int64
	day, first, last int32
	lat, lon         int32
	dead             int32
	tags, actors     []uint32
}

// fine is how finely coordinates are kept, in a degree: about a centimetre.
const fine = 1e7

func degrees(d float64) int32 { return int32(math.Round(d * fine)) }

func (e *incidentEntry) bytes() []byte {
	b := appendNumbers(nil, e.changed, int64(e.day), int64(e.first), int64(e.last), int64(e.lat), int64(e.lon), int64(e.dead))
	return appendSteps(appendSteps(b, e.tags), e.actors)
}

func parseIncident(e *incidentEntry, n int64, b *numbers) {
	*e = incidentEntry{n: n, changed: b.next(), day: b.small(), first: b.small(), last: b.small(), lat: b.small(), lon: b.small(), dead: b.small()}
}

func parseIncidentLists(e *incidentEntry, b *numbers) { e.tags, e.actors = b.steps(), b.steps() }

// tellingEntry is a telling: its report, and the incident that holds it, 0 for none.
type tellingEntry struct{ n, report, incident int64 }

func (e *tellingEntry) bytes() []byte { return appendNumbers(nil, e.report, e.incident) }

func parseTelling(e *tellingEntry, n int64, b *numbers) { *e = tellingEntry{n, b.next(), b.next()} }

// claimEntry is a claim. Source, side and actor are terms, 0 for none; about are tellings.
type claimEntry struct {
	n, report           int64
	day                 int32
	source, side, actor uint32
	kind, stance        uint8
	about               []uint32
}

func (e *claimEntry) bytes() []byte {
	b := appendNumbers(nil, e.report, int64(e.day), int64(e.source), int64(e.side), int64(e.actor), int64(e.kind), int64(e.stance))
	return appendSteps(b, e.about)
}

func parseClaim(e *claimEntry, n int64, b *numbers) {
	*e = claimEntry{n: n, report: b.next(), day: b.small(), source: b.term(), side: b.term(), actor: b.term(), kind: uint8(b.next()), stance: uint8(b.next())}
}

func parseClaimLists(e *claimEntry, b *numbers) { e.about = b.steps() }

// tollEntry is a toll. Source and side are terms, 0 for none.
type tollEntry struct {
	n, report, telling int64
	day, first, last   int32
	source, side       uint32
	harm               uint8
	count              int64
}

func (e *tollEntry) bytes() []byte {
	return appendNumbers(nil, e.report, e.telling, int64(e.day), int64(e.first), int64(e.last), int64(e.source), int64(e.side), int64(e.harm), e.count)
}

func parseToll(e *tollEntry, n int64, b *numbers) {
	*e = tollEntry{n: n, report: b.next(), telling: b.next(), day: b.small(), first: b.small(), last: b.small(), source: b.term(), side: b.term(), harm: uint8(b.next()), count: b.next()}
}

// reportEntry is a report, as its version that counts has it.
type reportEntry struct {
	n, filed int64
	day      int32
	outlet   uint32
}

func (e *reportEntry) bytes() []byte {
	return appendNumbers(nil, e.filed, int64(e.day), int64(e.outlet))
}

func parseReport(e *reportEntry, n int64, b *numbers) {
	*e = reportEntry{n: n, filed: b.next(), day: b.small(), outlet: b.term()}
}

// The words that entries have numbers for. The numbers stand in files: words are added at the end, and none is taken out.
var (
	stanceNumbers = []sitrep.Stance{"", sitrep.Assert, sitrep.Deny, sitrep.Accuse, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Threaten, sitrep.Condemn, sitrep.Warn}
	harmNumbers   = []sitrep.Harm{"", sitrep.Killed, sitrep.Wounded, sitrep.Casualties, sitrep.Missing, sitrep.Captured, sitrep.Displaced}
	sourceNumbers = []sitrep.SourceKind{"", sitrep.Belligerent, sitrep.GovernmentSource, sitrep.LocalOfficial, sitrep.MedicalOrRescue, sitrep.MonitorSource, sitrep.Witness,
		sitrep.ArmedGroupSource, sitrep.OrganisationGroup, sitrep.MediaSource, sitrep.AnonymousOfficial, sitrep.UnnamedSource}
)

// noNumber stands for a word that has none.
const noNumber = math.MaxUint8

// wordOf is the word of a number, empty for one of no word.
func wordOf[T ~string](words []T, n uint8) T {
	if int(n) < len(words) {
		return words[n]
	}
	return ""
}

// numberOf is the number of a word.
func numberOf[T comparable](words []T, w T) uint8 {
	for i := range words {
		if words[i] == w {
			return uint8(i)
		}
	}
	return noNumber
}

// numbers are numbers one after the other. The lists among them come to lie in the pool.
type numbers struct {
	b    []byte
	at   int // in b: to cut b would cost more than to read a number
	pool []uint32
}

// of begins with other bytes.
func (b *numbers) of(row []byte) { b.b, b.at = row, 0 }

// next is the next number, 0 where there is none any more.
func (b *numbers) next() int64 {
	var v uint64
	for i, c := range b.b[b.at:] {
		if i == binary.MaxVarintLen64 {
			break
		}
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			b.at += i + 1
			return int64(v>>1) ^ -int64(v&1)
		}
	}
	b.at = len(b.b)
	return 0
}

func (b *numbers) small() int32 { return int32(b.next()) }

func (b *numbers) term() uint32 { return uint32(b.next()) }

// steps are numbers in order, each told by how far it is from the one before.
func (b *numbers) steps() []uint32 {
	n := b.next()
	if n <= 0 || n > int64(len(b.b)-b.at) {
		return nil
	}
	begin, at := len(b.pool), uint32(0)
	for range n {
		at += uint32(b.next())
		b.pool = append(b.pool, at)
	}
	return b.pool[begin:len(b.pool):len(b.pool)]
}

// rest is what stands behind all numbers.
func (b *numbers) rest() string {
	rest := string(b.b[b.at:])
	b.at = len(b.b)
	return rest
}

func appendNumbers(b []byte, all ...int64) []byte {
	for _, v := range all {
		b = binary.AppendVarint(b, v)
	}
	return b
}

func appendSteps(b []byte, ordered []uint32) []byte {
	b = binary.AppendVarint(b, int64(len(ordered)))
	before := uint32(0)
	for _, v := range ordered {
		b = binary.AppendVarint(b, int64(v-before))
		before = v
	}
	return b
}

// bits is a set of numbers of rows.
type bits []uint64

func newBits(most int64) bits { return make(bits, most/64+1) }

func (s bits) add(n int64) {
	if i := n >> 6; i >= 0 && i < int64(len(s)) {
		s[i] |= 1 << (n & 63)
	}
}

func (s bits) has(n int64) bool {
	i := n >> 6
	return i >= 0 && i < int64(len(s)) && s[i]&(1<<(n&63)) != 0
}

func (s bits) count() (n int) {
	for _, w := range s {
		n += mathbits.OnesCount64(w)
	}
	return n
}
