package lexicon

import (
	"io/fs"
	"strings"
)

// Role is a common noun for somebody or something that acts, speaks or is hit, in lower case and singular where it has one: "soldier", "prime
// minister", "residents' committee", "convoy".
type Role struct {
	Word       string
	Kind       RoleKind
	Allegiance Allegiance
	Civilian   string // yes, no or -
	Source     string // what it is as the maker of a claim, in the words of the record's source_kind; empty for what does not speak
}

// RoleKind says what a role word names.
type RoleKind string

// The kinds of role word.
const (
	PersonRole       RoleKind = "person" // people in the plural
	PeopleRole       RoleKind = "people" // people always: "troops", "crowd"
	OrganisationRole RoleKind = "organisation"
	ThingRole        RoleKind = "thing"
)

// Allegiance says whose side a role word's bearers are on.
type Allegiance string

// The allegiances.
const (
	OfBody   Allegiance = "body"   // the state's or the body's that they serve: "the Turkish soldiers", "a police spokesman"
	OfArmed  Allegiance = "armed"  // an armed group's; a nationality says where they are from, not whose they are: "Syrian rebels"
	OfPeople Allegiance = "people" // their people's: "Syrian villagers"
	OfNobody Allegiance = "none"
)

// sourceKinds are the kinds of source that the record knows.
var sourceKinds = strings.Fields("belligerent government local-official medical-or-rescue monitor witness armed-group organisation media anonymous-official unnamed")

func (l *Lexicon) loadRoles(fsys fs.FS) (err error) {
	l.Roles, err = load(fsys, "roles.tsv", "word kind allegiance civilian source", parseRole)
	return err
}

func parseRole(r row) (role Role, err error) {
	role.Word = r.fields[0]
	kind, err := r.oneOf(1, "person", "people", "organisation", "thing")
	if err != nil {
		return role, err
	}
	allegiance, err := r.oneOf(2, "body", "armed", "people", "none")
	if err != nil {
		return role, err
	}
	role.Kind, role.Allegiance = RoleKind(kind), Allegiance(allegiance)
	if role.Civilian, err = r.oneOf(3, "yes", "no", "-"); err != nil {
		return role, err
	}
	role.Source, err = r.source(4)
	return role, err
}

// source is a field that holds a kind of source or nothing.
func (r row) source(column int) (string, error) {
	if r.fields[column] == "" {
		return "", nil
	}
	return r.oneOf(column, sourceKinds...)
}
