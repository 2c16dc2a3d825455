package sqlite

import (
	"cmp"
	"container/heap"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// place is where a row stands in the order of a list.
type place struct {
	Order int64
	ID    string
	n     int64
}

// cursor is the place as a text, from which the next page goes on.
func (p place) cursor() string { return cursorOf(p) }

func placeOf(cursor string) (place, error) { return fromCursor[place](cursor) }

// cursorOf is where a page ends as a text, from which the next one goes on.
func cursorOf(end any) string {
	b, err := json.Marshal(end)
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func fromCursor[T any](cursor string) (end T, err error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(b, &end)
	}
	if err != nil {
		return end, casebook.ErrCursor
	}
	return end, nil
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

// listed is a table whose rows are listed, and how the ids are read by which ties are broken.
type listed struct {
	name string
	ids  string // number and id of the rows
	from string // the condition that ids are from here on
	by   string // the order of ids
}

var (
	incidents = listed{"incident", "SELECT i.n, i.id FROM incident i", "i.id >= ?", "i.id"}
	reports   = listed{"report", "SELECT i.n, i.id FROM report i", "i.id >= ?", "i.id"}
	claims    = listed{"claim", "SELECT i.n, i.id || ' ' || r.id FROM claim i CROSS JOIN report r ON r.n = i.report", "i.id >= ?", "i.id, r.id"}
	tolls     = listed{"toll", "SELECT i.n, i.id || ' ' || r.id FROM toll i CROSS JOIN report r ON r.n = i.report", "i.id >= ?", "i.id, r.id"}
)

// found is a row that a query wants, and where it stands in its order.
type found struct{ order, n int64 }

// page are the rows of a page in order, and where the next one begins. rows stay as they are.
func (t *tx) page(l listed, rows []found, q casebook.Query) (page []place, next string) {
	if q.All && q.Order == casebook.Unordered {
		return asTheyLie(rows), ""
	}
	limit := limitOf(q)
	after, err := afterOf(q)
	if err != nil {
		t.fail(err)
		return nil, ""
	}
	page = t.first(l, rows, q.Order == casebook.Oldest, after, limit+1)
	if len(page) > limit {
		page = page[:limit]
		next = page[limit-1].cursor()
	}
	return page, next
}

// asTheyLie are rows in the order in which they were written.
func asTheyLie(rows []found) []place {
	out := make([]place, len(rows))
	for i, r := range rows {
		out[i] = place{n: r.n}
	}
	slices.SortFunc(out, func(a, b place) int { return cmp.Compare(a.n, b.n) })
	return out
}

// afterOf is the place from which a page goes on; nil for the first page.
func afterOf(q casebook.Query) (*place, error) {
	if q.After == "" {
		return nil, nil
	}
	at, err := placeOf(q.After)
	return &at, err
}

// first are the first rows after a place. Of rows that stand at one place in the order, ids are read only where the page begins or ends.
func (t *tx) first(l listed, rows []found, up bool, after *place, limit int) (page []place) {
	sign := int64(-1)
	if up {
		sign = 1
	}
	var tied []found
	rest := rows
	if after != nil {
		rest = nil
		for _, r := range rows {
			switch c := (r.order - after.Order) * sign; {
			case c > 0:
				rest = append(rest, r)
			case c == 0:
				tied = append(tied, r)
			}
		}
		page = t.ties(l, tied, after.ID, limit)
	}
	if limit -= len(page); limit <= 0 || len(rest) == 0 {
		return page
	}
	last := edge(rest, sign, limit)
	var sure []found
	tied = nil
	for _, r := range rest {
		switch c := (r.order - last) * sign; {
		case c < 0:
			sure = append(sure, r)
		case c == 0:
			tied = append(tied, r)
		}
	}
	more := t.ties(l, sure, "", len(sure))
	slices.SortFunc(more, func(a, b place) int { return cmp.Or(cmp.Compare(a.Order*sign, b.Order*sign), cmp.Compare(a.ID, b.ID)) })
	return append(append(page, more...), t.ties(l, tied, "", limit-len(more))...)
}

// edge is where in the order the last of so many rows stands.
func edge(rows []found, sign int64, limit int) int64 {
	if limit >= len(rows) {
		last := rows[0].order
		for _, r := range rows {
			if (r.order-last)*sign > 0 {
				last = r.order
			}
		}
		return last
	}
	kept := make(worst, 0, limit)
	for _, r := range rows {
		switch v := r.order * sign; {
		case len(kept) < limit:
			heap.Push(&kept, v)
		case v < kept[0]:
			kept[0] = v
			heap.Fix(&kept, 0)
		}
	}
	return kept[0] * sign
}

// worst is a heap of places, the last in the order on top.
type worst []int64

func (h worst) Len() int           { return len(h) }
func (h worst) Less(i, j int) bool { return h[i] > h[j] }
func (h worst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *worst) Push(v any)        { *h = append(*h, v.(int64)) }
func (h *worst) Pop() any {
	old := *h
	v := old[len(old)-1]
	*h = old[:len(old)-1]
	return v
}

// many is how many rows are looked up by their numbers; of more, all ids are gone through in their order.
const many = 4000

// ties are the first of some rows by their ids, of those after an id.
func (t *tx) ties(l listed, rows []found, after string, limit int) (out []place) {
	if len(rows) == 0 || limit <= 0 {
		return nil
	}
	if len(rows) > many {
		return t.walk(l, rows, after, limit)
	}
	order := make(map[int64]int64, len(rows))
	for _, r := range rows {
		order[r.n] = r.order
	}
	for at := 0; at < len(rows); at += atOnce {
		part := rows[at:min(at+atOnce, len(rows))]
		ns := make([]any, len(part))
		for i, r := range part {
			ns[i] = r.n
		}
		t.each(l.ids+" WHERE i.n IN ("+marks(len(ns))+")", ns, func(r *sql.Rows) error {
			var p place
			err := r.Scan(&p.n, &p.ID)
			if p.Order = order[p.n]; p.ID > after || after == "" {
				out = append(out, p)
			}
			return err
		})
	}
	slices.SortFunc(out, func(a, b place) int { return cmp.Compare(a.ID, b.ID) })
	return out[:min(limit, len(out))]
}

// walk goes through the ids of a table in their order until there are enough of some rows.
func (t *tx) walk(l listed, rows []found, after string, limit int) (out []place) {
	var most int64
	for _, r := range rows {
		most = max(most, r.n)
	}
	wanted, order := newBits(most), make(map[int64]int64)
	for _, r := range rows {
		if wanted.add(r.n); r.order != rows[0].order {
			order[r.n] = r.order
		}
	}
	begin := after
	if l.by != "i.id" {
		begin, _, _ = strings.Cut(after, " ")
	}
	t.each(l.ids+" WHERE "+l.from+" ORDER BY "+l.by, []any{begin}, func(r *sql.Rows) error {
		p := place{Order: rows[0].order}
		if err := r.Scan(&p.n, &p.ID); err != nil {
			return err
		}
		if !wanted.has(p.n) || after != "" && p.ID <= after {
			return nil
		}
		if other, ok := order[p.n]; ok {
			p.Order = other
		}
		if out = append(out, p); len(out) == limit {
			return errEnough
		}
		return nil
	})
	return out
}

// atOnce is how many rows are asked for in one question.
const atOnce = 500

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// byText has a page of the rows whose text index holds what is typed, and how many there are. The index lies in the order of days, and is read until the days of the
// page are whole.
func (t *tx) byText(l listed, match string, q casebook.Query) (page []place, total int, next string) {
	x := l.name + "_text"
	where, args := x+" MATCH ?", []any{match}
	if !q.From.IsZero() {
		where, args = where+" AND rowid >= ?", append(args, textRow(dayNumber(q.From.First()), 0))
	}
	if !q.To.IsZero() {
		where, args = where+" AND rowid < ? AND rowid >= ?", append(args, textRow(dayNumber(q.To.Last())+1, 0), textRow(unknownDay+1, 0))
	}
	total = t.counted("SELECT count(*) FROM "+x+" WHERE "+where, args)
	after, err := afterOf(q)
	if err != nil {
		t.fail(err)
		return nil, 0, ""
	}
	down, beyond := " DESC", int64(math.MaxInt64)
	if q.Order == casebook.Oldest {
		down = ""
	}
	if after != nil {
		beyond = after.Order
		if q.Order == casebook.Oldest {
			where, args = where+" AND rowid >= ?", append(args, textRow(after.Order, 0))
		} else {
			where, args = where+" AND rowid < ?", append(args, textRow(after.Order+1, 0))
		}
	}
	page, next = t.page(l, t.untilDaysAreWhole("SELECT rowid FROM "+x+" WHERE "+where+" ORDER BY rowid"+down, args, beyond, limitOf(q)+1), q)
	return page, total, next
}

// untilDaysAreWhole reads rows of a text index until there are enough of other days than one, and their days are whole.
func (t *tx) untilDaysAreWhole(query string, args []any, than int64, enough int) (rows []found) {
	n, last := 0, than
	t.each(query, args, func(r *sql.Rows) error {
		var row int64
		if err := r.Scan(&row); err != nil {
			return err
		}
		day := row >> 32
		if n >= enough && day != last {
			return errEnough
		}
		if last = day; day != than {
			n++
		}
		rows = append(rows, found{day, row & math.MaxUint32})
		return nil
	})
	return rows
}

// byTextAlone tells whether a query asks for nothing but words, and days where those are the days of the text, in the order of days.
func byTextAlone(q casebook.Query, dated bool) bool {
	if match(q.Text) == "" || q.Order != casebook.Newest && q.Order != casebook.Oldest {
		return false
	}
	q.Text, q.Order, q.Limit, q.All, q.After = "", "", 0, false, ""
	if dated {
		q.From, q.To = sitrep.CivilDate{}, sitrep.CivilDate{}
	}
	return reflect.ValueOf(q).IsZero()
}
