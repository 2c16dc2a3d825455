package casebooktest

import (
	"fmt"

	"sitrep"
	"sitrep/casebook"
)

// unsure is a filing whose only event has a score.
func (m made) unsure(score float64) casebook.Filing {
	f := m.filing()
	f.Reading.Events[0].Score, f.Tellings[0].Event.Score = score, score
	return f
}

func testDoubts(b *bench) {
	doubts := func(limit int, reports ...string) string {
		b.Helper()
		rows, total, err := b.Doubts(b.ctx, reports, limit)
		if err != nil {
			b.Fatal(err)
		}
		out := fmt.Sprint(total)
		for _, d := range rows {
			out += fmt.Sprintf(" %.2f %s|%s", d.Degree, d.A.Report, d.B.Report)
		}
		return out
	}
	for _, f := range []casebook.Filing{dorel.unsure(0.9), dorelAgain.unsure(0.3), kesh.unsure(0.2), talks.unsure(0.1)} {
		if _, err := b.File(b.ctx, f); err != nil {
			b.Fatal(err)
		}
	}
	recalled := incident("i-talks", talks)
	recalled.News = false
	b.apply(incident("i-dorel", dorel, dorelAgain), incident("i-kesh", kesh), recalled)
	b.change(casebook.Change{Verdicts: []sitrep.Verdict{
		{A: dorel.key(), B: dorelAgain.key(), Relation: sitrep.SameIncident, Score: 0.55},
		{A: dorel.key(), B: kesh.key(), Relation: sitrep.NewIncident, Score: 0.05},
		{A: kesh.key(), B: dorelAgain.key(), Relation: sitrep.PartOf, Score: 0.5},
	}})
	is(b, "the most doubtful first; nothing that is only recalled, is sure, or is a part", doubts(0), "3 0.90 dorel-1|dorel-2 0.80 kesh-1| 0.70 dorel-2|")
	is(b, "the first two", doubts(2), "3 0.90 dorel-1|dorel-2 0.80 kesh-1|")
	is(b, "of a report", doubts(0, "dorel-2"), "2 0.90 dorel-1|dorel-2 0.70 dorel-2|")
	b.change(casebook.Change{Verdicts: []sitrep.Verdict{{A: dorel.key(), B: dorelAgain.key(), Relation: sitrep.SameIncident, Score: 1}}})
	is(b, "a verdict that is sure now", doubts(0), "2 0.80 kesh-1| 0.70 dorel-2|")
	now := incident("i-kesh", kesh)
	now.News = false
	b.change(casebook.Change{Put: []sitrep.Incident{now}, At: b.at(10)})
	is(b, "an incident that is no news any more", doubts(0), "1 0.70 dorel-2|")
	must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Report: "dorel-2", By: "Ada", At: b.at(20)}))
	is(b, "a report that was taken out", doubts(0), "0")
}
