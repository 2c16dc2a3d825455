// Package sitrep holds the nouns of Sitrep, which reads news reports about armed conflict and peace processes and keeps the record of
// what they say.
//
// A report's text becomes a Doc: tokens in sentences, each with its tags, its lemma and its place in a dependency tree; names;
// quotes; and chains of mentions that refer to one thing. Every one of them is a stretch of the text, a Span, and the text never
// changes: Text[Span] is the words, for everything, always.
//
// The road of a text through the folders:
//
//	nlp/segment   text → tokens and sentences, quotes, truecase
//	nlp/encode    tokens → the vectors of the neural trunk (package model)
//	nlp/tag       vectors → UPOS, XPOS, features
//	nlp/lemma     tags → lemmas
//	nlp/parse     vectors → dependency trees
//	nlp/ner       vectors and word lists → names
//	nlp/values    tokens → dates, times, numbers, money
//	nlp/coref     names and trees → chains
//	nlp/english   the pipeline of all these, one slice literal
//
// Around it: model (weights, kernels, inference, and model/train, the programs that make the weights), lexicon (lists that people
// edit), gazetteer (the places of the world), record (the forms in which results leave the program), eval (scores against gold) and
// cmd/sitrep (the command).
package sitrep
