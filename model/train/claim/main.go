// Command claim trains the two learned decisions of package extract/claim on answers made by hand, and measures them by cross-validation
// over reports. With -write it writes keep.bin and stance.bin into the package.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sitrep/eval/gold"
	"sitrep/extract/claim"
	"sitrep/internal/maxent"
	"sitrep/lexicon"
)

func main() {
	dir := flag.String("gold", "../shared/gold/train", "the folder of the answers")
	out := flag.String("out", "extract/claim", "the folder of the models")
	write := flag.Bool("write", false, "write the models")
	detail := flag.Bool("detail", false, "list the errors")
	flag.Parse()
	if err := run(*dir, *out, *write, *detail); err != nil {
		fmt.Fprintln(os.Stderr, "claim:", err)
		os.Exit(1)
	}
}

var (
	keepOptions   = maxent.Options{Epochs: 15, L2: 3e-3, Rate: 0.03}
	stanceOptions = maxent.Options{Prior: 2}
)

func run(dir, out string, write, detail bool) error {
	answers, err := gold.Load(dir)
	if err != nil {
		return err
	}
	set, err := collect(answers)
	if err != nil {
		return err
	}
	set.measure(detail)
	if !write {
		return nil
	}
	for name, b := range map[string][]byte{"keep.bin": maxent.Train(set.keep, keepOptions).Encode(), "stance.bin": maxent.Train(set.stance, stanceOptions).Encode()} {
		if err := os.WriteFile(filepath.Join(out, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// collect reads the answers' reports and labels what may be a claim in them.
func collect(answers []gold.Answer) (*examples, error) {
	stories, err := gold.Stories(answers)
	if err != nil {
		return nil, err
	}
	step, set := claim.New(lexicon.English()), &examples{}
	for i, s := range stories {
		set.add(&answers[i], step.Candidates(s))
	}
	return set, nil
}
