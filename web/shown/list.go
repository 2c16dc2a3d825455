package shown

import (
	"context"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
)

// Reports are the heads of the reports of a query.
func (r *Record) Reports(ctx context.Context, q casebook.Query) (casebook.Page[sitrep.ReportHead], error) {
	page, err := r.Book.Reports(ctx, q)
	if err != nil || r.Names {
		return page, err
	}
	ids := make([]string, len(page.Rows))
	for i := range page.Rows {
		ids[i] = page.Rows[i].ID
	}
	private, err := r.Book.Private(ctx, ids)
	if err != nil {
		return page, err
	}
	for i := range page.Rows {
		page.Rows[i] = privacy.VeilReport(page.Rows[i], private[page.Rows[i].ID])
	}
	return page, nil
}

// Claims are the claims of a query.
func (r *Record) Claims(ctx context.Context, q casebook.Query) (casebook.Page[casebook.ClaimRow], error) {
	page, err := r.Book.Claims(ctx, q)
	if err != nil || r.Names {
		return page, err
	}
	for i := range page.Rows {
		page.Rows[i] = privacy.VeilClaim(page.Rows[i])
	}
	return page, nil
}

// Tolls are the figures of a query.
func (r *Record) Tolls(ctx context.Context, q casebook.Query) (casebook.Page[casebook.TollRow], error) {
	page, err := r.Book.Tolls(ctx, q)
	if err != nil || r.Names {
		return page, err
	}
	for i := range page.Rows {
		page.Rows[i] = privacy.VeilToll(page.Rows[i])
	}
	return page, nil
}

// Actors are the actors of a query.
func (r *Record) Actors(ctx context.Context, q casebook.Query) (casebook.Page[casebook.ActorRow], error) {
	page, err := r.Book.Actors(ctx, q)
	if err == nil && !r.Names {
		err = privacy.VeilActors(ctx, r.Book, page.Rows)
	}
	return page, err
}

// Sources are the sources of a query.
func (r *Record) Sources(ctx context.Context, q casebook.Query) (casebook.Page[casebook.SourceRow], error) {
	page, err := r.Book.Sources(ctx, q)
	if err == nil && !r.Names {
		err = privacy.VeilSources(ctx, r.Book, page.Rows)
	}
	return page, err
}

// Demand is a demand with the claims that answer it.
type Demand struct {
	casebook.ClaimRow
	Answered []casebook.ClaimRow
}

// Demands are the demands among the claims of a query, each with the answers to it.
func (r *Record) Demands(ctx context.Context, q casebook.Query) (casebook.Page[Demand], error) {
	q.Kinds, q.Stances = nil, []sitrep.Stance{sitrep.Demand}
	page, err := r.Claims(ctx, q)
	out := casebook.Page[Demand]{Total: page.Total, Next: page.Next}
	if err != nil {
		return out, err
	}
	for _, row := range page.Rows {
		answered, err := r.answered(ctx, row)
		if err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, Demand{row, answered})
	}
	return out, nil
}

// answered are the claims that answer a demand; they stand in its report.
func (r *Record) answered(ctx context.Context, demand casebook.ClaimRow) ([]casebook.ClaimRow, error) {
	if len(demand.Answers) == 0 {
		return nil, nil
	}
	page, err := r.Claims(ctx, casebook.Query{Report: demand.Report.ID, All: true})
	var out []casebook.ClaimRow
	for _, c := range page.Rows {
		if c.Claim.Answers == demand.Claim.ID {
			out = append(out, c)
		}
	}
	return out, err
}
