package desk

import (
	"fmt"
	"time"
)

// Progress says how far a work is.
type Progress struct {
	Done, New, Known, Failed int
	Bytes, OfBytes           int64         // of the sources, OfBytes 0 where their size is not known
	Of                       int           // things to do, 0 where that is not known
	Rate                     float64       // a second, over the last half minute
	Left                     time.Duration // 0 where it cannot be told
}

// String is the progress in one line: "1,204 read (1,180 new, 20 known, 4 failed), 31.0 a second, about 2m10s left".
func (p Progress) String() string {
	s := fmt.Sprintf("%s read (%s new, %s known, %s failed)", grouped(p.Done), grouped(p.New), grouped(p.Known), grouped(p.Failed))
	if p.Rate > 0 {
		s += fmt.Sprintf(", %.1f a second", p.Rate)
	}
	if p.Left > 0 {
		s += ", about " + p.Left.Round(roundTo(p.Left)).String() + " left"
	}
	return s
}

// roundTo is how finely a time that is left is told.
func roundTo(d time.Duration) time.Duration {
	switch {
	case d > time.Hour:
		return time.Minute
	case d > time.Minute:
		return 10 * time.Second
	}
	return time.Second
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// window is how far back a rate looks: what is known already goes by much faster than what has to be read.
const window = 30 * time.Second

// meter measures how fast a work goes.
type meter struct {
	Progress
	marks []mark
}

type mark struct {
	at     time.Time
	done   int
	amount int64
}

// tick takes the state of the work at a time, and works out rate and time left.
func (m *meter) tick(at time.Time) Progress {
	m.marks = append(m.marks, mark{at, m.Done, m.amount()})
	for len(m.marks) > 2 && at.Sub(m.marks[1].at) >= window {
		m.marks = m.marks[1:]
	}
	first := m.marks[0]
	p := m.Progress
	seconds := at.Sub(first.at).Seconds()
	if seconds <= 0 {
		return p
	}
	p.Rate = float64(p.Done-first.done) / seconds
	if left, done := m.whole()-m.amount(), m.amount()-first.amount; left > 0 && done > 0 {
		p.Left = time.Duration(float64(left) / float64(done) * seconds * float64(time.Second))
	}
	return p
}

func (m *meter) amount() int64 {
	if m.OfBytes > 0 {
		return m.Bytes
	}
	return int64(m.Done)
}

func (m *meter) whole() int64 {
	if m.OfBytes > 0 {
		return m.OfBytes
	}
	return int64(m.Of)
}
