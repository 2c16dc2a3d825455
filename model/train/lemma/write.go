package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"sitrep/nlp/lemma"
)

const header = `# Lemmas of English, made by model/train/lemma; see english.json. CC BY-SA 4.0.
# Learned from UD_English-EWT and GUM (Universal Dependencies), Wikipedia and a list of irregular forms.
`

// writeTable writes the table in the order of the alphabet.
func writeTable(w io.Writer, t *lemma.Table) {
	fmt.Fprint(w, header)
	each(t.Exceptions, func(c lemma.Class, words map[string]string) {
		each(words, func(key, l string) { fmt.Fprintf(w, "word\t%s\t%s\t%s\n", c, key, l) })
	})
	each(t.Edits, func(c lemma.Class, edits map[string]lemma.Edit) {
		each(edits, func(s string, e lemma.Edit) { fmt.Fprintf(w, "edit\t%s\t%s\t%d\t%s\n", c, s, e.Strip, e.Add) })
	})
	each(t.Case, func(c lemma.Class, shapes map[lemma.Shape]map[string]bool) {
		each(shapes, func(shape lemma.Shape, rules map[string]bool) {
			each(rules, func(s string, keep bool) {
				fmt.Fprintf(w, "case\t%s\t%s\t%s\t%s\n", c, shape, s, map[bool]string{true: "keep", false: "lower"}[keep])
			})
		})
	})
}

func each[K cmp.Ordered, V any](m map[K]V, f func(K, V)) {
	for _, k := range slices.Sorted(maps.Keys(m)) {
		f(k, m[k])
	}
}

// manifest says what the table is and where it comes from.
type manifest struct {
	File    string             `json:"file"`
	SHA256  string             `json:"sha256"`
	Size    int                `json:"size"`
	Data    []string           `json:"data"`
	Sources []string           `json:"sources"`
	Licence string             `json:"licence"`
	Recipe  string             `json:"recipe"`
	Scores  map[string]float64 `json:"scores"` // lemma accuracy with gold tags
}

func writeManifest(file string, table []byte, data []string, scores map[string]float64) error {
	m := manifest{
		File:   "english.tsv",
		SHA256: fmt.Sprintf("%x", sha256.Sum256(table)),
		Size:   len(table),
		Sources: []string{
			"UD_English-EWT 2.15, Universal Dependencies, CC BY-SA 4.0",
			"GUM (Zeldes 2017), genres news, interview, academic, court, bio and voyage; annotation CC BY 4.0",
			"Wikipedia, CC BY-SA: which words occur in several inflected forms",
			"irregular.tsv of model/train/lemma, written for this project",
		},
		Licence: "CC BY-SA 4.0",
		Recipe:  "go run ./model/train/lemma -train EWT,GUM -raw WIKIPEDIA -test EWT,GUM -out nlp/lemma",
		Scores:  scores,
	}
	for _, d := range data {
		if d != "" {
			m.Data = append(m.Data, filepath.Base(d))
		}
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	return os.WriteFile(file, append(b, '\n'), 0o644)
}
