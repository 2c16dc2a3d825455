package brat

import (
	"strings"

	"sitrep"
	"sitrep/standoff"
)

// Config is annotation.conf: what brat lets people mark.
func Config() string {
	var b strings.Builder
	b.WriteString("[entities]\n" + strings.Join(standoff.Types, "\n") + "\n\n[relations]\n")
	b.WriteString(standoff.About + "\tArg1:" + standoff.Claim + ", Arg2:<EVENT>\n")
	b.WriteString(standoff.SaidBy + "\tArg1:" + standoff.Claim + ", Arg2:" + standoff.Speaker + "\n\n[events]\n")
	var roles []string
	for _, r := range standoff.Roles {
		of := standoff.Actor
		if r == standoff.ToPlace || r == standoff.ToToll {
			of = r
		}
		roles = append(roles, r+"*:"+of)
	}
	for _, k := range sitrep.Kinds {
		b.WriteString(string(k) + "\t" + strings.Join(roles, ", ") + "\n")
	}
	b.WriteString("\n[attributes]\n")
	for _, c := range standoff.Choices() {
		of := "<EVENT>"
		if c.Of != nil {
			of = strings.Join(c.Of, "|")
		}
		b.WriteString(c.Name + "\tArg:" + of + ", Value:" + strings.Join(c.Values, "|") + "\n")
	}
	return b.String()
}
