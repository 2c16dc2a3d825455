// Package sbom writes a bill of materials of the program in CycloneDX 1.6: the modules that are linked into it, as the program itself tells them, and the data that is built in.
package sbom

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
	"slices"
	"strings"

	cdx "github.com/CycloneDX/cyclonedx-go"

	"sitrep/packaging/licence"
)

// Program is a program that has been built.
type Program struct {
	Version, Commit, Date string // Date is RFC 3339
	System, Arch          string
	SHA256                string // of its file
	Info                  *debug.BuildInfo
}

// Write writes the bill. Licences of modules come from NOTICE; data is looked up in the repository.
func Write(w io.Writer, p Program, repository fs.FS) error {
	bom, err := billOf(p, repository)
	if err != nil {
		return fmt.Errorf("bill of materials of %s/%s: %w", p.System, p.Arch, err)
	}
	return cdx.NewBOMEncoder(w, cdx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false).EncodeVersion(bom, cdx.SpecVersion1_6)
}

func billOf(p Program, repository fs.FS) (*cdx.BOM, error) {
	notice, err := fs.ReadFile(repository, "NOTICE")
	if err != nil {
		return nil, err
	}
	modules, err := modulesOf(p.Info, licence.Noticed(string(notice)))
	if err != nil {
		return nil, err
	}
	made, err := dataIn(repository, p.Version)
	if err != nil {
		return nil, err
	}
	root := program(p)
	all := append(modules, made...)
	bom := cdx.NewBOM()
	bom.SerialNumber = serial(p.SHA256)
	bom.Metadata = &cdx.Metadata{Timestamp: p.Date, Component: &root}
	bom.Components = &all
	bom.Dependencies = dependencies(root, all)
	return bom, nil
}

func program(p Program) cdx.Component {
	return cdx.Component{BOMRef: "sitrep", Type: cdx.ComponentTypeApplication, Name: "sitrep", Version: p.Version, Licenses: expression("Apache-2.0"),
		Hashes: sha(p.SHA256), PackageURL: fmt.Sprintf("pkg:generic/sitrep@%s?arch=%s&os=%s", p.Version, p.Arch, p.System),
		Properties: &[]cdx.Property{{Name: "sitrep:commit", Value: p.Commit}, {Name: "sitrep:go", Value: p.Info.GoVersion}}}
}

// modulesOf are the modules that are linked. One that NOTICE does not name is an error.
func modulesOf(info *debug.BuildInfo, licences map[string]string) ([]cdx.Component, error) {
	all := []cdx.Component{library("std", strings.TrimPrefix(info.GoVersion, "go"), licences[licence.StandardLibrary])}
	for _, m := range info.Deps {
		if m.Replace != nil {
			continue // a folder of the repository in its place: part of the program
		}
		if licences[m.Path] == "" {
			return nil, fmt.Errorf("module %s: NOTICE does not name it; add it with its licence", m.Path)
		}
		c := library(m.Path, m.Version, licences[m.Path])
		if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.Sum, "h1:")); err == nil && len(sum) == sha256.Size {
			c.Hashes = sha(hex.EncodeToString(sum))
		}
		all = append(all, c)
	}
	slices.SortFunc(all[1:], func(a, b cdx.Component) int { return cmp.Compare(a.Name, b.Name) })
	return all, nil
}

func library(path, version, licences string) cdx.Component {
	url := fmt.Sprintf("pkg:golang/%s@%s?type=module", path, version)
	return cdx.Component{BOMRef: url, Type: cdx.ComponentTypeLibrary, Name: path, Version: version, Scope: cdx.ScopeRequired, PackageURL: url, Licenses: expression(licences)}
}

// dataIn is the data that is built in, with the sum of its files.
func dataIn(repository fs.FS, version string) ([]cdx.Component, error) {
	var all []cdx.Component
	for _, d := range embedded {
		sum, err := sumOf(repository, d.files)
		if err != nil {
			return nil, fmt.Errorf("data %s: %w", d.name, err)
		}
		c := cdx.Component{BOMRef: "data:" + d.name, Type: d.kind, Name: d.name, Version: cmp.Or(d.version, version), Description: d.says, Hashes: sha(sum), Licenses: expression(d.licence)}
		if d.publicDomain {
			c.Licenses = &cdx.Licenses{{License: &cdx.License{Name: "Public domain"}}}
		}
		if d.url != "" {
			c.ExternalReferences = &[]cdx.ExternalReference{{Type: cdx.ERTypeWebsite, URL: d.url}}
		}
		c.Properties = &[]cdx.Property{{Name: "sitrep:files", Value: strings.Join(d.files, " ")}}
		all = append(all, c)
	}
	return all, nil
}

// sumOf is the SHA-256 of one file, or of the lines "sum  name" of several, as sha256sum prints them.
func sumOf(repository fs.FS, patterns []string) (string, error) {
	var lines []string
	last := ""
	for _, pattern := range patterns {
		names, err := fs.Glob(repository, pattern)
		if err != nil || names == nil {
			return "", fmt.Errorf("%s: no such file (%v)", pattern, err)
		}
		for _, name := range names {
			b, err := fs.ReadFile(repository, name)
			if err != nil {
				return "", err
			}
			last = hexSum(b)
			lines = append(lines, last+"  "+name+"\n")
		}
	}
	if len(lines) == 1 {
		return last, nil
	}
	return hexSum([]byte(strings.Join(lines, ""))), nil
}

func hexSum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func sha(sum string) *[]cdx.Hash { return &[]cdx.Hash{{Algorithm: cdx.HashAlgoSHA256, Value: sum}} }

func expression(spdx string) *cdx.Licenses { return &cdx.Licenses{{Expression: spdx}} }

func dependencies(root cdx.Component, all []cdx.Component) *[]cdx.Dependency {
	var refs []string
	for _, c := range all {
		refs = append(refs, c.BOMRef)
	}
	return &[]cdx.Dependency{{Ref: root.BOMRef, Dependencies: &refs}}
}

// serial makes the number of the bill of the program's sum, so that the same program has the same bill: a UUID of version 8.
func serial(sum string) string {
	b := sha256.Sum256([]byte("sitrep bill of materials " + sum))
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:16])
}
