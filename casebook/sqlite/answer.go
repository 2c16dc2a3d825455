package sqlite

import (
	"fmt"
	"slices"
	"sync"

	"sitrep/casebook"
)

// answers are what the last questions found, as long as nothing was written since: the next page of a list, and the same list again, are had without looking through
// everything once more.
type answers struct {
	mu   sync.Mutex
	at   int64 // revision
	kept []answer
}

type answer struct {
	question string
	rows     []found
	changes  []changed
	total    int
}

func (a *answer) size() int { return len(a.rows) + 4*len(a.changes) }

const (
	mostAnswers = 16
	mostFound   = 2_000_000 // rows of all answers
)

// rows are the rows that a query wants of a list, found by find if they are not known. They stay as they are.
func (t *tx) rows(l listed, q casebook.Query, find func() []found) []found {
	q.After, q.Limit, q.All = "", 0, false
	return t.answered(fmt.Sprintf("%s %+v", l.name, q), func() answer { return answer{rows: find()} }).rows
}

// counted is the number that a query of the database gives.
func (t *tx) counted(query string, args []any) int {
	return t.answered(fmt.Sprintf("%s %v", query, args), func() answer { return answer{total: int(t.number(query, args...))} }).total
}

func (t *tx) answered(question string, find func() answer) answer {
	return t.known(&t.book.answers, question, find)
}

func (t *tx) known(known *answers, question string, find func() answer) answer {
	at := t.at()
	known.mu.Lock()
	if known.at == at {
		for i, a := range known.kept {
			if a.question == question {
				known.kept = append(slices.Delete(known.kept, i, i+1), a) // the last asked stay longest
				known.mu.Unlock()
				return a
			}
		}
	}
	known.mu.Unlock()
	a := find()
	a.question = question
	if t.err == nil {
		known.keep(a, at)
	}
	return a
}

func (k *answers) keep(a answer, at int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch {
	case at < k.at:
		return
	case at > k.at:
		k.at, k.kept = at, nil
	}
	k.kept = append(k.kept, a)
	n := 0
	for _, a := range k.kept {
		n += a.size()
	}
	for len(k.kept) > mostAnswers || n > mostFound {
		n -= k.kept[0].size()
		k.kept = k.kept[1:]
	}
}
