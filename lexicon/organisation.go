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
	FormerState       OrganisationKind = "former-state" // states that are no more, with the side of their successor, whose row has their names too
)

// Organisation is an organisation that is no armed group.
type Organisation struct {
	ID      string // capitals, digits and underscores
	Name    string
	Aliases []string
	Kind    OrganisationKind
	Side    string // the state's code, the id of an organisation of states or the armed group's side; empty for those who are on nobody's
	Source  string // what it is as the maker of a claim
	Body    string // the id of the state's body that this is the proper name of: ARMED_FORCES for the Bundeswehr
}

// sourceOf is what organisations of a kind are as makers of claims, where their row says nothing else.
var sourceOf = map[OrganisationKind]string{
	Intergovernmental: "organisation", State: "government", Monitor: "monitor", NGO: "organisation", Media: "media", Force: "belligerent",
	Party: "organisation", Company: "organisation", FormerState: "government",
}

func (l *Lexicon) loadOrganisations(fsys fs.FS) (err error) {
	l.Organisations, err = load(fsys, "organisations.tsv", "id name aliases kind side source body", parseOrganisation)
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
	kind, err := r.oneOf(3, "igo", "state", "monitor", "ngo", "media", "force", "party", "company", "former-state")
	if err != nil {
		return o, err
	}
	o.Kind, o.Body = OrganisationKind(kind), r.fields[6]
	if o.Side, err = r.side(4); err != nil {
		return o, err
	}
	if o.Source, err = r.source(5); o.Source == "" {
		o.Source = sourceOf[o.Kind]
	}
	return o, err
}
