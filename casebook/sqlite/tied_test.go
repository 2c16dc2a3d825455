package sqlite

import (
	"database/sql"
	"strings"
	"testing"
)

// What is tied to an incident that is dropped is found by an index, not among all incidents.
func TestWhatIsTiedIsFoundByAnIndex(t *testing.T) {
	b, err := Temporary(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, query := range tiedTo {
		var plan []string
		err := b.read(t.Context(), "explain", func(x *tx) error {
			x.each("EXPLAIN QUERY PLAN "+query, []any{"i1"}, func(r *sql.Rows) error {
				var a, b, c int
				var step string
				err := r.Scan(&a, &b, &c, &step)
				plan = append(plan, step)
				return err
			})
			return nil
		})
		if all := strings.Join(plan, "; "); err != nil || strings.Contains(all, "SCAN") {
			t.Errorf("%s: %s, %v", query, all, err)
		}
	}
}
