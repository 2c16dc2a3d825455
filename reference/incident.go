package reference

import "sitrep"

// Incident is an event of another dataset.
type Incident struct {
	Line int    `json:"line"` // of the file
	ID   string `json:"id"`   // theirs; that of the line where they have none
	// From and To are its first and last day; Slack is how many days it may lie off, by the dataset's own code.
	From      sitrep.CivilDate `json:"from"`
	To        sitrep.CivilDate `json:"to"`
	Slack     int              `json:"slack"`
	Country   string           `json:"country"` // three letters, empty where the name is of none that is known
	Land      string           `json:"land"`    // the country as they write it
	Place     string           `json:"place"`
	Lat       float64          `json:"lat"`
	Lon       float64          `json:"lon"`
	Located   bool             `json:"located"`
	Km        float64          `json:"km"`                  // how far off the place may be
	Sort      string           `json:"sort"`                // what they say it is
	Kinds     []sitrep.Kind    `json:"kinds"`               // what that can be in our kinds; none for anything
	Sides     []string         `json:"sides"`               // who had a part, as they write it
	Civilians bool             `json:"civilians,omitempty"` // one of the sides is civilians
	Tolls     []Toll           `json:"tolls"`
	Source    string           `json:"source"`
}

// Toll is a figure of another dataset.
type Toll struct {
	Harm      sitrep.Harm `json:"harm"`
	Low       int         `json:"low"`
	Best      int         `json:"best"` // equal to Low where they give no best
	High      int         `json:"high"`
	Civilians bool        `json:"civilians,omitempty"` // counts civilians only
}

// Dataset is a kind of file.
type Dataset string

// The kinds of file.
const (
	UCDP    Dataset = "UCDP GED columns"
	ACLED   Dataset = "ACLED-shaped columns"
	Airwars Dataset = "columns of a casualty recorder"
)

// Violent are the kinds in which people are hurt by force.
var Violent = []sitrep.Kind{sitrep.Battle, sitrep.Shelling, sitrep.Airstrike, sitrep.Bombing, sitrep.Attack, sitrep.Violation, sitrep.Destruction, sitrep.Abduction,
	sitrep.Territory}
