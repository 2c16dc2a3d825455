package api

import (
	"context"

	"sitrep/casebook"
)

// pageBody is some of the rows.
type pageBody[T any] struct {
	Total int     `json:"total" doc:"How many rows there are in all."`
	Next  *string `json:"next" doc:"Where the next page begins: give it as after; null at the end."`
	Rows  []T     `json:"rows"`
}

// pageAnswer is a page with the address of the next one.
type pageAnswer[T any] struct {
	Link string `header:"Link" doc:"The address of the next page, rel=next."`
	Body pageBody[T]
}

// pageOf makes a page of rows.
func pageOf[R, T any](in *paged, p casebook.Page[R], row func(*R) (T, error)) (*pageAnswer[T], error) {
	out := &pageAnswer[T]{Body: pageBody[T]{Total: p.Total, Rows: make([]T, 0, len(p.Rows))}}
	for i := range p.Rows {
		r, err := row(&p.Rows[i])
		if err != nil {
			return nil, err
		}
		out.Body.Rows = append(out.Body.Rows, r)
	}
	if p.Next != "" {
		out.Body.Next = &p.Next
		next := in.url
		values := next.Query()
		values.Set("after", p.Next)
		next.RawQuery = values.Encode()
		out.Link = "<" + next.RequestURI() + `>; rel="next"`
	}
	return out, nil
}

// list is a call that asks for a page of a list and gives its rows as they are made of them.
func list[R, T any](a *API, c call, ask func(context.Context, casebook.Query) (casebook.Page[R], error), row func(*R) T) {
	add(a, c, func(ctx context.Context, in *paged) (*pageAnswer[T], error) {
		p, err := ask(ctx, in.query)
		if err != nil {
			return nil, err
		}
		return pageOf(in, p, func(r *R) (T, error) { return row(r), nil })
	})
}
