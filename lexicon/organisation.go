package lexicon

import "io/fs"

// OrganisationKind says what an organisation is.
type OrganisationKind string

// The kinds of organisation.
const (
	Intergovernmental OrganisationKind = "igo"     // unions of states, their agencies and missions
	State             OrganisationKind = "state"   // parliaments, ministries, offices of a state, known by a name of their own
	Monitor           OrganisationKind = "monitor" // those who count and watch, research institutes among them
	NGO               OrganisationKind = "ngo"     // aid, human rights, churches
	Media             OrganisationKind = "media"   // agencies, newspapers, broadcasters, platforms
	Force             OrganisationKind = "force"   // armed forces, police and intelligence services of states and of alliances
	Party             OrganisationKind = "party"   // parties, governing councils, governments in exile
	Company           OrganisationKind = "company"
)

// Organisation is an organisation that is no armed group.
type Organisation struct {
	ID      string // capitals, digits and underscores
	Name    string
	Aliases []string
	Kind    OrganisationKind
}

func (l *Lexicon) loadOrganisations(fsys fs.FS) (err error) {
	l.Organisations, err = load(fsys, "organisations.tsv", "id name aliases kind", parseOrganisation)
	return err
}

func parseOrganisation(r row) (o Organisation, err error) {
	o.ID, o.Name = r.fields[0], r.fields[1]
	if err := r.checkID(o.ID, o.Name); err != nil {
		return o, err
	}
	if o.Aliases, err = r.names(2, o.Name); err != nil {
		return o, err
	}
	kind, err := r.oneOf(3, "igo", "state", "monitor", "ngo", "media", "force", "party", "company")
	o.Kind = OrganisationKind(kind)
	return o, err
}
