package web_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// ones, tens and vague are what number words stand for; the vague ones as docs/tolls.md has them.
var (
	ones  = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens  = strings.Fields("0 0 twenty thirty forty fifty sixty seventy eighty ninety")
	vague = map[string]int{"dozens": 24, "dozen": 12, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3, "couple": 2, "pair": 2, "millions": 2_000_000}
	scale = map[string]int{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "m": 1_000_000, "k": 1000}
	piece = regexp.MustCompile(`\d[\d,. ]*\d|\d|[a-z]+`)
)

// numbersIn are all numbers that words can tell, read generously: the test asks whether a figure is there, not what the words mean.
func numbersIn(words string) map[int]bool {
	out := map[int]bool{}
	last, has := 0.0, false
	for _, w := range piece.FindAllString(strings.ToLower(strings.ReplaceAll(words, "-", " ")), -1) {
		n, ok := wordNumber(w)
		switch {
		case scale[w] != 0 && has:
			last *= float64(scale[w])
		case scale[w] != 0: // a million
			last, has = float64(scale[w]), true
		case w == "several" || w == "couple":
			last, has = float64(vague[w]), true
		case ok && has && last >= 20 && n < 10 && n > 0: // twenty | three, two hundred | five
			last += n
		case ok && has && last >= 100 && n < 100:
			last += n
		case ok:
			last, has = n, true
		case w == "and" || w == "to" || w == "of":
			continue
		default:
			has = false
		}
		if has || ok {
			out[int(last+0.5)] = true
		}
		if v := vague[w]; v != 0 {
			out[v] = true
			if has && last > 0 {
				out[int(last)*v] = true
			}
		}
	}
	for phrase, n := range map[string]int{"tens of thousands": 20_000, "hundreds of thousands": 200_000, "several dozen": 36, "several hundred": 300, "several thousand": 3000, "half a million": 500_000} {
		if strings.Contains(strings.ToLower(words), phrase) {
			out[n] = true
		}
	}
	return out
}

func wordNumber(w string) (float64, bool) {
	if w[0] >= '0' && w[0] <= '9' {
		n, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "").Replace(w), 64)
		return n, err == nil
	}
	for i, s := range ones {
		if w == s {
			return float64(i), true
		}
	}
	for i, s := range tens {
		if w == s {
			return float64(10 * i), true
		}
	}
	return 0, false
}

func TestNumbersInWords(t *testing.T) {
	for words, want := range map[string]int{"killed 1,402 people": 1402, "twenty-three dead": 23, "nearly 1.5 million people": 1_500_000, "more than a million": 1_000_000, "several million": 3_000_000, "two hundred and five men": 205, "dozens died": 24, "9 600 wounded": 9600, "hundreds of thousands": 200_000,
		"two dozen": 24, "at least 7": 7, "five thousand": 5000} {
		if !numbersIn(words)[want] {
			t.Errorf("%q: %v, want %d", words, numbersIn(words), want)
		}
	}
	if numbersIn("13 people and a dog")[3] || numbersIn("no number here")[1] {
		t.Error("numbers are found that are not there")
	}
}

// harmWords are the harms that figures are of.
var harmWords = map[string]bool{"killed": true, "wounded": true, "casualties": true, "missing": true, "captured": true, "displaced": true}

// figureOn is a number of people on a page, with the element that tells it.
type figureOn struct {
	n  int
	at *html.Node
}

var digits = regexp.MustCompile(`\d[\d,]*`)

// figuresOn are all numbers of people harmed on a page.
func figuresOn(page *html.Node) []figureOn {
	var out []figureOn
	each(page, func(e *html.Node) {
		if !has(e, "harm") || !harmWords[text(e)] {
			return
		}
		var b strings.Builder
		for s := e.NextSibling; s != nil; s = s.NextSibling { // what a side is called, or the words quoted, is no figure
			if s.Type == html.TextNode {
				b.WriteString(s.Data)
			} else if s.Data != "a" && !has(s, "people") && !has(s, "sayso") && !has(s, "harm") {
				b.WriteString(text(s))
			}
			b.WriteByte(' ')
		}
		line, _, _ := strings.Cut(b.String(), ":") // behind it stands why
		for _, d := range digits.FindAllString(line, -1) {
			if n, err := strconv.Atoi(strings.ReplaceAll(d, ",", "")); err == nil {
				out = append(out, figureOn{n, e})
			}
		}
	})
	return out
}

