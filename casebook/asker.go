package casebook

import (
	"context"
	"time"

	"sitrep"
	"sitrep/record"
)

// Asker answers questions. Lists never hold more than was asked for; rows come in a fixed order.
type Asker interface {
	Incidents(ctx context.Context, q Query) (Page[sitrep.Incident], error)
	Incident(ctx context.Context, id string) (sitrep.Incident, error) // an alias, or the beginning of an id that is enough to tell, will do
	History(ctx context.Context, id string) ([]IncidentVersion, error)
	AsOf(ctx context.Context, at time.Time, q Query) (Page[sitrep.Incident], error) // what was believed then
	Changes(ctx context.Context, since, until time.Time) ([]IncidentChange, error)
	Verdicts(ctx context.Context, keys []sitrep.EventKey) ([]sitrep.Verdict, error)
	Facets(ctx context.Context, q Query) (Facets, error)
	Reports(ctx context.Context, q Query) (Page[ReportRow], error)
	Report(ctx context.Context, id string, version int) (StoredReport, error) // version 0 for the newest
	Raw(ctx context.Context, id string, version int) ([]byte, error)
	// Private are the private persons of reports, by the reports' ids, for what is shown of an incident; a report without any is left out.
	Private(ctx context.Context, reports []string) (map[string][]PrivateName, error)
	Claims(ctx context.Context, q Query) (Page[ClaimRow], error)
	Tolls(ctx context.Context, q Query) (Page[TollRow], error)
	Actors(ctx context.Context, q Query) (Page[ActorRow], error)
	Sources(ctx context.Context, q Query) (Page[SourceRow], error)
	// Proposals are what a language model proposes of reports, as long as nobody has judged it: of the report that the query names, or the newest.
	Proposals(ctx context.Context, q Query) ([]ProposalRow, error)
	Stats(ctx context.Context) (Stats, error)
}

// IncidentVersion is an incident as it was from At on.
type IncidentVersion struct {
	At       time.Time
	Incident sitrep.Incident
	Gone     bool // from At on there was no such incident
}

// IncidentChange is an incident before and after; Before or After has no ID where there was none.
type IncidentChange struct {
	Before, After sitrep.Incident
	At            time.Time
}

// Facets count the rows of a query by each field, the most frequent first, as if that field were not asked for.
type Facets struct {
	Kinds, Sides, Countries, Places, Actors, Outlets, Grades, Statuses []Count // of places: names, and those of the units they lie in
	Days                                                               []Count // of happenings, in order
	NewOnly, Disputed, HasToll                                         int
}

// Count is a value with its number of rows.
type Count struct {
	Value string
	N     int
}

// StoredReport is a report as it is kept, with the reading that counts.
type StoredReport struct {
	Head     sitrep.ReportHead
	Reading  *sitrep.Reading // its Report has the text
	Reader   record.Reader
	Private  []PrivateName
	Source   string
	Around   []string            // names of persons, bodies and places that it speaks of, as in its tellings
	Versions []sitrep.ReportHead // all of them, the first first
}

// ClaimRow is a claim in its report.
type ClaimRow struct {
	Report    sitrep.ReportHead
	Claim     sitrep.Claim
	Quote     string   // the words of its content
	Incidents []string // ids of those that it is about
	Private   []PrivateName
	Answers   []string // of a demand: ids of the claims of its report that answer it
	ToSide    string   // of a demand: the side of whom it is made of, where it is known
}

// TollRow is a toll in its report.
type TollRow struct {
	Report   sitrep.ReportHead
	Event    sitrep.EventKey
	Incident string
	Toll     sitrep.Toll
	Quote    string
	Source   string // of the claim that it stands in; empty for the reporter
	Private  []PrivateName
}

// ProposalRow is a proposal in its report. It enters no other list.
type ProposalRow struct {
	Report   sitrep.ReportHead
	Proposal sitrep.Proposal
	Quote    string
	Private  []PrivateName
}

// ReportRow is a report with how many incidents it tells of.
type ReportRow struct {
	sitrep.ReportHead
	Incidents int
	OneSide   int // of those: the ones that rest on the word of one side alone
}

// ActorRow is an actor over all reports.
type ActorRow struct {
	Name, Side, ActorID string
	Kind                sitrep.EntityKind
	Roles               map[sitrep.Role]int // incidents by role
	Incidents, Claims   int
	OneSide             int // of the incidents: those that rest on the word of one side alone
	First, Last         sitrep.CivilDate
}

// SourceRow is who makes claims, with counts and what they are out of. There is no score and no order of merit.
type SourceRow struct {
	Name, Side                     string
	Kind                           sitrep.SourceKind
	Claims, Reports, Outlets       int
	OneSide                        int // of the claims: those about what rests on the word of one side alone
	Tolls                          int // figures given
	Updated, Lowered, Contradicted int // of those
	First, Last                    sitrep.CivilDate
}

// Stats are the sizes of a casebook.
type Stats struct {
	Reports, Versions, Events, Claims, Tolls, Incidents, Unplaced, Corrections, Orphans int
	Bytes                                                                               int64
	FirstPublished, LastPublished, LastFiled                                            time.Time
}
