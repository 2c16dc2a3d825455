// Command trigger trains the models of package trigger on events that people marked by hand, and measures by cross-validation over reports how
// well they find the words that tell of them.
package main

import (
	"flag"
	"fmt"
	"os"

	"sitrep/eval/gold"
	"sitrep/extract/trigger"
	"sitrep/lexicon"
)

func main() {
	dir := flag.String("gold", "../shared/gold/train", "the folders of the answers, parted by commas; the first is measured")
	detail := flag.String("detail", "", "list what is missed, invented, or of another kind")
	folds := flag.Int("folds", 5, "parts of the cross-validation; 0 measures the models that are built in")
	out := flag.String("out", "", "train on all and write the models to this folder")
	without := flag.Int("without", -1, "with -out: train without this part of the cross-validation, for what is trained on the mentions found")
	flag.Parse()
	if err := run(*dir, *detail, *folds, *without, *out); err != nil {
		fmt.Fprintln(os.Stderr, "trigger:", err)
		os.Exit(1)
	}
}

func run(dir, detail string, folds, without int, out string) error {
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	stories, err := gold.Stories(answers)
	if err != nil {
		return err
	}
	own := gold.NoEvents()
	ownStories, err := gold.Stories(own)
	if err != nil {
		return err
	}
	trained := func(of func(int) bool) trigger.Models {
		var l labelled
		l.addAll(answers, stories, of)
		l.addAll(own, ownStories, func(int) bool { return true })
		return l.train()
	}
	if out != "" {
		return write(out, trained(func(i int) bool { return without < 0 || i%folds != without }))
	}
	m := newMeasure(detail)
	for f := range folds {
		models := trained(func(i int) bool { return i%folds != f })
		step := trigger.NewWith(lexicon.English(), models)
		for i := range answers {
			if i%folds == f {
				if err := step.Read(stories[i]); err != nil {
					return err
				}
			}
		}
	}
	for i := range answers {
		if answers[i].Folder == 0 {
			m.add(&answers[i], stories[i])
		}
	}
	m.print(os.Stdout)
	return nil
}
