package mcp

import (
	"context"
	"fmt"
	"slices"

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
	names, err := s.withheld(ctx, &r)
	if err != nil {
		return nil, passageOutput{}, err
	}
	points := record.NewPoints(text)
	at := func(from, to int) string { return veiled(text, points.Span(max(0, from), min(length, to)), names) }
	head := r.Head
	if len(names) > 0 {
		head = privacy.VeilReport(head, names)
	}
	out := passageOutput{Notice: Notice, Before: at(in.Start-around, in.Start), Passage: at(in.Start, in.End), After: at(in.End, in.End+around), Title: head.Title, Outlet: head.Outlet, URL: head.URL}
	if !head.Published.IsZero() {
		out.Published = sitrep.CivilDateOf(head.Published).String()
	}
	plain(&out)
	return nil, out, nil
}

// withheld are the private persons of a report and of all reports of its incidents: who is private in one is so in the others. None where names are shown.
func (s *Server) withheld(ctx context.Context, r *casebook.StoredReport) ([]casebook.PrivateName, error) {
	if s.names {
		return nil, nil
	}
	page, err := s.book.Incidents(ctx, casebook.Query{Report: r.Head.ID, All: true})
	if err != nil {
		return nil, err
	}
	var reports []string
	for i := range page.Rows {
		reports = append(reports, casebook.ReportsOf(&page.Rows[i])...)
	}
	private, err := s.book.Private(ctx, reports)
	names := slices.Clone(r.Private)
	for _, id := range reports {
		names = append(names, private[id]...)
	}
	return names, err
}

// veiled is a stretch of a text as it may be shown. A name that the stretch cuts off is taken out as a whole: its pieces would tell it.
func veiled(text string, s sitrep.Span, names []casebook.PrivateName) string {
	for _, hidden := range privacy.Spans(text, names) {
		if hidden.Start < s.Start && s.Start < hidden.End {
			s.Start = min(hidden.End, s.End)
		}
		if hidden.Start < s.End && s.End < hidden.End {
			s.End = max(hidden.Start, s.Start)
		}
	}
	return privacy.Veil(text[s.Start:s.End], names)
}
