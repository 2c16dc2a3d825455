package sqlite

import (
	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

// The rows of the tables that hang on an incident.
type (
	actor struct {
		incident string
		*sitrep.IncidentActor
	}
	tally struct {
		incident string
		line     int
		*sitrep.Tally
	}
	figure struct {
		incident string
		line     int
		counts   bool
		*sitrep.TallyToll
	}
	origin struct {
		incident string
		*sitrep.Origin
	}
	turn struct {
		incident string
		*sitrep.Turn
	}
	answer struct {
		incident, field string
		*sitrep.ContradictionEntry
	}
	telling struct {
		incident string
		sitrep.EventKey
	}
	aboutClaim struct{ report, claim, incident string }
)

// Claim is a claim with what is known of it beyond its report.
type Claim struct {
	casebook.ClaimRow
	OneSide string // the side on whose word alone the incidents rest that it is about
}

const (
	ofIncident = "id of the incident"
	ofReport   = "id of the report"
)

// Schema names the tables and their version.
const Schema = "sitrep-sqlite/1"

// schema are the tables. Fields may be added; none of these changes its meaning without a new number of the schema.
func schema() tables {
	return tables{
		incidents: table[sitrep.Incident]{name: "incidents", about: "one row an incident: what is told to have happened in the world", fields: rows.IncidentFields(), key: "id", index: []string{"first_day", "kind"}},
		actors:    table[actor]{name: "actors", about: "who had a part in an incident; an initiator never without who says so", fields: actorFields(), index: []string{"incident", "side"}},
		tallies:   table[tally]{name: "tallies", about: "one row a line of a tally: one harm to one group of people; never to be added up without a look", fields: tallyFields(), key: "incident, line"},
		figures:   table[figure]{name: "figures", about: "one row a figure as it was told, with its words", fields: figureFields(), index: []string{"incident"}},
		origins:   table[origin]{name: "origins", about: "the first speakers of an incident", fields: originFields(), index: []string{"incident"}},
		turns:     table[turn]{name: "turns", about: "the life of a truce, of talks or of a demand, in order", fields: turnFields(), index: []string{"incident"}},
		contradictions: table[answer]{name: "contradictions", about: "what reports differ in, one row an answer", fields: answerFields(),
			index: []string{"incident"}},
		reports:     table[sitrep.ReportHead]{name: "reports", about: "the reports that tell of the incidents or hold the claims", fields: reportFields(), key: "id"},
		tellings:    table[telling]{name: "tellings", about: "which report tells of which incident", fields: tellingFields(), index: []string{"incident", "report"}},
		claims:      table[Claim]{name: "claims", about: "one row a claim: who says what", fields: claimFields(), key: "report, id", index: []string{"source"}},
		aboutClaims: table[aboutClaim]{name: "claims_about", about: "which claim is about which incident", fields: aboutClaimFields(), index: []string{"incident"}},
	}
}

func actorFields() []rows.Field[actor] {
	return []rows.Field[actor]{
		{Name: "incident", About: ofIncident, Value: func(a *actor) any { return a.incident }},
		{Name: "role", About: "initiator, target, party or mediator", Value: func(a *actor) any { return string(a.Role) }},
		{Name: "name", About: "as reports have it", Value: func(a *actor) any { return a.Name }},
		{Name: "side", About: "the state or group that it belongs to", Value: func(a *actor) any { return rows.OrNil(a.Side) }},
		{Name: "kind", About: "person, people, organisation or thing", Value: func(a *actor) any { return rows.OrNil(string(a.Kind)) }},
		{Name: "confidence", About: "of an initiator: how sure it is that it did it", Value: func(a *actor) any { return rows.OrNil(string(a.Confidence)) }},
		{Name: "according_to", Type: rows.TextsType, About: "of an initiator: who says so; none for the reporters' own voice", Value: func(a *actor) any { return a.AccordingTo }},
		{Name: "denied_by", Type: rows.TextsType, About: "who denies it", Value: func(a *actor) any { return a.DeniedBy }},
	}
}

func tallyFields() []rows.Field[tally] {
	return []rows.Field[tally]{
		{Name: "incident", About: ofIncident, Value: func(t *tally) any { return t.incident }},
		{Name: "line", Type: rows.WholeType, About: "number of the line in the incident", Value: func(t *tally) any { return t.line }},
		{Name: "harm", About: "killed, wounded, casualties, missing, captured or displaced", Value: func(t *tally) any { return string(t.Harm) }},
		{Name: "side", About: "forces of a side, or the state of civilians", Value: func(t *tally) any { return rows.OrNil(t.Side) }},
		{Name: "civilian", Type: rows.TruthType, About: "null where it is not told", Value: func(t *tally) any { return truth(t.Civilian) }},
		{Name: "low", Type: rows.WholeType, About: "the least figure told", Value: func(t *tally) any { return t.Low }},
		{Name: "best", Type: rows.WholeType, About: "the last figure of the best-placed origin", Value: func(t *tally) any { return t.Best }},
		{Name: "high", Type: rows.WholeType, About: "the greatest figure told", Value: func(t *tally) any { return t.High }},
		{Name: "open", Type: rows.TruthType, About: "the greatest is \"at least\" or \"more than\"", Value: func(t *tally) any { return t.Open }},
		{Name: "why", About: "how best was chosen", Value: func(t *tally) any { return rows.OrNil(t.Why) }},
		{Name: "rough", Type: rows.TruthType, About: "nobody tells the best otherwise than roughly: by \"about\", or by a word like \"dozens\"", Value: func(t *tally) any { return rows.Rough(t.Tally) }},
	}
}

func figureFields() []rows.Field[figure] {
	return []rows.Field[figure]{
		{Name: "incident", About: ofIncident, Value: func(f *figure) any { return f.incident }},
		{Name: "line", Type: rows.WholeType, About: "the line of the tally", Value: func(f *figure) any { return f.line }},
		{Name: "counts", Type: rows.TruthType, About: "the line rests on it; else it is set aside", Value: func(f *figure) any { return f.counts }},
		{Name: "count", Type: rows.WholeType, About: "as told", Value: func(f *figure) any { return f.Count }},
		{Name: "count_to", Type: rows.WholeType, About: "the upper end of a range", Value: func(f *figure) any { return rows.OrNil(f.CountTo) }},
		{Name: "qualifier", About: "exact, at-least, about…", Value: func(f *figure) any { return rows.OrNil(string(f.Qualifier)) }},
		{Name: "origin", About: "who gives it", Value: func(f *figure) any { return rows.OrNil(f.Origin) }},
		{Name: "published", Type: rows.MomentType, About: "when it was told", Value: func(f *figure) any { return rows.MomentOrNil(f.Published) }},
		{Name: "quote", About: "the words, at most 300 characters", Value: func(f *figure) any { return rows.OrNil(rows.Quote(f.Quote)) }},
		{Name: "report", About: ofReport, Value: func(f *figure) any { return f.Key.Report }},
		{Name: "why", About: "why it counts, or is set aside", Value: func(f *figure) any { return rows.OrNil(f.Why) }},
	}
}

func originFields() []rows.Field[origin] {
	return []rows.Field[origin]{
		{Name: "incident", About: ofIncident, Value: func(o *origin) any { return o.incident }},
		{Name: "name", About: "of the speaker; of the outlet for a reporter's own voice", Value: func(o *origin) any { return o.Name }},
		{Name: "side", About: "that it is on", Value: func(o *origin) any { return rows.OrNil(o.Side) }},
		{Name: "kind", About: "belligerent, monitor, medical-or-rescue…", Value: func(o *origin) any { return rows.OrNil(string(o.Kind)) }},
		{Name: "reports", Type: rows.TextsType, About: "ids of the reports that carry it", Value: func(o *origin) any { return o.Reports }},
	}
}

func turnFields() []rows.Field[turn] {
	return []rows.Field[turn]{
		{Name: "incident", About: ofIncident, Value: func(t *turn) any { return t.incident }},
		{Name: "what", About: "agreed, declared, in-effect, violation, round, demand…", Value: func(t *turn) any { return t.What }},
		{Name: "from", About: "the first day, or the month or the year", Value: func(t *turn) any { return rows.OrNil(t.When.From.String()) }},
		{Name: "to", About: "the last day, or the month or the year", Value: func(t *turn) any { return rows.OrNil(t.When.To.String()) }},
		{Name: "by", About: "who violated, answered, mediated", Value: func(t *turn) any { return rows.OrNil(t.By) }},
		{Name: "according_to", Type: rows.TextsType, About: "who says so; none for the reporters' own voice", Value: func(t *turn) any { return t.AccordingTo }},
		{Name: "venue", About: "where", Value: func(t *turn) any { return rows.OrNil(t.Venue) }},
		{Name: "quote", About: "the words, at most 300 characters", Value: func(t *turn) any { return rows.OrNil(rows.Quote(t.Quote)) }},
		{Name: "report", About: ofReport, Value: func(t *turn) any { return t.Key.Report }},
	}
}

func answerFields() []rows.Field[answer] {
	return []rows.Field[answer]{
		{Name: "incident", About: ofIncident, Value: func(a *answer) any { return a.incident }},
		{Name: "field", About: "a harm, initiator, when, where or happened", Value: func(a *answer) any { return a.field }},
		{Name: "value", About: "one of the answers", Value: func(a *answer) any { return a.Value }},
		{Name: "origin", About: "who gives it", Value: func(a *answer) any { return rows.OrNil(a.Origin) }},
		{Name: "quote", About: "the words, at most 300 characters", Value: func(a *answer) any { return rows.OrNil(rows.Quote(a.Quote)) }},
		{Name: "report", About: ofReport, Value: func(a *answer) any { return a.Key.Report }},
	}
}

func reportFields() []rows.Field[sitrep.ReportHead] {
	type head = sitrep.ReportHead
	return []rows.Field[head]{
		{Name: "id", About: ofReport, Value: func(h *head) any { return h.ID }},
		{Name: "published", Type: rows.MomentType, About: "with the zone that the page gives", Value: func(h *head) any { return rows.MomentOrNil(h.Published) }},
		{Name: "published_basis", About: "where the time is from", Value: func(h *head) any { return rows.OrNil(string(h.PublishedBasis)) }},
		{Name: "outlet", About: "who published it", Value: func(h *head) any { return rows.OrNil(h.Outlet) }},
		{Name: "title", About: "of the report", Value: func(h *head) any { return rows.OrNil(h.Title) }},
		{Name: "url", About: "its address", Value: func(h *head) any { return rows.OrNil(h.URL) }},
		{Name: "language", About: "ISO 639-1", Value: func(h *head) any { return rows.OrNil(h.Language) }},
		{Name: "sha256", About: "of its text", Value: func(h *head) any { return rows.OrNil(h.SHA256) }},
	}
}

func tellingFields() []rows.Field[telling] {
	return []rows.Field[telling]{
		{Name: "incident", About: ofIncident, Value: func(t *telling) any { return t.incident }},
		{Name: "report", About: ofReport, Value: func(t *telling) any { return t.Report }},
		{Name: "event", About: "id of the event in the report", Value: func(t *telling) any { return t.Event }},
	}
}

func claimFields() []rows.Field[Claim] {
	return []rows.Field[Claim]{
		{Name: "report", About: ofReport, Value: func(c *Claim) any { return c.Report.ID }},
		{Name: "id", About: "id of the claim", Value: func(c *Claim) any { return c.Claim.ID }},
		{Name: "source", About: "who says it", Value: func(c *Claim) any { return c.Claim.Source }},
		{Name: "side", About: "that the source is on", Value: func(c *Claim) any { return rows.OrNil(c.Claim.Side) }},
		{Name: "source_kind", About: "belligerent, monitor, medical-or-rescue…", Value: func(c *Claim) any { return rows.OrNil(string(c.Claim.SourceKind)) }},
		{Name: "via", About: "who relays it", Value: func(c *Claim) any { return rows.OrNil(c.Claim.Via) }},
		{Name: "to", About: "whom a demand is made of", Value: func(c *Claim) any { return rows.OrNil(c.Claim.To) }},
		{Name: "mode", About: "quote, indirect, post or document", Value: func(c *Claim) any { return rows.OrNil(string(c.Claim.Mode)) }},
		{Name: "stance", About: "assert, deny, accuse, demand…", Value: func(c *Claim) any { return rows.OrNil(string(c.Claim.Stance)) }},
		{Name: "quote", About: "the words, at most 300 characters", Value: func(c *Claim) any { return rows.OrNil(rows.Quote(c.Quote)) }},
		{Name: "answers", About: "id of the claim that it answers", Value: func(c *Claim) any { return rows.OrNil(c.Claim.Answers) }},
		{Name: "told_by_one_side_only", About: "the side on whose word alone the incidents rest that it is about", Value: func(c *Claim) any { return rows.OrNil(c.OneSide) }},
	}
}

func aboutClaimFields() []rows.Field[aboutClaim] {
	return []rows.Field[aboutClaim]{
		{Name: "report", About: ofReport, Value: func(a *aboutClaim) any { return a.report }},
		{Name: "claim", About: "id of the claim", Value: func(a *aboutClaim) any { return a.claim }},
		{Name: "incident", About: ofIncident, Value: func(a *aboutClaim) any { return a.incident }},
	}
}

func truth(t sitrep.Truth) any {
	if t == sitrep.NotKnown {
		return nil
	}
	return t == sitrep.True
}
