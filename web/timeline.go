package web

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// timeline counts happenings over time. Positions across are per cent of its width.
type timeline struct {
	Bars        []bar
	From, To    string // first and last day
	Unit        string // what a bar stands for
	Most        int
	Ticks       []tick
	Earlier     link // happenings before the first bar, where few lie far back
	EarlierN    int
	Later       link // happenings behind the last bar, where few lie far ahead
	LaterN      int
	WithoutDate int
	Height      float64 // of the whole drawing, in pixels
	Spans       []drawnTime
	Chosen      stretch // the time that was asked for; as wide as nothing where none was
	scale       axis
}

// drawnTime is an incident of the list on the timeline: as wide as what is not known of its time.
type drawnTime struct {
	stretch
	Y         float64
	ID, Class string
	Title     string
}

type bar struct {
	X, W  float64
	Y, H  float64 // pixels
	Label string
	Href  string
	N     int
}

const (
	baseline = 54.0
	mostBars = 120
	// early is how much of all may lie before the first bar: a report that recalls a war of long ago must not make the days of this week invisible.
	early = 0.12
	// late is how much may lie behind the last bar, and ahead how many years later the next one has to be: a report that speaks of the year 2416 must not either.
	late  = 0.01
	ahead = 5
)

// dated is a day with its happenings.
type dated struct {
	day time.Time
	n   int
}

// newTimeline makes bars of days, weeks, months or years: the finest that are not too many. Of a time that was chosen it shows as much again on either side, so that one can look closer and step on.
func newTimeline(days []casebook.Count, st state) timeline {
	var t timeline
	all := t.dated(days)
	if len(all) == 0 {
		return t
	}
	if st.query.To.IsZero() {
		all = t.untilSoon(all, st)
	}
	all = t.around(all, st)
	if st.query.From.IsZero() {
		all = t.recent(all, st)
	}
	first, last := withChosen(all[0].day, all[len(all)-1].day, st)
	u := unitFor(first, last)
	t.Unit = u.name
	var starts []time.Time
	for at := u.start(first); !at.After(last); at = u.next(at) {
		starts = append(starts, at)
	}
	t.bars(all, starts, u, st)
	end := u.next(starts[len(starts)-1])
	t.From, t.To = sitrep.CivilDateOf(starts[0]).String(), sitrep.CivilDateOf(end.AddDate(0, 0, -1)).String()
	t.ticks(starts, u)
	t.scale, t.Height = axis{from: starts[0], to: end}, axisHeight
	t.choose(st)
	return t
}

// leastAround is how many days at least are shown on either side of a time that was chosen.
const leastAround = 7

// longest is how long a time may be that the axis holds all of: of another, what there is in it.
const longest = 200 * 366 * 24 * time.Hour

// around leaves out what lies farther from a time that was chosen than this is long, and tells of it, unless there is nothing nearer.
func (t *timeline) around(all []dated, st state) []dated {
	from, to := st.query.From, st.query.To
	if from.IsZero() && to.IsZero() {
		return all
	}
	first, last := all[0].day, all[len(all)-1].day
	if !from.IsZero() {
		first = from.First()
	}
	if !to.IsZero() {
		last = to.Last()
	}
	margin := max(last.Sub(first), leastAround*24*time.Hour)
	begin, end := 0, len(all)
	for !from.IsZero() && begin < len(all) && all[begin].day.Before(first.Add(-margin)) {
		begin++
	}
	for !to.IsZero() && end > begin && all[end-1].day.After(last.Add(margin)) {
		end--
	}
	if begin == end {
		return all
	}
	if begin > 0 {
		t.Earlier = link{Label: "earlier", Href: st.with(pFrom, "", pTo, sitrep.CivilDateOf(all[begin].day.AddDate(0, 0, -1)).String())}
	}
	if end < len(all) {
		t.Later = link{Label: "later", Href: st.with(pFrom, sitrep.CivilDateOf(all[end].day).String(), pTo, "")}
	}
	for i, d := range all {
		switch {
		case i < begin:
			t.EarlierN += d.n
		case i >= end:
			t.LaterN += d.n
		}
	}
	return all[begin:end]
}

// withChosen is a time that holds all of one that was chosen from a day to a day, too.
func withChosen(first, last time.Time, st state) (time.Time, time.Time) {
	from, to := st.query.From.First(), st.query.To.Last()
	if st.query.From.IsZero() || st.query.To.IsZero() || to.Sub(from) > longest {
		return first, last
	}
	if from.Before(first) {
		first = from
	}
	if to.After(last) {
		last = to
	}
	return first, last
}

// choose marks the time that was asked for.
func (t *timeline) choose(st state) {
	from, to := st.query.From, st.query.To
	if i := (sitrep.Interval{From: from, To: to}); !i.IsZero() && (from.IsZero() || from.First().Before(t.scale.to)) && (to.IsZero() || !to.Last().Before(t.scale.from)) {
		t.Chosen, _ = t.scale.stretchOf(i)
	}
}

// Where the spans stand below the axis: so many lanes of so many pixels. What finds no lane free stands in the last.
const (
	axisHeight = 70.0
	lanes      = 5
	laneHeight = 6.0
	laneGap    = 0.4 // per cent
)

