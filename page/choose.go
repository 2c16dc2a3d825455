package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// gram is how many letters one comparison of texts takes.
const gram = 12

// sample is a text as a set of its stretches of letters, white space and marks left out: two programs rarely agree on those.
type sample struct {
	grams map[string]struct{}
	short map[string]bool // whole blocks that are shorter than a gram
	size  int
}

func letters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func sampleOf(blocks []block) *sample {
	s := &sample{grams: map[string]struct{}{}, short: map[string]bool{}}
	for _, b := range blocks {
		l := letters(b.text)
		s.size += len(l)
		if len(l) < 2*gram {
			s.short[l] = true
		}
		for i := 0; i+gram <= len(l); i++ {
			s.grams[l[i:i+gram]] = struct{}{}
		}
	}
	return s
}

// share is how much of a block is in the sample, from 0 to 1.
func (s *sample) share(b block) float64 {
	l := letters(b.text)
	if len(l) < 2*gram {
		if s.short[l] && l != "" {
			return 1
		}
		if len(l) < gram {
			return 0
		}
	}
	hits, all := 0, 0
	for i := 0; i+gram <= len(l); i += 3 {
		all++
		if _, ok := s.grams[l[i:i+gram]]; ok {
			hits++
		}
	}
	return float64(hits) / float64(all)
}

// chooseBlocks chooses the blocks of the report: those that the library found, or that the page gives as the body of the article; where
// both say next to nothing, those of the part of the page that has most prose.
func chooseBlocks(blocks, found []block, body, title string) []block {
	main := sampleOf(found)
	if inBody := bodyBlocks(body); len(inBody) > 0 {
		told := sampleOf(inBody)
		if told.size > main.size && coverage(blocks, told)*2 < told.size {
			return inBody // the page builds its text from its data
		}
		main.add(told)
	}
	if main.size < littleText {
		if dense := densest(blocks); sizeOf(dense)*2 > main.size*3 {
			main = sampleOf(dense)
		}
	}
	var out []block
	seen := map[string]bool{}
	titleLetters := letters(title)
	for _, b := range blocks {
		l := letters(b.text)
		if l == "" || len(l) > 40 && seen[l] || len(out) == 0 && isHeading(l, titleLetters) || isCaption(b) || main.share(b) < 0.7 {
			continue
		}
		seen[l] = true
		out = append(out, b)
	}
	return trimLinks(out)
}

// littleText is how many letters a report found on a page has at least, if nothing went wrong.
const littleText = 700

// bodyBlocks are the paragraphs of the body of an article in structured data; nothing where it is no more than a teaser.
func bodyBlocks(body string) []block {
	if len(body) < 250 {
		return nil
	}
	if strings.Contains(body, "<p") || strings.Contains(body, "<br") {
		if root, err := html.Parse(strings.NewReader(body)); err == nil {
			return blocksOf(root)
		}
	}
	var out []block
	for _, line := range strings.Split(html.UnescapeString(body), "\n") {
		if line = oneLine(line); line != "" {
			out = append(out, block{text: line})
		}
	}
	return out
}

// coverage is how many letters of the blocks are in the sample.
func coverage(blocks []block, s *sample) int {
	n := 0
	for _, b := range blocks {
		if s.share(b) >= 0.7 {
			n += len(letters(b.text))
		}
	}
	return n
}

func (s *sample) add(o *sample) {
	for g := range o.grams {
		s.grams[g] = struct{}{}
	}
	for w := range o.short {
		s.short[w] = true
	}
	s.size = max(s.size, o.size)
}

func sizeOf(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += len(letters(b.text))
	}
	return n
}

// isProse tells whether a block reads as sentences of a report and not as links.
func isProse(b block) bool {
	return !b.outside && b.linked*3 < len(b.text) && (len(b.text) >= 80 || len(b.text) >= 40 && endsSentence(b.text))
}

// densest are the blocks of the element with most prose, that of its children's children counted less.
func densest(blocks []block) []block {
	scores := map[*html.Node]int{}
	var best *html.Node
	for _, b := range blocks {
		if !isProse(b) {
			continue
		}
		points := len(b.text)
		n := b.parent
		if n != nil && n.DataAtom == atom.P {
			n = n.Parent
		}
		for up := 0; n != nil && up < 3; up++ {
			scores[n] += points
			if best == nil || scores[n] > scores[best] {
				best = n
			}
			n, points = n.Parent, points/2
		}
	}
	var out []block
	for _, b := range blocks {
		for n := b.parent; n != nil && best != nil; n = n.Parent {
			if n == best {
				if !b.outside && b.linked*2 < len(b.text) {
					out = append(out, b)
				}
				break
			}
		}
	}
	return out
}

// isCaption tells whether a block is the caption or the credit of a photo, by its element or by what its classes say.
func isCaption(b block) bool {
	if b.caption {
		return true
	}
	n := b.parent
	for up := 0; n != nil && up < 2 && len(b.text) < 600; up++ {
		class := strings.ToLower(attr(n, "class"))
		if strings.Contains(class, "caption") || strings.Contains(class, "credit") {
			return true
		}
		n = n.Parent
	}
	return false
}

// isHeading tells whether the letters of a block are those of the title, or of a path of links that ends with it.
func isHeading(block, title string) bool {
	return block == title || len(title) > 15 && strings.HasSuffix(block, title) && len(block) < len(title)+40
}

// trimLinks takes blocks off both ends that are links and no sentences, and few words behind the last sentence: keywords, sections, buttons.
func trimLinks(blocks []block) []block {
	isLinks := func(b block) bool { return b.linked*5 > len(letters(b.text))*4 && !endsSentence(b.text) }
	for len(blocks) > 0 && isLinks(blocks[0]) {
		blocks = blocks[1:]
	}
	for n := len(blocks); n > 1; n = len(blocks) {
		last := blocks[n-1]
		words := strings.Fields(last.text)
		isFew := len(words) < 5 && !strings.ContainsAny(last.text, ".\"”:") && !isByline(last.text)
		if !isLinks(last) && !isFew {
			break
		}
		blocks = blocks[:n-1]
	}
	return blocks
}

// stampBlocks are short blocks that hold a whole day beside a word of publication, or in an element for times.
func stampBlocks(blocks []block) []string {
	var out []string
	for _, b := range blocks {
		if len(b.text) > 100 || b.outside || b.caption {
			continue
		}
		lower := strings.ToLower(b.text)
		if isStamp(b.text) || strings.HasPrefix(lower, "published") || strings.HasPrefix(lower, "posted") || strings.HasPrefix(lower, "written") {
			out = append(out, b.text)
		}
	}
	return out
}
