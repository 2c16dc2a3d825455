package reconcile

import (
	"context"
	"slices"

	"sitrep"
	"sitrep/casebook"
)

// Known are the demands of some days as the reports until the last of those days tell of them. The answers are looked for only to those that somebody wants them to.
type Known struct {
	Rows []Demand // without answers, in the order of the query

	book     casebook.Asker
	from, to sitrep.CivilDate
	all      *demandGroups
	answered map[int]bool      // rows to which answers were looked for
	seen     map[claimKey]bool // of the answers
}

// DemandsKnown are the demands of a query that names its days, as Demands has them, as they were known on the last of these days.
func DemandsKnown(ctx context.Context, book casebook.Asker, q casebook.Query) (*Known, error) {
	q.Kinds, q.Stances, q.All, q.After = nil, []sitrep.Stance{sitrep.Demand}, true, ""
	k := &Known{book: book, from: q.From, to: q.To, all: newDemandGroups(), answered: map[int]bool{}, seen: map[claimKey]bool{}}
	page, err := book.Claims(ctx, q)
	if err != nil || len(page.Rows) == 0 {
		return k, err
	}
	before, err := askClaims(ctx, book, casebook.Query{Stances: q.Stances, From: k.from.AddDays(-2 * sameDemand), To: k.to, All: true, Order: casebook.Unordered})
	if err != nil {
		return k, err
	}
	k.all.demanded(before)
	wanted := map[claimKey]bool{}
	for i := range page.Rows {
		wanted[keyOfClaim(&page.Rows[i])] = true
	}
	k.Rows, err = k.all.rows(page.Rows, wanted)
	return k, err
}

// Answer puts the answers to the demands of some rows in their place.
func (k *Known) Answer(ctx context.Context, rows []int) error {
	rows = slices.DeleteFunc(slices.Clone(rows), func(i int) bool { return k.answered[i] })
	var asked []*demandGroup
	for _, i := range rows {
		k.answered[i] = true
		asked = append(asked, &k.all.groups[k.all.of[keyOfClaim(&k.Rows[i].ClaimRow)]])
	}
	if len(asked) == 0 {
		return nil
	}
	around := casebook.Query{Stances: answerStances, From: k.from.AddDays(-sameDemand - zones), To: k.to, All: true, Order: casebook.Unordered}
	answers, err := casebook.ClaimsBy(ctx, k.book, around, func(v casebook.Voice) bool {
		return slices.ContainsFunc(asked, func(g *demandGroup) bool { return g.canBeAnsweredBy(v) })
	})
	if err != nil {
		return err
	}
	for _, id := range k.linked(asked) {
		more, err := askClaims(ctx, k.book, casebook.Query{Stances: answerStances, Report: id, All: true, Order: casebook.Unordered})
		if err != nil {
			return err
		}
		answers = append(answers, slices.DeleteFunc(more, func(r casebook.ClaimRow) bool { return r.Claim.Answers == "" })...)
	}
	k.all.replied(slices.DeleteFunc(answers, func(r casebook.ClaimRow) bool {
		key := keyOfClaim(&r)
		again := k.seen[key]
		k.seen[key] = true
		return again
	}))
	for i, g := range asked {
		slices.SortFunc(g.answers, compareSpoken)
		k.Rows[rows[i]] = g.as(&k.Rows[rows[i]].ClaimRow)
	}
	return nil
}

// linked are the reports that link an answer to one of some demands.
func (k *Known) linked(asked []*demandGroup) (reports []string) {
	for _, g := range asked {
		for _, d := range g.told {
			if len(d.row.Answers) > 0 {
				reports = append(reports, d.row.Report.ID)
			}
		}
	}
	return ordered(reports)
}

// canBeAnsweredBy tells whether somebody can say what answers a demand: he of whom it is made, or, where that is not told, whoever accepts or refuses what he calls a demand.
func (g *demandGroup) canBeAnsweredBy(v casebook.Voice) bool {
	if g.to == "" {
		return v.Stance == sitrep.Reject || v.Stance == sitrep.Agree
	}
	return g.asks(nameKey(v.Source), v.Side)
}
