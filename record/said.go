package record

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"sitrep"
)

// ReadSaidOf reads of a reading what it says, which is the events, the claims and the times in them, and no more: not whom and what it names, which is most of it, and no
// reasons. text is the text of its report, of which nothing else is read.
func ReadSaidOf(b []byte, text string) (events []sitrep.Event, claims []sitrep.Claim, times []sitrep.Timex, err error) {
	var in saidJSON
	if err := in.read(jsontext.NewDecoder(bytes.NewReader(b), asBefore)); err != nil {
		return nil, nil, nil, fmt.Errorf("reading: %w", err)
	}
	r := readingReader{NewPoints(text), text}
	claims = back(in.Claims, func(c *saidClaimJSON) sitrep.Claim { return r.claim(&c.claimJSON) })
	if events, err = tryBack(in.Events, func(e *saidEventJSON) (sitrep.Event, error) { return r.event(&e.eventJSON) }); err == nil {
		times, err = tryBack(in.Timexes, r.timex)
	}
	if err != nil {
		return nil, nil, nil, fmt.Errorf("reading: %w", err)
	}
	return events, claims, times, nil
}

// saidJSON is a part of readingJSON.
type saidJSON struct {
	Events  []saidEventJSON
	Claims  []saidClaimJSON
	Timexes []timexJSON
}

type saidEventJSON struct {
	eventJSON
	Why skipped `json:"why"`
}

type saidClaimJSON struct {
	claimJSON
	Why skipped `json:"why"`
}

// skipped is a value that nobody looks at.
type skipped struct{}

func (*skipped) UnmarshalJSONFrom(d *jsontext.Decoder) error { return d.SkipValue() }

// read reads up to the last of the lists that are wanted: what follows them is most of a reading.
func (in *saidJSON) read(d *jsontext.Decoder) error {
	if t, err := d.ReadToken(); err != nil {
		return err
	} else if t.Kind() != '{' {
		return errors.New("want an object")
	}
	for left := 3; left > 0 && d.PeekKind() == '"'; {
		name, err := d.ReadToken()
		if err != nil {
			return err
		}
		switch name.String() {
		case "events":
			left, err = left-1, json.UnmarshalDecode(d, &in.Events)
		case "claims":
			left, err = left-1, json.UnmarshalDecode(d, &in.Claims)
		case "timexes":
			left, err = left-1, json.UnmarshalDecode(d, &in.Timexes)
		default:
			err = d.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	return nil
}
