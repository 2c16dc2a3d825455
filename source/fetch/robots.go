package fetch

import (
	"bufio"
	"bytes"
	"strconv"
	"strings"
	"time"
)

// product is the name that robots.txt calls us by.
const product = "sitrep"

// rules are what a robots.txt says to us, by RFC 9309. The zero value allows all.
type rules struct {
	paths []pathRule
	delay time.Duration // Crawl-delay, which is not in the RFC and yet what many ask for
}

type pathRule struct {
	pattern string // a prefix, with * for anything and $ for the end
	allow   bool
}

// mostRules is how much of a robots.txt is read, as the RFC asks.
const mostRules = 500 << 10

// parseRobots reads the groups for us, or else those for everybody.
func parseRobots(text []byte) rules {
	var ours, all rules
	found, naming := false, false // we are named; the line before was a name
	var into []*rules
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(text[:min(len(text), mostRules)], []byte("\ufeff"))))
	lines.Buffer(nil, mostRules+1)
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if !naming {
				into = nil
			}
			naming = true
			name, _, _ := strings.Cut(strings.ToLower(value), "/") // "Sitrep/1.0"
			switch name {
			case product:
				into, found = append(into, &ours), true
			case "*":
				into = append(into, &all)
			}
			continue
		}
		for _, r := range into {
			r.add(key, value)
		}
		naming = naming && key != "allow" && key != "disallow" && key != "crawl-delay"
	}
	if found {
		return ours
	}
	return all
}

// longestDelay is the longest pause that a robots.txt can ask for.
const longestDelay = time.Minute

func (r *rules) add(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" { // an empty Disallow forbids nothing
			r.paths = append(r.paths, pathRule{value, key == "allow"})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = time.Duration(min(s, longestDelay.Seconds()) * float64(time.Second))
		}
	}
}

// allows tells whether a path with its query may be fetched: the longest pattern decides, of two as long the one that allows.
func (r rules) allows(path string) bool {
	longest, allow := -1, true
	for _, p := range r.paths {
		if len(p.pattern) >= longest && matches(p.pattern, path) {
			allow = p.allow || allow && len(p.pattern) == longest
			longest = len(p.pattern)
		}
	}
	return allow
}

// matches tells whether a path begins with a pattern. It takes time in proportion to their lengths' product at worst, whatever the stars.
func matches(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	rest := path[len(parts[0]):]
	for n, part := range parts[1:] {
		if whole && n == len(parts)-2 { // the last part stands at the end
			return strings.HasSuffix(rest, part)
		}
		i := strings.Index(rest, part)
		if i < 0 {
			return false
		}
		rest = rest[i+len(part):]
	}
	return !whole || rest == ""
}
