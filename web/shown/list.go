package shown

import (
	"context"

	"sitrep"
	"sitrep/casebook"
	"sitrep/privacy"
	"sitrep/reconcile"
)

// Reports are the heads of the reports of a query.
func (r *Record) Reports(ctx context.Context, q casebook.Query) (casebook.Page[casebook.ReportRow], error) {
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
		page.Rows[i].ReportHead = privacy.VeilReport(page.Rows[i].ReportHead, private[page.Rows[i].ID])
	}
	return page, nil
}

// Claims are the claims of a query.
func (r *Record) Claims(ctx context.Context, q casebook.Query) (casebook.Page[casebook.ClaimRow], error) {
	page, err := r.Book.Claims(ctx, q)
	r.veilClaims(page.Rows)
	return page, err
}

// ClaimsByStance are the claims of a query, and how many there are of each stance, as casebook.ClaimsByStance has them.
func (r *Record) ClaimsByStance(ctx context.Context, q casebook.Query) (casebook.Page[casebook.ClaimRow], map[sitrep.Stance]int, error) {
	page, counts, err := casebook.ClaimsByStance(ctx, r.Book, q)
	r.veilClaims(page.Rows)
	return page, counts, err
}

func (r *Record) veilClaims(rows []casebook.ClaimRow) {
	for i := range rows {
		if !r.Names {
			rows[i] = privacy.VeilClaim(rows[i])
		}
	}
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
		err = r.suspects.VeilActors(ctx, r.Book, page.Rows)
	}
	return page, err
}

// Sources are the sources of a query.
func (r *Record) Sources(ctx context.Context, q casebook.Query) (casebook.Page[casebook.SourceRow], error) {
	page, err := r.Book.Sources(ctx, q)
	if err == nil && !r.Names {
		err = r.suspects.VeilSources(ctx, r.Book, page.Rows)
	}
	return page, err
}

// Demand is a demand with the claims that answer it, of whatever report, and those of other reports that tell of it again.
type Demand struct {
	casebook.ClaimRow
	Answered []casebook.ClaimRow
	Again    []casebook.ClaimRow
}

// Demands are the demands among the claims of a query, each once, with the answers to it.
func (r *Record) Demands(ctx context.Context, q casebook.Query) (casebook.Page[Demand], error) {
	page, err := reconcile.Demands(ctx, r.Book, q)
	out := casebook.Page[Demand]{Total: page.Total, Next: page.Next}
	for i := range page.Rows {
		d := Demand{ClaimRow: page.Rows[i].ClaimRow, Again: page.Rows[i].Again}
		for k := range page.Rows[i].Answers {
			d.Answered = append(d.Answered, page.Rows[i].Answers[k].ClaimRow)
		}
		if !r.Names {
			d.veil()
		}
		out.Rows = append(out.Rows, d)
	}
	return out, err
}

func (d *Demand) veil() {
	d.ClaimRow = privacy.VeilClaim(d.ClaimRow)
	for _, rows := range [][]casebook.ClaimRow{d.Answered, d.Again} {
		for i := range rows {
			rows[i] = privacy.VeilClaim(rows[i])
		}
	}
}
