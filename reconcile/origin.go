package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"sitrep"
)

// origins are the first speakers of an incident, each once, in order of name.
type origins struct {
	all  []sitrep.Origin
	at   map[string]int // of each key of a speaker
	copy map[string]int // of each report: the number of its chain of copies
}

// originsOf finds who an incident is known from. The reporters of copies of one text are one; so are a full name and a part of it.
func originsOf(group []*profile) *origins {
	o := &origins{at: map[string]int{}, copy: map[string]int{}}
	reports := reportsOf(group)
	chains := chainsOf(reports)
	for n, chain := range chains {
		for _, h := range chain {
			o.copy[h.ID] = n
		}
	}
	var speakers []speaker
	for _, p := range group {
		for _, s := range everySpeaker(p.t) {
			speakers = append(speakers, o.voice(s, p.t, chains))
		}
	}
	o.name(speakers)
	for _, p := range group {
		o.carry(p, chains)
	}
	o.finish(chains)
	return o
}

// everySpeaker are those on whose word an event is told, and those who give its tolls and name or deny its doers.
func everySpeaker(t *sitrep.Telling) []speaker {
	out := speakersOf(t)
	for i := range t.Event.Tolls {
		out = addSpeaker(out, tollSpeaker(t, &t.Event.Tolls[i]))
	}
	for i := range t.Claims {
		out = addSpeaker(out, speakerOf(&t.Claims[i]))
	}
	return out
}

// voice puts the reporter of the first copy in the place of those of the others.
func (o *origins) voice(s speaker, t *sitrep.Telling, chains [][]*sitrep.ReportHead) speaker {
	if s.voice {
		return voiceOf(chains[o.copy[t.Report.ID]][0])
	}
	return s
}

// name makes one origin of the speakers with one key, or with names of which one holds the other.
func (o *origins) name(speakers []speaker) {
	byKey := map[string]speaker{}
	var keys []string
	for _, s := range speakers {
		old, ok := byKey[s.key]
		if !ok {
			keys = append(keys, s.key)
		}
		if !ok || fuller(s, old) {
			byKey[s.key] = s
		}
	}
	slices.Sort(keys)
	set := newSets(len(keys))
	sharing := map[string][]int{} // of each word: the speakers that were named with it so far
	for i, a := range keys {
		for _, w := range ordered(strings.Fields(nameKey(byKey[a].name))) {
			for _, j := range sharing[w] {
				if set.find(i) != set.find(j) && oneName(a, keys[j], byKey[a], byKey[keys[j]]) {
					set.join(i, j)
				}
			}
			sharing[w] = append(sharing[w], i)
		}
	}
	for _, part := range set.parts() {
		best := byKey[keys[part[0]]]
		for _, i := range part {
			o.at[keys[i]] = len(o.all)
			if s := byKey[keys[i]]; fuller(s, best) {
				best = s
			}
		}
		o.all = append(o.all, sitrep.Origin{Name: best.name, Side: best.side, Kind: best.kind})
	}
}

// fuller tells whether a speaker is named more fully.
func fuller(a, b speaker) bool {
	if len(a.name) != len(b.name) {
		return len(a.name) > len(b.name)
	}
	return a.name < b.name
}

// oneName tells whether two named speakers are one, the one named by a part of the other's name: "the Observatory".
func oneName(a, b string, x, y speaker) bool {
	if !strings.HasPrefix(a, "name/") && !strings.HasPrefix(a, "actor/") || !strings.HasPrefix(b, "name/") && !strings.HasPrefix(b, "actor/") || x.voice || y.voice {
		return false
	}
	if x.side != y.side && x.side != "" && y.side != "" || strings.HasPrefix(a, "actor/") && strings.HasPrefix(b, "actor/") {
		return false
	}
	m, n := strings.Fields(nameKey(x.name)), strings.Fields(nameKey(y.name))
	if x.kind == sitrep.MonitorSource && y.kind == sitrep.MonitorSource && tellingWord(m, n) {
		return true
	}
	if len(m) > len(n) {
		m, n = n, m
	}
	for _, w := range m {
		if !slices.Contains(n, w) {
			return false
		}
	}
	return len(m) > 0 && len(strings.Join(m, "")) > 5
}

