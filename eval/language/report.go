package language

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"text/tabwriter"
)

// ReportSchema names the JSON of a report and its version.
const ReportSchema = "sitrep-eval-language/1"

// Report is what was measured, file by file.
type Report struct {
	Files []File
}

// File is what was measured against one file of gold; parts for which it holds no gold are nil.
type File struct {
	Path      string // from the folder that was searched
	Documents int
	Raw       *Words // from running text
	Given     *Words // with gold tokens and sentences
	Names     *Names
	Chains    *Chains
}

// figure is a value with the head of its column and its key in JSON.
type figure struct {
	head, key string
	value     float64
}

func (w *Words) figures(raw bool) []figure {
	all := []figure{
		{"sentences", "sentences", w.Sentences.F1()}, {"words", "words", w.Words.F1()}, {"UPOS", "upos", w.UPOS.F1()},
		{"XPOS", "xpos", w.XPOS.F1()}, {"Feats", "feats", w.Feats.F1()}, {"Lemma", "lemma", w.Lemma.F1()},
		{"UAS", "uas", w.UAS.F1()}, {"LAS", "las", w.LAS.F1()}, {"LAS+", "las+", w.LASPlus.F1()}}
	if !raw {
		return all[2:]
	}
	return all
}

func (n *Names) figures() []figure {
	return []figure{{"PER", "per", n.PER.F1()}, {"ORG", "org", n.ORG.F1()}, {"LOC", "loc", n.LOC.F1()}, {"all", "all", n.All.F1()}}
}

func (c *Chains) figures() []figure {
	return []figure{{"mentions", "mentions", c.Mentions.F1()}, {"MUC", "muc", c.MUC.F1()}, {"B3", "b3", c.B3.F1()},
		{"CEAF-e", "ceaf-e", c.CEAFe.F1()}, {"average", "average", c.Average()}}
}

// parts are a file's figures under the titles of the tables.
func (f *File) parts() map[string][]figure {
	p := map[string][]figure{}
	if f.Raw != nil {
		p["raw"] = f.Raw.figures(true)
	}
	if f.Given != nil {
		p["gold"] = f.Given.figures(false)
	}
	if f.Names != nil {
		p["names"] = f.Names.figures()
	}
	if f.Chains != nil {
		p["chains"] = f.Chains.figures()
	}
	return p
}

var tables = []struct{ part, title string }{
	{"raw", "from raw text"}, {"gold", "gold tokens and sentences"}, {"names", "names, gold tokens"}, {"chains", "chains, gold tokens"},
}

// WriteTable writes the figures for people, F1 in percent: a table for each kind of measurement.
func (r *Report) WriteTable(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	blank := ""
	for _, table := range tables {
		headed := false
		for _, f := range r.Files {
			figures := f.parts()[table.part]
			if figures == nil {
				continue
			}
			if !headed {
				fmt.Fprint(t, blank, table.title)
				for _, g := range figures {
					fmt.Fprint(t, "\t", g.head)
				}
				fmt.Fprintln(t)
				headed, blank = true, "\n"
			}
			fmt.Fprint(t, f.Path)
			for _, g := range figures {
				fmt.Fprintf(t, "\t%.2f", 100*g.value)
			}
			fmt.Fprintln(t)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSON writes the figures for machines: one object, ReportSchema, F1 from 0 to 1 with six decimals.
func (r *Report) WriteJSON(w io.Writer) error {
	files := []map[string]any{}
	for _, f := range r.Files {
		object := map[string]any{"file": f.Path, "documents": f.Documents}
		for part, figures := range f.parts() {
			values := map[string]float64{}
			for _, g := range figures {
				values[g.key] = math.Round(g.value*1e6) / 1e6
			}
			object[part] = values
		}
		files = append(files, object)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{"schema": ReportSchema, "files": files})
}
