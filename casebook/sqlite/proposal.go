package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"sitrep"
	"sitrep/casebook"
)

// proposalBody is a proposal as it is listed, with its words.
type proposalBody struct {
	Proposal sitrep.Proposal
	Quote    string
}

// putProposals keeps the proposals of a reading in the place of those of the report's older readings.
func (t *tx) putProposals(r *sitrep.Reading, report, day int64) {
	for _, p := range r.Proposals {
		if p.Judged {
			continue
		}
		body, err := t.book.packer.packJSON(proposalBody{p, quoteOf(r.Report.Text, []sitrep.Span{p.Words})})
		if err != nil {
			t.fail(err)
		}
		t.exec("INSERT OR REPLACE INTO proposal (report, id, day, body) VALUES (?, ?, ?, ?)", report, p.ID, day, body)
	}
}

// Proposals are what a language model proposes.
func (b *Book) Proposals(ctx context.Context, q casebook.Query) (out []casebook.ProposalRow, err error) {
	err = b.read(ctx, "list what is proposed", func(t *tx) error {
		condition, args := "", []any(nil)
		if q.Report != "" {
			condition, args = " WHERE r.id = ?", []any{q.Report}
		}
		query := "SELECT p.report, p.body FROM proposal p JOIN report r ON r.n = p.report" + condition + " ORDER BY p.day DESC, r.id, p.id"
		if !q.All {
			query += fmt.Sprintf(" LIMIT %d", limitOf(q))
		}
		var reports []int64
		t.each(query, args, func(r *sql.Rows) error {
			var report int64
			var packed []byte
			if err := r.Scan(&report, &packed); err != nil {
				return err
			}
			var body proposalBody
			err := t.book.packer.unpackJSON(packed, &body)
			reports, out = append(reports, report), append(out, casebook.ProposalRow{Proposal: body.Proposal, Quote: body.Quote})
			return err
		})
		for i := range out {
			out[i].Report = t.head(reports[i])
			out[i].Private = t.private(t.number("SELECT current FROM report WHERE n = ?", reports[i]))
		}
		return nil
	})
	return out, err
}
