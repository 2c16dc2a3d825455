package coref

import "strings"

// wordlist is what the sieves know of words. It is built once and never changes.
type wordlist struct {
	pronouns    map[string]pronoun // by form
	determiners map[string]form    // by form
	sorts       map[string]sort    // by lemma, lower case
	genders     map[string]gender  // of role words and titles, by lemma
	given       map[string]gender  // of given names, lower case
	demonym     map[string]string  // word for a country or its people → the country's key, by which modifiers are compared
	alias       map[string]string  // key of another name → key of the name it goes by
	country     map[string]bool
	kingdom     map[string]bool      // countries with a king, an emir or a queen
	capital     map[string]bool      // capitals of countries
	reporting   map[string]bool      // verbs of saying, by lemma
	weather     map[string]bool      // verbs and adjectives whose "it" refers to nothing
	settlement  map[string]thingType // words for a place by its kind
	pairWord    map[string]bool      // plural nouns that mean two without saying so
	typeWord    map[string]bool      // words for a body of people by its type
	loose       map[string]bool      // modifiers that restrict nothing ("the late president")
	relative    map[string]bool      // relative pronouns
	armed       map[string]bool      // keys of armed groups
	fighter     map[string]bool      // words for the people of an armed group
	titles      map[string]bool      // words before a name that are no part of it
}

