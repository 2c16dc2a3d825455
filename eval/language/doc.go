// Package language measures the language layer against gold: sentences, words, tags and trees from raw text and with gold tokens,
// names, and chains. The figures from raw text are those of the CoNLL 2018 shared task's method: words are matched by their
// characters, white space ignored.
package language
