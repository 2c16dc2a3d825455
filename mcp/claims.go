package mcp

import (
	"context"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/record"
)

// claimsOutput is what compare_claims answers.
type claimsOutput struct {
	Notice         string          `json:"notice"`
	Speakers       []speaker       `json:"speakers"`
	Contradictions []contradiction `json:"contradictions"`
}

type speaker struct {
	Name   string      `json:"name"`
	Side   string      `json:"side,omitempty"`
	Kind   string      `json:"kind,omitempty"`
	Claims []claimLine `json:"claims"`
}

type claimLine struct {
	Stance    string `json:"stance"`
	Quote     string `json:"quote"`
	Report    string `json:"report"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	Spans     []span `json:"spans" jsonschema:"where the words stand in the report's text, in code points, half open"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type contradiction struct {
	Field   string   `json:"field"`
	Answers []answer `json:"answers"`
}

type answer struct {
	Value  string `json:"value"`
	Origin string `json:"origin"`
	Report string `json:"report"`
	Quote  string `json:"quote"`
}

func (s *Server) claims(ctx context.Context, _ *sdk.CallToolRequest, in incidentInput) (*sdk.CallToolResult, claimsOutput, error) {
	i, err := s.book.Incident(ctx, in.ID)
	if err != nil {
		return nil, claimsOutput{}, err
	}
	rows, err := s.book.Claims(ctx, casebook.Query{Incident: i.ID, Order: casebook.Oldest, Limit: mostLimit})
	if err != nil {
		return nil, claimsOutput{}, err
	}
	if i, err = s.shown(ctx, i); err != nil {
		return nil, claimsOutput{}, err
	}
	out := claimsOutput{Notice: Notice, Speakers: []speaker{}, Contradictions: []contradiction{}}
	offsets := map[string]*record.Offsets{}
	for _, row := range rows.Rows {
		if offsets[row.Report.ID] == nil {
			r, err := s.book.Report(ctx, row.Report.ID, 0)
			if err != nil {
				return nil, claimsOutput{}, err
			}
			offsets[row.Report.ID] = record.NewOffsets(r.Reading.Report.Text)
		}
		out.add(s.claim(row), offsets[row.Report.ID])
	}
	for _, c := range i.Contradictions {
		d := contradiction{Field: c.Field}
		for _, e := range c.Entries {
			d.Answers = append(d.Answers, answer{e.Value, e.Origin, e.Key.Report, e.Quote})
		}
		out.Contradictions = append(out.Contradictions, d)
	}
	plain(&out)
	return nil, out, nil
}

// claim is a claim as it may be shown.
func (s *Server) claim(row casebook.ClaimRow) casebook.ClaimRow {
	if s.names {
		return row
	}
	return privacy.VeilClaim(row)
}

// add puts a claim to those of its speaker.
func (o *claimsOutput) add(row casebook.ClaimRow, at *record.Offsets) {
	c := claimLine{Stance: string(row.Claim.Stance), Quote: row.Quote, Report: row.Report.ID, Outlet: row.Report.Outlet, Spans: spansOf(row.Claim.Content, at)}
	if !row.Report.Published.IsZero() {
		c.Published = sitrep.CivilDateOf(row.Report.Published).String()
	}
	for i := range o.Speakers {
		if p := &o.Speakers[i]; p.Name == row.Claim.Source && p.Side == row.Claim.Side {
			p.Claims = append(p.Claims, c)
			return
		}
	}
	o.Speakers = append(o.Speakers, speaker{row.Claim.Source, row.Claim.Side, string(row.Claim.SourceKind), []claimLine{c}})
}

func spansOf(spans []sitrep.Span, at *record.Offsets) []span {
	out := make([]span, len(spans))
	for i, s := range spans {
		out[i].Start, out[i].End = at.Span(s)
	}
	return out
}
