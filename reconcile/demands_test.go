package reconcile

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// TestDemandsAreThoseOfComparingAllWithAll holds what the indices by words leave out against comparing each claim with every demand.
func TestDemandsAreThoseOfComparingAllWithAll(t *testing.T) {
	for seed := range uint64(40) {
		rows := argument(seed)
		if got, want := fmt.Sprint(keysOf(groupDemands(rows))), fmt.Sprint(keysOf(plainly(rows))); got != want {
			t.Fatalf("seed %d:\ngot  %s\nwant %s", seed, got, want)
		}
	}
}

// TestDemandsOfAWeekAreThoseOfTheMonthsAround holds the days that are asked for against more of them.
func TestDemandsOfAWeekAreThoseOfTheMonthsAround(t *testing.T) {
	from := sitrep.CivilDate{Year: 2031, Month: 4, Day: 20}
	week := casebook.Query{From: from, To: from.AddDays(6), All: true}
	answers := 0
	for seed := range uint64(40) {
		book := manyClaims{rows: argument(seed)}
		page, err := Demands(t.Context(), book, week)
		if err != nil {
			t.Fatal(err)
		}
		wanted := map[claimKey]bool{}
		asked := week
		asked.Stances = []sitrep.Stance{sitrep.Demand}
		rows, _ := book.Claims(t.Context(), asked)
		for i := range rows.Rows {
			wanted[keyOfClaim(&rows.Rows[i])] = true
		}
		around, _ := book.Claims(t.Context(), casebook.Query{From: from.AddDays(-2 * sameDemand), To: from.AddDays(6 + answersSoon + sameDemand)})
		var want []string
		for _, g := range groupDemands(around.Rows) {
			if first := g.firstOf(wanted); first != nil {
				want = append(want, fmt.Sprint(statement(g.as(first))))
				answers += len(g.answers)
			}
		}
		var got []string
		for _, d := range page.Rows {
			got = append(got, fmt.Sprint(statement(d)))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d:\ngot  %q\nwant %q", seed, got, want)
		}
	}
	if answers < 20 {
		t.Errorf("%d answers in all: too few to tell", answers)
	}
}

// statement is a demand with its answers by their reports.
func statement(d Demand) (out []string) {
	out = append(out, d.Report.ID)
	for _, a := range d.Again {
		out = append(out, "again "+a.Report.ID)
	}
	for _, a := range d.Answers {
		out = append(out, "answer "+a.Report.ID, fmt.Sprint(len(a.Again)))
	}
	return out
}

// manyClaims answers questions of claims with a list of them.
type manyClaims struct {
	casebook.Asker
	rows []casebook.ClaimRow
}

func (m manyClaims) Claims(_ context.Context, q casebook.Query) (page casebook.Page[casebook.ClaimRow], err error) {
	for _, r := range m.rows {
		day := sitrep.CivilDateOf(r.Report.Published)
		dated := !r.Report.Published.IsZero() && !day.First().Before(q.From.First()) && !day.First().After(q.To.First())
		if (len(q.Stances) == 0 || slices.Contains(q.Stances, r.Claim.Stance)) && (dated || q.From.IsZero()) && (q.Report == "" || q.Report == r.Report.ID) {
			page.Rows = append(page.Rows, r)
		}
	}
	return page, nil
}

// argument is some months of demands and answers of three sides.
func argument(seed uint64) (rows []casebook.ClaimRow) {
	words := strings.Fields("harbour prisoners Dorel Kesh withdraw release fighters bridge corridor convoy demand hills cranes army troops talks ceasefire border")
	rng := rand.New(rand.NewPCG(seed, 9))
	for i := range 240 {
		side := []string{"NORTH", "FRONT", "HILL"}[rng.IntN(3)]
		stance := []sitrep.Stance{sitrep.Demand, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Deny}[rng.IntN(6)]
		said := fmt.Sprint(i, " ")
		for range 2 + rng.IntN(6) {
			said += words[rng.IntN(len(words))] + " "
		}
		r := spoke(fmt.Sprint("r", i/2), 1, "the "+side, side, []string{"", "north", "front", "hill"}[rng.IntN(4)], "", stance, said)
		r.Report.Published = time.Date(2031, 3, 1+i/2, rng.IntN(24), 0, 0, 0, time.FixedZone("", (rng.IntN(25)-12)*3600))
		if rng.IntN(12) == 0 {
			r.Report.Published = time.Time{}
		}
		if i%2 == 1 {
			r.Report = rows[i-1].Report
		}
		if stance != sitrep.Demand && i > 0 && rng.IntN(4) == 0 {
			r.Claim.Answers = rows[i-1].Claim.ID
			if rows[i-1].Report.ID == r.Report.ID {
				rows[i-1].Answers = []string{r.Claim.ID}
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// plainly groups demands by comparing each claim with every demand.
func plainly(rows []casebook.ClaimRow) (groups []demandGroup) {
	var all []*spoken
	for i := range rows {
		all = append(all, voices{}.spokenOf(&rows[i]))
	}
	slices.SortFunc(all, compareSpoken)
	of := map[claimKey]int{}
	for _, d := range all {
		if d.row.Claim.Stance != sitrep.Demand {
			continue
		}
		g := slices.IndexFunc(groups, func(g demandGroup) bool { return oneDemand(&g, d) })
		if g < 0 {
			g, groups = len(groups), append(groups, demandGroup{})
		}
		groups[g].tell(d)
		of[keyOfClaim(d.row)] = g
	}
	for _, a := range all {
		if a.row.Claim.Stance == sitrep.Demand {
			continue
		}
		best, most := -1, 0.0
		for g := range groups {
			if n := groups[g].answerScore(a); n > 0 && n >= most {
				best, most = g, n
			}
		}
		if g, ok := of[claimKey{a.row.Report.ID, a.row.Claim.Answers}]; ok {
			best = g
		} else if a.row.Claim.Answers != "" {
			best = -1
		}
		if best >= 0 {
			groups[best].answers = append(groups[best].answers, a)
		}
	}
	return groups
}

func keysOf(groups []demandGroup) (out [][]string) {
	for _, g := range groups {
		var keys []string
		for _, d := range g.told {
			keys = append(keys, d.row.Report.ID+d.row.Claim.ID)
		}
		for _, a := range g.answers {
			keys = append(keys, "answer "+a.row.Report.ID+a.row.Claim.ID)
		}
		out = append(out, keys)
	}
	return out
}
