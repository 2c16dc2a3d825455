// Package lexicon holds the lists that people edit: countries with their demonyms, armed groups, organisations, titles, regions and the like.
//
// A list is a tab-separated file of UTF-8 under data: a header, then one entry a line; a field that holds several values separates them by "|";
// a line that begins with "#" is a comment. English gives the lists that are built in, Load reads others of the same form, and Lint says
// everything that is wrong with a set of lists, by file and line.
package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
)

//go:embed data/*.tsv
var data embed.FS

// Lexicon is the lists, each in the order of its file.
type Lexicon struct {
	Countries     []Country
	Groups        []Group
	Organisations []Organisation
	Peoples       []People
	Titles        []Title
	OrgWords      []OrgWord
	Weapons       []Weapon
	Units         []Unit
	GivenNames    []GivenName
	Regions       []Region
	FrameClasses  []FrameClass
	Frames        []Frame
	Cues          []Cue
	Roles         []Role
	Bodies        []Body
	Officials     []Official
	Harms         []HarmWord
	Persons       []PersonWord
	Ordinary      []string // words that are a name too and mostly are not meant as one: "march", "nice", "is"
	SHA256        string   // of the files that were read, in hex
}

// English reads the lists that are built in. They are linted by the tests of this package, so that it cannot fail.
func English() *Lexicon {
	sub, err := fs.Sub(data, "data")
	if err == nil {
		var l *Lexicon
		if l, err = Load(sub); err == nil {
			return l
		}
	}
	panic(err)
}

// Load reads the lists from the top of fsys. All files must be there. The error names every bad row by file and line.
func Load(fsys fs.FS) (*Lexicon, error) {
	l, sum := &Lexicon{}, summed{fsys, sha256.New()}
	var errs []error
	for _, load := range []func(fs.FS) error{
		l.loadCountries, l.loadGroups, l.loadOrganisations, l.loadPeoples, l.loadTitles, l.loadOrgWords,
		l.loadWeapons, l.loadUnits, l.loadGivenNames, l.loadRegions, l.loadOrdinary, l.loadFrames,
		l.loadCues,
		l.loadRoles, l.loadBodies, l.loadOfficials,
		l.loadHarms, l.loadPersons,
	} {
		errs = append(errs, load(sum))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	l.SHA256 = hex.EncodeToString(sum.hash.Sum(nil))
	return l, nil
}

// summed is files whose names and bytes go into a hash as they are read.
type summed struct {
	fs.FS
	hash hash.Hash
}

// ReadFile gives a file.
func (s summed) ReadFile(name string) ([]byte, error) {
	b, err := fs.ReadFile(s.FS, name)
	fmt.Fprintf(s.hash, "%s %d\n%s", name, len(b), b)
	return b, err
}
