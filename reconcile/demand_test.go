package reconcile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
)

// spoke is a claim of a report of some day of May.
func spoke(report string, may int, source, side, to, toSide string, stance sitrep.Stance, words string) casebook.ClaimRow {
	return casebook.ClaimRow{Report: sitrep.ReportHead{ID: report, Published: time.Date(2031, 5, may, 0, 0, 0, 0, time.UTC)}, Quote: words, ToSide: toSide,
		Claim: sitrep.Claim{ID: "c" + report + words[:3], Source: source, Side: side, SourceKind: sitrep.Belligerent, To: to, Stance: stance, Content: []sitrep.Span{{Start: 1, End: 9}}}}
}

// asked is the army's demand to the front, and answered what the front says.
func asked(report string, may int, words string) casebook.ClaimRow {
	return spoke(report, may, "Northern Army", "NORTH", "the Lake Front", "FRONT", sitrep.Demand, words)
}

func replied(report string, may int, stance sitrep.Stance, words string) casebook.ClaimRow {
	return spoke(report, may, "Lake Front", "FRONT", "", "", stance, words)
}

// written is demands as tests compare them: the reports that tell each, and its answers.
func written(rows []casebook.ClaimRow) []string {
	var out []string
	groups := groupDemands(rows)
	for g := range groups {
		d := groups[g].as(groups[g].told[0].row)
		s := d.Report.ID
		for i := range d.Again {
			s += "+" + d.Again[i].Report.ID
		}
		for i := range d.Answers {
			s += " " + string(d.Answers[i].Claim.Stance) + ":" + d.Answers[i].Report.ID
			for k := range d.Answers[i].Again {
				s += "+" + d.Answers[i].Again[k].Report.ID
			}
		}
		out = append(out, s)
	}
	return out
}

func TestDemandsAcrossReports(t *testing.T) {
	const leave, leaveToo, refused = "withdraw its fighters from the harbour of Dorel", "must pull its fighters out of the harbour of Dorel", "to withdraw its fighters from the harbour"
	free := asked("b", 2, "release the prisoners of Kesh prison")
	other := func(r casebook.ClaimRow, change func(*casebook.ClaimRow)) casebook.ClaimRow { change(&r); return r }
	for _, test := range []struct {
		name string
		rows []casebook.ClaimRow
		want []string
	}{
		{"one that nobody answers", []casebook.ClaimRow{asked("a", 1, leave)}, []string{"a"}},
		{"told by two in other words", []casebook.ClaimRow{asked("a", 1, leave), asked("b", 2, leaveToo)}, []string{"a+b"}},
		{"three weeks later", []casebook.ClaimRow{asked("a", 1, leave), asked("b", 22, leave)}, []string{"a+b"}},
		{"made again after that", []casebook.ClaimRow{asked("a", 1, leave), asked("b", 23, leave)}, []string{"a", "b"}},
		{"of another matter", []casebook.ClaimRow{asked("a", 1, leave), free}, []string{"a", "b"}},
		{"by another", []casebook.ClaimRow{asked("a", 1, leave), spoke("b", 2, "Southern Union", "SOUTH", "the Lake Front", "FRONT", sitrep.Demand, leave)}, []string{"a", "b"}},
		{"of another", []casebook.ClaimRow{asked("a", 1, leave), spoke("b", 2, "Northern Army", "NORTH", "the Hill Front", "HILL", sitrep.Demand, leave)}, []string{"a", "b"}},
		{"of whom is not told", []casebook.ClaimRow{asked("a", 1, leave), spoke("b", 2, "Northern Army", "NORTH", "", "", sitrep.Demand, leave)}, []string{"a+b"}},
		{"answered in another report", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 2, sitrep.Reject, refused)}, []string{"a reject:b"}},
		{"thirty days later", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 31, sitrep.Reject, refused)}, []string{"a reject:b"}},
		{"later than that", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 32, sitrep.Reject, refused)}, []string{"a"}},
		{"before it was made", []casebook.ClaimRow{asked("a", 2, leave), replied("b", 1, sitrep.Reject, refused)}, []string{"a"}},
		{"answered by another", []casebook.ClaimRow{asked("a", 1, leave), spoke("b", 2, "Hill Front", "HILL", "", "", sitrep.Reject, refused)}, []string{"a"}},
		{"of another matter answered", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 2, sitrep.Reject, "an exchange of prisoners")}, []string{"a"}},
		{"a word in common is no answer", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 2, sitrep.Promise, "new cranes for the harbour by summer")}, []string{"a"}},
		{"but with whose demand it is", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 2, sitrep.Reject, "the Northern Army's demand on the harbour")}, []string{"a reject:b"}},
		{"of several the one of that matter", []casebook.ClaimRow{asked("a", 1, leave), free, replied("c", 3, sitrep.Agree, "release the prisoners of Kesh")}, []string{"a", "b agree:c"}},
		{"first refused, then accepted", []casebook.ClaimRow{asked("a", 1, leave), replied("c", 9, sitrep.Agree, refused), replied("b", 2, sitrep.Reject, refused)}, []string{"a reject:b agree:c"}},
		{"an answer that two tell", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 2, sitrep.Reject, refused), replied("c", 5, sitrep.Reject, refused)}, []string{"a reject:b+c"}},
		{"refused again later", []casebook.ClaimRow{asked("a", 1, leave), replied("b", 2, sitrep.Reject, refused), replied("c", 6, sitrep.Reject, refused)}, []string{"a reject:b reject:c"}},
		{"what its report links stays linked", []casebook.ClaimRow{asked("a", 1, leave), other(replied("a", 1, sitrep.Reject, "never"), func(r *casebook.ClaimRow) { r.Claim.Answers = "cawit" })}, []string{"a reject:a"}},
		{"without a day", []casebook.ClaimRow{other(asked("a", 1, leave), func(r *casebook.ClaimRow) { r.Report.Published = time.Time{} }), replied("b", 2, sitrep.Reject, refused)}, []string{"a"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for seed := range uint64(6) {
				rand.New(rand.NewPCG(seed, 1)).Shuffle(len(test.rows), func(i, j int) { test.rows[i], test.rows[j] = test.rows[j], test.rows[i] })
				if got := written(test.rows); !slices.Equal(got, test.want) {
					t.Fatalf("got %q, want %q", got, test.want)
				}
			}
		})
	}
}

func TestTheOrderOfClaimsMakesNoDifferenceToDemands(t *testing.T) {
	words := strings.Fields("harbour prisoners Dorel Kesh withdraw release fighters bridge corridor convoy demand hills cranes")
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 4))
		var rows []casebook.ClaimRow
		for i := range 30 {
			side := []string{"NORTH", "FRONT", "HILL"}[rng.IntN(3)]
			stance := []sitrep.Stance{sitrep.Demand, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Deny}[rng.IntN(6)]
			said := fmt.Sprint(i, " ")
			for range 3 + rng.IntN(4) {
				said += words[rng.IntN(len(words))] + " "
			}
			to := []string{"", "NORTH", "FRONT", "HILL"}[rng.IntN(4)]
			rows = append(rows, spoke(fmt.Sprint("r", i), 1+rng.IntN(30), "the "+side, side, strings.ToLower(to), to, stance, said))
		}
		want := written(rows)
		for range 5 {
			rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
			if got := written(rows); !slices.Equal(got, want) {
				t.Fatalf("seed %d: got %q, want %q", seed, got, want)
			}
		}
	}
}
