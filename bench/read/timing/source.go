package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
)

// source is the text that reports are made of.
type source struct {
	paragraphs []string
	pages      []string // web pages as they were given
	made       string   // says that web pages were made here
}

// readSource reads a file, or the files of a folder.
func readSource(name string) (*source, error) {
	names := []string{name}
	if info, err := os.Stat(name); err != nil {
		return nil, err
	} else if info.IsDir() {
		names = nil
		for _, ending := range []string{"*.txt", "*.html", "*.jsonl"} {
			found, _ := filepath.Glob(filepath.Join(name, ending))
			names = append(names, found...)
		}
	}
	s := &source{}
	for _, file := range names {
		if err := s.add(file); err != nil {
			return nil, fmt.Errorf("read %s: %w", file, err)
		}
	}
	if len(s.paragraphs) == 0 {
		return nil, fmt.Errorf("%s holds no text: give a file, or a folder of *.txt, *.html or *.jsonl", name)
	}
	return s, nil
}

func (s *source) add(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	if filepath.Ext(file) == ".jsonl" {
		return s.addLines(bufio.NewScanner(f))
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if filepath.Ext(file) == ".html" {
		s.pages = append(s.pages, string(b))
		return nil
	}
	s.addText(string(b))
	return nil
}

func (s *source) addLines(lines *bufio.Scanner) error {
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r report
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return err
		}
		if r.HTML != "" {
			s.pages = append(s.pages, r.HTML)
		}
		s.addText(r.Text)
	}
	return lines.Err()
}

func (s *source) addText(text string) {
	for p := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); strings.Contains(p, " ") {
			s.paragraphs = append(s.paragraphs, p)
		}
	}
}

// reports are so many reports of so many words, cut from the text as it runs on.
func (s *source) reports(n, words int) []report {
	next := 0
	out := make([]report, n)
	for i := range out {
		var text []string
		for left := words; left > 0; next++ {
			p := strings.Fields(s.paragraphs[next%len(s.paragraphs)])
			p = p[:min(len(p), left)]
			text, left = append(text, strings.Join(p, " ")), left-len(p)
		}
		out[i] = report{ID: fmt.Sprint(i), Published: "2020-07-14", Text: strings.Join(text, "\n\n")}
	}
	return out
}

// fewest is how many bytes the pages given must have on average to stand for the web's.
const fewest = 20_000

// webPages are so many pages: those given, where there are any of the usual size, else reports with as much around them as the web's have.
func (s *source) webPages(n int) []report {
	size := 0
	for _, p := range s.pages {
		size += len(p)
	}
	out := make([]report, n)
	if len(s.pages) > 0 && size/len(s.pages) >= fewest {
		for i := range out {
			out[i] = report{ID: fmt.Sprint(i), HTML: s.pages[i%len(s.pages)]}
		}
		return out
	}
	s.made = " made around reports"
	for i, r := range s.reports(n, words) {
		out[i] = report{ID: r.ID, Published: r.Published, HTML: around(r.Text)}
	}
	return out
}

// around makes a page of a text: with menus, lists of other reports, scripts and a foot.
func around(text string) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Fighting goes on | Example</title><meta property="og:site_name" content="Example">`)
	for i := range 40 {
		fmt.Fprintf(&b, "<script>window.settings%d = {%s};</script>\n", i, strings.Repeat(`"key": [1, 2, 3, "value"], `, 40))
	}
	b.WriteString("</head><body><nav><ul>")
	for i := range 150 {
		fmt.Fprintf(&b, `<li class="menu-item menu-item-%d"><a href="/section/%d" data-track="menu">Section %d</a></li>`, i, i, i)
	}
	b.WriteString("</ul></nav><main><article><h1>Fighting goes on</h1>")
	for p := range strings.SplitSeq(text, "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	b.WriteString("</article></main><aside>")
	for i := range 60 {
		fmt.Fprintf(&b, `<div class="teaser"><a href="/story/%d"><img src="/i/%d.jpg" alt=""><h3>Another story of the day, number %d</h3></a></div>`, i, i, i)
	}
	b.WriteString("</aside><footer><p>All rights reserved.</p></footer></body></html>")
	return b.String()
}
