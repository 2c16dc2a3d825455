// Command marks puts the marks of marks.jsonl together with the reports that they mark, which are not in the project: answers, in the form that
// package eval/gold reads, to train on beside those made for measuring. A mark says where in a report something stands, in code points.
//
//	marks OUT STORIES.jsonl.gz…
package main

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"sitrep/record"
)

//go:embed marks.jsonl
var marks string

// story is a report of the pool.
type story struct {
	ID        string `json:"id"`
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

// mark is what was marked in one report.
type mark struct {
	ID     string           `json:"id"`
	Events []map[string]any `json:"events"`
}

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: marks OUT STORIES.jsonl.gz…")
	}
	stories := map[string]story{}
	for _, file := range os.Args[2:] {
		if err := read(file, stories); err != nil {
			log.Fatalf("stories %s: %v", file, err)
		}
	}
	written, missing := 0, 0
	for line := range strings.Lines(marks) {
		var m mark
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			log.Fatalf("marks.jsonl: %v", err)
		}
		s, ok := stories[m.ID]
		if !ok {
			missing++
			continue
		}
		if err := write(os.Args[1], s, m); err != nil {
			log.Fatal(err)
		}
		written++
	}
	fmt.Printf("%d answers written, %d reports missing\n", written, missing)
}

func read(file string, stories map[string]story) error {
	f, err := record.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var s story
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return err
		}
		stories[s.ID] = s
	}
	return lines.Err()
}

var unsafe = regexp.MustCompile(`[^A-Za-z0-9_-]`)

// write writes the answer of one report: the places of the words become the words.
func write(dir string, s story, m mark) error {
	text := []rune(s.Text)
	for i, e := range m.Events {
		e["id"] = fmt.Sprintf("e%d", i+1)
		var words []string
		for _, span := range e["words"].([]any) {
			at := span.([]any)
			words = append(words, string(text[int(at[0].(float64)):int(at[1].(float64))]))
		}
		e["words"] = words
	}
	b, err := json.Marshal(map[string]any{"id": s.ID, "published": s.Published[:len("2006-01-02")], "title": s.Title, "text": s.Text, "events": m.Events, "claims": []any{}})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, unsafe.ReplaceAllString(s.ID, "_")+".json"), b, 0o644)
}
