package sitrep

import "testing"

func TestSentenceAt(t *testing.T) {
	d := &Doc{Sentences: []Sentence{{Span: Span{Start: 2, End: 5}}, {Span: Span{Start: 7, End: 9}}}}
	for at, want := range map[int]int{0: 0, 2: 0, 6: 0, 7: 1, 100: 1} {
		if got := d.SentenceAt(at); got != want {
			t.Errorf("byte %d: sentence %d, want %d", at, got, want)
		}
	}
	if got := (&Doc{}).SentenceAt(3); got != 0 {
		t.Errorf("in nothing: sentence %d", got)
	}
}
