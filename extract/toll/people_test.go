package toll_test

import (
	"testing"

	"sitrep"
)

// TestWhoWasHarmed holds what a sentence says of people beside those whom it gives as harmed first.
func TestWhoWasHarmed(t *testing.T) {
	tellEach(t, []telling{
		{"a total with a part in between", "A total of 1,200 civilians, 300 of them children, have been killed since May.", "killed 1200, killed 300 part"},
		{"those killed", "Officials said those killed included 11 people of one family.", "killed 11 part"},
		{"wounded who died", "Four of the wounded later died of their injuries.", "killed 4"},
		{"a headline's verb that looks like a noun", "Shelling kills 4, wounds 12", "killed 4, wounded 12"},
		{"among so many", "2 medics among 31 dead in a raid on a camp.", "killed 2 part, killed 31"},
		{"a plus", "35+ dead and 70+ wounded after a strike on the market.", "killed 35 at-least, wounded 70 at-least"},
		{"wiped out", "Government jets wiped out 30 rebels.", "killed 30"},
		{"mowed down", "A driver mowed down two guards.", "killed 2"},
		{"engineers seized", "Gunmen seized five engineers.", "captured 5"},
		{"tanks seized", "Troops seized 12 tanks and 40 rifles.", ""},
		{"with his guards", "The commander was killed with 10 of his guards.", "killed 1, killed 10"},
		{"taken before they were freed", "Three pilgrims were released in Ardun after they were taken hostage by gunmen.", "captured 3"},
		{"taken before they were shot", "At least two rebels were executed by soldiers after being taken prisoner.", "killed 2 at-least, captured 2 at-least"},
		{"they are others", "Three pilgrims were released after the gunmen were killed.", ""},
		{"two parts", "Nine villagers were killed, among them two women and a child.", "killed 9, killed 2 part, killed 1 part"},
		{"names of those counted", "Two brothers, 23-year-old Adem Kol and 25-year-old Sani Kol, were killed in the strike.", "killed 2"},
		{"a mother of four", "A mother of four was shot dead.", "killed 1"},
		{"all but one", "All but one of the 14 rebels were killed.", ""},
		{"a speaker after a list without commas", "The strike has killed at least 84 civilians including children the monitor and a civil defence official said.", "killed 84 at-least"},
		{"a wife in a row", "The strike killed the commander, his wife and three of their children.", "killed 1, killed 1, killed 3"},
		{"what else is included", "The strikes killed 13 people when jets hit several districts including al-Bassa.", "killed 13"},
	})
}

func TestWhoLeavesOutWhatLeadsToThePeople(t *testing.T) {
	for text, want := range map[string]string{
		"Ten guards were killed along with eight rebels including the bomber.": "the bomber",
		"Nine people were killed, among them a judge.":                         "a judge",
		"The clashes left 12 people dead, 4 of them children.":                 "children",
	} {
		s := read(t, text)
		if len(s.Tolls) == 0 || s.Tolls[len(s.Tolls)-1].Who != want {
			t.Errorf("%s: %+v", text, s.Tolls)
		}
	}
}

func TestWordsOfTwoHarmsTellBoth(t *testing.T) {
	s := read(t, "The brigade was shattered and 200 of its men were killed or wounded.")
	if len(s.Tolls) != 1 || s.In(s.Tolls[0].Words) != "200 of its men were killed or wounded" {
		t.Errorf("%s: %q", told(s.Tolls), s.In(s.Tolls[0].Words))
	}
}

// TestFigureSinceAWar: what is counted from the start of a war is the war's, not of the day that brings the news.
func TestFigureSinceAWar(t *testing.T) {
	const text = "The latest deaths bring the number of fatalities since the 2003 invasion to 2,944."
	s := read(t, text, mentionOf(t, text, "deaths", sitrep.Bombing), mentionOf(t, text, "invasion", sitrep.War))
	if len(s.Mentions[0].Tolls) != 0 || len(s.Mentions[1].Tolls) != 1 {
		t.Errorf("bombing %v, war %v of %s", s.Mentions[0].Tolls, s.Mentions[1].Tolls, told(s.Tolls))
	}
}

func TestFigureOfAWarInItsClause(t *testing.T) {
	const text = "The revolt grew into a civil war that has uprooted millions of people."
	if got := read(t, text, mentionOf(t, text, "uprooted", sitrep.Displacement)).Mentions[0].Kind; got != sitrep.War {
		t.Errorf("read as %s", got)
	}
}
