package labelstudio

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"sitrep/standoff"
)

// read is a task as Label Studio exports it.
type read struct {
	ID   json.Number `json:"id"`
	Data struct {
		Text   string             `json:"text"`
		Sitrep *standoff.Document `json:"sitrep"`
	} `json:"data"`
	Annotations []struct {
		Cancelled bool   `json:"was_cancelled"`
		Items     []item `json:"result"`
	} `json:"annotations"`
}

// Read gives the tasks on which people worked, one after the other; those that nobody has touched are passed over.
func Read(r io.Reader) iter.Seq2[standoff.Given, error] {
	return func(yield func(standoff.Given, error) bool) {
		d := json.NewDecoder(r)
		if t, err := d.Token(); err != nil || t != json.Delim('[') {
			yield(standoff.Given{}, errors.New("this is no list of tasks: export the project from Label Studio as JSON"))
			return
		}
		for n := 1; d.More(); n++ {
			var t read
			if err := d.Decode(&t); err != nil {
				yield(standoff.Given{}, fmt.Errorf("read task %d of the list: %w", n, whole(err)))
				return
			}
			g, err := t.given(n)
			if err == nil && g.Edited == nil {
				continue
			}
			if !yield(g, err) {
				return
			}
		}
		if _, err := d.Token(); err != nil {
			yield(standoff.Given{}, fmt.Errorf("read the end of the list of tasks: %w", whole(err)))
		}
	}
}

// whole says of a file that ends early that it does.
func whole(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends before the list does: copy or export it again")
	}
	return err
}

// given is what was made of a task; Edited is nil where nobody has.
func (t *read) given(n int) (standoff.Given, error) {
	g := standoff.Given{Name: fmt.Sprintf("task %d", n), Base: t.Data.Sitrep}
	if t.ID != "" {
		g.Name = "task " + t.ID.String()
	}
	done := -1
	for i := range t.Annotations {
		if t.Annotations[i].Cancelled {
			continue
		}
		if done >= 0 {
			g.Left = []string{"several people worked on it: what the last one did is taken"}
		}
		done = i
	}
	if done < 0 {
		return g, nil
	}
	if g.Base == nil {
		return g, fmt.Errorf("read %s: data.sitrep is not in it, which says what was given out: it was not made by \"sitrep export --as labelstudio\"", g.Name)
	}
	g.Base.Text = t.Data.Text
	var left []string
	g.Edited, left = edited(g.Base, t.Annotations[done].Items)
	g.Left = append(g.Left, left...)
	return g, nil
}
