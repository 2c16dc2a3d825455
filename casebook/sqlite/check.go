package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"sitrep/casebook"
	"sitrep/record"
)

// Check looks for damage and for what does not fit together. It reads the whole file.
func (b *Book) Check(ctx context.Context, reader record.Reader) (out []casebook.Finding, err error) {
	err = b.read(ctx, "check", func(t *tx) error {
		c := &checking{tx: t}
		for _, step := range []func(){c.pages, c.texts, c.readings, c.pointers, c.indexes, c.digests, c.waiting, c.orphans} {
			if step(); t.err != nil {
				c.broken(t.err)
				t.err = nil
			}
		}
		c.stale(reader)
		out = c.found
		return nil
	})
	return out, err
}

type checking struct {
	*tx
	found []casebook.Finding
}

const restore = "restore a backup (a copy that \"sitrep backup\" made); keep this file until that is done"

func (c *checking) grave(what, detail, remedy string) {
	c.found = append(c.found, casebook.Finding{What: what, Detail: detail, Grave: true, Remedy: remedy})
}

func (c *checking) broken(err error) {
	c.grave("the file cannot be read through", named(err).Error(), restore)
}

// pages asks the database.
func (c *checking) pages() {
	if lines := all[string](c.tx, "PRAGMA integrity_check(10)"); len(lines) > 0 && lines[0] != "ok" {
		c.grave("the file is damaged", strings.Join(lines, "; "), restore)
	}
	if n := len(all[string](c.tx, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 100")); n > 0 {
		c.grave("rows point to rows that are not there", fmt.Sprintf("%d rows", n), restore)
	}
}

// texts compares every text with its hash.
func (c *checking) texts() {
	c.each("SELECT r.id, v.number, v.kept, v.text FROM version v JOIN report r ON r.n = v.report ORDER BY r.id, v.number", nil, func(rows *sql.Rows) error {
		var id, kept string
		var number int
		var packed sql.RawBytes
		if err := rows.Scan(&id, &number, &kept, &packed); err != nil {
			return err
		}
		if text, err := c.book.packer.unpack(packed); err != nil || sumOf(string(text)) != kept {
			c.grave("a text is not as it was filed", fmt.Sprintf("report %s, version %d", id, number), restore)
		}
		return nil
	})
}

// readings sees that what is packed can be unpacked and read.
func (c *checking) readings() {
	for _, p := range [][2]string{
		{"a reading", "SELECT r.id, g.body FROM reading g JOIN version v ON v.n = g.version JOIN report r ON r.n = v.report ORDER BY g.n"},
		{"a telling", "SELECT r.id, t.body FROM telling t JOIN report r ON r.n = t.report ORDER BY t.n"},
		{"a version of incident", "SELECT id, body FROM incident_version WHERE body IS NOT NULL ORDER BY n"},
	} {
		c.each(p[1], nil, func(rows *sql.Rows) error {
			var id string
			var packed sql.RawBytes
			if err := rows.Scan(&id, &packed); err != nil {
				return err
			}
			if plain, err := c.book.packer.unpack(packed); err != nil || !json.Valid(plain) {
				c.grave(p[0]+" cannot be read", id, restore)
			}
			return nil
		})
	}
}

// pointers looks for rows that point nowhere.
func (c *checking) pointers() {
	for _, p := range []struct{ what, query string }{
		{"a report has no text that counts", "SELECT id FROM report r WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.n = r.current AND v.report = r.n)"},
		{"a text has no reading", "SELECT r.id FROM version v JOIN report r ON r.n = v.report WHERE NOT EXISTS (SELECT 1 FROM reading g WHERE g.n = v.reading)"},
		{"an incident has no version", "SELECT id FROM incident i WHERE NOT EXISTS (SELECT 1 FROM incident_version v WHERE v.n = i.version AND v.body IS NOT NULL)"},
		{"an incident tells of no event", "SELECT id FROM incident i WHERE NOT EXISTS (SELECT 1 FROM incident_event e WHERE e.incident = i.n)"},
		{"an event belongs to an incident that is not there", "SELECT event FROM incident_event e WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.n = e.incident)"},
	} {
		if ids := all[string](c.tx, p.query+" ORDER BY 1 LIMIT 5"); len(ids) > 0 {
			c.grave(p.what, strings.Join(ids, ", "), "run \"sitrep reread CASE --all\", which makes the record anew from the texts; if it does not help, "+restore)
		}
	}
}

// indexes sees that every report, claim and incident can be found by its words.
func (c *checking) indexes() {
	for _, p := range [][2]string{{"report", "SELECT indexed FROM report"}, {"claim", "SELECT indexed FROM claim"}, {"incident", "SELECT day << 32 | n FROM incident"}} {
		docs := c.number("SELECT count(*) FROM " + p[0] + "_text_docsize")
		if n := c.number("SELECT count(*) FROM (" + p[1] + ")"); n != docs {
			c.grave("an index of words does not fit", fmt.Sprintf("%d of %ss, %d in the index", n, p[0], docs), restore)
		}
	}
}

// digests sees that every row that lists go by is in a digest.
func (c *checking) digests() {
	d := newDigests()
	same := func(table string, n int) {
		if rows := c.number("SELECT count(*) FROM " + table); int64(n) != rows {
			c.grave("lists do not fit", fmt.Sprintf("%d of %ss, %d in the lists", rows, table, n), restore)
		}
	}
	same("incident", counted(c.tx, &d.incidents))
	same("incident", counted(c.tx, &d.sketches))
	same("telling", counted(c.tx, &d.tellings))
	same("claim", counted(c.tx, &d.claims))
	same("toll", counted(c.tx, &d.tolls))
	same("report", counted(c.tx, &d.reports))
	held := int64(0)
	eachOf(c.tx, &d.tellings, nil, func(e *tellingEntry) {
		if e.incident != 0 {
			held++
		}
	})
	if n := c.number("SELECT count(*) FROM incident_event"); n != held {
		c.grave("lists do not fit", fmt.Sprintf("%d events belong to incidents, %d in the lists", n, held), restore)
	}
}

func counted[T any](t *tx, d *digest[T]) (n int) {
	eachOf(t, d, nil, func(*T) { n++ })
	return n
}

// waiting is housekeeping.
func (c *checking) waiting() {
	if n := c.number("SELECT count(*) FROM telling WHERE NOT placed"); n > 0 {
		c.found = append(c.found, casebook.Finding{What: "events wait to be joined", Detail: fmt.Sprintf("%d events", n), Remedy: "they are joined by the next \"sitrep ingest\""})
	}
}

func (c *checking) orphans() {
	list, err := c.corrections("")
	if err != nil {
		c.fail(err)
		return
	}
	n := 0
	for _, l := range list {
		if l.Orphan {
			n++
		}
	}
	if n > 0 {
		c.found = append(c.found, casebook.Finding{What: "corrections have lost their words", Detail: fmt.Sprintf("%d corrections", n), Remedy: "look at them with \"sitrep review CASE\""})
	}
}

// stale counts readings that another reader made.
func (c *checking) stale(reader record.Reader) {
	by, err := json.Marshal(reader)
	if err != nil {
		c.fail(err)
		return
	}
	n := c.number("SELECT count(*) FROM report r JOIN version v ON v.n = r.current JOIN reading g ON g.n = v.reading WHERE g.reader <> ?", string(by))
	if n > 0 {
		c.found = append(c.found, casebook.Finding{What: "readings are stale", Detail: fmt.Sprintf("%d of %d reports were read by another version", n, c.number("SELECT count(*) FROM report")),
			Remedy: "run \"sitrep reread CASE\""})
	}
}
