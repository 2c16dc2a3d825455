package reconcile

import (
	"net/url"
	"slices"
	"strings"

	"sitrep"
)

// speaker is a first speaker as one report names it.
type speaker struct {
	key   string // what makes two of them one origin
	name  string
	side  string
	kind  sitrep.SourceKind
	voice bool // the reporter's own
}

// speakerOf is who stands behind a claim. Who relays it is no origin.
func speakerOf(claim *sitrep.Claim) speaker {
	c, name := *claim, nameKey(claim.Source)
	if c.SourceKind == sitrep.ArmedGroupSource && sourceKind("", name) == sitrep.MonitorSource {
		c.SourceKind, c.Side, c.Actor = sitrep.MonitorSource, "", "" // "the activist group the Observatory", of which the reader took the group for the one told of before
	}
	s := speaker{name: c.Source, side: c.Side, kind: sourceKind(c.SourceKind, name)}
	office, isOffice := officeOf(name)
	switch {
	case isOffice && c.Side != "" && (s.kind == sitrep.Belligerent || s.kind == sitrep.GovernmentSource || s.kind == sitrep.AnonymousOfficial || s.kind == ""):
		s.key = "side/" + c.Side + "/" + office
	case s.kind == sitrep.ArmedGroupSource && c.Side != "", c.Actor == c.Side && c.Side != "" && !state(c.Side):
		s.key = "side/" + c.Side
	case c.Actor == c.Side && c.Side != "":
		s.key = "side/" + c.Side + "/government" // who speaks for a state that is named as the speaker
	case s.kind == sitrep.Witness:
		s.key = "witnesses"
	case name == "" || s.kind == sitrep.UnnamedSource && !capital(c.Source):
		s.key = "unnamed"
	case s.kind == sitrep.GovernmentSource && c.Side != "":
		s.key = "side/" + c.Side + "/government"
	case s.kind == sitrep.Belligerent && c.Side != "":
		s.key = "side/" + c.Side + "/military"
	case c.Actor != "":
		s.key = "actor/" + c.Actor
	case !capital(c.Source) && s.kind != "":
		s.key = "some/" + string(s.kind) + "/" + c.Side
	default:
		s.key = "name/" + name
	}
	return s
}

// sourceWords tell what a speaker is whom the lexicon does not know.
var sourceWords = []struct {
	kind  sitrep.SourceKind
	words []string
}{
	{sitrep.MonitorSource, []string{"observatory", "monitor", "monitors", "monitoring", "watchdog", "rights group"}},
	{sitrep.MedicalOrRescue, []string{"hospital", "hospitals", "medic", "medics", "medical", "doctor", "doctors", "rescue", "rescuers", "ambulance", "morgue",
		"civil defence", "civil defense", "paramedic", "paramedics", "red cross", "red crescent"}},
	{sitrep.LocalOfficial, []string{"police", "mayor", "governor", "municipality"}},
	{sitrep.Witness, []string{"witness", "witnesses", "resident", "residents", "eyewitness", "eyewitnesses", "villagers"}},
}

// sourceKind is what a speaker is: by the reading, else by the words for him.
func sourceKind(k sitrep.SourceKind, name string) sitrep.SourceKind {
	if k != "" && k != sitrep.UnnamedSource && k != sitrep.OrganisationGroup {
		return k
	}
	for _, s := range sourceWords {
		for _, w := range s.words {
			if strings.Contains(" "+name+" ", " "+w+" ") {
				return s.kind
			}
		}
	}
	return k
}

func capital(name string) bool {
	return strings.ContainsFunc(strings.TrimPrefix(name, "The "), func(r rune) bool { return r >= 'A' && r <= 'Z' })
}

// offices are words for the bodies that speak for a state, and what they are called here. A ministry of defence, the army that it runs and their spokesmen
// speak with one voice; a foreign ministry, a president and a cabinet with another.
var offices = []struct {
	office string
	words  []string
}{
	{"health", []string{"health", "hospital", "ambulance", "rescue", "emergency"}},
	{"police", []string{"police", "interior", "gendarmerie"}},
	{"military", []string{"defence", "defense", "military", "army", "forces", "navy", "air force", "general staff", "troops", "soldiers", "commander"}},
	{"government", []string{"government", "foreign", "president", "presidency", "prime minister", "cabinet", "kremlin", "white house", "state department", "officials", "official", "minister"}},
}

func officeOf(name string) (string, bool) {
	for _, o := range offices {
		for _, w := range o.words {
			if strings.Contains(" "+name+" ", " "+w+" ") {
				return o.office, true
			}
		}
	}
	return "", false
}

// voiceOf is the reporter of an outlet.
func voiceOf(h *sitrep.ReportHead) speaker {
	name := h.Outlet
	if name == "" {
		if u, err := url.Parse(h.URL); err == nil {
			name = strings.TrimPrefix(u.Host, "www.")
		}
	}
	key := "name/" + nameKey(name)
	if name == "" {
		key = "report/" + h.ID
		name = "report " + h.ID
		if h.Title != "" {
			name = "the report “" + h.Title + "”"
		}
	}
	return speaker{key: key, name: name, kind: sitrep.MediaSource, voice: true}
}

// tellers are the stances of those who say that something is so.
func tells(s sitrep.Stance) bool { return s == sitrep.Assert || s == sitrep.Accuse || s == "" }

// speakersOf are those on whose word an event is told, in the order of the report: who makes the claims that it stands in, else the reporter.
func speakersOf(t *sitrep.Telling) []speaker {
	var out []speaker
	for i := range t.Claims {
		c := &t.Claims[i]
		if tells(c.Stance) && rests(t, c) {
			out = addSpeaker(out, speakerOf(c))
		}
	}
	if len(out) == 0 {
		out = append(out, voiceOf(&t.Report))
	}
	return out
}

func addSpeaker(all []speaker, s speaker) []speaker {
	if slices.ContainsFunc(all, func(o speaker) bool { return o.key == s.key }) {
		return all
	}
	return append(all, s)
}

// rests tells whether an event, one of its tolls or one of its doers stands in a claim.
func rests(t *sitrep.Telling, c *sitrep.Claim) bool {
	if slices.Contains(t.Event.AccordingTo, c.ID) {
		return true
	}
	for i := range t.Event.Tolls {
		if t.Event.Tolls[i].Claim == c.ID {
			return true
		}
	}
	for i := range t.Event.Actors {
		if slices.Contains(t.Event.Actors[i].AccordingTo, c.ID) {
			return true
		}
	}
	for _, m := range t.Event.Mentions {
		for _, part := range c.Content {
			if m.Overlaps(part) {
				return true
			}
		}
	}
	return false
}

// claim is a claim of a telling by its id, nil where there is none.
func claim(t *sitrep.Telling, id string) *sitrep.Claim {
	for i := range t.Claims {
		if t.Claims[i].ID == id && id != "" {
			return &t.Claims[i]
		}
	}
	return nil
}

// tollSpeaker is who gives a toll.
func tollSpeaker(t *sitrep.Telling, x *sitrep.Toll) speaker {
	if c := claim(t, x.Claim); c != nil {
		return speakerOf(c)
	}
	return voiceOf(&t.Report)
}
