package mcp

import (
	"bytes"
	"context"
	"encoding/json"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sitrep/casebook"
	"sitrep/record"
)

type incidentInput struct {
	ID string `json:"id" jsonschema:"the incident's id, or the beginning of it"`
}

type incidentOutput struct {
	Notice   string         `json:"notice"`
	Incident map[string]any `json:"incident" jsonschema:"schema sitrep-incident/1"`
}

func (s *Server) incident(ctx context.Context, _ *sdk.CallToolRequest, in incidentInput) (*sdk.CallToolResult, incidentOutput, error) {
	i, err := s.book.Incident(ctx, in.ID)
	if err != nil {
		return nil, incidentOutput{}, err
	}
	texts := map[string]string{}
	for _, id := range casebook.ReportsOf(&i) {
		r, err := s.book.Report(ctx, id, 0)
		if err != nil {
			return nil, incidentOutput{}, err
		}
		texts[id] = r.Reading.Report.Text
	}
	if i, err = s.shown(ctx, i); err != nil {
		return nil, incidentOutput{}, err
	}
	plain(&i)
	var b bytes.Buffer
	if err := record.WriteIncident(&b, &i, record.IncidentOptions{Text: func(id string) (string, bool) { t, ok := texts[id]; return t, ok }}); err != nil {
		return nil, incidentOutput{}, err
	}
	out := incidentOutput{Notice: Notice}
	return nil, out, json.Unmarshal(b.Bytes(), &out.Incident)
}
