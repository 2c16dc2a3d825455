package main

import (
	"cmp"
	"runtime/debug"
)

// What packaging/dist writes into a release with -ldflags -X. They are empty in other builds: what the Go tool noted counts there.
var stampedVersion, stampedCommit, stampedDate string

// build is where a program came from.
type build struct {
	version string
	commit  string // with a mark where files had been changed since
	date    string // of the commit, as RFC 3339
}

// thisBuild tells where this program came from. What is not known is "unknown".
func thisBuild() build {
	b := build{stampedVersion, stampedCommit, stampedDate}
	if info, ok := debug.ReadBuildInfo(); ok {
		noted := notedIn(info)
		b = build{cmp.Or(b.version, noted.version), cmp.Or(b.commit, noted.commit), cmp.Or(b.date, noted.date)}
	}
	return build{cmp.Or(b.version, "unknown"), cmp.Or(b.commit, "unknown"), cmp.Or(b.date, "unknown")}
}

// notedIn is what the Go tool notes of a repository.
func notedIn(info *debug.BuildInfo) build {
	b := build{version: info.Main.Version}
	changed := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			b.commit = s.Value
		case s.Key == "vcs.time":
			b.date = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = " with changes"
		}
	}
	if b.commit != "" {
		b.commit += changed
	}
	return b
}
