package export

import (
	"strings"
	"sync"

	"sitrep/casebook"
	"sitrep/privacy"
)

// knownIncidents remembers what was looked up of incidents: claims of one day are mostly about the same ones. It is safe for concurrent use.
type knownIncidents struct {
	mu  sync.Mutex
	all map[string]about
}

// mostKnown is how many incidents are remembered; then it begins anew.
const mostKnown = 1000

func (k *knownIncidents) get(id string) (about, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	a, ok := k.all[id]
	return a, ok
}

func (k *knownIncidents) put(id string, a about) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.all == nil || len(k.all) >= mostKnown {
		k.all = map[string]about{}
	}
	k.all[id] = a
}

// claimVeils shows the claims of a page as they may be shown. Claims of one report that are about the same incidents have one veil.
type claimVeils struct {
	x     *exporter
	veils map[string]privacy.ClaimVeil
}

// claim is a claim as it may be shown, by the names of all reports of the incidents that it is about.
func (v *claimVeils) claim(row casebook.ClaimRow, a about) casebook.ClaimRow {
	if v.x.o.Names || len(row.Private)+len(a.private) == 0 {
		return row
	}
	key := row.Report.ID + "\x00" + strings.Join(row.Incidents, "\x00")
	veil, ok := v.veils[key]
	if !ok {
		if v.veils == nil {
			v.veils = map[string]privacy.ClaimVeil{}
		}
		veil = privacy.NewClaimVeil(append(row.Private[:len(row.Private):len(row.Private)], a.private...))
		v.veils[key] = veil
	}
	return veil.Claim(row)
}
