package casebook

import "context"

// Texter is a backend that has the text of a report without its reading, which is faster.
type Texter interface {
	Text(ctx context.Context, report string) (string, error)
}

// Text is the text of a report that counts.
func Text(ctx context.Context, book Asker, report string) (string, error) {
	if t, ok := book.(Texter); ok {
		return t.Text(ctx, report)
	}
	stored, err := book.Report(ctx, report, 0)
	if err != nil {
		return "", err
	}
	return stored.Reading.Report.Text, nil
}
