package sitrep_test

import (
	"testing"

	"sitrep"
)

func TestOneSide(t *testing.T) {
	army := sitrep.Origin{Name: "the army", Side: "NORTH", Kind: sitrep.Belligerent}
	cases := []struct {
		name    string
		origins []sitrep.Origin
		want    string
	}{
		{"nobody", nil, ""},
		{"an army", []sitrep.Origin{army}, "NORTH"},
		{"an army and its government", []sitrep.Origin{army, {Side: "NORTH", Kind: sitrep.GovernmentSource}}, "NORTH"},
		{"both sides", []sitrep.Origin{army, {Side: "LAKE", Kind: sitrep.ArmedGroupSource}}, ""},
		{"an army and a hospital", []sitrep.Origin{army, {Side: "NORTH", Kind: sitrep.MedicalOrRescue}}, ""},
		{"reporters", []sitrep.Origin{{Name: "Wire", Kind: sitrep.MediaSource}}, ""},
		{"a side that is not known", []sitrep.Origin{{Kind: sitrep.Belligerent}}, ""},
	}
	for _, c := range cases {
		if got := (&sitrep.Incident{Origins: c.origins}).OneSide(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
