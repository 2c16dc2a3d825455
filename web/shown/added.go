package shown

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"sitrep"
	"sitrep/desk"
	"sitrep/web/filter"
)

// added is the JSON of what a person adds: of an event its kind, of a toll its count, of a claim who makes it, and what more is said of it.
func (s *Said) added() (string, error) {
	v := map[string]any{}
	var err error
	switch value := strings.TrimSpace(s.Value); s.What {
	case "event":
		err = s.addedEvent(v, value)
	case "toll":
		err = s.addedToll(v, value)
	case "claim":
		err = s.addedClaim(v, value)
	default:
		err = Wrong("what %q: want event, toll or claim", s.What)
	}
	if err != nil {
		return "", err
	}
	b, err := json.Marshal(v)
	return string(b), err
}

func (s *Said) addedEvent(v map[string]any, kind string) error {
	v["kind"] = kind
	if _, err := desk.FieldValue("kind", kind); err != nil {
		return Wrong("%v", err)
	}
	if place := s.more("place"); place != "" {
		v["places"] = []map[string]string{{"name": place}}
	}
	return s.fields(v, "from", "to", "status")
}

func (s *Said) addedToll(v map[string]any, count string) error {
	n, err := strconv.Atoi(strings.ReplaceAll(count, ",", ""))
	if err != nil || n < 1 {
		return Wrong("value %q: want the number of people harmed, in digits", count)
	}
	v["harm"], v["count"] = sitrep.Killed, n
	if who := s.more("who"); who != "" {
		v["who"] = who
	}
	return s.fields(v, "harm", "qualifier")
}

func (s *Said) addedClaim(v map[string]any, source string) error {
	if source == "" {
		return Wrong("value: want who makes the claim, as the report names them")
	}
	v["source"] = source
	if stance := sitrep.Stance(s.more("stance")); stance != "" {
		if !slices.Contains(filter.Stances(), stance) {
			return Wrong("stance %q: want one of %v", stance, filter.Stances())
		}
		v["stance"] = stance
	}
	if to := s.more("to"); to != "" {
		v["to"] = to
	}
	return nil
}

// fields puts further fields that were given, checked.
func (s *Said) fields(v map[string]any, names ...string) error {
	for _, name := range names {
		given := s.more(name)
		if given == "" {
			continue
		}
		value, err := desk.FieldValue(name, given)
		if err != nil {
			return Wrong("%v", err)
		}
		v[name] = value
	}
	return nil
}

func (s *Said) more(name string) string { return Clipped(s.More[name], mostReason) }
