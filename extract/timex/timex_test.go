package timex_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep"
	"sitrep/extract/timex"
	"sitrep/nlp/english"
)

var language = sync.OnceValues(english.New)

// read finds the expressions of a text that was published on a day, or on no known day.
func read(t testing.TB, published, text string) *sitrep.Story {
	t.Helper()
	pipeline, err := language()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pipeline.Annotate(text)
	if err != nil {
		t.Fatal(err)
	}
	report := &sitrep.Report{Text: text}
	if published != "" {
		if report.Published, err = time.Parse("2006-01-02", published); err != nil {
			t.Fatal(err)
		}
	}
	s := &sitrep.Story{Report: report, Doc: doc, Tree: sitrep.NewTree(doc)}
	if err := timex.New().Read(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// values are the expressions with their types and values.
func values(s *sitrep.Story) string {
	var all []string
	for _, x := range s.Timexes {
		mod := ""
		if x.Mod != "" {
			mod = "/" + x.Mod
		}
		all = append(all, fmt.Sprintf("%s=%.2s:%s%s", s.In(x.Span), x.Type, x.Value, mod))
	}
	return strings.Join(all, "; ")
}

// The reports of these tests were published on Wednesday, 11 May 2016.
const wednesday = "2016-05-11"

func TestValues(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a weekday is the last one", "The bridge was shelled on Friday.", "Friday=DA:2016-05-06"},
		{"following a day is after it", "The road was closed following Tuesday's raid.", "Tuesday=DA:2016-05-10"},
		{"the following day", "The raid was on Tuesday and ended the following Friday.", "Tuesday=DA:2016-05-10; the following Friday=DA:2016-05-13"},
		{"the weekday of publication is that day", "The bridge was shelled on Wednesday.", "Wednesday=DA:2016-05-11"},
		{"the next one in the future", "Talks will resume on Friday.", "Friday=DA:2016-05-13"},
		{"after a verb that looks ahead", "The sides agreed to meet on Friday.", "Friday=DA:2016-05-13"},
		{"scheduled", "The talks are scheduled for Monday.", "Monday=DA:2016-05-16"},
		{"a saying that opens a clause of the future", "The mayor said on Monday that the bridge would be rebuilt.", "Monday=DA:2016-05-09"},
		{"part of a day", "Shells fell on Tuesday night.", "Tuesday night=TI:2016-05-10TNI"},
		{"yesterday", "It was quiet yesterday, but not this morning.", "yesterday=DA:2016-05-10; this morning=TI:2016-05-11TMO"},
		{"overnight", "Two villages were hit overnight.", "overnight=TI:2016-05-10TNI"},
		{"a whole date", "The accord of May 3, 2013 holds.", "May 3, 2013=DA:2013-05-03"},
		{"European order", "It was signed on 3 May 2013.", "3 May 2013=DA:2013-05-03"},
		{"digits", "See the notes of 2013-05-03, 30.04.2017 and 4/30/2017.", "2013-05-03=DA:2013-05-03; 30.04.2017=DA:2017-04-30; 4/30/2017=DA:2017-04-30"},
		{"soldiers' dates", "The patrol left on 15MAY14.", "15MAY14=DA:2014-05-15"},
		{"a day of the past year", "The depot burned on Dec. 25.", "Dec. 25=DA:2015-12-25"},
		{"a month behind", "The siege began in September.", "September=DA:2015-09"},
		{"a month ahead", "The vote will be held in September.", "September=DA:2016-09"},
		{"a month of last year", "The siege began in September last year.", "September last year=DA:2015-09"},
		{"the edge of a month", "It began in early March.", "early March=DA:2016-03/START"},
		{"may is a verb", "The army may retreat in May.", "May=DA:2016-05"},
		{"march is a deed", "Thousands joined the march in March.", "March=DA:2016-03"},
		{"a year", "The war began in 2011.", "2011=DA:2011"},
		{"a number is no year", "About 2000 people fled.", ""},
		{"a decade", "The group was founded in the late 1990s.", "the late 1990s=DA:199/END"},
		{"last week", "It fell last week.", "last week=DA:2016-W18"},
		{"this month", "It fell earlier this month.", "earlier this month=DA:2016-05/START"},
		{"weeks ago", "It fell two weeks ago.", "two weeks ago=DA:2016-W17"},
		{"years ago", "It fell five years ago.", "five years ago=DA:2011"},
		{"the past hours", "Ten were hurt in the past 24 hours.", "the past 24 hours=DU:PT24H"},
		{"a length", "The truce held for three days.", "three days=DU:P3D"},
		{"a length before a noun", "The three-day truce held.", "three-day=DU:P3D"},
		{"more or less", "It lasted nearly two years.", "nearly two years=DU:P2Y/LESS_THAN"},
		{"an age is no time", "A six-year-old boy and a man, 45, were hurt.", ""},
		{"again and again", "Shells fall daily, and every Friday there are more.", "daily=SE:P1D; every Friday=SE:XXXX-WXX-5"},
		{"now", "The town is now empty.", "now=DA:PRESENT_REF"},
		{"the eve of a feast of two words", "Police were deployed on New Year's Eve.", "New Year's Eve=DA:2015-12-31"},
		{"a feast", "The truce began on Christmas Eve.", "Christmas Eve=DA:2015-12-24"},
		{"a season", "They attacked in the summer of 2014.", "the summer of 2014=DA:2014-SU"},
		{"a time and its day", "The blast came at 9:30 a.m. on Tuesday.", "9:30 a.m.=TI:2016-05-11T09:30; Tuesday=DA:2016-05-10"},
		{"the next day", "It fell on Friday. The next day, it was retaken.", "Friday=DA:2016-05-06; The next day=DA:2016-05-07"},
		{"days later", "It fell on May 1. Two days later, it was retaken.", "May 1=DA:2016-05-01; Two days later=DA:2016-05-03"},
		{"until", "The sides extended the truce until Friday.", "Friday=DA:2016-05-13"},
		{"weekday and date agree", "It happened on Monday, Oct. 26.", "Monday, Oct. 26=DA:2015-10-26"},
		{"a range of days", "The offensive of May 3-5 failed.", "May 3-5=DA:2016-05-03"},
		{"a range of years", "He fought in the 1950-53 war.", "1950-53=DA:1950"},
		{"a year before a name", "It was lost in the 1967 Six Day War.", "1967=DA:1967"},
		{"a month before a noun", "The zones were agreed at March peace talks.", "March=DA:2016-03"},
		{"the age of a war", "The six-year-old war goes on.", "six-year-old=DU:P6Y"},
		{"a length before a clause", "It came a day after rebels took the town.", "a day=DU:P1D"},
		{"a share is no time", "About three-quarters of the town is lost.", ""},
		{"an infinitive of the past", "The army launched an offensive to retake the town on May 30.", "May 30=DA:2016-05-30"},
		{"whose ruling is made", "The group will appeal Friday's ruling.", "Friday=DA:2016-05-06"},
		{"whose talks are to come", "He will attend Friday's talks.", "Friday=DA:2016-05-13"},
		{"as soon as", "The convoy could leave as soon as Friday.", "Friday=DA:2016-05-13"},
		{"a day just past", "They must speak of March 27.", "March 27=DA:2016-03-27"},
		{"a day long past is to come", "They must speak of January 3.", "January 3=DA:2017-01-03"},
		{"business", "Profit rose in the third quarter from the year-ago quarter.", "the third quarter=DA:2015-Q3; the year-ago quarter=DA:2014-Q3"},
		{"a half", "The siege lasted 2 1/2 years.", "2 1/2 years=DU:P2Y6M"},
		{"military time", "It was hit at 0300 GMT on May 4.", "0300 GMT=TI:2016-05-11T03:00; May 4=DA:2016-05-04"},
		{"two months", "It rained in April and May.", "April=DA:2016-04; May=DA:2016-05"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := values(read(t, wednesday, c.text)); got != c.want {
				t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestIntervals(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Two villages were hit overnight.", "2016-05-10..2016-05-11 days resolved"},
		{"It fell last week.", "2016-05-02..2016-05-08 week resolved"},
		{"It fell earlier this week.", "2016-05-09..2016-05-11 days resolved"},
		{"It fell last weekend.", "2016-05-07..2016-05-08 days resolved"},
		{"It fell two weeks ago.", "2016-04-27..2016-04-27 day resolved"},
		{"It fell six months ago.", "2015-11..2015-11 month resolved"},
		{"It fell in the past two days.", "2016-05-09..2016-05-11 days resolved"},
		{"Ten were hurt in the past 24 hours.", "2016-05-10..2016-05-11 days resolved"},
		{"Ten were hurt in the last five months.", "2015-12..2016-05-11 year resolved"},
		{"The offensive of May 3-5 failed.", "2016-05-03..2016-05-05 days resolved"},
		{"He fought in the 1950-53 war.", "1950..1953 more told"},
		{"It fell in 2011.", "2011..2011 year told"},
		{"They came in the early 1990s.", "1990..1993 more told"},
		{"It held for three days.", ".. "},
	} {
		s := read(t, wednesday, c.text)
		if len(s.Timexes) != 1 {
			t.Errorf("%q: %s", c.text, values(s))
			continue
		}
		i := s.Timexes[0].Interval
		if got := fmt.Sprintf("%s..%s %s %s", i.From, i.To, i.Precision, i.Basis); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestNoDayOfPublication(t *testing.T) {
	s := read(t, "", "It fell on Friday, two weeks ago, overnight, last year, in March, at Christmas, this summer, in the past two days, and on 3 May 2013.")
	for _, x := range s.Timexes {
		if known := x.Value == "2013-05-03"; known == x.Interval.IsZero() {
			t.Errorf("%s: %v", s.In(x.Span), x.Interval)
		}
	}
}

func TestAttach(t *testing.T) {
	for text, want := range map[string]string{
		"The mayor said on Monday that two men were killed on Sunday.": "said, killed",
		"The mayor said Monday two men were killed Sunday.":            "said, killed",
		"Friday's attack was the worst since Tuesday.":                 "attack, worst",
	} {
		s := read(t, wednesday, text)
		var all []string
		for _, x := range s.Timexes {
			all = append(all, s.Tokens[x.Governor].Form)
		}
		if got := strings.Join(all, ", "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestAnyText holds the step to its contract on text that makes no sense.
func TestAnyText(t *testing.T) {
	for _, text := range []string{"", "May", "the", "\xff\xfe on \xffMonday", "29 February", "the end of the end of the end of the end of May",
		"99999999999999999999 years ago", "every each last next the two", strings.Repeat("the last of early ", 300), "3000000 centuries ago", "0000-00-00 99/99/9999 31 June 2015"} {
		for _, published := range []string{"", "2016-02-29", "0001-01-01", "9999-12-31"} {
			s := read(t, published, text)
			last := 0
			for _, x := range s.Timexes {
				if x.Start < last || x.End <= x.Start || x.First < 0 || x.Last > len(s.Tokens) {
					t.Fatalf("%q: span %v after %d", text, x.Span, last)
				}
				last = x.End
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	s := read(b, wednesday, strings.Repeat("The army said on Tuesday that 23 soldiers had been killed two days earlier, when a convoy was hit near the northern border. ", 20))
	step := timex.New()
	for b.Loop() {
		s.Timexes = nil
		if err := step.Read(s); err != nil {
			b.Fatal(err)
		}
	}
}
