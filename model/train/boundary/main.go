// Command boundary trains the model that ends sentences (nlp/segment/boundary.bin) from CoNLL-U treebanks.
//
//	boundary -out nlp/segment/boundary.bin -cases nlp/segment/truecase.txt TRAIN.conllu[.gz]...
//
// The treebanks' sentences are put together again as running text; beside it the model learns from the same text in capitals, without
// stops and without either, as wires and transcripts come. Logistic regression with a rate of its own for each weight (AdaGrad), the
// weights averaged, then rounded to eight bits.
package main

import (
	"flag"
	"fmt"
	"os"

	"sitrep/nlp/segment"
)

func main() {
	out := flag.String("out", "boundary.bin", "the file to write")
	cases := flag.String("cases", "truecase.txt", "the list of capitalised words to write")
	epochs := flag.Int("epochs", 2, "rounds over the examples")
	decay := flag.Float64("decay", 2e-6, "how fast weights shrink")
	shift := flag.Float64("shift", 0, "added to the bias: above 0 for more sentences")
	flag.Parse()
	if err := run(flag.Args(), *out, *cases, settings{*epochs, *decay, *shift}); err != nil {
		fmt.Fprintln(os.Stderr, "boundary:", err)
		os.Exit(1)
	}
}

func run(paths []string, out, cases string, set settings) error {
	cased := casing{}
	var examples []segment.Example
	for _, path := range paths {
		paragraphs, err := readTreebank(path, cased)
		if err != nil {
			return err
		}
		examples = append(examples, examplesOf(paragraphs)...)
	}
	if len(examples) == 0 {
		return fmt.Errorf("no examples in %v: give CoNLL-U files", paths)
	}
	fmt.Fprintf(os.Stderr, "%d gaps\n", len(examples))
	bias, weights := train(examples, set)
	if err := os.WriteFile(out, segment.EncodeWeights(bias, weights), 0o644); err != nil {
		return fmt.Errorf("writing the model: %w", err)
	}
	return cased.write(cases)
}
