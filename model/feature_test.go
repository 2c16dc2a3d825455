package model

import "testing"

// parsed gives a random network.
func parsed(t testing.TB, seed uint64) *Network {
	t.Helper()
	n, err := Parse(newRandomFile(seed).bytes())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestFNV(t *testing.T) {
	for text, want := range map[string]uint64{"": 0xcbf29ce484222325, "a": 0xaf63dc4c8601ec8c, "foobar": 0x85944171f73967e8} {
		if got := fnv(fnvOffset, []byte(text)); got != want {
			t.Errorf("hash of %q = %#x: want %#x", text, got, want)
		}
	}
}

// TestFeatures has rows that another program computed, for tables of the sizes of randomFile.
func TestFeatures(t *testing.T) {
	n := parsed(t, 1)
	for _, c := range []struct {
		form, norm, shape string
		want              features
	}{
		{"the", "the", "xxx", features{2, 98, 34, 29, 5, 0}},
		{"The", "the", "Xxx", features{2, 98, 34, 29, 37, 0}},
		{"1987", "0000", "dddd", features{5, 6, 29, 3, 23, 0}},
		{"ARMY", "army", "XXXX", features{3, 8, 53, 33, 39, 0}},
		{"’s", "'s", "’x", features{0, 22, 19, 42, 60, 0}},
		{"Général", "général", "Xxxxx", features{95, 31, 92, 47, 13, 0}},
		{"İzmir", "İzmir", "Xxxxx", features{71, 56, 49, 13, 13, 0}},
		{"Харків", "харків", "Xxxxx", features{47, 5, 74, 13, 13, 0}},
		{"14:30", "00:00", "dd:dd", features{33, 4, 90, 3, 55, 0}},
		{"abcdefGHIJKLm", "abcdefghijklm", "xxxxXXXXx", features{98, 33, 52, 27, 61, 0}},
		{"", "", "", features{25, 55, 58, 33, 23, 0}},
		{".", ".", ".", features{4, 81, 94, 16, 27, 0}},
		{"😀!", "😀!", "😀!", features{98, 32, 50, 40, 37, 0}},
		{"a", "a", "x", features{54, 98, 24, 16, 29, 0}},
		{"naïve-“x”", "naïve-\"x\"", "xxxx-“x”", features{12, 56, 2, 18, 5, 0}},
		{"٣٤٥", "٣٤٥", "٣٤٥", features{34, 39, 19, 3, 8, 0}},
	} {
		var s speller
		got := s.features(n, Word{Form: c.form})
		if string(s.norm) != c.norm || string(s.shape) != c.shape {
			t.Errorf("%q: norm %q, shape %q: want %q, %q", c.form, s.norm, s.shape, c.norm, c.shape)
		}
		if got != c.want {
			t.Errorf("%q: rows %v: want %v", c.form, got, c.want)
		}
	}
}

func TestGatherPutsTheRowsInOrder(t *testing.T) {
	n := parsed(t, 1)
	var in [windowSize]uint8
	f := features{3, 4, 5, 6, 7, 300}
	n.tables.gather(in[:], f)
	for _, c := range []struct {
		table          []uint8
		row, width, at int
	}{
		{n.tables.word, 3, 128, 0}, {n.tables.prefix, 4, 64, 128}, {n.tables.suffix3, 5, 64, 192},
		{n.tables.suffix2, 6, 32, 256}, {n.tables.shape, 7, 32, 288}, {n.tables.list, 300, 64, 320},
	} {
		for i := range c.width {
			if in[c.at+i] != c.table[c.row*c.width+i] {
				t.Fatalf("input %d is not value %d of row %d", c.at+i, i, c.row)
			}
		}
	}
}

func TestIndexFindsAllAndOnlyItsKeys(t *testing.T) {
	for _, keys := range [][]uint64{nil, {0}, {5}, {^uint64(0)}, {0, 1, 2, 3, 1 << 63, 1<<63 + 1, ^uint64(0)}} {
		x := newIndex(keys)
		for i, k := range keys {
			if got := x.find(k); got != i {
				t.Errorf("%v: %d is found at %d", keys, k, got)
			}
		}
		for _, k := range []uint64{4, 1 << 40, 1<<63 + 2} {
			if got := x.find(k); got != -1 {
				t.Errorf("%v: %d is found at %d, but is not there", keys, k, got)
			}
		}
	}
}
