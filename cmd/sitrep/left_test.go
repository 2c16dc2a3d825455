package main

import "testing"

func TestWhatAStoppedIngestLeaves(t *testing.T) {
	for _, c := range []struct {
		reports, unplaced int
		read              bool
		want              string
	}{
		{7, 3, false, "7 reports are filed, 3 events of them are not joined yet, and the sources were not read to their ends"},
		{7, 3, true, "7 reports are filed, 3 events of them are not joined yet"},
		{7, 0, false, "7 reports are filed, and the sources were not read to their ends"},
	} {
		if got := whatIsLeft(c.reports, c.unplaced, c.read); got != c.want {
			t.Errorf("%d, %d, %v: %q, want %q", c.reports, c.unplaced, c.read, got, c.want)
		}
	}
}
