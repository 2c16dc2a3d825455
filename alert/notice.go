package alert

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"sitrep"
	"sitrep/brief"
	"sitrep/casebook"
	"sitrep/export/rows"
	"sitrep/privacy"
)

// idOf is a short hash of what makes a notice another one: the same finding of the same record has the same id, whenever it is found.
func idOf(n *casebook.Notice) string {
	said, err := json.Marshal([]any{n.Alert, n.Why, n.Earlier, n.Incident})
	if err != nil {
		panic("alert: an incident cannot be written: " + err.Error()) // it has only fields that can
	}
	sum := sha256.Sum256(said)
	return hex.EncodeToString(sum[:6])
}

// heads say in a word why a notice is made.
var heads = map[string]string{Gone: "Taken back", Merged: "Joined with another", Lowered: "Lowered", Corrected: "Corrected", Raised: "More"}

// title is one line: that it is unreviewed, on how many origins it rests, and what it is about.
func title(n *casebook.Notice) string {
	s := Reviewed(&n.Incident) + ", " + origins(&n.Incident) + ": " + n.Incident.Title
	if head := heads[n.Why]; head != "" {
		return head + " (follows alert " + n.Earlier + "): " + s
	}
	return s
}

// Reviewed says whether a person has judged an incident, in a word or two.
func Reviewed(i *sitrep.Incident) string {
	if i.GradedBy.By == "" {
		return "Unreviewed"
	}
	return "Judged " + string(i.Grade) + " by " + i.GradedBy.By
}

// origins counts the first speakers, and says where they are all of one side.
func origins(i *sitrep.Incident) string {
	n := len(i.Origins)
	s := strconv.Itoa(n) + " origins"
	if n == 1 {
		s = "1 origin only"
	}
	if side := i.OneSide(); side != "" {
		s += ", told by one side only (" + side + ")"
	}
	return s
}

// veiled is an incident as it may go out: without the names that are private in its reports, or in those of another.
func veiled(ctx context.Context, book casebook.Asker, i, other *sitrep.Incident) (sitrep.Incident, error) {
	reports := append(casebook.ReportsOf(i), casebook.ReportsOf(other)...)
	slices.Sort(reports)
	private, err := book.Private(ctx, slices.Compact(reports))
	if err != nil {
		return sitrep.Incident{}, fmt.Errorf("keep private persons out of incident %s: %w", i.ID, err)
	}
	return privacy.VeilIncidentBy(*i, reports, private), nil
}

// account says what is told of an incident, and quotes the words: as a brief does, or in the lines of an export where the words are not at hand.
func account(ctx context.Context, book casebook.Asker, i, shown *sitrep.Incident) ([]string, error) {
	b, err := brief.Of(ctx, book, i)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, s := range b.Sections {
		for _, item := range s.Items {
			for _, said := range append(item.Sentences, item.Points...) {
				out = append(out, said.Text+references(said.Notes))
			}
		}
	}
	if len(out) == 0 {
		return rows.Account(shown), nil
	}
	for k := range b.Notes {
		out = append(out, fmt.Sprintf("[%d] %s", k+1, b.Notes[k].String()))
	}
	return out, nil
}

func references(notes []int) (s string) {
	for _, n := range notes {
		s += fmt.Sprintf(" [%d]", n)
	}
	return s
}
