package web

import "testing"

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
