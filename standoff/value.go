package standoff

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep"
)

// settable are the fields that a person can set, by the class of marks.
var settable = map[string][]string{
	"event": {"status", "stage", "news", "from", "to", "phase"},
	Toll:    {"harm", "qualifier", "civilian", "count", "count_to", "who", "side", "people", "relation"},
	Claim:   {"stance", "mode", "source", "side", "source_kind", "to"},
}

// value is the value of a field as a correction has it, or why it is none. An empty one takes a value away.
func value(class, name, s string) (any, error) {
	if !slices.Contains(settable[class], name) {
		return nil, fmt.Errorf("the field %q cannot be set so; there are %s", name, strings.Join(settable[class], ", "))
	}
	s = strings.TrimSpace(s)
	switch name {
	case "news", "civilian":
		return truthValue(name, s)
	case "count", "count_to":
		return number(name, s)
	case "from", "to":
		if class == "event" {
			return day(name, s)
		}
	}
	if c := ChoiceOf(name); c != nil && !slices.Contains(c.Values, s) && (s != "" || name != "stage") {
		return nil, fmt.Errorf("%s %q is none of %s", name, s, strings.Join(c.Values, ", "))
	}
	if s == "" && name == "source" {
		return nil, fmt.Errorf("a claim without a source is none: take it out instead")
	}
	return s, nil
}

func truthValue(name, s string) (any, error) {
	switch {
	case s == "yes" || s == "no":
		return s == "yes", nil
	case s == "" && name == "civilian":
		return nil, nil
	}
	return nil, fmt.Errorf("%s %q: want yes or no", name, s)
}

func number(name, s string) (any, error) {
	if s == "" && name == "count_to" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	if err != nil || n < 0 || n > 1_000_000_000 || n == 0 && name == "count" {
		return nil, fmt.Errorf("%s %q is no number of people", name, s)
	}
	return n, nil
}

func day(name, s string) (any, error) {
	if s == "" {
		return "", nil
	}
	d, err := sitrep.ParseCivilDate(s)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d.String(), nil
}
