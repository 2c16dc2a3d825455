package sqlite

import (
	"context"
	"time"

	"sitrep/casebook"
)

// Stats are the sizes of the casebook.
func (b *Book) Stats(ctx context.Context) (s casebook.Stats, err error) {
	err = b.read(ctx, "count what is in it", func(t *tx) error {
		for query, into := range map[string]*int{
			"SELECT count(*) FROM report":                   &s.Reports,
			"SELECT count(*) FROM version":                  &s.Versions,
			"SELECT count(*) FROM telling":                  &s.Events,
			"SELECT count(*) FROM claim":                    &s.Claims,
			"SELECT count(*) FROM toll":                     &s.Tolls,
			"SELECT count(*) FROM incident":                 &s.Incidents,
			"SELECT count(*) FROM telling WHERE NOT placed": &s.Unplaced,
			"SELECT count(*) FROM correction":               &s.Corrections,
		} {
			*into = int(t.number(query))
		}
		s.Bytes = t.number("PRAGMA page_count") * t.number("PRAGMA page_size")
		var err error
		s.LastFiled = unstamp(t.number("SELECT coalesce(max(filed), 0) FROM version"))
		if s.FirstPublished, err = t.published("ORDER BY r.day LIMIT 1"); err != nil {
			return err
		}
		if s.LastPublished, err = t.published("ORDER BY r.day DESC LIMIT 1"); err != nil {
			return err
		}
		list, err := t.corrections("")
		for _, c := range list {
			if c.Orphan {
				s.Orphans++
			}
		}
		return err
	})
	return s, err
}

// published is the time of publication of the first report in an order, of those that have one.
func (t *tx) published(order string) (time.Time, error) {
	var text string
	t.get("SELECT v.published FROM report r JOIN version v ON v.n = r.current WHERE r.day > ? "+order, []any{unknownDay}, &text)
	return unzoned(text)
}
