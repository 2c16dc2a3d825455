package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"text/tabwriter"

	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/model"
	"sitrep/record"
)

type versionCommand struct {
	JSON bool `name:"json" help:"One JSON object instead of lines."`
}

// version is what a bug report needs.
type version struct {
	Version   string   `json:"version"`
	Commit    string   `json:"commit"`
	Go        string   `json:"go"`
	Platform  string   `json:"platform"`
	Model     string   `json:"model"`     // sha256 of the weights
	Gazetteer string   `json:"gazetteer"` // sha256 of the places
	Lexicon   string   `json:"lexicon"`   // sha256 of the built-in lists
	CPU       string   `json:"cpu"`       // the kernels in use
	Kernels   []string `json:"kernels"`   // those that this machine can run
}

// Run prints the version. An unknown or unavailable SITREP_CPU is an error here too.
func (c *versionCommand) Run(a *app) error {
	cpu, err := model.Choose(a.env(model.CPUVariable))
	if err != nil {
		return err
	}
	v := version{Version: "unknown", Commit: "unknown", Model: "sha256:" + model.EnglishSHA256(), Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH, CPU: cpu.String()}
	places, err := gazetteer.BuiltIn()
	if err != nil {
		return err
	}
	v.Gazetteer, v.Lexicon = "sha256:"+places.SHA256, "sha256:"+lexicon.English().SHA256
	for _, k := range model.Available() {
		v.Kernels = append(v.Kernels, k.String())
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		v.Version, v.Commit = info.Main.Version, commit(info.Settings)
	}
	if c.JSON {
		return json.NewEncoder(a.out).Encode(v)
	}
	t := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, line := range [][2]string{{"sitrep", v.Version}, {"commit", v.Commit}, {"built with", v.Go + " for " + v.Platform},
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
	r := record.Reader{Version: "unknown", Model: short(model.EnglishSHA256())}
	if places, err := gazetteer.BuiltIn(); err == nil {
		r.Gazetteer = short(places.SHA256)
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		r.Version = info.Main.Version
	}
	return r
})

// short is enough of a hash to tell versions apart.
func short(hash string) string { return hash[:min(12, len(hash))] }

// commit is the revision that the program was built from, with a mark where files had been changed since.
func commit(settings []debug.BuildSetting) string {
	revision, changed := "unknown", ""
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = " with changes"
		}
	}
	return revision + changed
}
