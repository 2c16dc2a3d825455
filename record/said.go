package record

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"sitrep"
)

// Said is of a reading what it says, which is the events, the claims and the times in them, and no more: not whom and what it names, which is most of it, and no reasons. Each
// part is read from its bytes when it is asked for first: of a report with twenty events a brief tells one. It is not safe for concurrent use.
type Said struct {
	text            string
	points          *Points
	raw             []rawEvent
	rawClaims       jsontext.Value
	rawTimes        jsontext.Value
	events          map[string]*sitrep.Event
	claims          []sitrep.Claim
	times           []sitrep.Timex
	claimed, timely bool // claims and times have been read
}

// rawEvent is an event that was not read yet.
type rawEvent struct {
	id string
	in jsontext.Value
}

// ReadSaidOf finds the parts of a reading that was written without its text, of which nothing else is read. b stays as it is.
func ReadSaidOf(b []byte, text string) (*Said, error) {
	s := &Said{text: text, events: map[string]*sitrep.Event{}}
	if err := s.find(b); err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	return s, nil
}

// SaidOf is what a reading says that was read whole.
func SaidOf(r *sitrep.Reading) *Said {
	s := &Said{text: r.Report.Text, events: map[string]*sitrep.Event{}, claims: r.Claims, times: r.Timexes, claimed: true, timely: true}
	for i := range r.Events {
		if e := &r.Events[i]; s.events[e.ID] == nil {
			s.events[e.ID] = e
		}
	}
	return s
}

// Event is the first event of an id, nil where there is none.
func (s *Said) Event(id string) (*sitrep.Event, error) {
	if e, ok := s.events[id]; ok {
		return e, nil
	}
	for _, raw := range s.raw {
		if raw.id != id {
			continue
		}
		var in saidEventJSON
		if err := json.Unmarshal(raw.in, &in, asBefore); err != nil {
			return nil, fmt.Errorf("reading: event %s: %w", id, err)
		}
		e, err := s.reader().event(&in.eventJSON)
		if err != nil {
			return nil, fmt.Errorf("reading: event %s: %w", id, err)
		}
		s.events[id] = &e
		return &e, nil
	}
	return nil, nil
}

// Claims are all claims.
func (s *Said) Claims() ([]sitrep.Claim, error) {
	if s.claimed {
		return s.claims, nil
	}
	var in []saidClaimJSON
	if err := unmarshalOr(s.rawClaims, &in); err != nil {
		return nil, fmt.Errorf("reading: claims: %w", err)
	}
	r := s.reader()
	s.claims, s.claimed = back(in, func(c *saidClaimJSON) sitrep.Claim { return r.claim(&c.claimJSON) }), true
	return s.claims, nil
}

// Timexes are all times.
func (s *Said) Timexes() ([]sitrep.Timex, error) {
	if s.timely {
		return s.times, nil
	}
	var in []timexJSON
	err := unmarshalOr(s.rawTimes, &in)
	if err == nil {
		s.times, err = tryBack(in, s.reader().timex)
	}
	if err != nil {
		return nil, fmt.Errorf("reading: times: %w", err)
	}
	s.timely = true
	return s.times, nil
}

func (s *Said) reader() *readingReader {
	if s.points == nil {
		s.points = NewPoints(s.text)
	}
	return &readingReader{s.points, s.text}
}

func unmarshalOr(raw jsontext.Value, into any) error {
	if len(raw) == 0 {
		return nil
	}
	return json.Unmarshal(raw, into, asBefore)
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

// find finds the lists that are wanted, up to the last of them: what follows them is most of a reading.
func (s *Said) find(b []byte) error {
	d := jsontext.NewDecoder(bytes.NewReader(b), asBefore)
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
			left, err = left-1, s.findEvents(d, b)
		case "claims":
			left = left - 1
			s.rawClaims, err = nextValue(d, b)
		case "timexes":
			left = left - 1
			s.rawTimes, err = nextValue(d, b)
		default:
			err = d.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// nextValue is the next value, as it stands in the bytes that are read.
func nextValue(d *jsontext.Decoder, b []byte) (jsontext.Value, error) {
	v, err := d.ReadValue()
	if err != nil {
		return nil, err
	}
	end := int(d.InputOffset())
	return jsontext.Value(b[end-len(v) : end]), nil
}

func (s *Said) findEvents(d *jsontext.Decoder, b []byte) error {
	switch t, err := d.ReadToken(); {
	case err != nil:
		return err
	case t.Kind() == 'n':
		return nil
	case t.Kind() != '[':
		return errors.New("events: want a list")
	}
	for d.PeekKind() != ']' {
		v, err := nextValue(d, b)
		if err != nil {
			return err
		}
		id, err := idOf(v)
		if err != nil {
			return err
		}
		s.raw = append(s.raw, rawEvent{id, v})
	}
	_, err := d.ReadToken()
	return err
}

// idOf is the id of an event. It stands first.
func idOf(v jsontext.Value) (string, error) {
	d := jsontext.NewDecoder(bytes.NewReader(v), asBefore)
	if t, err := d.ReadToken(); err != nil {
		return "", err
	} else if t.Kind() != '{' {
		return "", errors.New("events: want objects")
	}
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return "", err
		}
		if name.String() != "id" {
			if err := d.SkipValue(); err != nil {
				return "", err
			}
			continue
		}
		t, err := d.ReadToken()
		if err != nil {
			return "", err
		}
		return t.String(), nil
	}
	return "", nil
}
