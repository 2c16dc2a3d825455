package export

import (
	"fmt"
	"io"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/lexicon"
)

// acts is a format of who does what to whom: the incidents first, then the claims, by which somebody demands, accuses, threatens.
func acts(open func(io.Writer) rows.Writer[rows.Act]) func(*exporter, io.Writer) (Done, error) {
	return func(x *exporter, out io.Writer) (Done, error) {
		w := open(out)
		x.accused = true
		done, err := 0, error(nil)
		if len(x.query.Stances) == 0 { // who asks for stances asks for claims
			done, err = pourIncidents(x, x.deeds, w)
		}
		if err == nil {
			if len(x.query.Stances) == 0 {
				x.query.Stances = doings
			}
			var more int
			more, err = pourClaims(x, x.statements, w)
			done += more
		}
		all, err := ended(done, err, w)
		all.LeftOut = append(all.LeftOut, x.idleTalk()...)
		return all, err
	}
}

// doings are what claims do that is an act towards somebody. To assert, to deny and to warn of others are none.
var doings = []sitrep.Stance{sitrep.Accuse, sitrep.Demand, sitrep.Reject, sitrep.Agree, sitrep.Promise, sitrep.Threaten, sitrep.Condemn}

// deeds are incidents as acts.
func (x *exporter) deeds(page []sitrep.Incident) ([]rows.Act, error) {
	finished, err := x.incidents(page, needs{heads: true})
	out := make([]rows.Act, len(finished))
	for i := range finished {
		out[i] = rows.ActOf(&finished[i])
	}
	return out, err
}

// statements are claims as acts. Whom an accusation is made against stands in the incidents that it is about.
func (x *exporter) statements(page []casebook.ClaimRow) ([]rows.Act, error) {
	out := make([]rows.Act, 0, len(page))
	veils := claimVeils{x: x}
	for i := range page {
		if page[i].Claim.Side == "" && len(page[i].Incidents) == 0 {
			x.idle.Add(1)
			continue
		}
		a, err := x.about(page[i].Incidents)
		if err != nil {
			return nil, err
		}
		row := veils.claim(page[i], a)
		var accused []rows.Somebody
		for k := range a.incidents {
			accused = append(accused, rows.Accused(&a.incidents[k], row.Claim.Source)...)
		}
		out = append(out, rows.StatementOf(&row.Claim, row.Quote, row.Report, accused, a.side))
	}
	return out, nil
}

// idleTalk says how many claims were no act of a party to anything.
func (x *exporter) idleTalk() []string {
	if x.idle.Load() == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d claims that are about no incident, of somebody on no side, are left out.", x.idle.Load())}
}

// countries are the countries that sides may be.
func countries() rows.Countries {
	out := rows.Countries{}
	for _, c := range lexicon.BuiltInCountries() {
		out[c.ISO3] = c.Name
	}
	return out
}
