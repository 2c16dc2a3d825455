package lexicon

import "io/fs"

// Official is a term of office, or of avowed command, of a person of public life. Somebody who held several has several rows with one id.
type Official struct {
	ID       string
	Name     string   // as news writes it
	Aliases  []string // other spellings, other parts of the name
	Role     string   // "president", "foreign minister", "commander"
	Side     string   // a state's three-letter code, the id of an organisation, or an armed group's side
	From, To int      // years; To is 0 where the term goes on, or where its end is not sure
}

func (l *Lexicon) loadOfficials(fsys fs.FS) (err error) {
	l.Officials, err = load(fsys, "officials.tsv", "id name aliases role side years", parseOfficial)
	return err
}

func parseOfficial(r row) (o Official, err error) {
	o.ID, o.Name, o.Role = r.fields[0], r.fields[1], r.fields[3]
	if err := r.checkID(o.ID, o.Name); err != nil {
		return o, err
	}
	if o.Side, err = r.side(4); err != nil {
		return o, err
	}
	if o.Role == "" || o.Side == "" {
		return o, r.errorf("%s: want a role and a side", o.ID)
	}
	if o.Aliases, err = r.names(2, o.Name); err != nil {
		return o, err
	}
	o.From, o.To, err = r.years(5)
	return o, err
}
