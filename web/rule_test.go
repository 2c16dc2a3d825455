package web

import (
	"strings"
	"testing"

	"sitrep"
	"sitrep/page"
)

func TestRulesAreSaidInWords(t *testing.T) {
	for rule, want := range map[string]string{
		"frame kill/verb":                 "the verb “kill”",
		"frame strike/noun mod:AIR":       "the noun “strike”, described as air",
		"frame capture/verb obj:PLACE":    "the verb “capture”, done to place",
		"frame set_off/verb prt:off odd":  "the verb “set off”, with off, odd",
		"frame odd":                       "odd",
		"trigger.bin":                     "a trained model: the word tells of an event",
		"object":                          "the number is whom it is done to: “killed ten”",
		"a rule that somebody adds later": "a rule that somebody adds later",
		"frame ":                          "",
	} {
		if got := ruleLabel(rule); got != want {
			t.Errorf("%q: %q, want %q", rule, got, want)
		}
	}
}

// A reader of the window has no flags: a text without a day says so without one.
func TestProblemsNameNoFlag(t *testing.T) {
	r, err := page.Parse([]byte("Shells hit Dorel on Monday."), page.Hints{})
	if err != nil || len(r.Problems) == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, p := range r.Problems {
		if got := problemLabel(p); strings.Contains(got, "--") {
			t.Errorf("%q", got)
		}
	}
	if got := problemLabel(sitrep.Problem{Stage: "page", Err: "odd"}); got != "Odd" {
		t.Errorf("%q", got)
	}
}
