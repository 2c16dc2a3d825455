package sqlite

import (
	"cmp"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"math"
	"slices"
	"strings"

	"sitrep/casebook"
)

// place is where a row stands in the order of a list.
type place struct {
	Order int64
	ID    string
	n     int64
}

// cursor is the place as a text, from which the next page goes on.
func (p place) cursor() string {
	b, err := json.Marshal(p)
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func placeOf(cursor string) (p place, err error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(b, &p)
	}
	if err != nil {
		return p, casebook.ErrCursor
	}
	return p, nil
}

const (
	usualLimit = 100
	mostLimit  = 500
)

func limitOf(q casebook.Query) int {
	switch {
	case q.All:
		return math.MaxInt32
	case q.Limit <= 0:
		return usualLimit
	}
	return min(q.Limit, mostLimit)
}

// page finds the rows of a page in order, and where the next one begins.
func (t *tx) page(p *plan, q casebook.Query) (rows []place, next string) {
	limit := limitOf(q)
	if p.none {
		return nil, ""
	}
	after, err := (*place)(nil), error(nil)
	if q.After != "" {
		var at place
		if at, err = placeOf(q.After); err != nil {
			t.fail(err)
			return nil, ""
		}
		after = &at
	}
	if p.text != "" && (q.Order == casebook.Newest || q.Order == casebook.Oldest) {
		rows = t.textPage(p, q.Order, after, limit+1)
	} else {
		rows = t.keyPage(p, q.Order, after, limit+1)
	}
	if len(rows) > limit {
		rows = rows[:limit]
		next = rows[limit-1].cursor()
	}
	return rows, next
}

// keyPage goes on behind a key: the rows before it are never read.
func (t *tx) keyPage(p *plan, order casebook.Order, after *place, limit int) (rows []place) {
	column, down, beyond := p.table.orders[order], " DESC", "<"
	if order == casebook.Oldest {
		down, beyond = "", ">"
	}
	if p.day != "" && column == p.table.alias+".day" {
		column = p.day
	}
	args, more := p.args, []string(nil)
	if after != nil {
		more = []string{column + " " + beyond + "= ?", "(" + column + " " + beyond + " ? OR " + p.table.id + " > ?)"}
		args = append(args[:len(args):len(args)], after.Order, after.Order, after.ID)
	}
	shown := column
	if p.few {
		shown = "+" + column // no index has this, so the rows are found first and sorted then
	}
	query := "SELECT " + p.table.alias + ".n, " + shown + ", " + p.table.id + " FROM " + p.from + p.condition(more...) + " ORDER BY 2" + down + ", 3 LIMIT ?"
	query = strings.ReplaceAll(query, inOrder, "+")
	t.each(query, append(args[:len(args):len(args)], limit), func(r *sql.Rows) error {
		var row place
		err := r.Scan(&row.n, &row.Order, &row.ID)
		rows = append(rows, row)
		return err
	})
	return rows
}

// textPage reads a text index in the order of its rows, which is that of the days, until the days of the page are whole, and puts the rows of a day in order.
func (t *tx) textPage(p *plan, order casebook.Order, after *place, limit int) (rows []place) {
	args, more, down := p.args, []string(nil), " DESC"
	bound := "x.rowid < ?"
	if order == casebook.Oldest {
		bound, down = "x.rowid >= ?", ""
	}
	if after != nil {
		more = []string{bound}
		day := after.Order
		if order != casebook.Oldest {
			day++
		}
		args = append(args[:len(args):len(args)], textRow(day, 0))
	}
	query := "SELECT " + p.table.alias + ".n, x.rowid >> 32, " + p.table.id + " FROM " + p.from + p.condition(more...) + " ORDER BY x.rowid" + down
	t.each(query, args, func(r *sql.Rows) error {
		var row place
		if err := r.Scan(&row.n, &row.Order, &row.ID); err != nil {
			return err
		}
		if len(rows) >= limit && row.Order != rows[len(rows)-1].Order {
			return errEnough
		}
		if after == nil || row.Order != after.Order || row.ID > after.ID {
			rows = append(rows, row)
		}
		return nil
	})
	slices.SortFunc(rows, func(a, b place) int {
		if c := cmp.Compare(b.Order, a.Order); c != 0 {
			if order == casebook.Oldest {
				c = -c
			}
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return rows[:min(limit, len(rows))]
}
