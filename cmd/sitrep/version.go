package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"text/tabwriter"

	"sitrep/alert"
	"sitrep/casebook/sqlite"
	"sitrep/export/carry"
	exportsqlite "sitrep/export/sqlite"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/model"
	"sitrep/record"
	"sitrep/standoff"
)

type versionCommand struct {
	JSON bool `name:"json" help:"One JSON object instead of lines."`
}

// version is what a bug report needs.
type version struct {
	Version   string   `json:"version"`
	Commit    string   `json:"commit"`
	Date      string   `json:"date"` // of the commit
	Go        string   `json:"go"`
	Platform  string   `json:"platform"`
	Schemas   []string `json:"schemas"`   // of what the program writes for others
	Casebook  int      `json:"casebook"`  // the newest shape of a casebook that it knows
	Model     string   `json:"model"`     // sha256 of the weights
	Gazetteer string   `json:"gazetteer"` // sha256 of the places
	Lexicon   string   `json:"lexicon"`   // sha256 of the built-in lists
	CPU       string   `json:"cpu"`       // the kernels in use
	Kernels   []string `json:"kernels"`   // those that this machine can run
}

// schemas are those of everything that other programs read; docs/compatibility.md says what they promise.
var schemas = []string{record.ReadingSchema, record.IncidentSchema, alert.Schema, compareSchema, carry.JudgementSchema, carry.ReportSchema, standoff.Schema, exportsqlite.Schema, record.ParseSchema}

// Run prints the version. An unknown or unavailable SITREP_CPU is an error here too.
func (c *versionCommand) Run(a *app) error {
	cpu, err := model.Choose(a.env(model.CPUVariable))
	if err != nil {
		return err
	}
	places, err := gazetteer.BuiltIn()
	if err != nil {
		return err
	}
	b := thisBuild()
	v := version{Version: b.version, Commit: b.commit, Date: b.date, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Schemas: schemas, Casebook: sqlite.Shape(), Model: "sha256:" + model.EnglishSHA256(), Gazetteer: "sha256:" + places.SHA256,
		Lexicon: "sha256:" + lexicon.English().SHA256, CPU: cpu.String()}
	for _, k := range model.Available() {
		v.Kernels = append(v.Kernels, k.String())
	}
	if c.JSON {
		return json.NewEncoder(a.out).Encode(v)
	}
	return v.print(a.out)
}

func (v version) print(out io.Writer) error {
	commit := v.Commit
	if day, _, ok := strings.Cut(v.Date, "T"); ok {
		commit += " of " + day
	}
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, line := range [][2]string{{"sitrep", v.Version}, {"commit", commit}, {"built with", v.Go + " for " + v.Platform},
		{"schemas", strings.Join(v.Schemas, ", ")}, {"casebook", fmt.Sprintf("shape %d", v.Casebook)},
		{"model", v.Model}, {"gazetteer", v.Gazetteer}, {"lexicon", v.Lexicon}, {"kernels", v.CPU + " of " + strings.Join(v.Kernels, ", ")}} {
		fmt.Fprintf(t, "%s\t%s\n", line[0], line[1])
	}
	return t.Flush()
}

// readerInfo says which program reads: every record names it. The lists are those of the reader.
func readerInfo(lists string) record.Reader {
	r := builtIn()
	r.Lexicon = short(lists)
	return r
}

var builtIn = sync.OnceValue(func() record.Reader {
	r := record.Reader{Version: thisBuild().version, Model: short(model.EnglishSHA256())}
	if places, err := gazetteer.BuiltIn(); err == nil {
		r.Gazetteer = short(places.SHA256)
	}
	return r
})

// short is enough of a hash to tell versions apart.
func short(hash string) string { return hash[:min(12, len(hash))] }
