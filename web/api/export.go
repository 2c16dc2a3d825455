package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sitrep/casebook"
	"sitrep/export"
	"sitrep/web/filter"
)

// exportPath is where the files begin, behind Root.
const exportPath = "/export/"

// exported is what a file is asked for.
type exported struct {
	Format string `path:"format" doc:"Name of the format; docs/export.md tells what each is and has." example:"geojson"`
	Filters
	Order string `query:"order" doc:"Newest first where it is not given; ties by id."`
}

// files adds the call of files.
func (a *API) files() {
	add(a, get(exportPath+"{format}", "export", "The record in a format of other programs", "All rows that the filters choose, as one file: what sitrep export --as FORMAT writes. "+
		"What a format cannot carry stands in the trailer "+export.LeftOutTrailer+", behind the last byte. brat, labelstudio and casebook hold whole texts."), a.export)
	op := a.huma.OpenAPI().Paths[Root+exportPath+"{format}"].Get
	op.Responses["200"].Content = map[string]*huma.MediaType{"*/*": {Schema: &huma.Schema{Type: "string", Format: "binary", Description: "The file."}}}
	for _, p := range op.Parameters {
		if p.Name == "format" {
			p.Schema.Enum = listed(formatNames())
		}
	}
}

func formatNames() (names []string) {
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func (a *API) export(_ context.Context, in *exported) (*huma.StreamResponse, error) {
	f, err := export.Named(in.Format)
	if err != nil {
		return nil, casebook.ErrNotFound
	}
	if len(in.query.Stances) > 0 && !f.HasClaims() {
		return nil, faults{{Name: filter.Stance, Value: strings.Join(words(in.query.Stances), ","), Want: "a format of claims or of reports, plover, cameo, icews or sqlite: " + f.Name + " has no claims to choose"}}
	}
	return &huma.StreamResponse{Body: func(c huma.Context) {
		r, w := humago.Unwrap(c)
		if err := a.o.Export(w, r, f, in.query); err != nil {
			status, title, detail := a.o.Fault(err)
			if status >= http.StatusInternalServerError {
				a.o.Log.Error("export failed", "format", in.Format, "error", err)
			}
			_ = huma.WriteErr(a.huma, c, status, title+": "+detail) // whoever asked is gone
		}
	}}, nil
}

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}
