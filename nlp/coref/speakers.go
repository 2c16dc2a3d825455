package coref

// speaker is who says a quote: a mention + 1, or 0.
type speaker struct{ mention int32 }

// findSpeakers finds for each quote the subject of the verb of saying nearest to it, outside any quote.
func (s *state) findSpeakers() {
	q := len(s.doc.Quotes)
	if cap(s.speakers) < q {
		s.speakers = make([]speaker, q)
	}
	s.speakers = s.speakers[:q]
	clear(s.speakers)
	for i := range s.doc.Quotes {
		s.speakers[i] = speaker{s.speakerOf(i)}
	}
}

// widestSearch bounds the tokens looked at on either side of a quote.
const widestSearch = 40

// speakerOf looks in the sentences that the quote begins and ends in, then at a quote before it that runs on.
func (s *state) speakerOf(i int) int32 {
	q := s.doc.Quotes[i]
	n := len(s.doc.Tokens)
	if q.First < 0 || q.Last > n || q.First >= q.Last {
		return 0
	}
	best, distance := int32(0), widestSearch+1
	for t := q.Last; t < n && t < q.Last+widestSearch && s.sentence[t] <= s.sentence[q.Last-1]; t++ {
		if m := s.said(int32(t), q.First, q.Last); m != 0 && t-q.Last < distance {
			best, distance = m, t-q.Last
			break
		}
	}
	for t := q.First - 1; t >= 0 && t > q.First-widestSearch && s.leads(t, q.First); t-- {
		if m := s.said(int32(t), q.First, q.Last); m != 0 && q.First-t < distance {
			return m
		}
	}
	if best == 0 {
		best = s.carried(i)
	}
	if best == 0 {
		best = s.announced(i)
	}
	return best
}

// leads tells whether token t is in the sentence of the quote's beginning, or in one before it that ends in a colon.
func (s *state) leads(t, first int) bool {
	if s.sentence[t] == s.sentence[first] {
		return true
	}
	before := s.doc.Sentences[s.sentence[first]].First - 1
	if before < 0 || s.sentence[t] != s.sentence[before] {
		return false
	}
	f := s.doc.Tokens[before].Form
	return f == ":" || f == ","
}

// said gives the subject of token t where it is a verb of saying outside the quote with a subject outside the quote.
func (s *state) said(t int32, first, last int) int32 {
	tok := &s.doc.Tokens[t]
	if s.quote[t] != 0 && first < last && s.quote[t] == s.quote[first] {
		return 0
	}
	if tok.Form == "according" || tok.Form == "According" {
		if h := s.head(t); h >= 0 {
			return s.mentionAt[h]
		}
	}
	if tok.UPOS != "VERB" || !s.words.reporting[s.texts[s.lemma[t]]] {
		return 0
	}
	subject := s.child(t, "nsubj", "nsubj")
	if subject < 0 || int(subject) >= first && int(subject) < last {
		return 0
	}
	return s.mentionAt[subject]
}

// carried is the speaker of the quote before, where that one was left open at its paragraph's end, or where this one follows it with
// only marks between or as the next sentence.
func (s *state) carried(i int) int32 {
	if i == 0 {
		return 0
	}
	before, q := s.doc.Quotes[i-1], s.doc.Quotes[i]
	if before.Depth < q.Depth || before.First < 0 || before.First >= before.Last || before.Last > len(s.doc.Tokens) {
		return 0
	}
	gap := s.sentence[q.First] - s.sentence[before.Last-1]
	if before.Open || q.First-before.Last <= 2 || gap <= 1 && s.doc.Sentences[s.sentence[q.First]].First == q.First && s.sameParagraph(i-1, i) {
		return s.speakers[i-1].mention
	}
	return 0
}

func (s *state) sameParagraph(i, j int) bool {
	a, b := s.sentence[s.doc.Quotes[i].First], s.sentence[s.doc.Quotes[j].First]
	return s.doc.Sentences[a].Paragraph == s.doc.Sentences[b].Paragraph
}

// announced is the subject of the verb of saying that heads the sentence before a quote which is a sentence of its own.
func (s *state) announced(i int) int32 {
	first := s.doc.Quotes[i].First
	k := s.sentence[first]
	if k == 0 || s.doc.Sentences[k].First != first || s.doc.Sentences[k-1].Paragraph != s.doc.Sentences[k].Paragraph {
		return 0
	}
	before := s.doc.Sentences[k-1]
	for t := before.First; t < before.Last && t < before.First+widestSearch; t++ {
		if base(s.doc.Tokens[t].Deprel) == "root" {
			return s.said(int32(t), first, first)
		}
	}
	return 0
}
