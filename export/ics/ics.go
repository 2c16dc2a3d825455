// Package ics writes incidents as a calendar, RFC 5545: one entry an incident whose days are known, and one for each turn of a truce or of talks.
package ics

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"sitrep"
	"sitrep/export/rows"
)

// Writer writes a calendar, entry by entry.
type Writer struct {
	w      *bufio.Writer
	head   rows.Head
	stamp  string
	coarse int
}

// New begins a calendar.
func New(w io.Writer, head rows.Head) *Writer {
	x := &Writer{w: bufio.NewWriter(w), head: head, stamp: "19700101T000000Z"}
	if made, err := time.Parse(time.RFC3339, head.Made); err == nil {
		x.stamp = made.UTC().Format("20060102T150405Z")
	}
	title := head.Title
	if title == "" {
		title = "Sitrep"
	}
	for _, l := range [][2]string{{"BEGIN", "VCALENDAR"}, {"VERSION", "2.0"}, {"PRODID", "-//Sitrep//EN"}, {"X-WR-CALNAME", escaped(title)}, {"X-WR-CALDESC", escaped(rows.Caution)}} {
		x.line(l[0], l[1])
	}
	return x
}

// Write writes an incident, and the turns of its course.
func (w *Writer) Write(row *rows.Incident) error {
	i := &row.Incident
	if known(i.When) {
		w.entry(i, "incident-"+i.ID, i.When, i.Title, rows.Account(i))
	} else {
		w.coarse++
	}
	for k := range i.Course {
		t := &i.Course[k]
		if !known(t.When) || t.When == i.When && len(i.Course) == 1 {
			continue
		}
		w.entry(i, "incident-"+i.ID+"-turn-"+strconv.Itoa(k+1), t.When, i.Title+": "+t.What, told(t))
	}
	return nil
}

// told is a turn in lines of text.
func told(t *sitrep.Turn) []string {
	s := t.What
	if t.By != "" {
		s += " by " + t.By
	}
	if len(t.AccordingTo) > 0 {
		s += ", according to " + strings.Join(t.AccordingTo, ", ")
	} else {
		s += ", in the reporters' own voice"
	}
	out := []string{s}
	if t.Quote != "" {
		out = append(out, "“"+rows.Quote(t.Quote)+"”")
	}
	return out
}

// known tells whether a time is known to days: a month is no entry of a calendar.
func known(i sitrep.Interval) bool { return i.From.Day != 0 && (i.To.Day != 0 || i.To.IsZero()) }

func (w *Writer) entry(i *sitrep.Incident, id string, when sitrep.Interval, title string, about []string) {
	last := when.To
	if last.IsZero() || last.First().Before(when.From.First()) {
		last = when.From
	}
	lines := [][2]string{{"BEGIN", "VEVENT"}, {"UID", escaped(id) + "@sitrep"}, {"DTSTAMP", w.stamp}, {"DTSTART;VALUE=DATE", compact(when.From)}, {"DTEND;VALUE=DATE", compact(last.AddDays(1))},
		{"SUMMARY", escaped(title)}, {"DESCRIPTION", escaped(strings.Join(about, "\n"))}, {"CATEGORIES", escaped(string(i.Kind))}, {"TRANSP", "TRANSPARENT"}}
	if i.Status == sitrep.Planned {
		lines = append(lines, [2]string{"STATUS", "TENTATIVE"})
	}
	if i.Place.Name != "" {
		lines = append(lines, [2]string{"LOCATION", escaped(rows.Where(&i.Place))})
	}
	if i.Place.Located {
		lines = append(lines, [2]string{"GEO", rows.Latitude(&i.Place) + ";" + rows.Longitude(&i.Place)})
	}
	if link := w.head.Link(i.ID); link != "" {
		lines = append(lines, [2]string{"URL", one(link)})
	}
	if side := i.OneSide(); side != "" {
		lines = append(lines, [2]string{"X-SITREP-TOLD-BY-ONE-SIDE-ONLY", escaped(side)})
	}
	for _, l := range append(lines, [2]string{"END", "VEVENT"}) {
		w.line(l[0], l[1])
	}
}

func compact(d sitrep.CivilDate) string { return d.First().Format("20060102") }

// escaped is a text as a value of TEXT.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(strings.Map(printed, s))
}

// one is a value on one line.
func one(s string) string { return strings.ReplaceAll(strings.Map(printed, s), "\n", "") }

// printed leaves out what no value may hold.
func printed(r rune) rune {
	if r < ' ' && r != '\n' || r == 0x7f {
		return -1
	}
	return r
}

// line writes a line, folded where it is longer than 75 bytes, and never inside a letter.
func (w *Writer) line(name, value string) {
	rest, room := name+":"+value, 75
	for len(rest) > room {
		cut := room
		for cut > 0 && rest[cut]&0xC0 == 0x80 {
			cut--
		}
		w.w.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], 74
	}
	w.w.WriteString(rest + "\r\n")
}

// Close ends the calendar.
func (w *Writer) Close() error {
	w.line("END", "VCALENDAR")
	return w.w.Flush()
}

// LeftOut says what a calendar does not carry.
func (w *Writer) LeftOut() []string {
	out := []string{"An entry tells an incident in words: its claims and its single figures with their words are in the jsonl, claims and tolls forms."}
	if w.coarse > 0 {
		out = append(out, fmt.Sprintf("%d incidents whose days are not known are left out.", w.coarse))
	}
	return out
}
