package terminal

import (
	"bytes"
	"testing"
)

func TestPage(t *testing.T) {
	var b bytes.Buffer
	p := NewPage(&b, 30, false)
	p.Title("Shelling of a village by the lake")
	p.Heading("TOLLS")
	p.Line(2, "killed: five people, according to a monitor \x1b[2J")
	p.Labelled(2, 14, "Lake Watch", "“five people were killed by the lake”")
	p.Labelled(2, 14, "The Ministry of the Lake", "three")
	p.Labelled(2, 14, "alone", "")
	p.Blank()
	if err := p.Flush(); err != nil {
		t.Fatal(err)
	}
	want := `Shelling of a village by the
  lake

TOLLS
  killed: five people,
    according to a monitor
    ` + "\uFFFD" + `[2J
  Lake Watch  “five people
              were killed by
              the lake”
  The Ministry of the Lake
              three
  alone

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestPageInColour(t *testing.T) {
	var b bytes.Buffer
	p := NewPage(&b, 0, true)
	p.Heading("WHO")
	p.Title("x")
	p.Flush()
	if want := "\n\x1b[1mWHO\x1b[0m\n\x1b[1mx\n\x1b[0m"; b.String() != want {
		t.Errorf("got %q", b.String())
	}
}
