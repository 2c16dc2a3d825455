package language

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep"
	"sitrep/nlp"
	"sitrep/record"
)

// Pipelines are what is measured: one that begins with running text, and one that is given the layers of GivenLayers.
type Pipelines struct {
	Raw, Given *nlp.Pipeline
}

// GivenLayers are what the second pipeline finds in its documents: the gold's tokens and sentences, and the quotes of the first pipeline.
var GivenLayers = []nlp.Layer{nlp.Tokens, nlp.Sentences, nlp.Quotes}

// Options choose what is measured.
type Options struct {
	Train    bool         // files whose name holds "train" too
	Progress func(string) // called with what begins; may be nil
}

// ErrNoGold says that a folder holds nothing to measure against.
var ErrNoGold = errors.New("no gold found: want files *.conllu, *.conllu.gz, *.iob2 or *.iob2.gz")

// Run measures against every gold file under a folder, in the order of their paths.
func Run(dir string, p Pipelines, o Options) (*Report, error) {
	paths, err := goldFiles(dir, o.Train)
	if pathError, ok := errors.AsType[*fs.PathError](err); ok && pathError.Path == dir {
		err = pathError.Err // the path is named already
	}
	if err != nil {
		return nil, fmt.Errorf("look for gold under %s: %w", dir, err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("look for gold under %s: %w", dir, ErrNoGold)
	}
	r := &Report{}
	for _, path := range paths {
		f, err := p.file(path, o)
		if err != nil {
			return nil, fmt.Errorf("measure against %s: %w", path, err)
		}
		if f.Path, err = filepath.Rel(dir, path); err != nil || f.Path == "." {
			f.Path = filepath.Base(path)
		}
		r.Files = append(r.Files, *f)
	}
	return r, nil
}

func goldFiles(dir string, train bool) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := strings.TrimSuffix(e.Name(), ".gz")
		gold := strings.HasSuffix(base, ".conllu") || strings.HasSuffix(base, ".iob2")
		if !e.IsDir() && gold && (train || !strings.Contains(base, "train")) {
			paths = append(paths, path)
		}
		return nil
	})
	slices.Sort(paths)
	return paths, err
}

// file measures against one file; its gold is read once.
func (p Pipelines) file(path string, o Options) (*File, error) {
	progress := o.Progress
	if progress == nil {
		progress = func(string) {}
	}
	progress(path + ": reading")
	names := strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".iob2")
	open := record.OpenCoNLLU
	if names {
		open = record.OpenIOB2
	}
	docs, err := open(path)
	if err != nil {
		return nil, err
	}
	chains, err := chainsBeside(path)
	if err != nil {
		return nil, err
	}
	progress(path + ": raw text")
	raw, err := p.annotate(docs)
	if err != nil {
		return nil, err
	}
	progress(path + ": gold tokens")
	f := &File{Documents: len(docs)}
	if names {
		f.Names = &Names{}
	} else {
		f.Raw, f.Given = raw.score(docs), &Words{}
	}
	return f, p.given(f, docs, raw, chains)
}

// chainsBeside reads the chains that stand beside a treebank: x.ontocoref.conll for x.conllu. It is nil where there are none.
func chainsBeside(path string) (map[string][]sitrep.Chain, error) {
	base := strings.TrimSuffix(strings.TrimSuffix(path, ".gz"), ".conllu")
	for _, beside := range []string{base + ".ontocoref.conll", base + ".ontocoref.conll.gz"} {
		if _, err := os.Stat(beside); err == nil {
			return record.OpenOntoCoref(beside)
		}
	}
	return nil, nil
}

// given measures with gold tokens and sentences, one document after the other, whatever f has a place for. The chains are the gold's.
func (p Pipelines) given(f *File, docs []record.Document, raw *running, chains map[string][]sitrep.Chain) error {
	for i, d := range docs {
		system := bareCopy(d.Doc)
		raw.lend(system, raw.starts[i])
		if err := p.Given.Continue(system); err != nil {
			return fmt.Errorf("document %q: %w", d.ID, err)
		}
		if f.Names != nil {
			f.Names.add(scoreNames(d.Doc, system))
		}
		if f.Given != nil {
			f.Given.add(scoreWords(place(d.Doc), place(system)))
		}
		if gold, ok := chains[d.ID]; ok {
			if f.Chains == nil {
				f.Chains = &Chains{}
			}
			f.Chains.add(scoreChains(gold, system.Chains))
		}
	}
	return nil
}

// bareCopy is a document with its text, tokens and sentences, and nothing that is to be found.
func bareCopy(d *sitrep.Doc) *sitrep.Doc {
	c := &sitrep.Doc{Text: d.Text, Sentences: slices.Clone(d.Sentences), Tokens: make([]sitrep.Token, len(d.Tokens))}
	for i, t := range d.Tokens {
		c.Tokens[i] = sitrep.Token{Span: t.Span, Form: t.Form, Joined: t.Joined, Head: sitrep.NoHead}
	}
	return c
}
