package export

import (
	"errors"
	"io"

	"sitrep"
	"sitrep/export/claims"
	"sitrep/export/rows"
	"sitrep/export/sqlite"
)

// database writes incidents with what hangs on them, and then claims, into one database.
func database(x *exporter, out io.Writer) (Done, error) {
	w := sqlite.New(x.ctx, out, x.head)
	done := Done{LeftOut: w.LeftOut()}
	var err error
	if len(x.query.Stances) == 0 { // who asks for stances asks for claims
		done.Rows, err = pourIncidents(x, func(page []sitrep.Incident) ([]rows.Incident, error) { return x.incidents(page, needs{heads: true}) }, w)
	}
	if err == nil {
		var n int
		n, err = pourClaims(x, x.claims, claimTable{w})
		done.Rows += n
	}
	if err != nil {
		return done, errors.Join(err, w.Discard())
	}
	return done, w.Close()
}

// claimTable writes claims into a database.
type claimTable struct{ *sqlite.Writer }

// Write writes a claim.
func (t claimTable) Write(c *claims.Row) error {
	return t.WriteClaim(&sqlite.Claim{ClaimRow: c.ClaimRow, OneSide: c.OneSide})
}
