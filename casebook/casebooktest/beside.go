package casebooktest

import (
	"sitrep/casebook"
)

// testBeside goes through a list from each report to the one beside it.
func testBeside(b *bench) {
	book, ok := b.Casebook.(casebook.Besider)
	if !ok {
		b.Skip("it does not know")
	}
	b.world()
	for _, q := range []casebook.Query{{}, {Outlet: "kesh post"}, {Text: "hit"}} {
		rows := must[casebook.Page[casebook.ReportRow]](b)(b.Reports(b.ctx, q)).Rows
		id := func(i int) string {
			if i < 0 || i >= len(rows) {
				return ""
			}
			return rows[i].ID
		}
		for i := range rows {
			before, after, err := book.Beside(b.ctx, id(i), q)
			if err != nil {
				b.Fatal(err)
			}
			is(b, "beside "+id(i), []string{before, after}, []string{id(i - 1), id(i + 1)})
		}
	}
	before, after, err := book.Beside(b.ctx, "dorel-1", casebook.Query{Outlet: "Kesh Post"})
	is(b, "beside one that is not in the list", []any{before, after, err}, []any{"", "", error(nil)})
}
