package main

import (
	"strings"

	"sitrep/lexicon"
)

// spellings are the ways in which English texts write a place's name: as it is, without marks and apostrophes, and with hyphens after the Arabic article and
// around the Persian i or e, which GeoNames mostly leaves out ("Al Bab", "Mazar-i Sharif").
func spellings(name, country string) []string {
	words := lexicon.Words(name)
	forms := []string{words, plain(words)}
	if arabic[country] {
		forms = append(forms, hyphenate(plain(words), articles, false))
	}
	if persian[country] {
		forms = append(forms, hyphenate(plain(words), links, true))
	}
	for _, f := range forms {
		forms = append(forms, strings.ReplaceAll(f, "'", ""))
	}
	return forms
}

// arabic and persian are countries where many names have these words.
var (
	arabic = set("DZA", "BHR", "TCD", "COM", "DJI", "EGY", "ERI", "IRQ", "ISR", "JOR", "KWT", "LBN", "LBY", "MRT", "MAR", "OMN", "PSE", "QAT", "SAU",
		"SOM", "SSD", "SDN", "SYR", "TUN", "ARE", "ESH", "YEM")
	persian  = set("AFG", "IRN", "PAK", "TJK")
	articles = set("al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ed", "er", "es", "esh", "et", "ez", "en", "ech")
	links    = set("i", "e", "ye")
)

func set(words ...string) map[string]bool {
	s := make(map[string]bool, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}

// hyphenate puts a hyphen after each of certain words that another word follows, and before it too where it links two.
func hyphenate(words string, certain map[string]bool, links bool) string {
	fields := strings.Fields(words)
	var out []string
	for i, w := range fields {
		last := i == len(fields)-1
		if !certain[w] || last || links && i == 0 {
			out = append(out, w)
			continue
		}
		if links && fields[i-1] != "-" {
			out = append(out, "-")
		}
		out = append(out, w)
		if fields[i+1] != "-" {
			out = append(out, "-")
		}
	}
	return strings.Join(out, " ")
}
