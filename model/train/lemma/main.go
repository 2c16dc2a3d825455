// Program lemma makes the table of nlp/lemma: exceptions and suffix edits, learned from treebanks, from the irregular inflection written
// down in irregular.tsv, and from the words of raw text.
//
//	go run ./model/train/lemma -train ewt-train.conllu.gz,gum-train.conllu.gz -raw sentences.jsonl.gz -test ewt-test.conllu.gz,gum-test.conllu.gz -out nlp/lemma
//
// It writes english.tsv and its manifest english.json to the folder -out and prints the accuracy on the -test treebanks with gold tags.
// The same input gives the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sitrep"
	"sitrep/nlp"
	"sitrep/nlp/lemma"
)

func main() {
	train := flag.String("train", "", "treebanks to learn from, CoNLL-U or gzip of it, parted by commas")
	raw := flag.String("raw", "", "raw text: one JSON list of words a line, gzip; optional")
	test := flag.String("test", "", "treebanks to score, parted by commas")
	out := flag.String("out", "", "folder for english.tsv and english.json; empty writes nothing")
	wrong := flag.Bool("wrong", false, "print the words of the -test treebanks that the table gets wrong")
	flag.Parse()
	if err := run(split(*train), *raw, split(*test), *out, *wrong); err != nil {
		fmt.Fprintln(os.Stderr, "lemma:", err)
		os.Exit(1)
	}
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

func run(train []string, raw string, test []string, out string, wrong bool) error {
	if len(train) == 0 {
		return fmt.Errorf("no treebank to learn from: name some with -train")
	}
	words, err := readTreebanks(train)
	if err != nil {
		return err
	}
	book, err := readIrregular()
	if err != nil {
		return err
	}
	corpus, err := readRaw(raw)
	if err != nil {
		return err
	}
	table := learn(words, book, corpus)
	scores, err := scoreAll(table, test, wrong)
	if err != nil || out == "" {
		return err
	}
	return write(out, table, append(train, raw), scores)
}

func scoreAll(t *lemma.Table, files []string, wrong bool) (map[string]float64, error) {
	scores := map[string]float64{}
	for _, f := range files {
		words, err := readTreebanks([]string{f})
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(f), ".gz"), ".conllu")
		if scores[name], err = score(t, words, wrong); err != nil {
			return nil, err
		}
		fmt.Printf("%-24s %.4f\n", name, scores[name])
	}
	return scores, nil
}

// score is the share of right lemmas with gold tags; a gold "_" counts as right, as in the treebanks' own scorer.
func score(t *lemma.Table, words []word, wrong bool) (float64, error) {
	w := &nlp.Work{Doc: &sitrep.Doc{}}
	for _, g := range words {
		w.Tokens = append(w.Tokens, g.token)
	}
	if err := lemma.New(t).Annotate(w); err != nil {
		return 0, err
	}
	right := 0
	for i, g := range words {
		got := w.Tokens[i].Lemma
		if got == g.lemma || g.lemma == "_" {
			right++
		} else if wrong {
			fmt.Printf("%s\t%s\tgold %s\tgot %s\ttypo %t\n", g.class, g.form, g.lemma, got, g.typo)
		}
	}
	return float64(right) / float64(len(words)), nil
}

func write(folder string, t *lemma.Table, data []string, scores map[string]float64) error {
	var b bytes.Buffer
	writeTable(&b, t)
	if err := os.WriteFile(filepath.Join(folder, "english.tsv"), b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return writeManifest(filepath.Join(folder, "english.json"), b.Bytes(), data, scores)
}
