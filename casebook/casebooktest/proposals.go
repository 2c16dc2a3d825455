package casebooktest

import (
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// proposed is the report of Dorel with what a language model proposes of it.
func proposed() casebook.Filing {
	f := named().filing()
	words := span(f.Reading.Report.Text, "Mr Harrowindson was unharmed")
	f.Reading.Proposals = []sitrep.Proposal{{ID: "p1", By: "a model", What: sitrep.EventProposal, Words: words, Value: `{"kind":"destruction"}`},
		{ID: "p2", By: "a model", What: sitrep.ClaimProposal, Words: span(f.Reading.Report.Text, "“Harrowind's class waits for her,”"), Value: `{"source":"Max Other","stance":"assert"}`}}
	return f
}

func testProposals(b *bench) {
	list := must[[]casebook.ProposalRow](b)
	b.file(kesh)
	if _, err := b.File(b.ctx, proposed()); err != nil {
		b.Fatal(err)
	}
	got := list(b.Proposals(b.ctx, casebook.Query{}))
	is(b, "how many", len(got), 2)
	is(b, "the first", got[0].Proposal, proposed().Reading.Proposals[0])
	is(b, "its report", got[0].Report.ID, "dorel-1")
	is(b, "private names", len(got[0].Private), 2)
	is(b, "the words of the second", got[1].Quote, "“Harrowind's class waits for her,”")
	is(b, "of another report", len(list(b.Proposals(b.ctx, casebook.Query{Report: "kesh-1"}))), 0)
	is(b, "so many at most", len(list(b.Proposals(b.ctx, casebook.Query{Limit: 1}))), 1)
	is(b, "in the reading", must[casebook.StoredReport](b)(b.Report(b.ctx, "dorel-1", 0)).Reading.Proposals, proposed().Reading.Proposals)
	is(b, "claims", must[casebook.Page[casebook.ClaimRow]](b)(b.Claims(b.ctx, casebook.Query{Report: "dorel-1"})).Total, 1)
	must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Name: Victim, By: "Ada"}))
	for _, p := range list(b.Proposals(b.ctx, casebook.Query{})) {
		if strings.Contains(p.Quote, "Harrowind'") {
			b.Errorf("a redacted name still stands: %+v", p)
		}
	}
	again := kesh.filing()
	again.Reading.Proposals = []sitrep.Proposal{{ID: "p3", What: sitrep.EventProposal, Words: span(again.Reading.Report.Text, "A bridge fell"), Value: `{"kind":"destruction"}`}}
	if err := b.Reread(b.ctx, again); err != nil {
		b.Fatal(err)
	}
	is(b, "of a reading that took another's place", list(b.Proposals(b.ctx, casebook.Query{Report: "kesh-1"}))[0].Proposal.ID, "p3")
	again.Reading.Proposals = nil
	if err := b.Reread(b.ctx, again); err != nil {
		b.Fatal(err)
	}
	is(b, "that has none", len(list(b.Proposals(b.ctx, casebook.Query{Report: "kesh-1"}))), 0)
}
