package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"sitrep"
)

// peaceful are reports without a conflict that use its words.
var peaceful = []struct {
	name, text string
	fault      bool
}{
	{"attack of a team", "The home side won by three goals to one on Saturday. Their attack was too strong from the first minute, and the visitors' defence collapsed after the break.\n\n" +
		"The captain fired the ball past the keeper in the tenth minute. \"We knew that they would attack us,\" the coach said. Two players were wounded in pride only, he joked.", false},
	{"battle for the title", "The two teams meet on Sunday in a battle for the title. The champions have not lost at home since March.\n\nTheir young striker has been on target in every match. The trainer said that it would be a war of nerves.", false},
	{"war of prices", "Two supermarket chains opened a new front in their price war on Monday and cut the price of milk by a tenth. Smaller shops called the move an attack on them.\n\n" +
		"Analysts expect the battle for customers to go on until the summer. Shares of both companies fell.", false},
	{"heart attack", "The painter died of a heart attack in his sleep on Tuesday, his family said. He was 81.\n\nHe had suffered a first attack in 2015. His pictures of the harbour hang in many museums.", fault},
	{"election", "Voters in the northern province chose a new parliament on Sunday. The governing party lost its majority, the election commission said.\n\n" +
		"The opposition fought a hard campaign and captured eleven seats in the capital. Its leader said that she would form a government within a month.", false},
	{"prices bombed", "The film bombed at the box office, with fewer than a thousand tickets sold in its first week. Critics had savaged it.\n\nThe studio said that it would retreat from comedies for a while.", false},
	{"an accident", "Four people were killed and nine injured on Monday when a bus left a mountain road in the rain and rolled into a valley, the traffic police said.\n\nThe driver was among the dead. The road was closed for six hours.", fault},
	{"a storm", "A storm struck the coast on Sunday night and destroyed some forty houses. Two fishermen are missing.\n\nThousands of families fled to schools and sports halls before the wind reached its height, the weather service said.", false},
	{"an explosion of costs", "The costs of the new railway station have exploded to twice the first plan, the auditors said on Thursday. The council is under fire.\n\nThe mayor defended the project and said that she would not surrender to its critics.", false},
	{"a strike of the post", "Postal workers went back to work on Friday after the union and the company agreed on higher wages.\n\nThe company had offered a rise of three per cent. The union's members will vote on the deal next week.", false},
	{"chess", "The champion attacked with both rooks and captured a bishop on the thirtieth move. His opponent resigned two moves later.\n\nThe last game of the match is on Friday.", false},
	{"a cold front", "The army of ants marched through the kitchen, and the children declared war on them with brooms. A truce was out of the question, their grandmother laughed.\n\nShe has written three books about the house.", fault},
}

var violent = map[sitrep.Kind]bool{sitrep.Battle: true, sitrep.Shelling: true, sitrep.Airstrike: true, sitrep.Bombing: true, sitrep.Attack: true, sitrep.War: true,
	sitrep.Violation: true, sitrep.Destruction: true, sitrep.Coup: true}

func TestNobodyArmedAgreesOnATruce(t *testing.T) {
	text := "The two singers called a truce on Monday. Their fans had fought a war of words for years, and the album sold well."
	for _, e := range read(t, published, text).Events {
		t.Errorf("%s in %q", e.Kind, text)
	}
}

func TestReportsWithoutConflictHoldNoViolence(t *testing.T) {
	for _, p := range peaceful {
		t.Run(p.name, func(t *testing.T) { expect(t, p.fault, violence(read(t, published, p.text)), p.text) })
	}
	t.Run("the example of a truce between shops", func(t *testing.T) {
		for _, e := range read(t, published, string(examples(t)["price-truce.txt"])).Events {
			t.Errorf("%s", e.Kind)
		}
	})
}

// violence is the words of violent events.
func violence(r *sitrep.Reading) string {
	var all []string
	for i := range r.Events {
		if e := &r.Events[i]; violent[e.Kind] {
			all = append(all, fmt.Sprintf("%s %q", e.Kind, words(r, i)))
		}
	}
	return strings.Join(all, ", ")
}
