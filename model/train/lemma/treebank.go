package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"sitrep"
	"sitrep/nlp/lemma"
)

// word is a word of a treebank.
type word struct {
	class       lemma.Class
	form, lemma string
	typo        bool // the lemma is that of another spelling
	token       sitrep.Token
}

func readTreebanks(files []string) ([]word, error) {
	var words []word
	for _, f := range files {
		err := eachLine(f, func(line string) error {
			if w, ok := readWord(line); ok {
				words = append(words, w)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return words, nil
}

func readWord(line string) (word, bool) {
	f := strings.Split(line, "\t")
	if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
		return word{}, false
	}
	typo := strings.Contains(f[5], "Typo=Yes") || strings.Contains(f[9], "CorrectForm=")
	t := sitrep.Token{Form: f[1], UPOS: f[3], XPOS: f[4], Feats: f[5]}
	return word{lemma.ClassOf(f[3], f[4], f[5]), f[1], f[2], typo, t}, true
}

// corpus counts the small-letter words of raw text.
type corpus map[string]int

func readRaw(file string) (corpus, error) {
	c := corpus{}
	if file == "" {
		return c, nil
	}
	return c, eachLine(file, func(line string) error {
		var words []string
		if err := json.Unmarshal([]byte(line), &words); err != nil {
			return err
		}
		for _, w := range words {
			c[w]++
		}
		return nil
	})
}

// eachLine calls f with the lines of a file, which may be gzip.
func eachLine(name string, f func(string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 16<<20)
	for n := 1; s.Scan(); n++ {
		if err := f(s.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