// pronoun is what a pronoun asks of what it refers to; person 0 is none.
type pronoun struct {
	person                uint8
	possessive, reflexive bool
	traits                traits
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

func assign[V any](m map[string]V, v V, list string) {
	for _, w := range strings.Fields(list) {
		m[w] = v
	}
}

// cased puts a word in its three letter cases: as given, with a capital, all capitals.
func cased[V any](m map[string]V, v V, list string) {
	for _, w := range strings.Fields(list) {
		m[w], m[strings.ToUpper(w[:1])+w[1:]], m[strings.ToUpper(w)] = v, v, v
	}
}

func pronouns() map[string]pronoun {
	m := map[string]pronoun{}
	he := traits{singular, male, person}
	she := traits{singular, female, person}
	it := traits{singular, anyGender, group | place | thing}
	they := traits{plural, anyGender, anySort}
	one := traits{singular, anyGender, person}
	we := traits{plural, anyGender, person | group | place}
	for _, p := range []struct {
		person                       uint8
		traits                       traits
		plain, possessive, reflexive string
	}{
		{3, he, "he him", "his", "himself"},
		{3, she, "she", "her hers", "herself"},
		{3, it, "it", "its", "itself"},
		{3, they, "they them 'em", "their theirs", "themselves"},
		{1, one, "i me", "my mine", "myself"},
		{1, we, "we us", "our ours", "ourselves"},
	} {
		cased(m, pronoun{p.person, false, false, p.traits}, p.plain)
		cased(m, pronoun{p.person, true, false, p.traits}, p.possessive)
		cased(m, pronoun{p.person, false, true, p.traits}, p.reflexive)
	}
	delete(m, "US") // the country
	return m
}

func determiners() map[string]form {
	m := map[string]form{}
	cased(m, indefinite, "a an some another other several many few most more such what which any")
	cased(m, definite, "the all")
	cased(m, demonstrative, "this that these those")
	cased(m, quantified, "no each every either neither any whatever whichever")
	cased(m, both, "both")
	return m
}

// sorts gives the kinds of thing that common nouns name: closed lists of the roles, bodies and places of news.
func sorts() map[string]sort {
	m := map[string]sort{}
	assign(m, thing, `war conflict attack strike fighting ceasefire truce agreement deal report statement treaty offensive operation battle
		election vote bomb missile rocket drone weapon vehicle tank aircraft plane helicopter ship vessel boat house building road law plan
		proposal resolution draft talk meeting summit crisis situation claim allegation incident explosion blast shelling airstrike raid
		ambush clash casualty violence sanction aid money book article film paper study result problem issue question idea fact time way
		case work project product game music song word name number amount level rate part point reason effect cause change increase system process method data model theory
		computer phone car food water air fire oil gas gun bullet death killing murder injury damage loss cost price`)
	assign(m, moment, `day year month week hour minute moment night morning evening afternoon weekend century decade season today yesterday tomorrow
		tonight monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
		november december percent % image`)
	assign(m, group, `group movement organization organisation army military force navy police government ministry administration regime party
		militia coalition alliance union council committee commission court parliament congress senate assembly cabinet department agency
		bureau office company corporation firm bank university school team club band crew unit brigade battalion division regiment squad
		faction network agency newspaper channel broadcaster station outlet authority junta opposition guard insurgency delegation
		mission side institution institute foundation association federation league community family couple staff audience observatory
		board panel jury majority minority mob crowd gang cartel wing branch leadership presidency embassy church hospital charity watchdog`)
	assign(m, place, `city town village country nation state region province district governorate area territory capital border island camp
		settlement neighbourhood neighborhood county municipality enclave zone peninsula valley mountain river lake sea port airport
		checkpoint crossing site place location base street square coast desert north south east west house street republic kingdom continent`)
	assign(m, group|place, `country nation state republic kingdom neighbor neighbour power city world parliament university school hospital church embassy`)
	assign(m, place|thing, `house building camp site base station`)
	assign(m, person, `president minister premier chancellor king queen prince princess emir sultan leader chief head commander
		general colonel major captain lieutenant sergeant admiral marshal officer soldier fighter militant rebel insurgent gunman terrorist
		jihadist guerrilla spokesman spokeswoman spokesperson envoy ambassador diplomat official secretary senator congressman congresswoman
		governor mayor deputy lawmaker politician candidate judge lawyer attorney prosecutor journalist reporter correspondent editor author
		writer poet artist musician singer actor actress director producer composer painter scientist researcher professor teacher student
		doctor nurse physician engineer analyst expert activist negotiator mediator representative delegate member chairman chairwoman chair
		director-general coordinator founder co-founder owner manager executive employee worker player coach witness resident civilian
		refugee victim survivor detainee prisoner hostage protester demonstrator man woman boy girl child baby person people guy lady
		gentleman father mother son daughter brother sister husband wife parent uncle aunt cousin friend colleague
		partner boss driver pilot farmer trader villager cleric imam priest bishop pope patriarch sheikh rabbi monk troop personnel
		peacekeeper observer monitor suspect attacker bomber killer youth teenager adult citizen migrant user reader speaker
		participant player winner champion critic supporter opponent successor predecessor veteran historian philosopher economist
		mathematician biologist physicist chemist psychologist adviser advisor aide assistant defendant plaintiff petitioner respondent
		customer client patient justice counsel nobleman lord duke count earl baron emperor empress dictator`)
	return m
}

func genders() map[string]gender {
	m := map[string]gender{}
	assign(m, male, `mr mr. sir lord king prince emir sultan sheikh imam pope priest bishop father son brother husband uncle man boy guy gentleman
		spokesman chairman congressman businessman actor nobleman duke count earl baron emperor policeman nephew grandfather grandson monk patriarch`)
	assign(m, female, `mrs mrs. ms ms. miss madam madame lady queen princess mother daughter sister wife aunt woman girl spokeswoman chairwoman
		congresswoman businesswoman actress duchess countess empress policewoman niece grandmother granddaughter nun widow`)
	return m
}

const reportingVerbs = `say tell add state announce declare claim report explain insist warn argue note stress deny confirm reply respond
	ask write tweet post comment remark observe admit acknowledge suggest recall continue conclude assert allege urge vow pledge promise
	complain describe quote think believe predict emphasize emphasise reiterate maintain caution lament exclaim shout joke testify cite call`

const looseWords = `late former current then said aforementioned alleged so-called young old new own entire whole above same`

const weatherWords = `rain snow hail thunder clear unclear likely unlikely possible impossible true important necessary essential hard difficult easy
	obvious evident apparent certain probable vital crucial early late time dark noon midnight seem appear turn take remain matter happen
	good better best worth nice great wrong right unfair fair interesting surprising strange sad cold hot warm`

// sortOf is the kinds of thing that a common noun may name.
func (w *wordlist) sortOf(lemma string) sort {
	if k, ok := w.sorts[lemma]; ok {
		return k
	}
	for _, e := range [...]string{"ist", "man", "woman", "er", "ian"} {
		if len(lemma) > len(e)+3 && strings.HasSuffix(lemma, e) {
			if e == "er" {
				return anySort
			}
			return person
		}
	}
	return anySort
}

const titleWords = `mr mr. mrs mrs. ms ms. dr dr. prof prof. gen gen. general lt lt. col col. maj maj. capt capt. sgt sgt. president minister prime foreign
	defense defence senator sen. rep. gov. governor king queen prince princess sheikh ayatollah imam pope sir lord lady judge justice professor
	ambassador secretary chancellor premier mayor major colonel captain lieutenant sergeant admiral marshal brigadier`

// monarchies are the countries that are called "the kingdom".
func monarchies() map[string]bool {
	m := set("bahrain belgium bhutan cambodia denmark eswatini jordan lesotho morocco netherlands norway spain sweden thailand tonga")
	m["saudi arabia"], m["united kingdom"] = true, true
	return m
}

// newWordlist gathers the closed classes.
func newWordlist() *wordlist {
	w := &wordlist{
		pronouns: pronouns(), determiners: determiners(), sorts: sorts(), genders: genders(),
		given: map[string]gender{}, kingdom: monarchies(), capital: map[string]bool{}, demonym: map[string]string{}, alias: map[string]string{}, country: map[string]bool{},
		reporting: set(reportingVerbs), weather: set(weatherWords), loose: set(looseWords), titles: set(titleWords),
		settlement: map[string]thingType{}, pairWord: set("side party neighbor neighbour rival pair foe enemy"),
		typeWord: set("group movement organization organisation militia faction party company agency newspaper"),
		relative: set("who which that"), armed: map[string]bool{}, fighter: set("militant rebel insurgent fighter gunman jihadist guerrilla extremist islamist"),
	}
	assign(w.settlement, countryType, "country nation state republic")
	w.settlement["kingdom"], w.settlement["capital"] = kingdomType, capitalType
	assign(w.settlement, partType, "city town village")
	assign(w.settlement, regionType, "region province district governorate enclave")
	return w
}
