// Package licence knows under which licence each module stands that is linked into the program: NOTICE says it, and the module's own files have to bear it out.
package licence

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// StandardLibrary is what NOTICE calls the part of the program that comes with Go.
const StandardLibrary = "std"

// module is a line of NOTICE on a module: its path, and an SPDX expression.
var module = regexp.MustCompile(`(?m)^  ([a-z]\S*)  +([A-Za-z0-9.-]+(?: AND [A-Za-z0-9.-]+)*)$`)

// Noticed are the modules that NOTICE names, each with the SPDX expression of its licences.
func Noticed(notice string) map[string]string {
	all := map[string]string{}
	for _, m := range module.FindAllStringSubmatch(strings.ReplaceAll(notice, "\r\n", "\n"), -1) {
		all[m[1]] = m[2]
	}
	return all
}

// marks are words that every text of a licence has, in one line.
var marks = map[string]string{
	"MIT":          "permission is hereby granted, free of charge",
	"Apache-2.0":   "apache license",
	"BSD-2-Clause": "redistributions of source code must retain the above copyright",
	"BSD-3-Clause": "either the name",
	"blessing":     "has been dedicated to the public domain",
}

// Check compares the licences that NOTICE names with the texts that the module has: each must be among them.
func Check(expression string, texts []Text) error {
	whole := ""
	for _, t := range texts {
		whole += " " + strings.ToLower(strings.Join(strings.Fields(t.Words), " "))
	}
	for _, id := range strings.Split(expression, " AND ") {
		mark, known := marks[id]
		if !known {
			return fmt.Errorf("licence %s: none that this program knows (%s)", id, strings.Join(slices.Sorted(maps.Keys(marks)), ", "))
		}
		if !strings.Contains(whole, mark) {
			return fmt.Errorf("licence %s: no file of the module has its words", id)
		}
	}
	return nil
}

// Text is a file about rights.
type Text struct{ Name, Words string }

// about tells names of files about rights.
var about = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)`)

// Texts are the files about rights in the folder of a module, in the order of their names.
func Texts(dir string) ([]Text, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []Text
	for _, f := range files {
		if f.IsDir() || !about.MatchString(f.Name()) {
			continue
		}
		words, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(string(words)) != "" {
			all = append(all, Text{f.Name(), string(words)})
		}
	}
	return all, nil
}
