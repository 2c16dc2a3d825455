package standoff

// Given is a document as it was given out, and as somebody gave it back.
type Given struct {
	Name         string // of its file or task
	Base, Edited *Document
	Left         []string // what of it is not understood, a line each
}

// LeftOut is what tools are not given that people annotate texts with.
var LeftOut = []string{"These files hold the whole texts of the reports: mind whose they are before you pass them on.",
	"Who has a part in an event, and where it was, is marked only where the text names it. Tallies, grades and what joins reports are not in single reports."}
