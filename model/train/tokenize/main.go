// Command tokenize segments texts: JSON lines with "text" and perhaps "title" on standard input become one JSON array of words a
// sentence on standard output, the words as models read them. With -conllu it reads one plain text and writes CoNLL-U without trees,
// for scoring.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"sitrep"
	"sitrep/nlp/segment"
)

func main() {
	conllu := flag.Bool("conllu", false, "read one plain text, write CoNLL-U")
	flag.Parse()
	if err := run(os.Stdin, os.Stdout, *conllu); err != nil {
		fmt.Fprintln(os.Stderr, "tokenize:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, conllu bool) error {
	g, err := segment.New(nil)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<16)
	if conllu {
		err = writeCoNLLU(g, in, w)
	} else {
		err = writeWords(g, in, w)
	}
	return errors.Join(err, w.Flush())
}

// writeWords segments the title and the text of every JSON line.
func writeWords(g *segment.Segmenter, in io.Reader, w *bufio.Writer) error {
	dec, enc := json.NewDecoder(in), json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for n := 1; ; n++ {
		var report struct{ Title, Text string }
		if err := dec.Decode(&report); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("reading text %d: %w", n, err)
		}
		for _, text := range []string{report.Title, report.Text} {
			if err := writeSentences(g, text, enc); err != nil {
				return err
			}
		}
	}
}

func writeSentences(g *segment.Segmenter, text string, enc *json.Encoder) error {
	d := &sitrep.Doc{Text: text}
	g.Segment(d)
	var words []string
	for _, s := range d.Sentences {
		words = words[:0]
		for i := s.First; i < s.Last; i++ {
			words = append(words, d.Tokens[i].Reading())
		}
		if err := enc.Encode(words); err != nil {
			return err
		}
	}
	return nil
}

func writeCoNLLU(g *segment.Segmenter, in io.Reader, w *bufio.Writer) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("reading the text: %w", err)
	}
	d := &sitrep.Doc{Text: string(text)}
	g.Segment(d)
	for _, s := range d.Sentences {
		words := d.Words(s)
		for i := range words {
			writeJoined(w, words, i)
			fmt.Fprintf(w, "%d\t%s\t_\tX\tX\t_\t%d\tdep\t_\t_\n", i+1, words[i].Form, i)
		}
		fmt.Fprintln(w)
	}
	return nil
}

// writeJoined writes the line of the multiword token that begins with word i, if one does.
func writeJoined(w io.Writer, words []sitrep.Token, i int) {
	if i > 0 && words[i-1].Joined || !words[i].Joined {
		return
	}
	form, last := words[i].Form, i
	for last+1 < len(words) && words[last].Joined {
		last++
		form += words[last].Form
	}
	fmt.Fprintf(w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", i+1, last+1, form)
}
