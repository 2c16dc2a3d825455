package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"sitrep"
	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/record"
)

type readCommand struct {
	Files     []string `arg:"" name:"file" help:"Reports: text files; - reads standard input."`
	Published string   `placeholder:"DATE" help:"The day of publication."`
	JSON      bool     `name:"json" xor:"form" help:"The record as one JSON object, schema sitrep/1."`
	JSONL     bool     `name:"jsonl" xor:"form" help:"Read JSON Lines, write one record a line."`
}

// Run reads the reports.
func (c *readCommand) Run(ctx context.Context, a *app) error {
	pipeline, err := a.pipeline()
	if err != nil {
		return err
	}
	reader := extract.New(pipeline, lexicon.English(), gazetteer.Default())
	for _, f := range c.Files {
		text, err := readText(a.in, f, 64<<20)
		if err != nil {
			return err
		}
		if c.JSONL {
			s := bufio.NewScanner(strings.NewReader(text))
			s.Buffer(nil, 64<<20)
			for s.Scan() {
				var in struct{ ID, Published, Title, Text string }
				if err := json.Unmarshal(s.Bytes(), &in); err != nil {
					return err
				}
				if err := c.one(a.data(), reader, in.ID, in.Title, in.Text, in.Published); err != nil {
					return err
				}
			}
			continue
		}
		title := ""
		if t, rest, ok := strings.Cut(text, "\n\n"); ok && len(t) < 250 && !strings.HasSuffix(t, ".") {
			title, text = t, rest
		}
		if err := c.one(a.data(), reader, f, title, text, c.Published); err != nil {
			return err
		}
	}
	return nil
}

func (c *readCommand) one(out io.Writer, reader *extract.Reader, id, title, text, published string) error {
	sum := sha256.Sum256([]byte(text))
	r := &sitrep.Report{ID: id, Title: title, Text: text, SHA256: hex.EncodeToString(sum[:]), PublishedBasis: sitrep.PublishedNotKnown}
	if len(published) >= 10 {
		t, err := time.Parse("2006-01-02", published[:10])
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		r.Published, r.PublishedBasis = t, sitrep.PublishedGiven
	}
	reading, err := reader.Read(r)
	if err != nil {
		return err
	}
	return record.WriteReading(out, reading, record.ReadingOptions{})
}
