package sitrep

// EntityKind says what an entity is.
type EntityKind string

// The kinds of entity.
const (
	PersonEntity       EntityKind = "person"       // one, named or not
	PeopleEntity       EntityKind = "people"       // soldiers, villagers
	OrganisationEntity EntityKind = "organisation" // state, army, armed group, body
	ThingEntity        EntityKind = "thing"        // building, vehicle, pipeline
)

// SourceKind says what somebody is who makes a claim.
type SourceKind string

// The kinds of source.
const (
	Belligerent       SourceKind = "belligerent"
	GovernmentSource  SourceKind = "government"
	LocalOfficial     SourceKind = "local-official"
	MedicalOrRescue   SourceKind = "medical-or-rescue"
	MonitorSource     SourceKind = "monitor"
	Witness           SourceKind = "witness"
	ArmedGroupSource  SourceKind = "armed-group"
	OrganisationGroup SourceKind = "organisation"
	MediaSource       SourceKind = "media"
	AnonymousOfficial SourceKind = "anonymous-official"
	UnnamedSource     SourceKind = "unnamed"
)

// Entity is somebody or something that the report speaks of: a person, people, a body, or a thing that was hit.
type Entity struct {
	ID           string
	Name         string // the fullest name in the report, as written
	Kind         EntityKind
	Side         string // as FORMAT.md has it: a state's three-letter code, UN, or an armed group's short name; empty where not known
	Actor        string // its id in the lexicon, empty where the lexicon does not know it
	State        bool   // a state itself, or its capital or government by metonymy
	SourceKind   SourceKind
	Named        bool
	Description  string // what the report says of a named person: "commander of the brigade"
	Organisation string // of a person
	Civilian     Truth
	Mentions     []EntityMention
	Members      []int // indices in Cast.Entities, of a plural ("the two countries")
}

// EntityMention is a noun phrase that names an entity: the tokens Doc.Tokens[First:Last] with their syntactic head.
type EntityMention struct {
	Span
	First, Last, Head int
	Pronoun           bool
}

// Truth is true, false, or not known.
type Truth int8

// The values of Truth.
const (
	NotKnown Truth = iota
	True
	False
)

// Cast is all entities of a report.
type Cast struct {
	Entities []Entity
	heads    map[int]int
}

// NewCast makes a cast whose entities are found by the heads of their mentions.
func NewCast(entities []Entity) *Cast {
	c := &Cast{entities, map[int]int{}}
	for i, e := range entities {
		for _, m := range e.Mentions {
			c.heads[m.Head] = i
		}
	}
	return c
}

// Index is the number of the entity whose mention has its head at a token; -1 where there is none.
func (c *Cast) Index(head int) int {
	if c == nil {
		return -1
	}
	if i, ok := c.heads[head]; ok {
		return i
	}
	return -1
}

// At is the entity whose mention has its head at a token, nil where there is none.
func (c *Cast) At(head int) *Entity {
	if i := c.Index(head); i >= 0 {
		return &c.Entities[i]
	}
	return nil
}

// Mention is the mention with its head at a token.
func (c *Cast) Mention(head int) (EntityMention, bool) {
	if e := c.At(head); e != nil {
		for _, m := range e.Mentions {
			if m.Head == head {
				return m, true
			}
		}
	}
	return EntityMention{}, false
}
