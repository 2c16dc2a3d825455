package place

// settlement are the words for what a place is that stand beside its name: "the village of X", "X province".
var settlement = set("province", "governorate", "oblast", "region", "district", "county", "prefecture", "department", "territory", "krai", "state",
	"town", "village", "city", "hamlet", "suburb", "neighborhood", "neighbourhood", "municipality", "commune", "township", "settlement", "quarter",
	"borough", "sub-district", "subdistrict", "enclave", "camp", "valley", "island", "port", "outpost", "crossing", "countryside", "area", "base", "airport",
	"airbase", "square", "street", "mountain", "mountains", "hills", "raion", "wilaya", "emirate", "kingdom", "peninsula", "district-level")

// units are the words for an area that lies above towns; a name with one beside it means no town.
var units = set("province", "governorate", "oblast", "region", "state", "county", "prefecture", "department", "territory", "krai", "emirate", "wilaya",
	"raion", "district")

// parts are the words for a part of a town.
var parts = set("neighborhood", "neighbourhood", "quarter", "suburb", "district", "square", "street", "area", "borough")

// small are the words for what is never a large town.
var small = set("neighborhood", "neighbourhood", "quarter", "canton", "hamlet", "village", "farm")

// facilities are the last words of names of things that stand in a town and are called by it: "Mosul airport". Streets are not among them, for
// they are called by towns that lie elsewhere.
var facilities = set("airport", "airfield", "airbase", "base", "university", "hospital", "port", "station", "prison", "museum", "zoo", "stadium", "camp",
	"crossing", "dam", "bridge", "cathedral", "mosque", "palace", "market", "parliament", "college", "courthouse", "jail", "seaport", "harbour", "harbor")

// compass gives direction words as compass points.
var compass = map[string]string{
	"north": "n", "northern": "n", "northernmost": "n", "south": "s", "southern": "s", "east": "e", "eastern": "e", "west": "w", "western": "w",
	"northeast": "ne", "northeastern": "ne", "north-east": "ne", "north-eastern": "ne", "northwest": "nw", "northwestern": "nw", "north-west": "nw",
	"north-western": "nw", "southeast": "se", "southeastern": "se", "south-east": "se", "south-eastern": "se", "southwest": "sw",
	"southwestern": "sw", "south-west": "sw", "south-western": "sw", "central": "c",
}

// isArticle tells whether a word is the Arabic article in one of its spellings.
func isArticle(word string) bool {
	switch word {
	case "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "es", "ez", "ul", "Al", "El", "Ad", "An", "Ar", "As", "Ash", "At", "Az", "Es", "Ez":
		return true
	}
	return false
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