// tellingWord tells whether the names of two monitors share a word that few bodies have: "the Observatory", "the Observatory's chief".
func tellingWord(m, n []string) bool {
	return slices.ContainsFunc(m, func(w string) bool { return len(w) > 6 && !plainMonitor[w] && slices.Contains(n, w) })
}

// plainMonitor are words that many monitors have in their names.
var plainMonitor = map[string]bool{"monitoring": true, "monitor": true, "monitors": true, "national": true, "international": true, "documentation": true, "network": true}

// carry notes which report and which event come from which origin.
func (o *origins) carry(p *profile, chains [][]*sitrep.ReportHead) {
	for _, s := range speakersOf(p.t) {
		x := &o.all[o.at[o.voice(s, p.t, chains).key]]
		x.Events = append(x.Events, p.t.Key)
		x.Reports = append(x.Reports, p.t.Report.ID)
	}
}

// finish orders what was noted and leaves out who only speaks about the incident; tallies name them all the same.
func (o *origins) finish(chains [][]*sitrep.ReportHead) {
	place := map[string]int{}
	n := 0
	for _, chain := range chains {
		for _, h := range chain {
			place[h.ID] = n
			n++
		}
	}
	for i := range o.all {
		x := &o.all[i]
		slices.SortFunc(x.Reports, func(a, b string) int { return cmp.Or(place[a]-place[b], strings.Compare(a, b)) })
		x.Reports = slices.Compact(x.Reports)
		x.Copies = o.copies(x.Reports)
	}
}

// copies are the chains of copies among some reports, which are in order.
func (o *origins) copies(reports []string) [][]string {
	at := map[int]int{}
	var out [][]string
	for _, r := range reports {
		chain := o.copy[r]
		k, ok := at[chain]
		if !ok {
			k = len(out)
			at[chain] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], r)
	}
	return slices.DeleteFunc(out, func(ids []string) bool { return len(ids) < 2 })
}

// list is the origins that the incident is known from.
func (o *origins) list() []sitrep.Origin {
	out := slices.DeleteFunc(slices.Clone(o.all), func(x sitrep.Origin) bool { return len(x.Events) == 0 })
	slices.SortFunc(out, func(a, b sitrep.Origin) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Side, b.Side), compareKeys(a.Events[0], b.Events[0]))
	})
	return out
}

// of is the number of a speaker's origin.
func (o *origins) of(s speaker, t *sitrep.Telling, chains [][]*sitrep.ReportHead) int {
	return o.at[o.voice(s, t, chains).key]
}

// reportsOf are the reports that tell of an incident, each once, by time of publication.
func reportsOf(group []*profile) []*sitrep.ReportHead {
	var out []*sitrep.ReportHead
	for i, p := range group {
		if i == 0 || group[i-1].t.Report.ID != p.t.Report.ID {
			out = append(out, &p.t.Report)
		}
	}
	slices.SortFunc(out, compareHeads)
	return out
}

func compareHeads(a, b *sitrep.ReportHead) int {
	return cmp.Or(a.Published.Compare(b.Published), strings.Compare(a.ID, b.ID))
}

// chainsOf parts reports into chains of copies of one text, each in order. Only reports whose MinHashes begin alike somewhere are compared: two that are alike
// enough to be copies differ in fewer values than are looked at.
func chainsOf(reports []*sitrep.ReportHead) [][]*sitrep.ReportHead {
	set := newSets(len(reports))
	type value struct {
		at int
		is uint64
	}
	sharing, same := map[value][]int{}, map[string]int{}
	for i, a := range reports {
		if j, ok := same[a.SHA256]; ok && a.SHA256 != "" {
			set.join(i, j)
			continue // what is a copy of one is a copy of the other
		}
		same[a.SHA256] = i
		for at := range min(len(a.Shingles), sketch-leastAlike+1) {
			v := value{at, a.Shingles[at]}
			for _, j := range sharing[v] {
				if set.find(i) != set.find(j) && copies(a, reports[j]) {
					set.join(i, j)
				}
			}
			sharing[v] = append(sharing[v], i)
		}
	}
	var out [][]*sitrep.ReportHead
	for _, part := range set.parts() {
		var chain []*sitrep.ReportHead
		for _, i := range part {
			chain = append(chain, reports[i])
		}
		out = append(out, chain)
	}
	return out
}
