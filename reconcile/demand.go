package reconcile

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// Demand is what somebody demands of somebody, with the answers to it, over all reports that tell of it.
type Demand struct {
	Statement
	Answers []Statement // by time of publication
}

// Statement is what somebody says, and where reports tell it again.
type Statement struct {
	casebook.ClaimRow
	Again []casebook.ClaimRow // by time of publication
}

// answerStances are what an answer to a demand can be.
var answerStances = []sitrep.Stance{sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Deny}

// The windows, in days. A demand that is made again later is another one: it has its own answers. What is said after some weeks mostly answers something else.
const (
	sameDemand  = 21
	answersSoon = 30
)

// Demands are the demands among the claims of a query, each once: as the first report tells it that the query wants, with the other reports that tell it and the answers, of
// whatever report. Where there are further pages, Total counts the claims: one demand that two reports tell is two of them.
func Demands(ctx context.Context, book casebook.Asker, q casebook.Query) (casebook.Page[Demand], error) {
	q.Kinds, q.Stances = nil, []sitrep.Stance{sitrep.Demand}
	page, err := book.Claims(ctx, q)
	out := casebook.Page[Demand]{Total: page.Total, Next: page.Next}
	if err != nil || len(page.Rows) == 0 {
		return out, err
	}
	wanted, around, err := demandsAround(ctx, book, q, page)
	if err != nil {
		return out, err
	}
	all := newDemandGroups()
	all.demanded(around)
	all.replied(around)
	if out.Rows, err = all.rows(page.Rows, wanted); err != nil {
		return out, err
	}
	if q.After == "" && page.Next == "" {
		out.Total = len(out.Rows)
	}
	return out, nil
}

// demandsAround are the demands that the query wants, by their keys, and all demands and answers that can have to do with those of a page of it.
func demandsAround(ctx context.Context, book casebook.Asker, q casebook.Query, page casebook.Page[casebook.ClaimRow]) (wanted map[claimKey]bool, around []casebook.ClaimRow, err error) {
	from, to, undated := daysOfRows(page.Rows)
	rows := page.Rows
	if whole := q.After == "" && page.Next == ""; !whole && !from.IsZero() {
		if rows, err = askClaims(ctx, book, narrowed(q, from, to)); err != nil {
			return nil, nil, err
		}
		rows = append(rows, page.Rows...)
	}
	wanted = map[claimKey]bool{}
	for i := range rows {
		wanted[keyOfClaim(&rows[i])] = true
	}
	for _, w := range windowsAround(from, to, undated) {
		more, err := askClaims(ctx, book, w)
		if err != nil {
			return nil, nil, err
		}
		around = append(around, more...)
	}
	return wanted, around, nil
}

func askClaims(ctx context.Context, book casebook.Asker, q casebook.Query) ([]casebook.ClaimRow, error) {
	page, err := book.Claims(ctx, q)
	return page.Rows, err
}

// narrowed is a query for all its demands of which one of some days can be told again, or was told before.
func narrowed(q casebook.Query, from, to sitrep.CivilDate) casebook.Query {
	q.All, q.After, q.Limit, q.Order = true, "", 0, casebook.Unordered
	if from = from.AddDays(-2 * sameDemand); q.From.IsZero() || from.First().After(q.From.First()) {
		q.From = from
	}
	if to = to.AddDays(answersSoon + sameDemand); q.To.IsZero() || to.Last().Before(q.To.Last()) {
		q.To = to
	}
	return q
}

// windowsAround are the demands and the answers that can have to do with demands of some days. A demand of these days can be one that was first made weeks before, and is
// answered within a month. Later demands count as long as they can take an answer away from these, and earlier ones as long as those of the weeks before can be told again in them. Of reports without a day it is what they tell themselves.
func windowsAround(from, to sitrep.CivilDate, undated []string) (windows []casebook.Query) {
	all := func(w casebook.Query) casebook.Query {
		w.All, w.Order = true, casebook.Unordered
		return w
	}
	if end := to.AddDays(answersSoon + zones); !from.IsZero() {
		windows = append(windows, all(casebook.Query{Stances: []sitrep.Stance{sitrep.Demand}, From: from.AddDays(-2 * sameDemand), To: end}),
			all(casebook.Query{Stances: answerStances, From: from.AddDays(-sameDemand - zones), To: end}))
	}
	for _, report := range undated {
		windows = append(windows, all(casebook.Query{Stances: append([]sitrep.Stance{sitrep.Demand}, answerStances...), Report: report}))
	}
	return windows
}

// daysOfRows are the first and the last day on which some demands are told, and the reports of those that have no day.
func daysOfRows(rows []casebook.ClaimRow) (from, to sitrep.CivilDate, undated []string) {
	for i := range rows {
		h := &rows[i].Report
		if h.Published.IsZero() {
			undated = append(undated, h.ID)
			continue
		}
		d := sitrep.CivilDateOf(h.Published)
		if from.IsZero() || d.First().Before(from.First()) {
			from = d
		}
		if to.IsZero() || d.First().After(to.First()) {
			to = d
		}
	}
	return from, to, ordered(undated)
}

// claimKey names a claim across reports.
type claimKey struct{ report, claim string }

func keyOfClaim(r *casebook.ClaimRow) claimKey { return claimKey{r.Report.ID, r.Claim.ID} }

func compareSpoken(a, b *spoken) int {
	x, y := a.row, b.row
	return cmp.Or(x.Report.Published.Compare(y.Report.Published), strings.Compare(x.Report.ID, y.Report.ID), startOf(x)-startOf(y), strings.Compare(x.Claim.ID, y.Claim.ID))
}

func startOf(r *casebook.ClaimRow) int {
	if len(r.Claim.Content) == 0 {
		return 0
	}
	return r.Claim.Content[0].Start
}

