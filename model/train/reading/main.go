// Command reading writes reports as tokens with what answers say of them, for teacher.py to learn from, or raw reports for it to answer.
//
//	reading ANSWERS > gold.jsonl
//	reading --raw STORIES.jsonl > raw.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"sitrep"
	"sitrep/eval/gold"
	"sitrep/eval/predict"
	"sitrep/extract"
	"sitrep/extract/event"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
	"sitrep/record"
)

// none marks tokens that tell of nothing, masked those of which the answers do not say.
const (
	none   = "none"
	masked = "masked"
)

type token struct {
	Form   string `json:"w"`
	UPOS   string `json:"p"`
	Label  string `json:"l,omitempty"`
	News   int    `json:"n,omitempty"` // 1 new, 2 old
	Status string `json:"s,omitempty"`
}

type document struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Sentences [][]int `json:"sentences"`
	Tokens    []token `json:"tokens"`
}

func main() {
	log.SetFlags(0)
	language, err := english.New()
	if err != nil {
		log.Fatal(err)
	}
	reader := extract.New(language, lexicon.English(), gazetteer.Default())
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	switch {
	case len(os.Args) == 2:
		err = answers(reader, os.Args[1], json.NewEncoder(out))
	case len(os.Args) == 3 && os.Args[1] == "--raw":
		err = raw(reader, os.Args[2], json.NewEncoder(out))
	default:
		log.Fatal("usage: reading ANSWERS, or reading --raw STORIES.jsonl")
	}
	if err != nil {
		log.Fatal(err)
	}
}

func answers(reader *extract.Reader, dir string, out *json.Encoder) error {
	all, err := gold.Load(dir)
	if err != nil {
		return err
	}
	for i := range all {
		a := &all[i]
		in := predict.Input{ID: a.ID, Published: a.Published, Title: a.Title, Text: a.Text}
		s, err := reader.Story(in.Report())
		if err != nil {
			return fmt.Errorf("answer %s: %w", a.ID, err)
		}
		d := tokens(s)
		label(d, s, a)
		if err := out.Encode(d); err != nil {
			return err
		}
	}
	return nil
}

func raw(reader *extract.Reader, file string, out *json.Encoder) error {
	f, err := record.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var in predict.Input
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			return err
		}
		s, err := reader.Story(in.Report())
		if err != nil {
			return fmt.Errorf("story %s: %w", in.ID, err)
		}
		if err := out.Encode(tokens(s)); err != nil {
			return err
		}
	}
	return lines.Err()
}

func tokens(s *sitrep.Story) *document {
	d := &document{ID: s.Report.ID, Title: s.Report.Title}
	for _, sent := range s.Sentences {
		d.Sentences = append(d.Sentences, []int{sent.First, sent.Last})
	}
	for i := range s.Tokens {
		d.Tokens = append(d.Tokens, token{Form: s.Tokens[i].Reading(), UPOS: s.Tokens[i].UPOS})
	}
	return d
}

// label marks the words that open each mention of the answer's events: the triggers found there, or the head of the stretch where there is none.
func label(d *document, s *sitrep.Story, a *gold.Answer) {
	for i := range d.Tokens {
		d.Tokens[i].Label = none
	}
	for k := range a.Events {
		for _, span := range a.Events[k].Spans {
			for i := range s.Tokens {
				if span.Contains(s.Tokens[i].Span) {
					d.Tokens[i].Label = masked
				}
			}
		}
	}
	for k := range a.Events {
		e := &a.Events[k]
		for _, span := range e.Spans {
			for _, i := range openers(s, e, span) {
				t := &d.Tokens[i]
				t.Label, t.Status, t.News = string(e.Kind), string(e.Status), 2
				if e.News {
					t.News = 1
				}
			}
		}
	}
}

func openers(s *sitrep.Story, e *gold.Event, span sitrep.Span) []int {
	var out []int
	for i := range s.Mentions {
		if m := &s.Mentions[i]; span.Contains(m.TriggerSpan) && event.SameFamily(m.Kind, e.Kind) {
			out = append(out, m.Trigger)
		}
	}
	if out != nil {
		return out
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if span.Contains(t.Span) && (t.Head < 0 || !span.Contains(s.Tokens[t.Head].Span)) && (t.UPOS == "VERB" || t.UPOS == "NOUN") {
			return []int{i}
		}
	}
	return nil
}
