// Command where trains the models by which package where finds the places of mentions (where.bin) and of whole events (setting.bin), and measures
// them by cross-validation over reports.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sitrep/eval/gold"
	"sitrep/internal/maxent"
)

func main() {
	dir := flag.String("gold", "../shared/gold/train", "the folders of the answers, parted by commas; the first is measured")
	out := flag.String("out", "", "the folder where the trained models go: extract/where")
	detail := flag.Bool("detail", false, "list events with wrong places")
	flag.Parse()
	if err := run(*dir, *out, *detail); err != nil {
		fmt.Fprintln(os.Stderr, "where:", err)
		os.Exit(1)
	}
}

// folds and options of the training were chosen by cross-validation.
const folds = 10

var (
	options        = maxent.Options{Prior: 10, MinCount: 4}
	settingOptions = maxent.Options{Prior: 10, MinCount: 3}
)

func run(dir, out string, detail bool) error {
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	stories, err := gold.Stories(answers)
	if err != nil {
		return err
	}
	var all []report
	for i := range answers {
		all = append(all, newReport(&answers[i], stories[i], i%folds))
	}
	tell(measureMentions(all))
	tell(measureEvents(all, detail))
	if out == "" {
		return nil
	}
	if err := write(out, "where", maxent.Train(mentionExamples(all, -1), options)); err != nil {
		return err
	}
	return write(out, "setting", maxent.TrainChoices(eventChoices(all, -1), settingOptions))
}

func write(dir, name string, m *maxent.Model) error {
	b := m.Encode()
	fmt.Printf("%s.bin: %d bytes\n", name, len(b))
	return os.WriteFile(filepath.Join(dir, name+".bin"), b, 0o644)
}
