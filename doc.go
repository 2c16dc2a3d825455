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
// A report becomes a Reading, what it says, on this road:
//
//	page             a web page, a mail, a PDF or a text → Report, with its leftovers marked
//	extract          the language pipeline, then the steps below, one slice literal
//	extract/timex    expressions of time, by the calendar of ground/date
//	ground/place     names of places → places of the world
//	ground/actor     noun phrases → who they are, and whose side they are on
//	extract/claim    who says what, and what saying it does
//	extract/trigger  words that tell of a happening → its kind
//	extract/toll     how many were harmed
//	extract/role     who did what to whom
//	extract/when     the days of a happening
//	extract/where    its places
//	extract/event    one event of all mentions of one happening; new or background
//	extract/peace    how far a truce has come and what breaches it, how talks ended, who answers which demand
//
// Where the user wants it, assist asks a language model on his machine what a reading missed; what it proposes stands apart from all that was read.
//
// Many readings become incidents, what happened in the world, on this road:
//
//	source            where reports come from: files, feeds, mail, archives of the web, guarded HTTP
//	reconcile         tellings of one happening → Incident, with its Tally, Origins, Grade and what reports contradict each other in
//	casebook          what is kept and can be asked: reports, readings, incidents, verdicts, corrections (casebook/sqlite in one file; casebook/casebooktest, the suite of every backend)
//	privacy           private persons stand in lists and briefs by description only
//	brief             a situation report of what is new, with every sentence sourced
//	alert             tells people what is new, once, and what became of it
//	desk              wires the road
//	mcp               answers a language model on this machine, read-only
//
// The window (web) shows the record in a browser, over web/basemap, the map of the world. web/filter is the one
// reading of the filters that views, files and the command line take, web/shown the record as it may be shown and what a person may do to it,
// web/api the same for programs, web/users who may use it.
//
// Around it: model (weights, kernels, inference, and model/train, the programs that make the weights), lexicon (lists that people
// edit), gazetteer (the places of the world), record (the forms in which results leave the program), eval (eval/gold, the
// answers made by hand, eval/read and eval/incidents, scores against them, eval/predict, the public benchmarks), internal/maxent (small learned decisions) and cmd/sitrep (the command).
package sitrep