// demandGroup is one demand: who tells it, the first first, and what answers it, in order.
type demandGroup struct {
	told    []*spoken
	to      string // whom it is made of, and the side: by the first that tells it
	toSide  string
	answers []*spoken
}

func (g *demandGroup) tell(d *spoken) {
	g.told = append(g.told, d)
	if g.to == "" {
		g.to = d.to
	}
	if g.toSide == "" {
		g.toSide = d.row.ToSide
	}
}

// groupDemands makes one demand of the claims that tell of it, and gives each the answers to it. The order of the claims makes no difference.
func groupDemands(rows []casebook.ClaimRow) []demandGroup {
	all := newDemandGroups()
	all.demanded(rows)
	all.replied(rows)
	return all.groups
}

// oneDemand tells whether two claims tell of one demand: made by one speaker or one government of the same, of one matter, within some weeks of when it was first told.
func oneDemand(g *demandGroup, d *spoken) bool {
	first := g.told[0]
	if keyOfClaim(first.row) == keyOfClaim(d.row) {
		return true
	}
	if first.pub == 0 || d.pub-first.pub > sameDemand || !oneVoice(first, d) || !g.madeOf(d) {
		return false
	}
	both, least := first.matter.shared(&d.matter)
	return 2*both >= least && (both >= 1.5 || both >= 1 && both == least)
}

// oneVoice tells whether two claims are made by one: by the same speaker, or for the same state or group.
func oneVoice(a, b *spoken) bool {
	x, y := &a.row.Claim, &b.row.Claim
	return a.by.key == b.by.key || x.Side != "" && x.Side == y.Side && speaksForSide(a.by.kind) && speaksForSide(b.by.kind) || oneName(a.by.key, b.by.key, a.by, b.by)
}

// speaksForSide tells whether a kind of speaker speaks for the state or group that it belongs to.
func speaksForSide(k sitrep.SourceKind) bool {
	return k == sitrep.GovernmentSource || k == sitrep.Belligerent || k == sitrep.ArmedGroupSource || k == sitrep.OrganisationGroup
}

// madeOf tells whether a demand can be made of the same: only where both say of whom they can be told apart.
func (g *demandGroup) madeOf(d *spoken) bool {
	switch {
	case g.to == "" || d.to == "" || g.to == d.to:
		return true
	case g.toSide != "" && d.row.ToSide != "":
		return g.toSide == d.row.ToSide
	}
	return holdsName(g.to, d.to) || holdsName(d.to, g.to)
}

// holdsName tells whether a name is, or has in it, another one.
func holdsName(long, short string) bool {
	return len(short) > 3 && strings.Contains(" "+long+" ", " "+short+" ")
}

// answerScore weighs how likely a claim answers a demand that another report tells of, 0 for not at all. Who answers must be who is asked, and of the same matter, for which a
// word or two in common is not enough: who fights a war speaks of it every day. Where he says that it is a demand, and whose, less is; an acceptance or refusal of such a demand
// answers it even where the demand is told without whom it is made of.
func (g *demandGroup) answerScore(a *spoken) float64 {
	first, y := g.told[0], &a.row.Claim
	after := a.pub - first.pub
	if first.pub == 0 || after < 0 || after > answersSoon || oneVoice(first, a) {
		return 0
	}
	asked := g.asks(a.name, y.Side)
	whose := a.asks && (y.Stance == sitrep.Reject || y.Stance == sitrep.Agree) && namesSpeaker(a.matter.words, first)
	if !asked && !whose {
		return 0
	}
	best := 0.0
	for _, d := range g.told {
		both, least := d.matter.shared(&a.matter)
		if asked && whose && both >= 1 || (asked || whose && g.to == "") && both >= 2 && 2*both >= least {
			best = max(best, both)
		}
	}
	return best
}

// asks tells whether a demand is made of who has a name and a side.
func (g *demandGroup) asks(name, side string) bool {
	return g.toSide != "" && g.toSide == side || g.to != "" && (holdsName(g.to, name) || holdsName(name, g.to))
}

// namesSpeaker tells whether words name who makes a claim: by a word that is his, or by his whole name.
func namesSpeaker(words []string, s *spoken) bool {
	all := true
	for _, w := range s.words {
		if slices.Contains(words, w) && !plainWords[w] {
			return true
		}
		all = all && slices.Contains(words, w)
	}
	return all
}

// firstOf is the first telling that is wanted, nil for none.
func (g *demandGroup) firstOf(wanted map[claimKey]bool) *casebook.ClaimRow {
	for _, d := range g.told {
		if wanted[keyOfClaim(d.row)] {
			return d.row
		}
	}
	return nil
}

// as is a demand as one of its rows tells it.
func (g *demandGroup) as(row *casebook.ClaimRow) Demand {
	d := Demand{Statement: Statement{ClaimRow: *row}}
	for _, t := range g.told {
		if keyOfClaim(t.row) != keyOfClaim(row) {
			d.Again = append(d.Again, *t.row)
		}
	}
	var said []*spoken
	for _, a := range g.answers {
		k := slices.IndexFunc(said, func(s *spoken) bool { return oneAnswer(s, a) })
		if k >= 0 {
			d.Answers[k].Again = append(d.Answers[k].Again, *a.row)
			continue
		}
		said = append(said, a)
		d.Answers = append(d.Answers, Statement{ClaimRow: *a.row})
	}
	return d
}

// oneAnswer tells whether two claims tell of one answer to a demand: the same speaker answers the same within some days.
func oneAnswer(first, a *spoken) bool {
	return first.row.Report.ID != a.row.Report.ID && first.row.Claim.Stance == a.row.Claim.Stance && oneVoice(first, a) && a.pub-first.pub <= 3
}