// place puts the incidents of the list below the bars, those of which the time is known.
func (t *timeline) place(rows []sitrep.Incident) {
	if len(t.Bars) == 0 {
		return
	}
	for i := range rows {
		r := &rows[i]
		s, ok := t.scale.stretchOf(r.When)
		if !ok || !r.When.To.IsZero() && r.When.To.Last().Before(t.scale.from) || !r.When.From.IsZero() && r.When.From.First().After(t.scale.to) {
			continue
		}
		t.Spans = append(t.Spans, drawnTime{stretch: s, ID: r.ID, Class: kindClass(r.Kind), Title: r.Title})
	}
	slices.SortStableFunc(t.Spans, func(a, b drawnTime) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(b.W, a.W)) })
	var ends [lanes]float64
	used := 0
	for i := range t.Spans {
		s := &t.Spans[i]
		lane := 0
		for lane < lanes-1 && ends[lane] > s.X {
			lane++
		}
		ends[lane] = max(ends[lane], s.X+s.W+laneGap)
		s.Y = axisHeight + 3 + float64(lane)*laneHeight
		used = max(used, lane+1)
	}
	if used > 0 {
		t.Height = axisHeight + 6 + float64(used)*laneHeight
	}
}

func (t *timeline) dated(days []casebook.Count) []dated {
	var all []dated
	for _, d := range days {
		c, err := sitrep.ParseCivilDate(d.Value)
		if err != nil || c.Year < 1800 {
			t.WithoutDate += d.N
			continue
		}
		all = append(all, dated{c.First(), d.N})
	}
	return all
}

// untilSoon leaves out the few that lie years behind all others, and tells of them.
func (t *timeline) untilSoon(all []dated, st state) []dated {
	total, behind := 0, 0
	for _, d := range all {
		total += d.n
	}
	end := len(all)
	for k := len(all) - 1; k > 0; k-- {
		if behind += all[k].n; float64(behind) > late*float64(total) {
			break
		}
		if all[k].day.After(all[k-1].day.AddDate(ahead, 0, 0)) {
			end, t.LaterN = k, behind
		}
	}
	if end < len(all) {
		t.Later = link{Label: "later", Href: st.with(pFrom, sitrep.CivilDateOf(all[end].day).String())}
	}
	return all[:end]
}

// recent leaves out the few that lie far back, and tells of them.
func (t *timeline) recent(all []dated, st state) []dated {
	last := all[len(all)-1].day
	if last.Sub(all[0].day) < 3*366*24*time.Hour {
		return all
	}
	total := 0
	for _, d := range all {
		total += d.n
	}
	from := 0
	for n := all[0].n; from+1 < len(all) && float64(n) <= early*float64(total); n += all[from].n {
		from++
	}
	for _, d := range all[:from] {
		t.EarlierN += d.n
	}
	if from > 0 {
		t.Earlier = link{Label: "earlier", Href: st.with(pTo, sitrep.CivilDateOf(all[from].day.AddDate(0, 0, -1)).String())}
	}
	return all[from:]
}

func (t *timeline) bars(all []dated, starts []time.Time, u unit, st state) {
	counts := make([]int, len(starts))
	i := 0
	for _, d := range all {
		for i+1 < len(starts) && !d.day.Before(starts[i+1]) {
			i++
		}
		counts[i] += d.n
		t.Most = max(t.Most, counts[i])
	}
	w := 100 / float64(len(starts))
	for k, n := range counts {
		if n == 0 {
			continue
		}
		h := max(2, baseline*float64(n)/float64(t.Most))
		from, to := sitrep.CivilDateOf(starts[k]), sitrep.CivilDateOf(u.next(starts[k]).AddDate(0, 0, -1))
		t.Bars = append(t.Bars, bar{X: float64(k)*w + w*0.06, W: w * 0.88, Y: baseline - h, H: h, N: n,
			Label: fmt.Sprintf("%s: %d", u.label(starts[k]), n), Href: st.with(pFrom, from.String(), pTo, to.String())})
	}
}

func (t *timeline) ticks(starts []time.Time, u unit) {
	every := max(1, (len(starts)+mostTick-1)/mostTick)
	for k := 0; k < len(starts); k += every {
		if x := 100 * float64(k) / float64(len(starts)); x < 90 || k == 0 {
			t.Ticks = append(t.Ticks, tick{x, u.short(starts[k])})
		}
	}
}

// unit is what a bar stands for.
type unit struct {
	name  string
	start func(time.Time) time.Time
	next  func(time.Time) time.Time
	label func(time.Time) string
	short func(time.Time) string // of a tick
}

func unitFor(first, last time.Time) unit {
	days := int(last.Sub(first).Hours()/24) + 1
	switch {
	case days <= mostBars:
		return unit{"day", func(t time.Time) time.Time { return t }, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) },
			func(t time.Time) string { return t.Format("2 Jan 2006") }, func(t time.Time) string { return t.Format("2 Jan 2006") }}
	case days <= 7*mostBars:
		return unit{"week", func(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }, func(t time.Time) time.Time { return t.AddDate(0, 0, 7) },
			func(t time.Time) string { return "week of " + t.Format("2 Jan 2006") }, func(t time.Time) string { return t.Format("2 Jan 2006") }}
	case days <= 31*mostBars:
		return unit{"month", func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC) }, func(t time.Time) time.Time { return t.AddDate(0, 1, 0) },
			func(t time.Time) string { return t.Format("Jan 2006") }, func(t time.Time) string { return t.Format("Jan 2006") }}
	}
	return unit{"year", func(t time.Time) time.Time { return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC) }, func(t time.Time) time.Time { return t.AddDate(1, 0, 0) },
		func(t time.Time) string { return t.Format("2006") }, func(t time.Time) string { return t.Format("2006") }}
}
