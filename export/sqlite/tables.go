package sqlite

import (
	"database/sql"
	"encoding/json"

	"sitrep"
	"sitrep/export/rows"
)

// tables are the tables of a database.
type tables struct {
	incidents      table[sitrep.Incident]
	actors         table[actor]
	tallies        table[tally]
	figures        table[figure]
	origins        table[origin]
	turns          table[turn]
	contradictions table[answer]
	reports        table[sitrep.ReportHead]
	tellings       table[telling]
	claims         table[Claim]
	aboutClaims    table[aboutClaim]
}

// made is a table that is made and described; the kinds of their rows differ.
type made interface {
	create(*sql.Tx) error
	indexes(*sql.Tx) error
	columns() []described
}

func (t *tables) all() []made {
	return []made{&t.incidents, &t.actors, &t.tallies, &t.figures, &t.origins, &t.turns, &t.contradictions, &t.reports, &t.tellings, &t.claims, &t.aboutClaims}
}

func (t *tables) create(tx *sql.Tx) error {
	*t = schema()
	for _, one := range t.all() {
		if err := one.create(tx); err != nil {
			return err
		}
	}
	return nil
}

// incident writes an incident with all that hangs on it.
func (t *tables) incident(i *sitrep.Incident) error {
	if err := t.incidents.put(i); err != nil {
		return err
	}
	for k := range i.Actors {
		if err := t.actors.put(&actor{i.ID, &i.Actors[k]}); err != nil {
			return err
		}
	}
	for k := range i.Tally {
		if err := t.tally(i.ID, k+1, &i.Tally[k]); err != nil {
			return err
		}
	}
	for k := range i.Origins {
		if err := t.origins.put(&origin{i.ID, &i.Origins[k]}); err != nil {
			return err
		}
	}
	return t.course(i)
}

func (t *tables) tally(incident string, line int, l *sitrep.Tally) error {
	if err := t.tallies.put(&tally{incident, line, l}); err != nil {
		return err
	}
	for k := range l.RestsOn {
		if err := t.figures.put(&figure{incident, line, true, &l.RestsOn[k]}); err != nil {
			return err
		}
	}
	for k := range l.SetAside {
		if err := t.figures.put(&figure{incident, line, false, &l.SetAside[k]}); err != nil {
			return err
		}
	}
	return nil
}

// course writes the turns of an incident, what reports differ in, and which reports they are.
func (t *tables) course(i *sitrep.Incident) error {
	for k := range i.Course {
		if err := t.turns.put(&turn{i.ID, &i.Course[k]}); err != nil {
			return err
		}
	}
	for k := range i.Contradictions {
		c := &i.Contradictions[k]
		for n := range c.Entries {
			if err := t.contradictions.put(&answer{i.ID, c.Field, &c.Entries[n]}); err != nil {
				return err
			}
		}
	}
	for _, key := range i.Events {
		if err := t.tellings.put(&telling{i.ID, key}); err != nil {
			return err
		}
	}
	return nil
}

func (t *tables) claim(c *Claim) error {
	if err := t.claims.put(c); err != nil {
		return err
	}
	for _, id := range c.Incidents {
		if err := t.aboutClaims.put(&aboutClaim{c.Report.ID, c.Claim.ID, id}); err != nil {
			return err
		}
	}
	return nil
}

// about writes what the database is, and what its columns are.
func (t *tables) about(tx *sql.Tx, head rows.Head, leftOut []string) error {
	left, err := json.Marshal(leftOut)
	if err != nil {
		return err
	}
	for _, s := range []struct {
		query string
		args  []any
	}{
		{"CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)", nil},
		{"INSERT INTO about VALUES ('title', ?), ('made', ?), ('schema', ?), ('left_out', ?)", []any{head.Title, head.Made, Schema, string(left)}},
		{"CREATE TABLE columns (\"table\" TEXT, \"column\" TEXT, about TEXT, PRIMARY KEY (\"table\", \"column\"))", nil},
	} {
		if _, err := tx.Exec(s.query, s.args...); err != nil {
			return err
		}
	}
	for _, one := range t.all() {
		for _, c := range one.columns() {
			if _, err := tx.Exec("INSERT INTO columns VALUES (?, ?, ?)", c.table, c.column, c.about); err != nil {
				return err
			}
		}
		if err := one.indexes(tx); err != nil {
			return err
		}
	}
	return nil
}
