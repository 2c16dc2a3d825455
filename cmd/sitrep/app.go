package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/alecthomas/kong"

	"sitrep/gazetteer"
	"sitrep/internal/terminal"
	"sitrep/nlp"
)

// app is what the commands run in: the streams, what is known of their ends, how to build the pipeline, and the places.
type app struct {
	in                       io.Reader
	out, err                 io.Writer
	env                      func(string) string
	outTerminal, errTerminal terminal.Terminal
	pipeline                 func(given ...nlp.Layer) (*nlp.Pipeline, error)
	places                   func() *gazetteer.Gazetteer
	quiet                    bool
	silence                  time.Duration // after which watch files what has come; 0 for a few seconds
}

// cli is the command tree.
type cli struct {
	Quiet bool `short:"q" help:"Say nothing on standard error but errors: no progress, no notes on the texts."`

	Read       readCommand       `cmd:"" help:"Read reports into their records."`
	Ingest     ingestCommand     `cmd:"" help:"File reports in a casebook and join what they tell."`
	Watch      watchCommand      `cmd:"" help:"Watch feeds, and file what is new."`
	Serve      serveCommand      `cmd:"" help:"Show a casebook in a browser."`
	Health     healthCommand     `cmd:"" help:"Ask a running window whether it is well."`
	User       userCommand       `cmd:"" help:"Say who may use the window."`
	MCP        mcpCommand        `cmd:"" name:"mcp" help:"Answer a language model on this machine about a casebook, read-only."`
	Incidents  incidentsCommand  `cmd:"" help:"List what happened, every happening once."`
	Claims     claimsCommand     `cmd:"" help:"List who says what."`
	Tolls      tollsCommand      `cmd:"" help:"List the figures of people harmed, as told."`
	Talks      talksCommand      `cmd:"" help:"List talks: who met, where, who mediated."`
	Ceasefires ceasefiresCommand `cmd:"" help:"List truces and how far each has come."`
	Demands    demandsCommand    `cmd:"" help:"List demands and their answers."`
	Actors     actorsCommand     `cmd:"" help:"List who has a part in incidents."`
	Sources    sourcesCommand    `cmd:"" help:"List who makes claims and gives figures."`
	Reports    reportsCommand    `cmd:"" help:"List the reports."`
	Show       showCommand       `cmd:"" help:"Show an incident as a page."`
	Why        whyCommand        `cmd:"" help:"Show what an incident rests on."`
	Diff       diffCommand       `cmd:"" help:"Show what changed in the record."`
	Brief      briefCommand      `cmd:"" help:"Write a situation report of a period."`
	Export     exportCommand     `cmd:"" help:"Write the record in a format that other programs read."`
	Compare    compareCommand    `cmd:"" help:"Put the record beside another dataset."`
	Import     importCommand     `cmd:"" help:"Take in another casebook, what people did in brat or Label Studio, or a dataset to compare with."`
	References referencesCommand `cmd:"" help:"List the datasets that are kept to compare with."`
	Review     reviewCommand     `cmd:"" help:"Judge what the machine is not sure of."`
	Alert      alertCommand      `cmd:"" help:"Tell people what is new, by webhook, mail or feed."`
	Reread     rereadCommand     `cmd:"" help:"Read again what another reader has read, and show what changed."`
	Doctor     doctorCommand     `cmd:"" help:"Look for what is wrong with a casebook."`
	Backup     backupCommand     `cmd:"" help:"Write a casebook to another file."`
	Redact     redactCommand     `cmd:"" help:"Take a name or a report out of a casebook for good."`
	Parse      parseCommand      `cmd:"" help:"Show the language of texts: words, tags, trees, names, chains."`
	Gazetteer  gazetteerCommand  `cmd:"" help:"Look into the places of the world."`
	Lexicon    lexiconCommand    `cmd:"" help:"Look after lists of your own."`
	Eval       evalCommand       `cmd:"" help:"Measure against gold."`
	Version    versionCommand    `cmd:"" help:"Show the version, the schemas, the model, the gazetteer and the kernels."`
	Completion completionCommand `cmd:"" help:"Print a script that completes sitrep's commands in a shell."`
	Man        manCommand        `cmd:"" help:"Print the manual, a page a command."`
	Help       helpCommand       `cmd:"" help:"Explain a command, or a topic: exit-codes."`
}

const description = `Sitrep reads news reports of armed conflict and keeps the record of what they say. Everything runs on this machine; nothing leaves it.

    sitrep read report.html            what a report says: events, tolls, claims and who makes them
    sitrep ingest case.db reports/     many reports become one record, in one file
    sitrep incidents case.db           every happening once
    sitrep serve case.db               the record in a browser

Standard output holds data only; progress and notes go to standard error. See "sitrep help exit-codes".`

// exit is how kong's --help leaves the parser.
type exit int

// run does what the arguments say and gives the exit code of the process. It returns early, with the work unfinished, when ctx ends.
func (a *app) run(ctx context.Context, args []string) (code int) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case exit:
			code = int(e)
		default:
			panic(e)
		}
	}()
	var c cli
	parser, err := newParser(ctx, &c, a)
	if err != nil {
		return a.report(err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if err != nil {
		return a.report(usageOf(err))
	}
	a.quiet = c.Quiet
	done := make(chan error, 1)
	go func() { done <- command.Run(a, parser) }()
	if isPatient(command) {
		return a.report(<-done)
	}
	select {
	case err := <-done:
		return a.report(err)
	case <-ctx.Done():
		return a.report(errInterrupted)
	}
}

// isPatient tells whether a command ends by itself after Ctrl-C, with its work kept; the others are left where they are.
func isPatient(command *kong.Context) bool {
	n := command.Selected()
	if n == nil || !n.Target.CanAddr() {
		return false
	}
	_, ok := n.Target.Addr().Interface().(interface{ patient() })
	return ok
}

func newParser(ctx context.Context, c *cli, a *app) (*kong.Kong, error) {
	return kong.New(c,
		kong.Name("sitrep"), kong.Description(description), kong.Writers(a.out, a.err),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true}),
		kong.Vars{"exitFound": strconv.Itoa(exitFound), "formats": formatNames()},
		kong.BindTo(ctx, (*context.Context)(nil)))
}

// note says something about the work on standard error, on one line, unless the user wants quiet.
func (a *app) note(format string, values ...any) {
	if !a.quiet {
		fmt.Fprintln(a.err, "sitrep: "+terminal.Clean(fmt.Sprintf(format, values...)))
	}
}

// progress says what begins, to people only.
func (a *app) progress(step string) {
	if a.errTerminal.Is {
		a.note("%s", step)
	}
}

// data is where the commands write their data. Text of strangers that goes to a terminal cannot steer it.
func (a *app) data() io.Writer {
	if a.outTerminal.Is {
		return terminal.NewCleaner(a.out)
	}
	return a.out
}

// records is where records go: for programs like other data; pages for people are clean and may be coloured.
func (a *app) records(forPrograms bool) io.Writer {
	if forPrograms {
		return a.data()
	}
	return a.out
}
