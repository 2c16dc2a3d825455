package page

import (
	"strings"

	"sitrep"
)

// stampWords are those of which lines that tell the time of publication are made, beside days, months, clocks and zones.
var stampWords = wordSetOf("published|publication|updated|update|posted|modified|created|printed|last|first|date|of|on|at|am|pm|a.m|p.m|time|local|hrs|hours|" +
	"written|ist|issued|issue|min|mins|minutes|read|print|views||ago|-|–|—|/|&|edition|et")

// isStampWord tells whether a word, in small letters and without marks, can stand in a stamp.
func isStampWord(w string) bool {
	if stampWords[w] || weekdays[w] || months[w] > 0 || agencyLine[w] {
		return true
	}
	if _, ok := zones[w]; ok {
		return true
	}
	if _, _, ok := clock(w, ""); ok {
		return true
	}
	if _, ok := numericDay(w); ok {
		return true
	}
	return len(w) <= 6 && number(strings.TrimRight(w, "stndrh")) > 0
}

// isStamp tells whether a line does nothing but say when it was published: words of time with a whole day in them. A clock alone, or a
// day without its year, heads an entry of a report that goes on through the day and belongs to it.
func isStamp(line string) bool {
	if len(line) > 120 {
		return false
	}
	words := timeWords(line)
	if len(words) == 0 || len(words) > 18 {
		return false
	}
	day := false
	for i, w := range words {
		if _, n := dayAt(words, i); n > 0 {
			day = true
		}
		if !isStampWord(strings.ToLower(strings.Trim(w, ".:"))) {
			return false
		}
	}
	return day
}

// stampPrefix is how many bytes at the head of a line are a stamp with a whole day in it; 0 where the line does not begin with one.
func stampPrefix(line string) int {
	words, ends := headWords(line)
	n, day := 0, false
	for i, w := range words {
		if !isStampWord(w) || agencyLine[w] || w == "first" {
			break
		}
		if _, k := dayAt(words, i); k > 0 {
			day, n = true, max(n, i+k)
		}
		_, _, isClock := clock(w, "")
		if _, isZone := zones[w]; isClock || isZone || weekdays[w] || w == "am" || w == "pm" || w == "a.m" || w == "p.m" {
			n = max(n, i+1)
		}
	}
	if !day || n == 0 {
		return 0
	}
	end := ends[n-1]
	for end < len(line) && strings.IndexByte(").,", line[end]) >= 0 {
		end++
	}
	return end
}

// headWords are the first words of a line in small letters without the marks around them, and where each ends.
func headWords(line string) (words []string, ends []int) {
	for at := 0; at < len(line) && len(words) < 18; {
		for at < len(line) && strings.IndexByte(" ,|()-:", line[at]) >= 0 {
			at++
		}
		next := at + strings.IndexAny(line[at:], " ,|()")
		if next < at {
			next = len(line)
		}
		if w := strings.ToLower(strings.Trim(line[at:next], ".:")); w != "" {
			words, ends = append(words, w), append(ends, next)
		}
		at = next
	}
	return words, ends
}

// agencyStamp drops "AFP Monday 17 Oct 2016" in the head of a paragraph into which a page was poured, with the headline before it.
func (f *finder) agencyStamp(l sitrep.Span, isFirst bool) {
	if !isFirst {
		return
	}
	line := f.text[l.Start:min(l.End, l.Start+500)]
	for _, agency := range []string{"AFP ", "AP ", "Reuters ", "REUTERS "} {
		i := strings.Index(line, agency)
		if i < 0 || i > 0 && line[i-1] != ' ' {
			continue
		}
		n := stampPrefix(line[i+len(agency):])
		day, _, _ := strings.Cut(line[i+len(agency):], " ")
		if n > 0 && weekdays[strings.ToLower(day)] {
			start := i
			if i < 150 && !strings.Contains(line[:i], ". ") {
				start = 0
			}
			f.drop(l.Start+start, l.Start+i+len(agency)+n, reasonStamp)
		}
	}
}
