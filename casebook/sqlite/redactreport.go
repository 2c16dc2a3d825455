package sqlite

import (
	"encoding/json"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// report takes a report out, with all that rests on it.
func (x *redacting) report(id string) error {
	n, err := x.findReport(id)
	if err != nil {
		return err
	}
	x.get("SELECT id FROM report WHERE n = ?", []any{n}, &id)
	x.bury(sumOf(id))
	x.bury(all[string](x.tx, "SELECT sha256 FROM version WHERE report = ?", n)...)
	x.bury(all[string](x.tx, "SELECT key FROM raw WHERE version IN (SELECT n FROM version WHERE report = ?)", n)...)
	old := x.oldTellings(n)
	for _, event := range sortedKeys(old) {
		x.dropTelling(n, event, old[event])
	}
	x.withoutReport(id)
	x.noticesOf(id)
	x.dropContents(n)
	for _, table := range []string{"reading", "private", "raw"} {
		x.exec("DELETE FROM "+table+" WHERE version IN (SELECT n FROM version WHERE report = ?)", n)
	}
	x.exec("DELETE FROM version WHERE report = ?", n)
	x.exec("DELETE FROM report WHERE n = ?", n)
	x.set(reportList, n, nil)
	x.exec("DELETE FROM correction WHERE report = ?", id)
	x.eachCorrection(func(c *sitrep.Correction) bool {
		before := len(c.Events)
		c.Events = slices.DeleteFunc(c.Events, func(k sitrep.EventKey) bool { return k.Report == id })
		return len(c.Events) < before
	})
	for _, line := range all[int64](x.tx, "SELECT n FROM audit WHERE instr(what, ?) > 0", id) {
		x.exec("UPDATE audit SET what = replace(what, ?, '[redacted]') WHERE n = ?", id, line)
	}
	x.done = casebook.Redacted{Reports: 1, Places: 1}
	return x.err
}

// withoutReport takes a report out of every version of every incident. An incident that told of nothing else is no more, nor was it ever.
func (x *redacting) withoutReport(id string) {
	of := func(k sitrep.EventKey) bool { return k.Report == id }
	for _, n := range all[int64](x.tx, "SELECT n FROM incident_version WHERE body IS NOT NULL ORDER BY n") {
		i, ok := x.versionWith(n, id)
		if !ok || !slices.ContainsFunc(i.Events, of) {
			continue
		}
		strip(&i, id)
		x.putBack(n, &i, len(i.Events) > 0)
	}
}

// versionWith reads a version of an incident, if its JSON has a text in it.
func (x *redacting) versionWith(n int64, text string) (i sitrep.Incident, ok bool) {
	var packed []byte
	if !x.get("SELECT body FROM incident_version WHERE n = ?", []any{n}, &packed) {
		return i, false
	}
	plain, err := x.book.packer.unpack(packed)
	if err != nil {
		x.fail(err)
		return i, false
	}
	quoted, err := json.Marshal(text)
	if err != nil || !strings.Contains(string(plain), string(quoted)) {
		return i, false
	}
	if err := json.Unmarshal(plain, &i); err != nil {
		x.fail(err)
		return i, false
	}
	return i, true
}

// putBack keeps a changed version of an incident; what the incident is found by is made anew where it is the version of now.
func (x *redacting) putBack(version int64, i *sitrep.Incident, there bool) {
	if !there {
		x.exec("UPDATE incident_version SET body = NULL WHERE n = ?", version)
		return
	}
	packed, err := x.book.packer.packJSON(i)
	if err != nil {
		x.fail(err)
	}
	x.exec("UPDATE incident_version SET body = ? WHERE n = ?", packed, version)
	var n, changed int64
	if !x.get("SELECT n, changed FROM incident WHERE version = ?", []any{version}, &n, &changed) {
		return
	}
	row, err := x.incidentRow(i)
	if err != nil {
		x.fail(err)
		return
	}
	row.entry.changed = changed
	x.clearIncident(n)
	row.put(x.tx, i, n, version)
}

// strip takes what rests on a report out of an incident.
func strip(i *sitrep.Incident, report string) {
	of := func(k sitrep.EventKey) bool { return k.Report == report }
	i.Events = slices.DeleteFunc(i.Events, of)
	for a := range i.Actors {
		i.Actors[a].Events = slices.DeleteFunc(i.Actors[a].Events, of)
	}
	i.Actors = slices.DeleteFunc(i.Actors, func(a sitrep.IncidentActor) bool { return len(a.Events) == 0 })
	for o := range i.Origins {
		origin := &i.Origins[o]
		origin.Events = slices.DeleteFunc(origin.Events, of)
		origin.Reports = slices.DeleteFunc(origin.Reports, func(r string) bool { return r == report })
		for c := range origin.Copies {
			origin.Copies[c] = slices.DeleteFunc(origin.Copies[c], func(r string) bool { return r == report })
		}
		origin.Copies = slices.DeleteFunc(origin.Copies, func(chain []string) bool { return len(chain) < 2 })
	}
	i.Origins = slices.DeleteFunc(i.Origins, func(o sitrep.Origin) bool { return len(o.Reports) == 0 })
	for l := range i.Tally {
		toll := func(t sitrep.TallyToll) bool { return of(t.Key) }
		i.Tally[l].RestsOn, i.Tally[l].SetAside = slices.DeleteFunc(i.Tally[l].RestsOn, toll), slices.DeleteFunc(i.Tally[l].SetAside, toll)
	}
	i.Tally = slices.DeleteFunc(i.Tally, func(l sitrep.Tally) bool { return len(l.RestsOn) == 0 })
	for c := range i.Contradictions {
		i.Contradictions[c].Entries = slices.DeleteFunc(i.Contradictions[c].Entries, func(e sitrep.ContradictionEntry) bool { return of(e.Key) })
	}
	i.Contradictions = slices.DeleteFunc(i.Contradictions, func(c sitrep.Contradiction) bool { return len(c.Entries) < 2 })
	i.Course = slices.DeleteFunc(i.Course, func(t sitrep.Turn) bool { return of(t.Key) })
	for k := range i.Course {
		i.Course[k].Again = slices.DeleteFunc(i.Course[k].Again, of)
	}
}

// eachCorrection changes corrections; change tells whether it did.
func (x *redacting) eachCorrection(change func(*sitrep.Correction) bool) {
	bodies := map[int64]string{}
	for _, n := range all[int64](x.tx, "SELECT n FROM correction ORDER BY n") {
		var body string
		x.get("SELECT body FROM correction WHERE n = ?", []any{n}, &body)
		bodies[n] = body
	}
	for _, n := range sortedKeys(bodies) {
		var c sitrep.Correction
		if err := json.Unmarshal([]byte(bodies[n]), &c); err != nil {
			x.fail(err)
			return
		}
		if !change(&c) {
			continue
		}
		b, err := json.Marshal(c)
		if err != nil {
			x.fail(err)
		}
		x.exec("UPDATE correction SET body = ? WHERE n = ?", string(b), n)
	}
}
