package mcp

import (
	"context"
	"fmt"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/record"
)

type passageInput struct {
	Report string `json:"report" jsonschema:"the report's id"`
	Start  int    `json:"start" jsonschema:"in code points of the kept text"`
	End    int    `json:"end"`
	Around int    `json:"around,omitempty" jsonschema:"code points before and after, 200 where it is not given, never more than 2,000"`
}

type passageOutput struct {
	Notice    string `json:"notice"`
	Before    string `json:"before"`
	Passage   string `json:"passage"`
	After     string `json:"after"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
}

const usualAround, mostAround, mostPassage = 200, 2000, 20_000

func (s *Server) passage(ctx context.Context, _ *sdk.CallToolRequest, in passageInput) (*sdk.CallToolResult, passageOutput, error) {
	r, err := s.book.Report(ctx, in.Report, 0)
	if err != nil {
		return nil, passageOutput{}, err
	}
	text := r.Reading.Report.Text
	length := record.NewOffsets(text).Points(len(text))
	if in.Start < 0 || in.End > length || in.Start >= in.End {
		return nil, passageOutput{}, fmt.Errorf("passage %d to %d of report %s: its text goes from 0 to %d", in.Start, in.End, in.Report, length)
	}
	if in.End-in.Start > mostPassage {
		return nil, passageOutput{}, fmt.Errorf("passage of %d code points: at most %d at once", in.End-in.Start, mostPassage)
	}
	around := in.Around
	if around <= 0 {
		around = usualAround
	}
	around = min(around, mostAround)
	at := func(from, to int) string {
		span := record.NewPoints(text).Span(max(0, from), min(length, to))
		return s.veil(text[span.Start:span.End], r.Private)
	}
	head := r.Head
	if !s.names {
		head = privacy.VeilReport(head, r.Private)
	}
	out := passageOutput{Notice: Notice, Before: at(in.Start-around, in.Start), Passage: at(in.Start, in.End), After: at(in.End, in.End+around), Title: head.Title, Outlet: head.Outlet, URL: head.URL}
	if !head.Published.IsZero() {
		out.Published = sitrep.CivilDateOf(head.Published).String()
	}
	return nil, out, nil
}

// veil is a text as it may be shown.
func (s *Server) veil(text string, names []casebook.PrivateName) string {
	if s.names {
		return text
	}
	return privacy.Veil(text, names)
}
