package assist

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sitrep"
)

const (
	mostProposals = 20  // that are kept of one report
	leastQuote    = 8   // bytes of a quote
	mostQuote     = 600 // bytes of a quote
)

// sift keeps the proposals that hold, each once, in the model's order, and says why the others do not.
func sift(r *sitrep.Reading, raw []rawProposal, by string) (kept []sitrep.Proposal, thrown []string) {
	seen := map[string]bool{}
	for i := range raw {
		p, err := check(r, &raw[i], by)
		switch {
		case err == nil && len(kept) == mostProposals:
			err = fmt.Errorf("more than %d", mostProposals)
		case err == nil && seen[p.ID]:
			err = errors.New("proposed twice")
		}
		if err != nil {
			thrown = append(thrown, err.Error())
			continue
		}
		seen[p.ID] = true
		kept = append(kept, p)
	}
	return kept, thrown
}

// check makes a proposal of what a model wrote, where its words stand in the text and its fields hold.
func check(r *sitrep.Reading, raw *rawProposal, by string) (sitrep.Proposal, error) {
	words, err := quoted(r.Report, raw.Quote)
	if err != nil {
		return sitrep.Proposal{}, err
	}
	value, err := raw.valueOf()
	if err != nil {
		return sitrep.Proposal{}, err
	}
	p := sitrep.Proposal{By: by, What: raw.What, Words: words, Value: value}
	for _, rule := range []func(*sitrep.Reading, *sitrep.Proposal) error{grounded, missed} {
		if err := rule(r, &p); err != nil {
			return sitrep.Proposal{}, err
		}
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%s|%d-%d", r.Report.SHA256, p.What, words.Start, words.End))
	p.ID = "p" + hex.EncodeToString(sum[:5])
	return p, nil
}

// quoted is where a quote stands in the text. Any run of blanks is one blank; everything else has to be the same.
func quoted(r *sitrep.Report, quote string) (sitrep.Span, error) {
	switch quote = strings.TrimSpace(quote); {
	case len(quote) < leastQuote || len(quote) > mostQuote || len(strings.Fields(quote)) < 2:
		return sitrep.Span{}, fmt.Errorf("a quote of %d bytes", len(quote))
	}
	s, ok := find(r.Text, quote)
	if !ok {
		return sitrep.Span{}, errors.New("its quote does not stand in the text")
	}
	for _, d := range r.Dropped {
		if s.Start < d.End && d.Start < s.End {
			return sitrep.Span{}, errors.New("its quote stands in a leftover of the page")
		}
	}
	return s, nil
}

// find is where words stand in a text, from the edge of a word to the edge of another.
func find(text, words string) (sitrep.Span, bool) {
	parts := strings.Fields(words)
	if len(parts) == 0 {
		return sitrep.Span{}, false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], parts[0])
		if i < 0 {
			return sitrep.Span{}, false
		}
		start := from + i
		if end := follow(text, start+len(parts[0]), parts[1:]); end > 0 && edge(text, start) && edge(text, end) {
			return sitrep.Span{Start: start, End: end}, true
		}
		from = start + len(parts[0])
	}
}

// fields are the fields of a proposal that a text can bear out.
type fields struct {
	Count   int    `json:"count"`
	CountTo int    `json:"count_to"`
	Harm    string `json:"harm"`
	Kind    string `json:"kind"`
	Source  string `json:"source"`
	Who     string `json:"who"`
	Places  []struct {
		Name string `json:"name"`
	} `json:"places"`
}

func fieldsOf(p *sitrep.Proposal) (f fields) {
	_ = json.Unmarshal([]byte(p.Value), &f) // record.ProposedValue made it
	return f
}

// grounded tells whether the text bears the fields out, and takes from the text what it tells better.
func grounded(r *sitrep.Reading, p *sitrep.Proposal) error {
	f := fieldsOf(p)
	names := []string{f.Source, f.Who}
	for _, place := range f.Places {
		names = append(names, place.Name)
	}
	for _, name := range names {
		if _, ok := find(r.Report.Text, name); name != "" && !ok {
			return fmt.Errorf("%q does not stand in the text", name)
		}
	}
	if p.What == sitrep.TollProposal {
		return groundToll(r, p, &f)
	}
	return nil
}

// missed tells whether the reading does not have it yet.
func missed(r *sitrep.Reading, p *sitrep.Proposal) error {
	f := fieldsOf(p)
	for i := range r.Events {
		e := &r.Events[i]
		if p.What == sitrep.EventProposal && string(e.Kind) == f.Kind && touches(p.Words, append([]sitrep.Span{e.Trigger}, e.Mentions...)) {
			return errors.New("the event is found already")
		}
		for _, t := range e.Tolls {
			if p.What == sitrep.TollProposal && string(t.Harm) == f.Harm && t.Count == f.Count && touches(p.Words, append([]sitrep.Span{t.Words}, t.Mentions...)) {
				return errors.New("the toll is found already")
			}
		}
	}
	for i := range r.Claims {
		if p.What == sitrep.ClaimProposal && touches(p.Words, r.Claims[i].Content) {
			return errors.New("the claim is found already")
		}
	}
	return nil
}

func touches(s sitrep.Span, others []sitrep.Span) bool {
	for _, o := range others {
		if s.Start < o.End && o.Start < s.End {
			return true
		}
	}
	return false
}