// passages are the words on a page that link to where they stand in a report, and the marked passages of reports.
func passages(n *html.Node) []string {
	var out []string
	each(n, func(e *html.Node) {
		href := attr(e, "href")
		if e.Data == "a" && (strings.HasPrefix(href, "/reports/") && strings.Contains(href, "#") || strings.HasPrefix(href, "#")) {
			each(e, func(q *html.Node) {
				if q.Data == "q" {
					out = append(out, text(q))
				}
			})
		}
	})
	return out
}

// within is the nearest element around one that holds what is looked for.
func within(e *html.Node, holds func(*html.Node) bool) *html.Node {
	for n := e; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && holds(n) {
			return n
		}
	}
	return nil
}

// incidentLink is the first link to an incident in an element.
func incidentLink(n *html.Node) (found string) {
	for _, l := range links(n) {
		if path, _, _ := strings.Cut(l, "#"); strings.HasPrefix(path, "/incidents/") && found == "" {
			found = path
		}
	}
	return found
}

// every calls look for the pages of the record: the views with their pages, every incident, what each rests on, and every report.
func every(t *testing.T, w *window, look func(path string, n *html.Node)) (pages int) {
	queue, seen := []string{"/", "/truces", "/claims", "/actors", "/sources", "/reports", "/brief", "/review", "/read", "/api"}, map[string]bool{}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		page := w.tree(path)
		pages++
		look(path, page)
		for _, l := range links(page) {
			l, _, _ = strings.Cut(l, "#")
			file, query, _ := strings.Cut(l, "?")
			if strings.HasPrefix(query, "after=") || query == "" && (strings.HasPrefix(file, "/incidents/") || strings.HasPrefix(file, "/reports/")) && !strings.HasSuffix(file, ".json") {
				queue = append(queue, l)
			}
		}
	}
	return pages
}

// Every number of people on every page leads to words that tell it: at once, or on the page of its incident, to which it links. The number stands in the words.
func TestEveryFigureOnEveryPageStandsInItsWords(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all pages of the examples")
	}
	w := examples(t)
	words := map[string][]string{}
	of := func(incident string) []string {
		if words[incident] == nil {
			words[incident] = passages(w.tree(incident))
		}
		return words[incident]
	}
	kinds := map[string]int{}
	pages := every(t, w, func(path string, n *html.Node) {
		for _, f := range figuresOn(n) {
			var told []string
			kind, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
			kind, _, _ = strings.Cut(kind, "?")
			switch {
			case kind == "incidents":
				told = of(strings.TrimSuffix(path, "/why"))
			case kind == "reports":
				told = passages(within(f.at, func(e *html.Node) bool { return e.Data == "p" || e.Data == "li" || e.Data == "section" }))
			default:
				row := within(f.at, func(e *html.Node) bool { return incidentLink(e) != "" })
				if row == nil {
					t.Errorf("%s: %d %s leads to no incident", path, f.n, text(f.at))
					continue
				}
				told = of(incidentLink(row))
			}
			kinds[kind]++
			if !tells(told, f.n) {
				t.Errorf("%s: %s %d stands in none of %q", path, text(f.at), f.n, told)
			}
		}
	})
	if pages < 80 || kinds[""] < 20 || kinds["incidents"] < 40 || kinds["reports"] < 30 {
		t.Errorf("only %d pages with %v figures were seen", pages, kinds)
	}
}

