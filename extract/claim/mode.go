package claim

import (
	"strings"

	"sitrep"
)

// mode says in which form words were said: a post wherever the cue says so, a quote where most of them stand in marks or in the first person, else
// by the cue and the source.
func (r *reader) mode(f *found, piece []run) sitrep.ClaimMode {
	in, n, own := 0, 0, false
	for _, a := range piece {
		for t := a.first; t < a.last; t++ {
			if r.punct(t) {
				continue
			}
			n++
			if r.quote[t] >= 0 {
				in++
			}
			own = own || r.Tokens[t].UPOS == "PRON" && firstPerson[strings.ToLower(r.Tokens[t].Form)]
		}
	}
	switch {
	case r.posted(f):
		return sitrep.PostMode
	case 2*in >= n:
		return sitrep.QuoteMode
	case r.written(f):
		return sitrep.DocumentMode
	case own && !r.anyMarks():
		return sitrep.QuoteMode
	}
	return sitrep.IndirectMode
}

var firstPerson = map[string]bool{"i": true, "we": true, "us": true, "our": true, "my": true, "me": true}

// anyMarks tells whether the report has quotation marks at all: some archives have lost them.
func (r *reader) anyMarks() bool { return len(r.quoted) > 0 }

func (r *reader) posted(f *found) bool {
	if f.cue != nil && (f.cue.Word == "tweet" || f.cue.Word == "post" || f.cue.Word == "retweet") {
		return true
	}
	return r.beside(f, platforms)
}

var platforms = map[string]bool{"twitter": true, "facebook": true, "telegram": true, "instagram": true, "tweet": true, "weibo": true, "youtube": true, "media": true, "page": true}

// written tells whether a paper speaks: the source is one, or the words are read from one of the source's own.
func (r *reader) written(f *found) bool {
	if f.source >= 0 {
		if s := r.antecedent(f.source); papers[r.lemma(s)] && !r.ofMedia(s) {
			return true
		}
	}
	if f.cue != nil && (f.cue.Word == "write" || f.cue.Word == "read") {
		return true
	}
	return r.beside(f, reports)
}

// ofMedia tells whether a report is what the press says, which is no paper: "media reports".
func (r *reader) ofMedia(t int) bool {
	for _, c := range r.Tree.All(t, "compound", "amod", "nmod") {
		switch r.lemma(c) {
		case "media", "press", "news", "newspaper", "tv", "television", "radio":
			return true
		}
	}
	return false
}

// papers speak for themselves.
var papers = map[string]bool{"statement": true, "report": true, "letter": true, "document": true, "communique": true, "resolution": true, "message": true,
	"study": true, "text": true, "declaration": true, "indictment": true, "ruling": true, "filing": true, "memo": true, "release": true, "paper": true, "survey": true}

// reports are what is read more than said.
var reports = map[string]bool{"report": true, "statement": true, "release": true, "article": true, "letter": true, "communique": true, "document": true, "study": true, "filing": true, "bulletin": true, "survey": true}

// beside tells whether the cue has a phrase of place with one of the words: "in its yearly report", "on Twitter".
func (r *reader) beside(f *found, words map[string]bool) bool {
	if f.token < 0 {
		return false
	}
	for _, c := range r.Tree.All(f.token, "obl") {
		if m := r.mark(c); (m == "in" || m == "on" || m == "via") && words[r.lemma(c)] {
			return true
		}
	}
	return false
}
