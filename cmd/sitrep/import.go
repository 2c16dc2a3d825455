package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/brat"
	"sitrep/export/labelstudio"
	"sitrep/standoff"
)

type importCommand struct {
	caseArgument
	File string `arg:"" name:"file" help:"What sitrep export --as casebook wrote, what people made of an export (brat's folder or zip, or the JSON that Label Studio exports), or with --as a sheet. - for standard input."`
	referenceFlags
	DryRun  bool   `help:"Keep nothing: say what would be kept."`
	Reason  string `placeholder:"TEXT" help:"Why, for the audit trail; the name of the file where it is not given."`
	By      string `placeholder:"NAME" help:"Who made the corrections; SITREP_USER, or the user of the system, where it is not given."`
	Names   bool   `help:"Show private persons by name. They stand by description only otherwise. The audit trail notes it."`
	Lexicon string `placeholder:"DIR" help:"A folder of lists whose rows are added to the built-in ones, or take their place."`
}

// Help is shown below the flags' head.
func (importCommand) Help() string {
	return `Takes in another casebook, as sitrep export --as casebook writes it: its reports with their texts and readings, and what people judged. Its incidents are made anew of them, joined with what is here, and compared with those of the file. The casebook is made where there is none. The same file again changes nothing; where it was stopped it goes on.

    sitrep export there.db --as casebook --names -o lake.jsonl
    sitrep import here.db lake.jsonl

Takes in what people did in brat or Label Studio with an export of this casebook. What somebody changed becomes judgements, as those of sitrep review: they win over the machine, stay through every reading again, and can be undone. What cannot be carried is said, line by line.

    sitrep export case.db --as brat -o work.zip      people work on it
    sitrep import case.db work/ --by ana
    sitrep import case.db project-7.json --dry-run

With --as it keeps a dataset of others to compare the record with. It enters no list and no tally.

    sitrep import case.db GEDEvent.csv --as ucdp --name ged --dated 2031-05
    sitrep compare case.db ged`
}

// patient lets Run end by itself after Ctrl-C: judgements are kept whole.
func (*importCommand) patient() {}

// Run takes a file in.
func (c *importCommand) Run(ctx context.Context, a *app) error {
	if c.By == "" {
		c.By = a.person()
	}
	if c.As == "" && (c.Name != "" || c.Licence != "" || !sitrep.CivilDate(c.Dated).IsZero()) {
		return usageError{errors.New("--name, --licence and --dated are of a dataset to compare with: want --as with them"), "sitrep import --help"}
	}
	if c.Reason == "" && c.As == "" {
		c.Reason = "import of " + path.Base(c.File)
	}
	if c.As != "" {
		return c.takeReference(ctx, a)
	}
	given, done, err := a.openGiven(c.File)
	if err != nil {
		return fmt.Errorf("read %s: %w", c.File, err)
	}
	defer done()
	if given.lines != nil {
		return c.takeLines(ctx, a, given.lines)
	}
	if c.DryRun {
		return a.reading(ctx, c.Case, c.Names, "sitrep import", func(book casebook.Casebook) error {
			return c.take(ctx, a, book, given.documents)
		})
	}
	return a.writing(c.Case, "sitrep import", false, func(book casebook.Casebook) error {
		if c.Names {
			if err := book.Note(ctx, c.By, "sitrep import --names: private persons were shown by name"); err != nil {
				return err
			}
		}
		return c.take(context.WithoutCancel(ctx), a, book, given.documents)
	})
}

// given is what a file holds: documents of an annotation tool, or lines of a casebook.
type given struct {
	documents iter.Seq2[standoff.Given, error]
	lines     io.Reader
}

// openGiven finds out what a file is, and gives what is in it.
func (a *app) openGiven(name string) (given, func(), error) {
	if name == "-" {
		all, err := givenOf(bufio.NewReader(a.in))
		return all, func() {}, err
	}
	s, err := os.Stat(name)
	if err != nil {
		return given{}, nil, err
	}
	if s.IsDir() {
		return given{documents: brat.Read(os.DirFS(name))}, func() {}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return given{}, nil, err
	}
	in := bufio.NewReader(f)
	if head, _ := in.Peek(4); bytes.HasPrefix(head, []byte("PK")) {
		z, err := zip.NewReader(f, s.Size())
		if err != nil {
			f.Close()
			return given{}, nil, fmt.Errorf("the zip is damaged: %w", err)
		}
		return given{documents: givenOfZip(z)}, func() { f.Close() }, nil
	}
	all, err := givenOf(in)
	if err != nil {
		f.Close()
	}
	return all, func() { f.Close() }, err
}

// givenOfZip are the documents of a zip of brat, or of one that holds what Label Studio exported.
func givenOfZip(z *zip.Reader) iter.Seq2[standoff.Given, error] {
	var tasks []string
	_ = fs.WalkDir(z, ".", func(p string, e fs.DirEntry, err error) error { // a name that cannot be walked is brat's to say
		if err == nil && path.Ext(p) == ".json" && path.Base(p) == "tasks.json" {
			tasks = append(tasks, p)
		}
		return nil
	})
	if len(tasks) == 0 {
		return brat.Read(z)
	}
	return func(yield func(standoff.Given, error) bool) {
		f, err := z.Open(tasks[0])
		if err != nil {
			yield(standoff.Given{}, err)
			return
		}
		defer f.Close()
		labelstudio.Read(f)(yield)
	}
}

// givenOf is what a stream holds, by how it begins.
func givenOf(in *bufio.Reader) (given, error) {
	head, err := in.Peek(512)
	if len(head) == 0 {
		if err == nil || errors.Is(err, io.EOF) {
			err = errors.New("it is empty")
		}
		return given{}, err
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("[")):
		skipMark(in)
		return given{documents: labelstudio.Read(in)}, nil
	case bytes.HasPrefix(head, []byte("{")):
		return given{lines: in}, nil
	case bytes.IndexByte(head, ',') >= 0 || bytes.IndexByte(head, ';') >= 0 || bytes.IndexByte(head, '\t') >= 0:
		return given{}, errors.New("it looks like a sheet: events of other datasets do not enter the record; sitrep compare puts them beside it, sitrep import --as keeps them for that")
	}
	return given{}, errors.New("it is neither lines of a casebook, nor a zip or folder of brat, nor what Label Studio exports as JSON")
}

// skipMark passes over a byte order mark.
func skipMark(in *bufio.Reader) {
	if head, _ := in.Peek(3); string(head) == "\ufeff" {
		_, _ = in.Discard(3)
	}
}