// tells tells whether one of the passages has a number in it. One person may be told by name, or by what he is.
func tells(passages []string, n int) bool {
	for _, p := range passages {
		if numbersIn(p)[n] || n == 1 {
			return true
		}
	}
	return false
}

// Every sentence of a brief that speaks of the world has its notes, and the numbers of people in it stand in their words.
func TestEveryFigureOfABriefStandsInItsNotes(t *testing.T) {
	if testing.Short() {
		t.Skip("makes a brief of all examples")
	}
	page := examples(t).tree("/brief?from=1900-01-01&to=2026-12-31")
	notes := map[string]string{}
	each(page, func(e *html.Node) {
		if strings.HasPrefix(attr(e, "id"), "note-") {
			notes["#"+attr(e, "id")] = strings.Join(passages(e), " … ") + quotes(e)
		}
	})
	figures := 0
	each(page, func(e *html.Node) {
		if e.Data != "span" || attr(e, "dir") != "auto" || has(e, "of-record") || within(e, func(n *html.Node) bool { return has(n, "notes") || has(n, "top") || has(n, "bottom") }) != nil {
			return
		}
		var words []string
		for s := e.NextSibling; s != nil && s.Data == "sup"; s = s.NextSibling {
			each(s, func(a *html.Node) {
				if a.Data == "a" {
					words = append(words, notes[attr(a, "href")])
				}
			})
		}
		sentence := text(e)
		if len(words) == 0 {
			t.Errorf("%q has no note", sentence)
		}
		harm, _, _ := strings.Cut(strings.ToLower(sentence), " ")
		if !harmWords[harm] {
			return
		}
		_, told, _ := strings.Cut(sentence, ": ")
		for _, d := range digits.FindAllString(told, -1) {
			n, _ := strconv.Atoi(strings.ReplaceAll(d, ",", ""))
			if figures++; !tells(words, n) {
				t.Errorf("%q: %d stands in none of %q", sentence, n, words)
			}
		}
	})
	if figures < 10 {
		t.Errorf("only %d figures were seen", figures)
	}
}

// quotes are the words that are quoted in an element.
func quotes(n *html.Node) (out string) {
	each(n, func(q *html.Node) {
		if q.Data == "q" {
			out += " … " + text(q)
		}
	})
	return out
}

// Nobody is shown on any page as having done something without who says so and how sure that is.
func TestNoInitiatorWithoutWhoSaysSo(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all pages of the examples")
	}
	w := examples(t)
	doers := map[string]bool{} // by name
	seen := 0
	every(t, w, func(path string, n *html.Node) {
		each(n, func(e *html.Node) {
			role := has(e, "role") && text(e) == "initiator"
			inDoers := has(e, "who") && within(e, func(n *html.Node) bool { return has(n, "doers") }) != nil // elsewhere it is whom it was done to
			if !has(e, "doers") && !inDoers && !role {
				return
			}
			if role {
				e = e.Parent
			}
			said := 0
			each(e, func(s *html.Node) {
				if has(s, "sayso") && text(s) != "" {
					said++
				}
				if s.Data == "b" && has(e, "who") {
					doers[text(s)] = true
				}
			})
			if seen++; said == 0 {
				t.Errorf("%s: %q", path, text(e))
			}
		})
		if strings.HasSuffix(path, "/why") {
			each(n, func(e *html.Node) {
				if e.Data == "tr" && strings.HasPrefix(text(e), "initiator:") && !strings.Contains(text(e), " – ") {
					t.Errorf("%s: %q", path, text(e))
				}
			})
		}
	})
	if seen < 100 || len(doers) < 5 {
		t.Errorf("only %d initiators, %d of them by name, were seen", seen, len(doers))
	}
	_, all := w.call("/incidents?limit=500")
	for _, i := range all["rows"].([]any) {
		for _, a := range i.(map[string]any)["actors"].([]any) {
			if a := a.(map[string]any); a["role"] == "initiator" && a["confidence"] == nil {
				t.Errorf("the API: %v", a)
			}
		}
	}
}
