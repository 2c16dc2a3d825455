package main

import (
	"encoding/json"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

func TestWhatTheGoToolNoted(t *testing.T) {
	noted := &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: []debug.BuildSetting{
		{Key: "vcs.modified", Value: "true"}, {Key: "vcs.revision", Value: "abc"}, {Key: "vcs.time", Value: "2031-05-02T10:00:00Z"}}}
	if got, want := notedIn(noted), (build{"v1.2.3", "abc with changes", "2031-05-02T10:00:00Z"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := notedIn(&debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.modified", Value: "true"}}}); got != (build{}) {
		t.Errorf("without a repository: %+v", got)
	}
}

func TestWhatAReleaseWasStampedWithCounts(t *testing.T) {
	stampedVersion, stampedCommit, stampedDate = "v9.8.7", "fed", "2031-05-02T10:00:00Z"
	defer func() { stampedVersion, stampedCommit, stampedDate = "", "", "" }()
	if got := thisBuild(); got != (build{"v9.8.7", "fed", "2031-05-02T10:00:00Z"}) {
		t.Errorf("got %+v", got)
	}
	if got := run("", "version").out; !strings.Contains(got, "v9.8.7") || !strings.Contains(got, "fed of 2031-05-02") {
		t.Errorf("sitrep version prints\n%s", got)
	}
}

func TestVersionTellsTheSchemas(t *testing.T) {
	var v version
	if err := json.Unmarshal([]byte(run("", "version", "--json").out), &v); err != nil {
		t.Fatal(err)
	}
	if v.Casebook < 5 || !slices.Contains(v.Schemas, "sitrep/1") || !slices.Contains(v.Schemas, "sitrep-incident/1") || v.Date == "" {
		t.Errorf("got %+v", v)
	}
}
