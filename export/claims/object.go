package claims

import (
	"sitrep/casebook"
	"sitrep/export/rows"
)

// Object is a claim as JSON has it. What is not told is null.
type Object struct {
	ID           string   `json:"id" doc:"The claim's own id."`
	Report       string   `json:"report" doc:"Id of the report that tells it."`
	Published    *string  `json:"published" doc:"When the report appeared, with its zone."`
	Outlet       *string  `json:"outlet" doc:"Who published the report."`
	Title        *string  `json:"title" doc:"The report's title."`
	URL          *string  `json:"url" doc:"The report's address."`
	Source       string   `json:"source" doc:"Who says it, by the fullest name in the report."`
	Side         *string  `json:"side" doc:"Whom the source speaks for: a state's three letters, UN, an armed group's short name."`
	SourceKind   *string  `json:"source_kind" doc:"What the source is: belligerent, government, monitor, witness…"`
	Via          *string  `json:"via" doc:"Who relays it."`
	To           *string  `json:"to" doc:"Of a demand: whom it is made of."`
	Mode         string   `json:"mode" doc:"quote, indirect, post or document."`
	Stance       string   `json:"stance" doc:"What saying it does: assert, deny, accuse, demand…"`
	Quote        string   `json:"quote" doc:"The words, without the 'X said'."`
	Incidents    []string `json:"incidents" doc:"Ids of the incidents that it is about."`
	AnswersClaim *string  `json:"answers_claim" doc:"Id of the claim that it answers."`
	AnsweredBy   []string `json:"answered_by" doc:"Of a demand: ids of the claims that answer it."`
}

// ObjectOf is a claim as JSON has it.
func ObjectOf(r *casebook.ClaimRow) Object {
	return Object{ID: r.Claim.ID, Report: r.Report.ID, Published: rows.MomentOrNull(r.Report.Published), Outlet: rows.OrNull(r.Report.Outlet), Title: rows.OrNull(r.Report.Title),
		URL: rows.OrNull(r.Report.URL), Source: r.Claim.Source, Side: rows.OrNull(r.Claim.Side), SourceKind: rows.OrNull(string(r.Claim.SourceKind)), Via: rows.OrNull(r.Claim.Via),
		To: rows.OrNull(r.Claim.To), Mode: string(r.Claim.Mode), Stance: string(r.Claim.Stance), Quote: r.Quote, Incidents: rows.ListOrEmpty(r.Incidents),
		AnswersClaim: rows.OrNull(r.Claim.Answers), AnsweredBy: rows.ListOrEmpty(r.Answers)}
}
