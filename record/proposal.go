package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"sitrep"
)

type proposalJSON struct {
	ID         string `json:"id"`
	ProposedBy string `json:"proposed_by"`
	What       string `json:"what"`
	spanJSON
	Fields proposedJSON `json:"fields"`
	Judged bool         `json:"judged"`
}

// proposedJSON are the fields of what is proposed, those that were given.
type proposedJSON struct {
	Kind      *string             `json:"kind,omitempty"`
	Status    *string             `json:"status,omitempty"`
	From      *string             `json:"from,omitempty"`
	To        *string             `json:"to,omitempty"`
	Places    []proposedPlaceJSON `json:"places,omitempty"`
	Harm      *string             `json:"harm,omitempty"`
	Count     *int                `json:"count,omitempty"`
	CountTo   *int                `json:"count_to,omitempty"`
	Qualifier *string             `json:"qualifier,omitempty"`
	Who       *string             `json:"who,omitempty"`
	Civilian  *bool               `json:"civilian,omitempty"`
	Claim     *string             `json:"claim,omitempty"`
	Source    *string             `json:"source,omitempty"`
	Stance    *string             `json:"stance,omitempty"`
}

type proposedPlaceJSON struct {
	Name string `json:"name"`
}

func (w *readingWriter) proposal(p *sitrep.Proposal) proposalJSON {
	out := proposalJSON{ID: p.ID, ProposedBy: p.By, What: string(p.What), spanJSON: w.span(p.Words), Judged: p.Judged}
	_ = json.Unmarshal([]byte(p.Value), &out.Fields) // ProposedValue made it
	return out
}

func (r *readingReader) proposal(p *proposalJSON) sitrep.Proposal {
	return sitrep.Proposal{ID: p.ID, By: p.ProposedBy, What: sitrep.ProposalKind(p.What), Words: r.span(p.spanJSON), Value: p.Fields.value(), Judged: p.Judged}
}

func (f *proposedJSON) value() string {
	b, err := json.Marshal(f)
	if err != nil {
		panic("record: the fields of a proposal cannot be written: " + err.Error())
	}
	return string(b)
}

// fieldsOf are the fields that a proposal of a kind may have.
var fieldsOf = map[sitrep.ProposalKind]struct{ may, must []string }{
	sitrep.EventProposal: {[]string{"kind", "status", "from", "to", "places"}, []string{"kind"}},
	sitrep.TollProposal:  {[]string{"harm", "count", "count_to", "qualifier", "who", "civilian", "claim"}, []string{"harm", "count"}},
	sitrep.ClaimProposal: {[]string{"source", "stance"}, []string{"source", "stance"}},
}

// ProposedValue checks the fields of a proposal by the schema of this package, and gives them as Proposal.Value has them. Fields that are null are left out.
func ProposedValue(what sitrep.ProposalKind, fields []byte) (string, error) {
	rules, ok := fieldsOf[what]
	if !ok {
		return "", fmt.Errorf("%q is none of event, toll, claim", what)
	}
	var names map[string]json.RawMessage
	if err := json.Unmarshal(fields, &names); err != nil {
		return "", errors.New("its fields are no JSON object")
	}
	for name, v := range names {
		if string(v) == "null" {
			delete(names, name)
		} else if !slices.Contains(rules.may, name) {
			return "", fmt.Errorf("field %q is none of %v", name, rules.may)
		}
	}
	for _, name := range rules.must {
		if names[name] == nil {
			return "", fmt.Errorf("field %q is missing", name)
		}
	}
	var f proposedJSON
	d := json.NewDecoder(bytes.NewReader(fields))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return "", fmt.Errorf("its fields: %w", err)
	}
	return f.value(), f.check()
}

// check looks at the values of fields.
func (f *proposedJSON) check() error {
	for _, x := range []struct {
		name  string
		value *string
	}{{"event.kind", f.Kind}, {"event.status", f.Status}, {"toll.harm", f.Harm}, {"toll.qualifier", f.Qualifier}, {"claim.stance", f.Stance}} {
		if x.value != nil && !slices.Contains(values[x.name], *x.value) {
			return fmt.Errorf("%s %q is none of %v", x.name, *x.value, values[x.name])
		}
	}
	for _, d := range []*string{f.From, f.To} {
		if d == nil {
			continue
		}
		if _, err := sitrep.ParseCivilDate(*d); err != nil {
			return err
		}
	}
	if f.From != nil && f.To != nil && *f.To < *f.From {
		return fmt.Errorf("it ends on %s, before it begins on %s", *f.To, *f.From)
	}
	if f.Count != nil && (*f.Count <= 0 || f.CountTo != nil && *f.CountTo <= *f.Count) {
		return fmt.Errorf("count %d: want a number of people, and count_to above it", *f.Count)
	}
	return nil
}

// ProposalWords are what is proposed, in words: "toll: killed, at-least 5, who: villagers".
func ProposalWords(p *sitrep.Proposal) string {
	var f proposedJSON
	_ = json.Unmarshal([]byte(p.Value), &f)
	s := string(p.What) + ":"
	add := func(before string, v *string) {
		if v != nil {
			s += before + *v
		}
	}
	switch p.What {
	case sitrep.EventProposal:
		add(" ", f.Kind)
		add(", ", f.Status)
		for _, place := range f.Places {
			s += ", at " + place.Name
		}
		add(", from ", f.From)
		add(", to ", f.To)
	case sitrep.TollProposal:
		add(" ", f.Harm)
		add(", ", f.Qualifier)
		s += fmt.Sprintf(" %d", orZero(f.Count))
		if f.CountTo != nil {
			s += fmt.Sprintf(" to %d", *f.CountTo)
		}
		add(", who: ", f.Who)
	case sitrep.ClaimProposal:
		add(" ", f.Source)
		add(" – ", f.Stance)
	}
	return s
}
