package segment

import (
	"strings"
	"testing"
)

func TestMarkup(t *testing.T) {
	g := segmenter(t)
	for _, c := range []struct{ name, text, want string }{
		{"ampersand", "tanks &amp; guns of AT&amp;T", "tanks & guns of AT&T"},
		{"quotes", "He said &quot;go&quot; and &ldquo;stay&rdquo; &#8220;now&#x201d;", `He said " go " and " stay " " now "`},
		{"apostrophe", "It&#39;s the army&rsquo;s and they don&#039;t", "It 's the army 's and they do n't"},
		{"no-break space", "five&nbsp;men&#160;fled", "five men fled"},
		{"break", "They fled.<br>He left.<br/>We stayed.", "They fled . | He left . | We stayed ."},
		{"paragraphs", "<p>They fled.</p><p class=\"x\">He <b>left</b>.</p>", "They fled . | He left ."},
		{"link", `See <a href="https://example.org/a b">the report</a> now`, "See the report now"},
		{"less than", "a < b and <5 but <30 days", "a < b and < 5 but < 30 days"},
		{"angle brackets round a word", "I saw <it> there", "I saw < it > there"},
		{"not an entity", "R&D; P&L; a &unknown; b", "R&D ; P&L ; a & unknown ; b"},
		{"tag without an end", "<p and then", "< p and then"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(readings(g, c.text), " | "); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestQuotesInEntities(t *testing.T) {
	d := segmented(t, "He said &quot;we won&quot; and left.")
	if len(d.Quotes) != 1 || d.In(d.Quotes[0].Span) != "&quot;we won&quot;" {
		t.Errorf("got %v", d.Quotes)
	}
}

// TestMuchMarkup makes sure that what only begins like markup costs no more than other text.
func TestMuchMarkup(t *testing.T) {
	for _, part := range []string{"<", "&", "<p ", "&amp", "<br>", "&nbsp;", "</"} {
		segmented(t, strings.Repeat(part, 100000))
	}
}

func TestSloppyTyping(t *testing.T) {
	g := segmenter(t)
	for _, c := range []struct{ name, text, want string }{
		{"clitic apart", "The soldier' s post and the town’ s wall", "The soldier 's post and the town 's wall"},
		{"negation apart", "They don' t know", "They do n't know"},
		{"possessive before a word in s", "the rebels' supply line", "the rebels ' supply line"},
		{"backquote", "He didn`t know", "He did n't know"},
		{"sign that was lost", "The army\uFFFDs men \uFFFD\uFFFDwon\uFFFD", "The army 's men won"},
		{"space after p.m. missing", "At 5 p.m.when they came", "At 5 p.m. when they came"},
		{"space after an initial missing", "K.Osman and J.R.Daud left", "K. Osman and J.R. Daud left"},
		{"initials without spaces", "the U.S.S.R. and U.N.-led men", "the U.S.S.R. and U.N. - led men"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(readings(g, c.text), " "); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestBlankLineInsideASentence(t *testing.T) {
	g := segmenter(t)
	for _, c := range []struct {
		name, text string
		sentences  int
	}{
		{"after an article", "The commander told reporters in the capital that the army had left the\n\nvalley on Monday.", 1},
		{"a review in small letters", "The food was good and the waiter was kind, and the place looks tacky\n\nok place", 2},
		{"after a title", "The commander told reporters in the capital that the army had left town\n\nA report", 2},
		{"short lines", "Killed by the\n\nsoldiers", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := readings(g, c.text); len(got) != c.sentences {
				t.Errorf("got %q, want %d sentences", got, c.sentences)
			}
		})
	}
}

func TestBlankLineInsideAQuotation(t *testing.T) {
	d := segmented(t, "The spokesman told them: \"We have asked the other side for talks on the release\n\nof all prisoners.\" He left.")
	if len(d.Quotes) != 1 || d.Quotes[0].Open || len(d.Sentences) != 2 || d.Sentences[1].Paragraph != 0 {
		t.Errorf("quotes %v, sentences %v", d.Quotes, d.Sentences)
	}
}
