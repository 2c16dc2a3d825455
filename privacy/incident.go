package privacy

import (
	"slices"
	"strings"

	"sitrep"
	"sitrep/casebook"
)

// veil takes names out of texts, each list of texts by the names of all reports that an incident rests on: who is private in one is so in the others.
type veil struct{ *forms }

// privateOf are the private persons of some reports, in the order of the reports.
func privateOf(reports []string, private map[string][]casebook.PrivateName) []casebook.PrivateName {
	var v []casebook.PrivateName
	for _, id := range reports {
		v = append(v, private[id]...)
	}
	return v
}

func veilOf(names []casebook.PrivateName) veil { return veil{formsOf(names)} }

func (v veil) text(s string) string { return v.veil(s) }

func (v veil) texts(list []string) []string {
	return each(list, func(s *string) { *s = v.text(*s) })
}

// each changes a copy of a list; nil stays nil.
func each[T any](list []T, change func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		change(&list[i])
	}
	return list
}

// VeilIncident is an incident as it may be shown, given the private persons of its reports by the reports' ids. The spans are still those of the texts.
func VeilIncident(i sitrep.Incident, private map[string][]casebook.PrivateName) sitrep.Incident {
	if names := privateOf(casebook.ReportsOf(&i), private); len(names) > 0 {
		return veilOf(names).incident(i)
	}
	return i
}

// VeilIncidentBy is an incident as it may be shown, given the private persons of reports that are not its own alone.
func VeilIncidentBy(i sitrep.Incident, reports []string, private map[string][]casebook.PrivateName) sitrep.Incident {
	return veilOf(privateOf(reports, private)).incident(i)
}

// title is the title of an incident. The place in it is a place on the map, though somebody in a report may be called like it.
func (v veil) title(i *sitrep.Incident) string {
	before, after, ok := strings.Cut(i.Title, ", "+i.Place.Name)
	if !ok || i.Place.Name == "" || !i.Place.Located {
		return v.text(i.Title)
	}
	return v.text(before) + ", " + i.Place.Name + v.text(after)
}

func (v veil) incident(i sitrep.Incident) sitrep.Incident {
	i.Title = v.title(&i)
	i.Actors = each(i.Actors, func(a *sitrep.IncidentActor) {
		a.Name, a.AccordingTo, a.DeniedBy = v.text(a.Name), v.texts(a.AccordingTo), v.texts(a.DeniedBy)
	})
	i.Tally = each(i.Tally, func(t *sitrep.Tally) {
		t.RestsOn, t.SetAside, t.Why = each(t.RestsOn, v.toll), each(t.SetAside, v.toll), v.text(t.Why)
	})
	i.Origins = each(i.Origins, func(o *sitrep.Origin) { o.Name = v.text(o.Name) })
	i.Contradictions = each(i.Contradictions, func(c *sitrep.Contradiction) {
		c.Entries = each(c.Entries, func(e *sitrep.ContradictionEntry) {
			e.Value, e.Origin, e.Quote = v.text(e.Value), v.text(e.Origin), v.text(e.Quote)
		})
	})
	i.Course = each(i.Course, func(t *sitrep.Turn) {
		t.By, t.AccordingTo, t.Quote = v.text(t.By), v.texts(t.AccordingTo), v.text(t.Quote)
	})
	i.GradedBy.Reason = v.text(i.GradedBy.Reason)
	return i
}

func (v veil) toll(t *sitrep.TallyToll) {
	t.Origin, t.Quote, t.Why = v.text(t.Origin), v.text(t.Quote), v.text(t.Why)
}

func (v veil) head(h *sitrep.ReportHead) { h.Title = v.text(h.Title) }

// VeilReport is the head of a report as it may be shown. An address that holds a name is not changed: it would no longer lead anywhere.
func VeilReport(h sitrep.ReportHead, names []casebook.PrivateName) sitrep.ReportHead {
	veilOf(names).head(&h)
	return h
}

// ClaimVeil shows claims of the same names as they may be shown: to look names up in many texts is made ready once.
type ClaimVeil struct {
	veil  veil
	names []casebook.PrivateName
}

// NewClaimVeil makes a veil for names.
func NewClaimVeil(names []casebook.PrivateName) ClaimVeil { return ClaimVeil{veilOf(names), names} }

// Claim is a claim as it may be shown. It has the names of the veil.
func (v ClaimVeil) Claim(r casebook.ClaimRow) casebook.ClaimRow {
	r.Private = v.names
	v.veil.claim(&r)
	return r
}

// VeilClaim is a claim as it may be shown.
func VeilClaim(r casebook.ClaimRow) casebook.ClaimRow {
	veilOf(r.Private).claim(&r)
	return r
}

func (v veil) claim(r *casebook.ClaimRow) {
	v.head(&r.Report)
	r.Claim.Source, r.Claim.Via, r.Claim.To, r.Quote = v.text(r.Claim.Source), v.text(r.Claim.Via), v.text(r.Claim.To), v.text(r.Quote)
}

// VeilToll is a toll as it may be shown.
func VeilToll(r casebook.TollRow) casebook.TollRow {
	v := veilOf(r.Private)
	v.head(&r.Report)
	r.Toll.Who, r.Quote, r.Source = v.text(r.Toll.Who), v.text(r.Quote), v.text(r.Source)
	return r
}

// VeilDossier is a dossier as it may be shown.
func VeilDossier(d casebook.Dossier) casebook.Dossier {
	names := privateOf(casebook.ReportsOf(&d.Incident), d.Private)
	for i := range d.Claims {
		names = append(names, d.Claims[i].Private...)
	}
	if len(names) == 0 {
		return d
	}
	v := veilOf(names)
	d.Incident = v.incident(d.Incident)
	d.Reports = each(d.Reports, v.head)
	d.Claims = each(d.Claims, v.claim)
	d.Verdicts = each(d.Verdicts, func(x *sitrep.Verdict) { x.Reasons = v.texts(x.Reasons) })
	d.History = each(d.History, func(h *casebook.IncidentVersion) { h.Incident = v.incident(h.Incident) })
	d.PartOf, d.Follows = v.kin(d.PartOf), v.kin(d.Follows)
	d.Parts = each(d.Parts, func(i *sitrep.Incident) { *i = v.incident(*i) })
	return d
}

func (v veil) kin(i *sitrep.Incident) *sitrep.Incident {
	if i == nil {
		return nil
	}
	veiled := v.incident(*i)
	return &veiled
}
