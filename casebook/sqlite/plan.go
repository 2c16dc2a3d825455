package sqlite

import (
	"strings"

	"sitrep/casebook"
)

// plan is a question put to one table: which rows, found by what, in which order.
type plan struct {
	table listed
	from  string // what is read first, joined with the table
	where []string
	args  []any
	few   bool   // what is read first is sorted: its rows are few, and those of the table in order are many
	none  bool   // nothing can be asked for that is there
	day   string // the column that orders by day, of what is read first
	text  string // the match of the table's text index, where that is read first
	// known is how many rows there are, and counts count them, as long as there are no more than asked conditions.
	known, asked int
	// counts are queries that together count the rows, where one would be slow.
	counts    []string
	countArgs [][]any
	bare      string // a shorter from for counting, where there is but one condition
}

// listed is a table whose rows are listed.
type listed struct {
	name, alias string
	id          string // by which ties are broken
	index       string // its text index
	orders      map[casebook.Order]string
}

var incidents = listed{"incident", "i", "i.id", "incident_text",
	map[casebook.Order]string{casebook.Newest: "i.day", casebook.Oldest: "i.day", casebook.Changed: "i.changed", casebook.Deadly: "i.dead"}}

var reports = listed{"report", "r", "r.id", "report_text",
	map[casebook.Order]string{casebook.Newest: "r.day", casebook.Oldest: "r.day",
		casebook.Changed: "(SELECT filed FROM version WHERE n = r.current)", casebook.Deadly: "r.day"}}

var claims = listed{"claim", "c", "c.id || ' ' || (SELECT id FROM report WHERE n = c.report)", "claim_text",
	map[casebook.Order]string{casebook.Newest: "c.day", casebook.Oldest: "c.day", casebook.Changed: "c.day", casebook.Deadly: "c.day"}}

var tolls = listed{"toll", "t", "t.id || ' ' || (SELECT id FROM report WHERE n = t.report)", "",
	map[casebook.Order]string{casebook.Newest: "t.day", casebook.Oldest: "t.day", casebook.Changed: "t.day", casebook.Deadly: "t.count"}}

func newPlan(l listed) *plan { return &plan{table: l, from: l.name + " " + l.alias} }

// and adds a condition.
func (p *plan) and(condition string, args ...any) {
	p.where = append(p.where, condition)
	p.args = append(p.args, args...)
}

// in adds the condition that a column is one of some numbers; none can be met.
func (p *plan) in(column string, numbers []int64) {
	if len(numbers) == 0 {
		p.none = true
		return
	}
	p.and(column+" IN ("+marks(len(numbers))+")", anys(numbers)...)
}

// oneOf adds the condition that a column is one of some texts. Of several, the rows of a page are found in the order of the table.
func oneOf[T ~string](p *plan, column string, values []T) {
	if len(values) == 0 {
		return
	}
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = string(v)
	}
	if len(values) > 1 && !strings.HasPrefix(column, inOrder) {
		column = inOrder + column
	}
	p.and(column+" IN ("+marks(len(values))+")", args...)
}

// inOrder stands before a column whose index is good for counting and not for a page, for which the table is read in its order.
const inOrder = "/*in order*/"

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}

// condition is the WHERE of a plan, with what it is after that.
func (p *plan) condition(more ...string) string {
	if all := append(p.where[:len(p.where):len(p.where)], more...); len(all) > 0 {
		return " WHERE " + strings.Join(all, " AND ")
	}
	return ""
}

// total counts the rows.
func (t *tx) total(p *plan) int {
	if p.none {
		return 0
	}
	if p.known > 0 && len(p.where) == p.asked {
		return p.known
	}
	if len(p.counts) > 0 && len(p.where) == p.asked {
		n := int64(0)
		for i, query := range p.counts {
			n += t.number(query, p.countArgs[i]...)
		}
		return int(n)
	}
	from := p.from
	if p.bare != "" && len(p.where) == 1 {
		from = p.bare
	}
	return int(t.number("SELECT count(*) FROM "+from+p.condition(), p.args...))
}
