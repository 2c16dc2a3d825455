// Package model holds the network: its weights, the kernels that run it, and its inference.
//
// A weight file becomes a Network (Parse), which is never changed and shared by all. An Encoder runs it: words of sentences become
// an Encoding, and the heads read Encodings: Tags, Names, Trees. All integer sums are exact and every float step is one elementwise
// float32 operation in a fixed order, so that the kernels for AVX-512, for AVX2 and in plain Go give the same bytes.
//
// The road of a word: its features (feature.go, list.go) are six table rows of 7-bit values; layer 0 makes a vector of them, which is
// cached (cache.go); the layers of the trunk, each over a window of three words, a product, a maxout and a layer norm, add to it (encoder.go).
package model
