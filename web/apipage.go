package web

import (
	"cmp"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sitrep/web/api"
)

// apiRoutes are the addresses of the API, each for whoever has the right to it.
func (s *Server) apiRoutes() []route {
	out := []route{{"GET /api", s.apiPage}, {"GET /openapi.json", s.openAPI}, {"GET " + api.Root + "/openapi.json", s.openAPI}}
	for _, pattern := range s.api.Calls() {
		out = append(out, route{pattern, func(w http.ResponseWriter, r *http.Request) error {
			s.api.ServeHTTP(w, r)
			return nil
		}})
	}
	return out
}

// openAPI answers with the description of the API.
func (s *Server) openAPI(w http.ResponseWriter, _ *http.Request) error {
	b, err := s.api.OpenAPI()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-cache")
	_, err = w.Write(b)
	return err
}

// apiView is the page of the API: its calls, to read and to copy.
type apiView struct {
	About  string
	Base   string
	Token  bool // a call needs a token
	Groups []callGroup
}

type callGroup struct {
	Name, About string
	Calls       []callView
}

// callView is one call.
type callView struct {
	ID, Method, Path, Summary, About string
	Params                           []paramView
	Body                             []paramView
	Curl                             string
}

// paramView is a parameter of a call, or a field of its body.
type paramView struct {
	Name, Type, About string
	Words             []string
	Needed, Several   bool
}

func (s *Server) apiPage(w http.ResponseWriter, r *http.Request) error {
	d := s.api.Description()
	v := apiView{About: d.Info.Description, Base: s.base(r), Token: s.o.Users != nil}
	for _, tag := range d.Tags {
		g := callGroup{Name: tag.Name, About: tag.Description}
		for _, pattern := range s.api.Calls() {
			method, path, _ := strings.Cut(pattern, " ")
			if op := operation(d.Paths[path], method); slices.Contains(op.Tags, tag.Name) {
				g.Calls = append(g.Calls, callOf(d, op, v.Base, v.Token))
			}
		}
		v.Groups = append(v.Groups, g)
	}
	return s.show(w, r, "api.html", "API", "api", v)
}

func operation(p *huma.PathItem, method string) *huma.Operation {
	if method == http.MethodPost {
		return p.Post
	}
	return p.Get
}

func callOf(d *huma.OpenAPI, op *huma.Operation, base string, token bool) callView {
	c := callView{ID: op.OperationID, Method: op.Method, Path: op.Path, Summary: op.Summary, About: op.Description}
	path, query := op.Path, url.Values{}
	for _, p := range op.Parameters {
		v := paramOf(p.Name, p.Description, p.Required, p.Schema)
		c.Params = append(c.Params, v)
		switch example := exampleOf(p.Schema); {
		case p.In == "path":
			of := strings.ToUpper(p.Name)
			if len(v.Words) > 0 { // an id is of the casebook at hand, a word is always one
				of = example
			}
			path = strings.Replace(path, "{"+p.Name+"}", of, 1)
		case example != "" && (p.Required || p.Name == "country"):
			query.Set(p.Name, example)
		}
	}
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	c.Curl = "curl "
	if token {
		c.Curl += `-H "Authorization: Bearer $TOKEN" `
	}
	if op.RequestBody != nil {
		body := bodyOf(d, op)
		example := map[string]any{}
		for name, p := range body.Properties {
			c.Body = append(c.Body, paramOf(name, p.Description, slices.Contains(body.Required, name), p))
			if len(p.Examples) > 0 {
				example[name] = p.Examples[0]
			}
		}
		slices.SortFunc(c.Body, func(a, b paramView) int {
			return cmp.Or(compareBool(b.Needed, a.Needed), cmp.Compare(a.Name, b.Name))
		})
		b, _ := json.Marshal(example) // of words and numbers
		c.Curl += "-H 'Content-Type: application/json' -d '" + strings.ReplaceAll(string(b), "'", `'\''`) + "' "
	}
	c.Curl += "'" + base + path + "'"
	return c
}

func compareBool(a, b bool) int { return b2i(a) - b2i(b) }

// bodyOf is the schema of what a call is sent.
func bodyOf(d *huma.OpenAPI, op *huma.Operation) *huma.Schema {
	s := op.RequestBody.Content["application/json"].Schema
	if s.Ref != "" {
		return d.Components.Schemas.SchemaFromRef(s.Ref)
	}
	return s
}

func paramOf(name, about string, needed bool, s *huma.Schema) paramView {
	v := paramView{Name: name, Type: s.Type, About: about, Needed: needed}
	words := s.Enum
	if s.Items != nil {
		v.Several, v.Type, words = true, s.Items.Type, s.Items.Enum
	}
	for _, w := range words {
		if word, ok := w.(string); ok && word != "" {
			v.Words = append(v.Words, word)
		}
	}
	return v
}

func exampleOf(s *huma.Schema) string {
	if len(s.Examples) == 0 {
		return ""
	}
	text, _ := s.Examples[0].(string)
	return text
}
